"""By when somebody has to be home: at an hour of their own, or before the sun sets there."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from scheduler.calendars.daylight import sunset
from scheduler.grid import Grid, utc_minute
from scheduler.people import Person, Times
from scheduler.positions import Position, position_of, venue_position
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_hour
from scheduler.taken import ENDLESS
from scheduler.venues import Venue


@dataclass(frozen=True)
class HomeBy:
    """By when somebody has to be home on a day, in minutes since 1970 UTC."""

    hour: int
    """Their own hour."""
    dark: int
    """Sunset, where they need to be home before it and it is known where."""

    @property
    def minute(self) -> int:
        """The earlier of the two."""
        return min(self.hour, self.dark)

    @property
    def says(self) -> str:
        """What being later than that means, in words."""
        if self.dark < self.hour:
            return f"after sunset at {spoken_hour(self.dark)}"
        return f"and needs to be by {spoken_hour(self.hour)}"


def has_to_be_home(times: Times) -> bool:
    """Say whether somebody has to be home by an hour or before dark."""
    return times.home_by is not None or times.home_before_dark


def sunset_place(programme: Programme, person: Person, *, venue: Venue) -> Position | None:
    """Return where the sunset counts: at home, else at the venue; None where neither is known."""
    return position_of(programme, person.home) or venue_position(programme, venue)


def home_by(programme: Programme, times: Times, *, day: date, where: Position | None) -> HomeBy:
    """Return by when somebody has to be home on a day."""
    hour = utc_minute(programme.moment(day, times.home_by)) if times.home_by else ENDLESS
    return HomeBy(hour, _dark(day, where) if where and times.home_before_dark else ENDLESS)


def to_spare(grid: Grid, times: Times, *, where: Position | None) -> NDArray[np.int64]:
    """Return how many minutes the way home may take after a session at each start, shape (S,)."""
    by = np.full(len(grid.days), ENDLESS, dtype=np.int64)
    if times.home_by:
        moments = (grid.programme.moment(day, times.home_by) for day in grid.days)
        by = np.minimum(by, np.fromiter(map(utc_minute, moments), np.int64))
    if times.home_before_dark and where:
        by = np.minimum(by, np.fromiter((_dark(day, where) for day in grid.days), np.int64))
    return by[grid.day_of] - grid.closes


@lru_cache(maxsize=65536)
def _dark(day: date, where: Position) -> int:
    return utc_minute(sunset(day, latitude=where[0], longitude=where[1]))


def venues_by_sunset(grid: Grid, person: int) -> dict[Position | None, list[int]]:
    """Sort the venues people travel to by the place whose sunset counts for one person."""
    found: dict[Position | None, list[int]] = {}
    for v, venue in enumerate(grid.venues):
        if not venue.is_remote:
            where = sunset_place(grid.programme, grid.people[person], venue=venue)
            found.setdefault(where, []).append(v)
    return found
