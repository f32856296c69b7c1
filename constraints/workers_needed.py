"""Meet only when the workers a session needs can be there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import numpy as np

from scheduler.confirming import asked_by
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.finished import Breach, Finished, Meeting
from scheduler.grid import Grid, Mask
from scheduler.lacking import lacking_in, starts_lacking
from scheduler.needed import Needs, needs_of
from scheduler.people import Person
from scheduler.programme import Programme, Session
from scheduler.samples import PROGRAMME, WISH, at
from scheduler.sentences import listed
from scheduler.spoken_days import spoken_day
from scheduler.staffing import (
    asked_at,
    free_workers,
    missing_others,
    others_missing,
    team_for,
    to_be_asked,
)
from scheduler.workers import Worker, WorkerNeed

CATRIONA = Worker(code="catriona", name="Catriona", hours=("Mon-Fri 09:00-17:00",))
"""An invented facilitator."""
FACILITATED = WISH.model_copy(update={"workers": (WorkerNeed(role="facilitator"),)})
STAFFED = PROGRAMME.model_copy(update={"workers": (CATRIONA,)})


@dataclass(frozen=True)
class WorkersNeeded(Constraint):
    """A session needs different workers for everything it asks for, from setting up to clearing up.

    They have to be at work then, not taken and not away, and booked with the notice they ask for.
    Who works by days that nobody knows yet is asked, and booked only where nobody else can be.
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
        if lacking:
            return Objection(Degree.NEVER, _sentence(lacking))
        asked_first = to_be_asked(programme, session, group, start=start, end=end)
        if not asked_first:
            return None
        team = team_for(programme, session, group, time=(start, end)) or ()
        names = [worker.label for worker in team if worker in asked_first]
        return _not_known(names, start.date(), planning_day=programme.planning_day)

    def screen(self, grid: Grid) -> Mask:
        """Ask once for each set of workers who are free together."""
        session, group = grid.session, grid.people
        needs = needs_of(session, group) if session.workers else ()
        missed = others_missing(session, group)
        lacking = starts_lacking(grid, needs, missed, degree=Degree.NEVER)
        later = asked_at(grid)
        if not later.any():
            return lacking
        asked = grid.mask(later * np.uint8(Degree.UNKNOWN), ("start",))
        return Mask(np.maximum(lacking.degrees, asked.degrees))

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find sessions whose workers could not be booked, or were not."""
        yield from super().review(finished)
        for meeting, lacking in lacking_in(finished, _not_met):
            says = _sentence(lacking, "are")
            yield Breach(self.name(), meeting.project.code, meeting.number, says)


def _not_met(meeting: Meeting, team: Sequence[Worker]) -> Needs:
    return missing_others(meeting.session, meeting.group, workers=team)


def _not_known(names: Sequence[str], day: date, *, planning_day: date) -> Objection | None:
    """Return the question whether workers can come on a day that hangs on what is not known."""
    if not names:
        return None
    by = asked_by(day, planning_day=planning_day)
    asks = f"Can {listed(names)} work on {spoken_day(day)}?"
    says = f"{asks} Nobody knows yet, to be confirmed by {spoken_day(by)}."
    return Objection(Degree.UNKNOWN, says)


def _sentence(lacking: Needs, verb: str = "can be") -> str:
    roles = ", ".join(dict.fromkeys(need.spoken for need in lacking))
    return f"Not enough workers {verb} booked for then; still needed: {roles}."
