"""Get everybody home in the light in winter, where a project asks for it."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import compress
from typing import ClassVar, Literal

import numpy as np

from scheduler.calendars.some_days import holds, read_days
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.grid import Grid, Mask, utc_minute
from scheduler.home_times import (
    Light,
    Where,
    dark_at,
    dark_on,
    dark_places,
    homeward,
    to_spare,
)
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.samples import at
from scheduler.taken import ENDLESS
from scheduler.venues import Venue
from scheduler.ways import Way

EVENING = at("Tuesday 12 January 2027 14:30")


@dataclass(frozen=True)
class WinterTravel(Constraint):
    """Single-track roads, ice and last boats: in winter a project may want everybody home in time.

    It asks nobody for a reason and closes no date: who would still be on the road after dark is put
    to it. Nothing is asked unless a project sets it. On-line or by phone nobody travels.
    """

    home_before: Literal["any hour", "sunset", "dusk"] = "any hour"
    """By when everybody is to be home in winter; dusk is when lamps are needed outside."""
    winter: str = "11-01/03-15"
    """The days of winter, as month and day."""
    extra_minutes: int = 0
    """How many minutes more to allow for the way home in winter."""
    dark_where: Where = "home"
    """Where it has to be light still: home, venue, or either, wherever it gets dark first."""

    title: ClassVar[str] = "Get everybody home in the light in winter"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("SCIE, Making events accessible: not after dark", date(2026, 11, 23)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The project wants everybody home before dusk in winter.",
            given={"start": EVENING, "end": at("Tuesday 12 January 2027 17:00")},
            settings={"home_before": "dusk"},
            expects="Ishbel would be on the road after dusk.",
        ),
        Example(
            says="The way takes longer on ice.",
            given={"start": EVENING, "end": at("Tuesday 12 January 2027 16:10")},
            settings={"home_before": "dusk", "extra_minutes": 30},
            expects="Ishbel would be on the road after dusk.",
        ),
        Example(
            says="Home before dusk.",
            given={"start": EVENING, "end": at("Tuesday 12 January 2027 16:10")},
            settings={"home_before": "dusk"},
        ),
        Example(
            says="Nobody asked for it.",
            given={"start": EVENING, "end": at("Tuesday 12 January 2027 17:00")},
        ),
    )

    def __post_init__(self) -> None:
        """Refuse days that are none."""
        read_days(self.winter, self.winter)

    @property
    def _light(self) -> Light | None:
        return None if self.home_before == "any hour" else self.home_before

    def check(  # noqa: PLR0913, PLR0917 - it asks for what it names
        self,
        start: datetime,
        end: datetime,
        programme: Programme,
        venue: Venue,
        person: Person,
        way: Way,
    ) -> Objection | None:
        """Object mildly where somebody would be home after dark on a day of winter."""
        light, day = self._light, start.date()
        winter = read_days(self.winter, self.winter)
        if light is None or not holds(day, only=winter, leave_out=()):
            return None
        if venue.is_remote or way.is_remote or self.name() in person.come_anyway:
            return None
        places = dark_places(programme, person, venue=venue, where=self.dark_where)
        if not places:
            return Objection(Degree.UNKNOWN, f"Roughly where does {person.label} live?")
        home = utc_minute(end) + way.back_minutes + self.extra_minutes
        if home <= dark_at(day, places, light=light):
            return None
        return Objection(Degree.AVOID, f"{person.label} would be on the road after {light}.")

    def screen(self, grid: Grid) -> Mask:
        """Mark every session after which a way home would not end in the light."""
        if self._light is None:
            return Mask(np.zeros((1, 1, 1), dtype=np.uint8))
        degrees = np.zeros(grid.shape, dtype=np.uint8)
        winter = read_days(self.winter, self.winter)
        is_winter = np.array([holds(day, only=winter, leave_out=()) for day in grid.days])
        in_winter = is_winter[grid.day_of][:, None]
        by = np.full(len(grid.days), ENDLESS, np.int64)
        days = tuple(compress(grid.days, is_winter))
        for p, person in enumerate(grid.people):
            if self.name() in person.come_anyway:
                continue
            for ways in homeward(grid, p, where=self.dark_where):
                by[is_winter] = dark_on(days, ways.places, light=self._light)
                late = ways.minutes + self.extra_minutes > to_spare(grid, by)[:, None]
                found = late * np.uint8(Degree.AVOID) if ways.places else np.uint8(Degree.UNKNOWN)
                degrees[:, ways.venues, p] = in_winter * found * ways.travels
        return Mask(degrees)
