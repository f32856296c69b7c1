"""Meet when people said they are free."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import numpy as np

from scheduler.absence import would_rather_not
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.grid import Grid, Mask
from scheduler.known_hours import (
    KnownHours,
    cannot_come_as_known,
    is_within,
    known_hours,
    may_not_suit,
    not_known_yet,
    outside,
)
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, at
from scheduler.taken import first_met, starts_met

SCHOOL_HOURS = ISHBEL.model_copy(
    update={"times": Times(free=("Mon-Fri 10:00-14:00",), if_need_be=("Sat 10:00-13:00",))}
)


@dataclass(frozen=True)
class FreeTimes(Constraint):
    """Whoever names the only times they can come is not asked at others; "if need be" comes last.

    The session itself lies within those times; the way there and back may lie outside them.
    """

    title: ClassVar[str] = "Meet when people said they are free"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The session runs past the time she is free.",
            given={"start": at("Tuesday 8 June 2027 13:00"), "person": SCHOOL_HOURS},
            expects="Ishbel can come only Mon-Fri 10:00-14:00; Sat 10:00-13:00.",
        ),
        Example(
            says="Saturdays are for if need be.",
            given={"start": at("Saturday 12 June 2027 10:30"), "person": SCHOOL_HOURS},
            expects="Ishbel would rather not come Sat 10:00-13:00.",
        ),
        Example(
            says="The session fits.",
            given={"start": at("Tuesday 8 June 2027 11:00"), "person": SCHOOL_HOURS},
        ),
    )

    def check(
        self, start: datetime, end: datetime, programme: Programme, person: Person
    ) -> Objection | None:
        """Object outside somebody's free times, and mildly to those they kept for "if need be"."""
        times = person.times
        if self.name() in person.come_anyway:
            return None
        within = is_within(_able(programme, person), (start, end)) if times.free else True
        if within is None:
            return not_known_yet(programme, person, day=start.date())
        if not within:
            only = f"{person.label} can come only {'; '.join((*times.free, *times.if_need_be))}."
            return cannot_come_as_known(programme, person, only, day=start.date())
        rather_not = _rather_not(programme, person)
        if first_met(rather_not.surely, (start, end)):
            says = f"{person.label} would rather not come {'; '.join(times.if_need_be)}."
            return would_rather_not(person, says)
        if first_met(rather_not.perhaps, (start, end)):
            return may_not_suit(programme, person, day=start.date())
        return None

    def screen(self, grid: Grid) -> Mask:
        """Mark the sessions outside each person's free times, and those for "if need be"."""
        degrees = np.zeros((grid.shape[0], 1, grid.shape[2]), dtype=np.uint8)
        for p, person in enumerate(grid.people):
            if self.name() in person.come_anyway:
                continue
            if person.times.if_need_be:
                met = starts_met(grid, _rather_not(grid.programme, person).perhaps)
                degrees[met, 0, p] = Degree.AVOID
            if person.times.free:
                able = _able(grid.programme, person)
                never, asked = Degree.NEVER, Degree.UNKNOWN
                cannot = outside(grid, able, degree=never, not_known=asked)
                degrees[cannot > 0, 0, p] = cannot[cannot > 0]
        return Mask(degrees)


def _able(programme: Programme, person: Person) -> KnownHours:
    """Return the times somebody can come, those for "if need be" among them."""
    times = person.times
    return known_hours(programme, (*times.free, *times.if_need_be), home=person.home)


def _rather_not(programme: Programme, person: Person) -> KnownHours:
    return known_hours(programme, person.times.if_need_be, home=person.home)
