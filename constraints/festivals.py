"""Keep clear of the dates and hours that members of the group keep."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import attrgetter
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from scheduler.absence import cannot_come, would_rather_not
from scheduler.calendars.kept import Kept, is_known, kept_between, kept_calendars, kept_words
from scheduler.calendars.wall_time import Stretch
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.feasts_named import feasts_named
from scheduler.grid import Grid, Mask, utc_minute
from scheduler.people import Person
from scheduler.positions import home_or_near
from scheduler.programme import Programme, Project
from scheduler.samples import ISHBEL, at
from scheduler.spoken_days import spoken_day
from scheduler.taken import joined, starts_met

TABLES = Path(__file__).with_name("data")
ONE_DAY = timedelta(days=1)
MOST_OF_A_DAY = timedelta(hours=12)
KEEPS_EID = ISHBEL.model_copy(update={"keeps": ("eid_al_adha",)})
KEEPS_EVENINGS = ISHBEL.model_copy(update={"keeps": ("ramadan_iftar",)})


@dataclass(frozen=True)
class Festivals(Constraint):
    """Whoever keeps a festival, a fast or a day of rest is not asked then, and nobody is told why.

    Where the moon or the place leaves a day open every one is kept, unless they named the day, or
    whose announcement they go by. Hours that hang on the sun are worked out where the person lives,
    else where the project belongs; where neither is on the map, from noon.
    """

    title: ClassVar[str] = "Keep clear of the dates people keep"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Tables of festivals: own compilation, a source in every row",
            date(2026, 11, 23),
            "CC0-1.0",
        ),
        Source("Oxford Brookes: end before sunset in Ramadan", date(2026, 11, 23)),
        Source(
            "Hebcal: from 18 minutes before sunset until the sun is 8.5 degrees down",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="A day she keeps.",
            given={"start": at("Sunday 16 May 2027 11:00"), "person": KEEPS_EID},
            expects="Sunday 16 May 2027 is one of Ishbel's dates to avoid.",
        ),
        Example(
            says="An evening of a month in which she is home at sunset.",
            given={"start": at("Thursday 11 February 2027 15:30"), "person": KEEPS_EVENINGS},
            expects="Thursday 11 February 2027 has times to avoid for Ishbel.",
        ),
        Example(
            says="A word no calendar knows.",
            given={"person": ISHBEL.model_copy(update={"keeps": ("the_old_fair",)})},
            expects="Which dates in 2027 are to be avoided for Ishbel?",
        ),
        Example(
            says="The same month at noon.",
            given={"start": at("Thursday 11 February 2027 12:00"), "person": KEEPS_EVENINGS},
        ),
    )

    def check(
        self, start: datetime, end: datetime, programme: Programme, project: Project, person: Person
    ) -> Objection | None:
        """Object where the session meets hours that somebody keeps."""
        day = start.date()
        kept = self._kept(programme, project, person=person, days=(day, day + ONE_DAY))
        meets = (k for k in kept if k.begin < end and start < k.end)
        met = max(meets, key=attrgetter("degree"), default=None)
        if met:
            return _objection(person, met, day=day)
        if self._is_untold(person, day.year):
            question = f"Which dates in {day.year} are to be avoided for {person.label}?"
            return Objection(Degree.UNKNOWN, question)
        return None

    @classmethod
    def words_known(cls) -> Mapping[str, frozenset[str]]:
        """Return what somebody may say they keep."""
        return {"keeps": kept_words(TABLES)}

    def screen(self, grid: Grid) -> Mask:
        """Lay out each person's kept hours, then see which sessions meet them."""
        degrees = np.zeros((grid.shape[0], 1, grid.shape[2]), dtype=np.uint8)
        for p, person in enumerate(grid.people):
            if person.observes:
                degrees[:, 0, p] = self._degrees(grid, person)
        return Mask(degrees)

    def _degrees(self, grid: Grid, person: Person) -> NDArray[np.uint8]:
        """Return how strongly each start meets what somebody keeps, shape (S,)."""
        untold = {year: self._is_untold(person, year) for year in {d.year for d in grid.days}}
        by_day = np.array(
            [Degree.UNKNOWN if untold[day.year] else 0 for day in grid.days], np.uint8
        )
        degrees = by_day[grid.day_of]
        days = (grid.programme.first_day, grid.programme.last_day + ONE_DAY)
        kept = tuple(self._kept(grid.programme, grid.project, person=person, days=days))
        for degree in (Degree.AVOID, Degree.NEVER):
            own = (_minutes(k) for k in kept if k.degree == degree)
            degrees[starts_met(grid, joined(own))] = degree
        return degrees

    def _kept(
        self, programme: Programme, project: Project, *, person: Person, days: tuple[date, date]
    ) -> Iterator[Kept]:
        calendars, codes = kept_calendars(TABLES), self._codes(person)
        where = home_or_near(programme, project, person=person)
        named = feasts_named(programme, person)
        for code in codes:
            yield from kept_between(days, code, position=where, calendars=calendars, named=named)

    def _is_untold(self, person: Person, year: int) -> bool:
        """Say whether somebody keeps what no calendar dates in a year."""
        calendars = kept_calendars(TABLES)
        return not all(is_known(code, year, calendars=calendars) for code in self._codes(person))

    def _codes(self, person: Person) -> tuple[str, ...]:
        return () if self.name() in person.come_anyway else person.observes


def _objection(person: Person, met: Kept, *, day: date) -> Objection:
    """Say that a day or an hour is to be avoided, and nothing of what is kept."""
    whole = met.end - met.begin > MOST_OF_A_DAY
    says = (
        f"{spoken_day(day)} is one of {person.label}'s dates to avoid."
        if whole
        else f"{spoken_day(day)} has times to avoid for {person.label}."
    )
    return (cannot_come if met.degree == Degree.NEVER else would_rather_not)(person, says)


def _minutes(kept: Kept) -> Stretch:
    return utc_minute(kept.begin), utc_minute(kept.end)
