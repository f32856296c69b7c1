"""Whether a venue is open while a session needs its room, holidays counted."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from scheduler.calendars.tables import Table
from scheduler.facts import Answer
from scheduler.grid import Grid
from scheduler.places.holidays import are_holidays, holiday_at
from scheduler.places.opening import MINUTES_A_DAY, OpenTimes, clock_minute, read_opening
from scheduler.programme import Programme, Session
from scheduler.venues import Venue

Stretches = tuple[NDArray[np.int64], NDArray[np.int64]]
"""From when and until when rooms are needed, in minutes of the clock, shape (S,) each."""


class Openness(IntEnum):
    """Whether a venue is open when it is needed."""

    OPEN = 0
    """It is."""
    NOT_KNOWN = 1
    """Somebody has to ask."""
    OUTSIDE_HOURS = 2
    """It is not, by its hours."""
    HOLIDAY = 3
    """It is not, as it shuts on holidays."""


@dataclass(frozen=True)
class RoomTime:
    """When a session needs a room: from setting up to clearing away."""

    begin: datetime
    finish: datetime
    holiday: str
    """What holiday the day is at the venue, where that makes a difference there."""

    @property
    def minutes(self) -> tuple[int, int]:
        """The time in minutes of the clock."""
        return clock_minute(self.begin), clock_minute(self.finish)


def room_time(times: tuple[datetime, datetime], session: Session, *, holiday: str = "") -> RoomTime:
    """Return when a session from start to end needs its room."""
    begin = times[0] - timedelta(minutes=session.setup_minutes)
    return RoomTime(begin, times[1] + timedelta(minutes=session.clear_up_minutes), holiday)


def holiday_that_matters(programme: Programme, venue: Venue, *, day: date, changes: Table) -> str:
    """Return what holiday a day is at a venue; nothing where it makes no difference to it."""
    if _on_holidays(venue) == "as usual":
        return ""
    return holiday_at(programme, venue.place, day=day, changes=changes)


def openness(programme: Programme, venue: Venue, *, needed: RoomTime) -> Openness:
    """Return whether a venue is open all the time a session needs it."""
    rule = _on_holidays(venue) if needed.holiday else "as usual"
    if rule == "shut":
        return Openness.HOLIDAY
    if not venue.opening:
        return Openness.NOT_KNOWN
    day = needed.begin.date()
    first, last = min(programme.first_day, day), max(programme.last_day, day)
    times = read_opening(venue.opening).times(first, last, holidays=rule == "as told")
    if not times.perhaps.covers(*needed.minutes):
        return Openness.OUTSIDE_HOURS
    sure = times.surely.covers(*needed.minutes) and rule != "ask"
    return Openness.OPEN if sure else Openness.NOT_KNOWN


@dataclass(frozen=True, eq=False)
class Openings:
    """Whether venues are open at the starts of a grid; hours that many have are looked at once."""

    grid: Grid
    needed: Stretches
    changes: Table
    """The bank holidays added or removed by proclamation."""
    _found: dict[tuple[str, bool], NDArray[np.uint8]] = field(default_factory=dict)
    """By hours, and whether every day is taken for a holiday."""

    def of(self, venue: Venue) -> NDArray[np.uint8]:
        """Return whether a venue is open at every start, shape (S,)."""
        usual, grid = self._by_hours(venue, holidays=False), self.grid
        if _on_holidays(venue) == "as usual" or not grid.days:
            return usual
        place, programme = venue.place, grid.programme
        days = are_holidays(programme, place, days=grid.days, changes=self.changes)
        return np.where(np.array(days, dtype=np.bool_)[grid.day_of], self._by_rule(venue), usual)

    def _by_rule(self, venue: Venue) -> NDArray[np.uint8]:
        """Return what every start would be, were every day a holiday."""
        rule = _on_holidays(venue)
        if rule == "shut":
            return np.full(len(self.grid.starts), Openness.HOLIDAY, dtype=np.uint8)
        hours = self._by_hours(venue, holidays=rule == "as told")
        return hours if rule == "as told" else np.maximum(hours, np.uint8(Openness.NOT_KNOWN))

    def _by_hours(self, venue: Venue, *, holidays: bool) -> NDArray[np.uint8]:
        key = venue.opening, holidays
        if key not in self._found:
            self._found[key] = self._looked_up(venue.opening, holidays=holidays)
        return self._found[key]

    def _looked_up(self, opening: str, *, holidays: bool) -> NDArray[np.uint8]:
        if not opening:
            return np.full(len(self.grid.starts), Openness.NOT_KNOWN, dtype=np.uint8)
        days = self.grid.programme.first_day, self.grid.programme.last_day
        times: OpenTimes = read_opening(opening).times(*days, holidays=holidays)
        found = np.full(len(self.grid.starts), Openness.OUTSIDE_HOURS, dtype=np.uint8)
        if times.perhaps is not times.surely:
            found[times.perhaps.cover(*self.needed)] = Openness.NOT_KNOWN
        found[times.surely.cover(*self.needed)] = Openness.OPEN
        return found


def stretches_needed(grid: Grid) -> Stretches:
    """Return when each start needs a room, in minutes of the clock, shape (S,) each."""
    days = np.array([day.toordinal() for day in grid.days], dtype=np.int64)[grid.day_of]
    starts = days * MINUTES_A_DAY + grid.minute_of
    ends = days * MINUTES_A_DAY + grid.end_minute_of
    return starts - grid.session.setup_minutes, ends + grid.session.clear_up_minutes


def _on_holidays(venue: Venue) -> Literal["shut", "as told", "as usual", "ask"]:
    """Return which hours hold on a holiday: none, those told, the usual, or nobody knows."""
    if venue.open_on_holidays is Answer.NO:
        return "shut"
    if venue.opening and read_opening(venue.opening).names_holidays:
        return "as told"
    return "as usual" if venue.open_on_holidays is Answer.YES else "ask"
