"""By when somebody has to be home: at an hour of their own, or before dark."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from scheduler.calendars.daylight import dusk, sunset
from scheduler.calendars.wall_time import minute_shown
from scheduler.grid import Grid, utc_minute
from scheduler.people import Person, Times
from scheduler.positions import Position, position_of, venue_position
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_hour
from scheduler.taken import ENDLESS, legs
from scheduler.venues import Venue
from scheduler.words import Clock

Light = Literal["sunset", "dusk"]
"""When it counts as dark: as the sun sets, or when the light is gone."""

Where = Literal["home", "venue", "either"]
"""Where it has to be light still: at home, at the venue, or wherever it gets dark first."""

Places = tuple[Position, ...]
"""Where it has to be light still; empty where that is not known."""


@dataclass(frozen=True)
class HomeBy:
    """By when somebody has to be home on a day, in minutes since 1970 UTC."""

    hour: int
    """Their own hour."""
    dark: int
    """Dark, where they need to be home before it and it is known where."""
    light: Light

    @property
    def minute(self) -> int:
        """The earlier of the two."""
        return min(self.hour, self.dark)

    @property
    def says(self) -> str:
        """What being later than that means, in words."""
        if self.dark < self.hour:
            return f"after {self.light} at {spoken_hour(self.dark)}"
        return f"and needs to be by {spoken_hour(self.hour)}"


def has_to_be_home(times: Times) -> bool:
    """Say whether somebody has to be home by an hour or before dark."""
    return times.home_by is not None or times.home_before_dark


def dark_places(programme: Programme, person: Person, *, venue: Venue, where: Where) -> Places:
    """Return where the light counts; of home and venue the other, where one is not known."""
    home, there = position_of(programme, person.home), venue_position(programme, venue)
    known = tuple(each for each in ((there, home) if where == "venue" else (home, there)) if each)
    return known if where == "either" else known[:1]


def dark_at(day: date, places: Places, *, light: Light) -> int:
    """Return when it gets dark on a day at the first of some places, in minutes since 1970 UTC."""
    return min((_dark(day, place, light=light) for place in places), default=ENDLESS)


def home_by(
    programme: Programme, times: Times, *, day: date, places: Places, light: Light
) -> HomeBy:
    """Return by when somebody has to be home on a day."""
    hour = ENDLESS
    if times.home_by:
        hour = minute_shown(day, clock_minute(times.home_by), programme.tz)
    dark = dark_at(day, places, light=light) if times.home_before_dark else ENDLESS
    return HomeBy(hour, dark, light)


def home_by_days(grid: Grid, times: Times, *, places: Places, light: Light) -> Iterator[int]:
    """Give by when somebody has to be home on each day of a grid, in minutes since 1970 UTC."""
    zone, hour = grid.programme.tz, clock_minute(times.home_by) if times.home_by else None
    for day in grid.days:
        own = ENDLESS if hour is None else minute_shown(day, hour, zone)
        yield min(own, dark_at(day, places, light=light)) if times.home_before_dark else own


def to_spare(grid: Grid, home_by_minute: Iterable[int]) -> NDArray[np.int64]:
    """Return how many minutes the way home may take after a session at each start, shape (S,).

    From by when somebody has to be home on each of the grid's days, in minutes since 1970 UTC.
    """
    return np.fromiter(home_by_minute, np.int64)[grid.day_of] - grid.closes


def clock_minute(clock: Clock) -> int:
    """Return how many minutes after midnight a clock shows a time."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


@lru_cache(maxsize=65536)
def _dark(day: date, where: Position, *, light: Light) -> int:
    falls = sunset if light == "sunset" else dusk
    return utc_minute(falls(day, latitude=where[0], longitude=where[1]))


@dataclass(frozen=True, eq=False)
class Homeward:
    """One person's ways home from the venues for which the same places' light counts."""

    places: Places
    venues: list[int]
    """Which of the grid's venues they are."""
    minutes: NDArray[np.int32]
    """How long the way home takes, shape (S or 1, those venues)."""
    travels: NDArray[np.bool_]
    """Whether there is a way home at all, rather than a call from home; shape as above."""


def homeward(grid: Grid, person: int, *, where: Where | Literal[False]) -> Iterator[Homeward]:
    """Give one person's ways home, sorted by the places where it has to be light still.

    All as one where the light does not count.
    """
    number, back = grid.ways.number[:, :, person], legs(grid, person)[1]
    travels = (grid.ways.values("is_remote") == 0)[number]
    for places, venues in _venues_by_dark(grid, person, where=where).items():
        yield Homeward(places, venues, back[:, venues], travels[:, venues])


def _venues_by_dark(
    grid: Grid, person: int, *, where: Where | Literal[False]
) -> dict[Places, list[int]]:
    found: dict[Places, list[int]] = {}
    for v, venue in enumerate(grid.venues):
        if not venue.is_remote:
            person_there = grid.programme, grid.people[person]
            places = dark_places(*person_there, venue=venue, where=where) if where else ()
            found.setdefault(places, []).append(v)
    return found
