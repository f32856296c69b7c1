"""Meet only when the workers a session needs can be there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.finished import Breach, Finished, Meeting
from scheduler.grid import Grid, Mask
from scheduler.lacking import lacking_in, starts_lacking
from scheduler.needed import Needs, needs_of
from scheduler.people import Person
from scheduler.programme import Programme, Session
from scheduler.samples import PROGRAMME, WISH, at
from scheduler.staffing import free_workers, missing_others
from scheduler.workers import Worker, WorkerNeed

CATRIONA = Worker(code="catriona", name="Catriona", hours=("Mon-Fri 09:00-17:00",))
"""An invented facilitator."""
FACILITATED = WISH.model_copy(update={"workers": (WorkerNeed(role="facilitator"),)})
STAFFED = PROGRAMME.model_copy(update={"workers": (CATRIONA,)})


@dataclass(frozen=True)
class WorkersNeeded(Constraint):
    """A session needs different workers for everything it asks for, from setting up to clearing up.

    They have to be at work then, not taken and not away, and booked with the notice they ask for.
    Interpreters whom members need are booked first, so nobody is counted on for two things.
    """

    title: ClassVar[str] = "Have the workers a session needs"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "a planning resource for putting ideas into action",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The only facilitator does not work on Saturdays.",
            given={
                "start": at("Saturday 12 June 2027 11:00"),
                "session": FACILITATED,
                "programme": STAFFED,
            },
            expects="Not enough workers can be booked for then; still needed: facilitator.",
        ),
        Example(
            says="The facilitator is at work, from setting up to clearing up.",
            given={"session": FACILITATED, "programme": STAFFED},
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
        """Object where no different worker is free for each thing needed."""
        asked = bool(session.workers)
        free = free_workers(programme, session, group, start=start, end=end) if asked else ()
        lacking = missing_others(session, group, workers=free)
        return Objection(Degree.NEVER, _sentence(lacking)) if lacking else None

    def screen(self, grid: Grid) -> Mask:
        """Ask once for each set of workers who are free together."""
        session, group = grid.session, grid.people
        needs = needs_of(session, group) if session.workers else ()
        return starts_lacking(
            grid,
            needs,
            lambda workers: missing_others(session, group, workers=workers),
            degree=Degree.NEVER,
        )

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find sessions whose workers could not be booked, or were not."""
        yield from super().review(finished)
        for meeting, lacking in lacking_in(finished, _not_met):
            says = _sentence(lacking, "are")
            yield Breach(self.name(), meeting.project.code, meeting.number, says)


def _not_met(meeting: Meeting, team: Sequence[Worker]) -> Needs:
    return missing_others(meeting.session, meeting.group, workers=team)


def _sentence(lacking: Needs, verb: str = "can be") -> str:
    roles = ", ".join(dict.fromkeys(need.spoken for need in lacking))
    return f"Not enough workers {verb} booked for then; still needed: {roles}."
