"""Keep clear of care and school runs."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from scheduler.constraint import Constraint, Example, Objection, Relaxation, Source
from scheduler.grid import Grid, Mask
from scheduler.known_hours import (
    KnownHours,
    cannot_come_as_known,
    kept_clear,
    known_hours,
    not_known_yet,
)
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, at
from scheduler.spoken_days import spoken_hours
from scheduler.taken import first_met
from scheduler.ways import Way

SCHOOL_RUN = ISHBEL.model_copy(update={"times": Times(care=("Mon-Fri 14:45-15:30",))})


@dataclass(frozen=True)
class Care(Constraint):
    """Whoever looks after others has to be back in time, for the school gate or the next carer."""

    journey_counts: bool = True
    """Whether the way there and back must keep clear of care too."""

    title: ClassVar[str] = "Keep clear of care and school runs"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="School is out before the session is over.",
            given={"start": at("Tuesday 8 June 2027 13:00"), "person": SCHOOL_RUN},
            expects="Ishbel gives care from 14:45 to 15:30.",
        ),
        Example(
            says="The session is over in time, the way home is not.",
            given={"start": at("Tuesday 8 June 2027 12:30"), "person": SCHOOL_RUN},
            expects="Ishbel gives care from 14:45 to 15:30, too close for the journey.",
        ),
        Example(
            says="A morning while the children are at school.",
            given={"start": at("Tuesday 8 June 2027 11:00"), "person": SCHOOL_RUN},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Pay for care during the journey", {"journey_counts": False}, price=3),
    )

    def check(
        self, start: datetime, end: datetime, programme: Programme, person: Person, way: Way
    ) -> Objection | None:
        """Object where the session, or the way there or back, meets care; ask if it may."""
        time, way_or_none = (start, end), way if self.journey_counts else None
        hours = self._hours(person, programme)
        if not first_met(hours.perhaps, time, way=way_or_none):
            return None
        met = first_met(hours.surely, time, way=way_or_none)
        if met is None:
            return not_known_yet(programme, person, day=start.date())
        close = "" if first_met((met,), time) else ", too close for the journey"
        gives_care = f"{person.label} gives care {spoken_hours(met)}{close}."
        return cannot_come_as_known(programme, person, gives_care, day=start.date())

    def screen(self, grid: Grid) -> Mask:
        """Mark the sessions each person's care meets."""
        hours = [self._hours(person, grid.programme) for person in grid.people]
        return kept_clear(grid, hours, journeys=self.journey_counts)

    def _hours(self, person: Person, programme: Programme) -> KnownHours:
        if self.name() in person.come_anyway:
            return KnownHours()
        return known_hours(programme, person.times.care, home=person.home)
