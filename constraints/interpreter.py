"""Meet only when the interpreters that people need can be there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import ClassVar

from scheduler.asking_workers import asked_of_workers
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.finished import Breach, Finished, Meeting
from scheduler.grid import Grid, Mask
from scheduler.lacking import lacking_in, starts_lacking
from scheduler.needed import Needs, interpreters_for
from scheduler.people import Person
from scheduler.private import as_shared
from scheduler.programme import Programme, Session
from scheduler.samples import ISHBEL, PROGRAMME, RORY
from scheduler.staffing import free_workers, missing
from scheduler.workers import Worker

SIGNING = ISHBEL.model_copy(update={"interpreter": "BSL"})
MORAG = Worker(code="morag", name="Morag", roles=("interpreter",), languages=("BSL",))
"""An invented interpreter."""


@dataclass(frozen=True)
class Interpreter(Constraint):
    """Whoever needs an interpreter has a right to one, for the whole session and set up in time.

    There must be one for each language, free then and booked with the notice they ask for, counted
    from the day of planning. For long sessions interpreters often work in pairs: ask for two among
    the session's workers.
    """

    title: ClassVar[str] = "Have the interpreters people need"
    is_right: ClassVar[bool] = True
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "provide interpretation",
            date(2026, 11, 23),
        ),
        Source(
            "vickilamb.co.uk, Working with an interpreter: six to eight weeks' notice",
            date(2026, 11, 23),
        ),
        Source(
            "University of Edinburgh, Booking BSL/English interpreters: in pairs over an hour",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Somebody needs a BSL interpreter, and none is known.",
            given={"group": (SIGNING, RORY)},
            expects="No BSL interpreter can be booked for then.",
        ),
        Example(
            says="The only interpreter needs more notice than is left.",
            given={
                "group": (SIGNING, RORY),
                "programme": PROGRAMME.model_copy(
                    update={
                        "workers": (MORAG.model_copy(update={"notice_days": 56}),),
                        "planned_on": date(2027, 5, 3),
                    }
                ),
            },
            expects="No BSL interpreter can be booked for then.",
        ),
        Example(
            says="An interpreter is free.",
            given={
                "group": (SIGNING, RORY),
                "programme": PROGRAMME.model_copy(update={"workers": (MORAG,)}),
            },
        ),
    )

    def check(
        self,
        start: datetime,
        end: datetime,
        session: Session,
        group: tuple[Person, ...],
        programme: Programme,
    ) -> Objection | None:
        """Object where a language somebody needs has no interpreter."""
        needs = interpreters_for(group)
        free = free_workers(programme, session, group, start=start, end=end) if needs else ()
        lacking = missing(needs, free)
        asks = asked_of_workers(lacking, free)
        said = Objection(Degree.RIGHT, _sentence(lacking) + asks)
        return as_shared(said, self.guarded(group)) if lacking else None

    def guarded(self, group: tuple[Person, ...]) -> tuple[Person, ...]:
        """Return who needs an interpreter."""
        return tuple(person for person in group if person.interpreter)

    def screen(self, grid: Grid) -> Mask:
        """Ask once for each set of workers who are free together."""
        needs = interpreters_for(grid.people)
        return starts_lacking(grid, needs, partial(missing, needs), degree=Degree.RIGHT)

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find sessions where no interpreter could be booked, or none was."""
        yield from super().review(finished)
        for meeting, lacking in lacking_in(finished, _not_met):
            says = _sentence(lacking, "is")
            yield Breach(self.name(), meeting.project.code, meeting.number, says)


def _not_met(meeting: Meeting, team: Sequence[Worker]) -> Needs:
    return missing(interpreters_for(meeting.group), team)


def _sentence(lacking: Needs, verb: str = "can be") -> str:
    languages = " and no ".join(need.spoken for need in lacking)
    return f"No {languages} {verb} booked for then."
