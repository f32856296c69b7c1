"""Meet only when the assistants, and wheelchair taxis, that people need can be there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import ClassVar

import numpy as np

from scheduler.asking_workers import asked_of_workers
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.facts import YES
from scheduler.fetching import as_they_come, sent_for
from scheduler.finished import Breach, Finished, Meeting
from scheduler.grid import Grid, Mask
from scheduler.lacking import lacking_in, starts_lacking
from scheduler.needed import Needs, members_needs
from scheduler.people import Person, Travel
from scheduler.private import as_shared
from scheduler.programme import Programme, Session
from scheduler.samples import ISHBEL, PROGRAMME, RORY
from scheduler.staffing import free_workers, missing_assistants
from scheduler.venues import Venue
from scheduler.workers import WHEELCHAIR_TAXI, Worker

BY_TAXI = {"assistance": (WHEELCHAIR_TAXI,), "travel": Travel(taxi=YES)}
FETCHED = ISHBEL.model_copy(update=BY_TAXI)
ASSISTED = ISHBEL.model_copy(update={"assistance": ("personal assistant",), "assisted_by": "woman"})
TAXI = Worker(code="glen-taxi", name="Glen Taxis", roles=(WHEELCHAIR_TAXI,))
EILIDH = Worker(code="eilidh", name="Eilidh", roles=("personal assistant",), gender="woman")
"""Invented, both."""


@dataclass(frozen=True)
class Assistance(Constraint):
    """Whoever needs a personal assistant, or a taxi for their wheelchair, has a right to one.

    Each is booked for one person and a whole session, from setting up to clearing up, with the
    notice asked for, and is at one session at a time. A taxi is booked for the longest drive there
    and home as well. Where somebody asks for a woman or a man, it is one who agreed to be asked
    for; nobody is guessed to be either. What is said of a date names nobody.
    """

    title: ClassVar[str] = "Have the assistants and wheelchair taxis people need"
    is_right: ClassVar[bool] = True
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "support people need to take part, and a taxi budget for those who need it",
            date(2026, 11, 30),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Two people are fetched in their wheelchairs, and there is one such taxi.",
            given={
                "group": (FETCHED, RORY.model_copy(update=BY_TAXI)),
                "programme": PROGRAMME.model_copy(update={"workers": (TAXI,)}),
            },
            expects="What people need by them cannot be had then; still needed: wheelchair taxi.",
        ),
        Example(
            says="The only assistant did not say that she may be asked for as a woman.",
            given={
                "group": (ASSISTED, RORY),
                "programme": PROGRAMME.model_copy(
                    update={"workers": (EILIDH.model_copy(update={"gender": ""}),)}
                ),
            },
            expects="What people need by them cannot be had then; "
            "still needed: personal assistant who is a woman. "
            "Ask Eilidh whether they may be asked for as a woman: nobody has said.",
        ),
        Example(
            says="The firm wants more notice for such a taxi than is left.",
            given={
                "group": (FETCHED, RORY),
                "programme": PROGRAMME.model_copy(
                    update={
                        "workers": (TAXI.model_copy(update={"notice_days": 60}),),
                        "planned_on": date(2027, 5, 3),
                    }
                ),
            },
            expects="What people need by them cannot be had then; still needed: wheelchair taxi.",
        ),
        Example(
            says="Both can be had.",
            given={
                "group": (FETCHED, ASSISTED.model_copy(update={"code": "mairi"}), RORY),
                "programme": PROGRAMME.model_copy(update={"workers": (TAXI, EILIDH)}),
            },
        ),
    )

    def check(  # noqa: PLR0913, PLR0917 - who is sent for hangs on all of them
        self,
        start: datetime,
        end: datetime,
        venue: Venue,
        session: Session,
        group: tuple[Person, ...],
        programme: Programme,
    ) -> Objection | None:
        """Object where somebody has nobody by them whom they need, or no taxi."""
        if not any(person.assistance for person in group):
            return None
        free = free_workers(programme, session, group, start=start, end=end)
        fetched = sent_for(programme, group, (venue,))
        lacking = missing_assistants(session, fetched, workers=free)
        asks = asked_of_workers(lacking, free)
        said = Objection(Degree.RIGHT, _sentence(lacking) + asks)
        return as_shared(said, self.guarded(group)) if lacking else None

    def guarded(self, group: tuple[Person, ...]) -> tuple[Person, ...]:
        """Return who needs an assistant or such a taxi."""
        return tuple(person for person in group if person.assistance)

    def screen(self, grid: Grid) -> Mask:
        """Ask once for each set of workers who are free together."""
        session, group = grid.session, grid.people
        if not (grid.venues and any(person.assistance for person in group)):
            return grid.mask(np.zeros((), dtype=np.uint8), ())
        lack = partial(starts_lacking, grid, members_needs(session, group), degree=Degree.RIGHT)
        sent = (sent_for(grid.programme, group, (venue,)) for venue in grid.venues)
        by_room = [lack(partial(missing_assistants, session, each)).degrees for each in sent]
        return Mask(np.concatenate(by_room, axis=1))

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find sessions where somebody could not be booked, or was not."""
        yield from super().review(finished)
        for meeting, lacking in lacking_in(finished, _not_met):
            says = _sentence(lacking, "is not booked")
            yield Breach(self.name(), meeting.project.code, meeting.number, says)


def _not_met(meeting: Meeting, team: Sequence[Worker]) -> Needs:
    coming = [(person, meeting.way(person)) for person in meeting.there]
    group = as_they_come(meeting.group, coming)
    return missing_assistants(meeting.session, group, workers=team)


def _sentence(lacking: Needs, verb: str = "cannot be had") -> str:
    what = ", ".join(dict.fromkeys(need.spoken for need in lacking))
    return f"What people need by them {verb} then; still needed: {what}."
