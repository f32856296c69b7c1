"""When the sun sets at a place, and when the light is gone: the last of the road home."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from math import acos, cos, radians, sin
from math import degrees as degrees_of
from typing import Final

# From astral only where the sun stands. Not `astral.sun.sun`: it asks for dawn too, and raises in
# Unst in June, which has none. Not `astral.sun.dusk`: where the sun hardly goes so far down it was
# minutes off, and past midnight it gives the evening before.
from astral.julian import julianday, julianday_to_juliancentury
from astral.sun import eq_of_time, sun_declination

from scheduler.calendars.wall_time import LONDON, ONE_DAY

SUNSET_DEGREES: Final = 50 / 60
"""How far below the horizon the centre of the sun is as its upper edge sets, seen through air."""

CIVIL_DEGREES: Final = 6.0
"""How far below the horizon the sun is at dusk, when lamps are needed outside (civil twilight)."""

NOON: Final = 12 * 60
A_DAY: Final = 24 * 60
ROUNDS: Final = 3
"""How often the moment is reckoned anew with where the sun stands then: each brings it 100 times
nearer, since the sun hardly moves among the stars in an hour."""


@lru_cache(maxsize=65536)
def sunset(day: date, *, latitude: float, longitude: float) -> datetime:
    """Return when the sun sets on that day, in Europe/London time.

    Defined for every day of the year anywhere in Scotland. Against ephem 4.2.1 it is within
    ten seconds at Edinburgh, Stornoway, Lerwick and Unst over two years, by test.

    Raises
    ------
    ValueError
        Where the sun does not set that day: only north of about 66 degrees.
    """
    found = sun_down(day, SUNSET_DEGREES, latitude=latitude, longitude=longitude)
    if found is None:
        raise ValueError(f"On {day} the sun is always above the horizon there.")
    return found


@lru_cache(maxsize=65536)
def dusk(day: date, *, latitude: float, longitude: float) -> datetime:
    """Return when the light is gone on the evening of that day, in Europe/London time.

    That is civil dusk or, where the sun never goes so far down, as in Unst at midsummer, the
    moment it is lowest: it does not get darker than that. It may be past midnight.

    Raises
    ------
    ValueError
        Where the sun does not set that day: only north of about 66 degrees.
    """
    found = sun_down(day, CIVIL_DEGREES, latitude=latitude, longitude=longitude)
    if found is None:
        sunset(day, latitude=latitude, longitude=longitude)
        return lowest(day, latitude=latitude, longitude=longitude)
    return found


def sun_down(day: date, degrees: float, *, latitude: float, longitude: float) -> datetime | None:
    """Return when the sun is so many degrees below the horizon in the evening of a day.

    None where it never is. The evening may end after midnight.

    Raises
    ------
    ValueError
        Where it is further down all day.
    """
    found = _evening(day, latitude, longitude).down(degrees)
    return None if found is None else _shown(day, found)


def lowest(day: date, *, latitude: float, longitude: float) -> datetime:
    """Return when the sun is lowest in the night after a day, in Europe/London time."""
    return _shown(day, _evening(day, latitude, longitude).lowest)


@dataclass(frozen=True)
class _Evening:
    """Where the sun stands between two noons at one place.

    Its declination and the equation of time change evenly from noon to noon to within a second of
    sunset, so they are worked out once for each noon, the same for every place.
    """

    day: date
    north: float
    """Sine and cosine of the latitude."""
    inland: float
    east_minutes: float
    """By how many minutes the sun is earlier here than at Greenwich."""
    declination: tuple[float, float]
    """At noon and at the next noon, in radians."""
    clock_ahead: tuple[float, float]
    """How far a sundial is ahead of the clock then, in minutes (the equation of time)."""

    @property
    def lowest(self) -> float:
        """When the sun is lowest, in minutes after midnight UTC, a sundial's midnight."""
        return self._clock_at(A_DAY, A_DAY)

    def down(self, degrees: float) -> float | None:
        """Return when it is so far below the horizon, in minutes after midnight UTC.

        None where it never is.
        """
        found = self.lowest
        for _ in range(ROUNDS):
            turned = self._turned(found, degrees)
            if turned < -1:
                return None
            if turned > 1:
                raise ValueError(f"On {self.day} the sun is always below the horizon there.")
            found = self._clock_at(NOON + 4 * degrees_of(acos(turned)), found)
        return found

    def _turned(self, minute: float, degrees: float) -> float:
        """Return how far round the sun is from noon when so far down, as the cosine of an angle.

        Reckoned with where it stands at about that minute. Below -1: it never goes so far down.
        """
        sun = _between(self.declination, minute)
        return (sin(radians(-degrees)) - self.north * sin(sun)) / (self.inland * cos(sun))

    def _clock_at(self, dial: float, minute: float) -> float:
        """Return what the clock shows in UTC as a sundial here shows a minute, at about then."""
        return dial - _between(self.clock_ahead, minute) - self.east_minutes


def _evening(day: date, latitude: float, longitude: float) -> _Evening:
    here, now, then = radians(latitude), _sun(day), _sun(day + ONE_DAY)
    return _Evening(
        day=day,
        north=sin(here),
        inland=cos(here),
        east_minutes=4 * longitude,
        declination=(now[0], then[0]),
        clock_ahead=(now[1], then[1]),
    )


@lru_cache(maxsize=4096)
def _sun(day: date) -> tuple[float, float]:
    """Return the sun's declination in radians and the equation of time in minutes at noon UTC."""
    century = julianday_to_juliancentury(julianday(day) + 0.5)
    return radians(sun_declination(century)), eq_of_time(century)


def _between(ends: tuple[float, float], minute: float) -> float:
    """Return what lies between the figures of two noons at a minute after the first midnight."""
    return ends[0] + (ends[1] - ends[0]) * (minute - NOON) / A_DAY


def _shown(day: date, minute: float) -> datetime:
    """Return a moment in minutes after midnight UTC as Europe/London time, to the second."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return (midnight + timedelta(seconds=round(minute * 60))).astimezone(LONDON)
