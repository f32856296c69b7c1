"""The lunar days that Hindu, Sikh and Buddhist festivals are kept on, reckoned from sun and moon.

A month runs from new moon to new moon and is named by the sign the sun enters in it, counted from
the fixed stars; a month in which it enters none is a leap month, and no festival is kept in it. A
month has thirty lunar days, each twelve degrees of the moon's way ahead of the sun. Which of our
days a lunar day belongs to hangs on the hour at which people look.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from math import atan2, cos, degrees, radians, sin, tan

from astral.moon import moon_position
from astral.sun import sun_apparent_long

J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
YEAR = timedelta(days=365.2422)
MONTH = timedelta(days=29.530589)
INDIA = timedelta(hours=5, minutes=30)
"""Indian time ahead of UTC: the festivals are dated by the calendars of India."""

DEGREES_A_DAY, DEGREES_A_SIGN, DEGREES_A_TURN = 12, 30, 360
TILT = 23.4393
"""Degrees between the sun's way and the equator in 2000 (Astronomical Almanac)."""

STARS, STARS_A_YEAR = 23.853, 50.29 / 3600
"""Degrees from the spring equinox to the first sign in 2000, and more each year (Lahiri)."""

ENOUGH_STEPS = 8


@lru_cache(maxsize=4096)
def day_of_lunar_day(year: int, month: int, lunar_day: int, *, at: timedelta) -> date:
    """Return the first day in India on which a lunar day is on at an hour; else the day it falls.

    `month` counts from Chaitra, 1; `lunar_day` from 1 after the new moon to 30, the next one.
    """
    begins = _new_moon_before(_enters_sign(year, month)) + (lunar_day - 1) * MONTH / 30
    first = (begins + INDIA).date() - 2 * DAY
    days = [first + number * DAY for number in range(6)]
    passed = [(day, _degrees_past(lunar_day, _moment(day, at))) for day in days]
    return next(day for day, past in passed if past >= 0)


def _moment(day: date, at: timedelta) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + at - INDIA


def _degrees_past(lunar_day: int, when: datetime) -> float:
    """Return how far the moon is past the beginning of a lunar day, from -180 to 180 degrees."""
    return _near_nought(_moon_ahead(when) - (lunar_day - 1) * DEGREES_A_DAY)


def _enters_sign(year: int, month: int) -> datetime:
    """Return when the sun enters the sign that names a month; the first in the middle of April."""
    sign = (month - 1) * DEGREES_A_SIGN
    guess = datetime(year, 4, 14, tzinfo=UTC) + YEAR * sign / DEGREES_A_TURN
    guess -= YEAR if guess.year > year else timedelta()
    return _settled(guess, lambda when: _sun_among_stars(when) - sign, turn=YEAR)


def _new_moon_before(when: datetime) -> datetime:
    return _settled(when - MONTH * _moon_ahead(when) / DEGREES_A_TURN, _moon_ahead, turn=MONTH)


def _settled(
    guess: datetime, degrees_off: Callable[[datetime], float], *, turn: timedelta
) -> datetime:
    """Return the moment near a guess at which something is no degrees off."""
    for _ in range(ENOUGH_STEPS):
        guess -= turn * _near_nought(degrees_off(guess)) / DEGREES_A_TURN
    return guess


def _near_nought(angle: float) -> float:
    return (angle + DEGREES_A_TURN / 2) % DEGREES_A_TURN - DEGREES_A_TURN / 2


def _moon_ahead(when: datetime) -> float:
    """Return how many degrees the moon is ahead of the sun."""
    return (_moon(when) - _sun(when)) % DEGREES_A_TURN


def _sun_among_stars(when: datetime) -> float:
    return _sun(when) - STARS - STARS_A_YEAR * ((when - J2000) / YEAR)


def _sun(when: datetime) -> float:
    return sun_apparent_long((when - J2000) / (36525 * DAY))


def _moon(when: datetime) -> float:
    """Return the moon's longitude along the sun's way."""
    moon = moon_position((when - J2000) / DAY)
    ascension, tilt = moon.right_ascension, radians(TILT)
    north = tan(moon.declination) * sin(tilt)
    return degrees(atan2(sin(ascension) * cos(tilt) + north, cos(ascension)))
