"""Meet professionals in the hours of their job."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import numpy as np

from scheduler.absence import would_rather_not
from scheduler.calendars.patterns import read_pattern
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.grid import Grid, Mask
from scheduler.known_hours import is_within, known_hours, may_not_suit, outside
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import RORY, at

OFFICE = RORY.model_copy(update={"times": Times(job_hours=("Mon-Thu 09:00-17:00",))})


@dataclass(frozen=True)
class JobHours(Constraint):
    """Who comes because of their job comes in its hours; evenings are for "if need be".

    These hours are apart from other work, which keeps somebody away. They never close a session:
    what suits people with lived experience comes first.
    """

    hours: str = ""
    """Hours of all professionals who told none of their own, such as "Mon-Fri 09:00-17:00"."""

    title: ClassVar[str] = "Meet professionals in the hours of their job"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="An evening after the office has shut.",
            given={"start": at("Tuesday 8 June 2027 18:00"), "person": OFFICE},
            expects="Rory would rather come Mon-Thu 09:00-17:00.",
        ),
        Example(
            says="All professionals of the project work the same hours.",
            given={"start": at("Saturday 12 June 2027 11:00"), "person": RORY},
            settings={"hours": "Mon-Fri 09:00-17:00"},
            expects="Rory would rather come Mon-Fri 09:00-17:00.",
        ),
        Example(
            says="Within the hours of the job.",
            given={"start": at("Tuesday 8 June 2027 11:00"), "person": OFFICE},
        ),
    )

    def __post_init__(self) -> None:
        """Refuse hours that cannot be read."""
        if self.hours:
            read_pattern(self.hours)

    def check(
        self, start: datetime, end: datetime, programme: Programme, person: Person
    ) -> Objection | None:
        """Object mildly where a session does not lie within the hours of somebody's job."""
        hours = self._hours(person)
        if not hours:
            return None
        within = is_within(known_hours(programme, hours, home=person.home), (start, end))
        if within:
            return None
        if within is None:
            return may_not_suit(programme, person, day=start.date())
        return would_rather_not(person, f"{person.label} would rather come {'; '.join(hours)}.")

    def screen(self, grid: Grid) -> Mask:
        """Mark the sessions outside the hours of each job."""
        degrees = np.zeros((grid.shape[0], 1, grid.shape[2]), dtype=np.uint8)
        for p, person in enumerate(grid.people):
            if hours := self._hours(person):
                known = known_hours(grid.programme, hours, home=person.home)
                degrees[:, 0, p] = outside(grid, known, degree=Degree.AVOID, not_known=Degree.AVOID)
        return Mask(degrees)

    def _hours(self, person: Person) -> tuple[str, ...]:
        """Return the hours of somebody's job; none where they come for themselves."""
        if self.name() in person.come_anyway:
            return ()
        own = person.times.job_hours
        return own or ((self.hours,) if self.hours and person.is_professional else ())
