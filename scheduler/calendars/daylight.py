"""When the sun sets at a place, and when the light is gone: the last of the road home."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from math import acos, cos, radians, sin
from math import degrees as degrees_of
from typing import Final

from astral import Observer

# Not `astral.sun.sun`: it asks for dawn too, and raises in Unst in June, which has none. Not
# `astral.sun.dusk`: where the sun hardly goes so far down it was minutes off, and past midnight it
# gives the evening before.
from astral.julian import julianday, julianday_to_juliancentury
from astral.sun import eq_of_time, midnight, sun_declination
from astral.sun import sunset as sunset_at

from scheduler.calendars.wall_time import LONDON, ONE_DAY

CIVIL_DEGREES: Final = 6.0
"""How far below the horizon the sun is at dusk, when lamps are needed outside (civil twilight)."""

ONE_SECOND: Final = timedelta(seconds=1)


@lru_cache(maxsize=65536)
def sunset(day: date, *, latitude: float, longitude: float) -> datetime:
    """Return when the sun sets on that day, in Europe/London time.

    Defined for every day of the year anywhere in Scotland. Against ephem 4.2.1 it is within
    a minute at Edinburgh, Stornoway, Lerwick and Unst over two years, by test.

    Raises
    ------
    ValueError
        Where the sun does not set that day: only north of about 66 degrees.
    """
    return sunset_at(Observer(latitude, longitude), day, tzinfo=LONDON)


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
    sunset(day, latitude=latitude, longitude=longitude)
    found = sun_down(day, CIVIL_DEGREES, latitude=latitude, longitude=longitude)
    return found or lowest(day, latitude=latitude, longitude=longitude)


def sun_down(day: date, degrees: float, *, latitude: float, longitude: float) -> datetime | None:
    """Return when the sun is so many degrees below the horizon in the evening of a day.

    None where it never is. The evening may end after midnight.
    """
    before = sunset(day, latitude=latitude, longitude=longitude).astimezone(UTC)
    after = lowest(day, latitude=latitude, longitude=longitude).astimezone(UTC)
    sun = _Evening.of(before, after, latitude=latitude, longitude=longitude)
    if sun.height(after) > -degrees:
        return None
    # From sunset on the sun goes down until it is lowest: halve what lies between.
    while after - before > ONE_SECOND:
        middle = before + (after - before) / 2
        is_above = sun.height(middle) > -degrees
        before, after = (middle, after) if is_above else (before, middle)
    return after.astimezone(LONDON)


def lowest(day: date, *, latitude: float, longitude: float) -> datetime:
    """Return when the sun is lowest in the night after a day, in Europe/London time."""
    return midnight(Observer(latitude, longitude), day + ONE_DAY, tzinfo=LONDON)


@dataclass(frozen=True)
class _Evening:
    """Where the sun stands in the few hours after sunset at one place.

    Its declination and the equation of time hardly change in them, and do so evenly: they are
    worked out at both ends alone, which takes most of the time.
    """

    latitude: float
    longitude: float
    begins: datetime
    lasts: timedelta
    declination: tuple[float, float]
    """At the beginning and at the end, in degrees."""
    clock_ahead: tuple[float, float]
    """How far a sundial is ahead of the clock then, in minutes (the equation of time)."""

    @classmethod
    def of(
        cls, begins: datetime, ends: datetime, *, latitude: float, longitude: float
    ) -> "_Evening":
        at = [julianday_to_juliancentury(julianday(moment)) for moment in (begins, ends)]
        return cls(
            latitude=latitude,
            longitude=longitude,
            begins=begins,
            lasts=ends - begins,
            declination=(sun_declination(at[0]), sun_declination(at[1])),
            clock_ahead=(eq_of_time(at[0]), eq_of_time(at[1])),
        )

    def height(self, when: datetime) -> float:
        """Return how many degrees the centre of the sun stands above the horizon, without air."""
        share = (when - self.begins) / self.lasts
        north = radians(_between(self.declination, share))
        minutes = when.hour * 60 + when.minute + when.second / 60 + when.microsecond / 6e7
        on_the_dial = minutes + _between(self.clock_ahead, share) + 4 * self.longitude
        turned, here = radians(on_the_dial / 4 - 180), radians(self.latitude)
        up = sin(here) * sin(north) + cos(here) * cos(north) * cos(turned)
        return float(90 - degrees_of(acos(up)))


def _between(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share
