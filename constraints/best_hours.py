"""Meet at the hours that suit each person best."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import numpy as np

from scheduler.absence import would_rather_not
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.grid import Grid, Mask
from scheduler.known_hours import is_within, known_hours, may_not_suit, outside
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, at

MORNINGS = ISHBEL.model_copy(update={"times": Times(best=("daily 10:30-13:00",))})


@dataclass(frozen=True)
class BestHours(Constraint):
    """Some people tire, or take medicine by the clock, and nobody has to say so.

    They name hours that suit them best. A session that does not lie within these is for "if need
    be": it is not closed, and takes turns with what others would rather not.
    """

    title: ClassVar[str] = "Meet at the hours that suit people best"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
        Source("SCIE, Making events accessible: Timing", date(2026, 11, 23)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Mornings suit her best.",
            given={"start": at("Tuesday 8 June 2027 14:00"), "person": MORNINGS},
            expects="Ishbel would rather come daily 10:30-13:00.",
        ),
        Example(
            says="She would rather keep why to herself, and when.",
            given={
                "start": at("Tuesday 8 June 2027 14:00"),
                "person": MORNINGS.model_copy(update={"share_reasons": False}),
            },
            expects="Ishbel would rather not come then.",
        ),
        Example(
            says="A morning.",
            given={"start": at("Tuesday 8 June 2027 11:00"), "person": MORNINGS},
        ),
    )

    def check(
        self, start: datetime, end: datetime, programme: Programme, person: Person
    ) -> Objection | None:
        """Object mildly where a session does not lie within the hours that suit somebody best."""
        best = person.times.best
        if not best or self.name() in person.come_anyway:
            return None
        within = is_within(known_hours(programme, best, home=person.home), (start, end))
        if within:
            return None
        if within is None:
            return may_not_suit(programme, person, day=start.date())
        return would_rather_not(person, f"{person.label} would rather come {'; '.join(best)}.")

    def screen(self, grid: Grid) -> Mask:
        """Mark the sessions outside the hours that suit each person best."""
        degrees = np.zeros((grid.shape[0], 1, grid.shape[2]), dtype=np.uint8)
        for p, person in enumerate(grid.people):
            best = person.times.best
            if best and self.name() not in person.come_anyway:
                hours = known_hours(grid.programme, best, home=person.home)
                degrees[:, 0, p] = outside(grid, hours, degree=Degree.AVOID, not_known=Degree.AVOID)
        return Mask(degrees)
