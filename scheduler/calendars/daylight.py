"""When the sun sets at a place, and when the light is gone: the last of the road home."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final

from astral import Observer

# Not `astral.sun.sun`: it asks for dawn too, and raises in Unst in June, which has none. Not
# `astral.sun.dusk`: where the sun hardly goes so far down it was minutes off, and past midnight it
# gives the evening before.
from astral.sun import elevation, midnight
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
    observer = Observer(latitude, longitude)
    before = sunset(day, latitude=latitude, longitude=longitude).astimezone(UTC)
    after = lowest(day, latitude=latitude, longitude=longitude).astimezone(UTC)
    if _height(observer, after) > -degrees:
        return None
    # From sunset on the sun goes down until it is lowest: halve what lies between.
    while after - before > ONE_SECOND:
        middle = before + (after - before) / 2
        is_above = _height(observer, middle) > -degrees
        before, after = (middle, after) if is_above else (before, middle)
    return after.astimezone(LONDON)


def lowest(day: date, *, latitude: float, longitude: float) -> datetime:
    """Return when the sun is lowest in the night after a day, in Europe/London time."""
    return midnight(Observer(latitude, longitude), day + ONE_DAY, tzinfo=LONDON)


def _height(observer: Observer, when: datetime) -> float:
    """Return how many degrees the centre of the sun stands above the horizon, without air."""
    return elevation(observer, when, with_refraction=False)
