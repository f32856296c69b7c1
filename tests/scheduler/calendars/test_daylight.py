"""Sunset against the position of the sun, worked out here by another method.

The authority is the low-precision formula for the sun in the Astronomical Almanac (page C5), good
to 0.01 degrees from 1950 to 2050; astral follows Meeus. At sunset the upper edge of the sun stands
on the horizon, so its centre is 50 minutes of arc below it, refraction included.
"""

from datetime import UTC, date, datetime, timedelta
from math import asin, atan2, cos, degrees, radians, sin

import pytest

from scheduler.calendars.daylight import sunset

EDINBURGH, STORNOWAY = (55.95, -3.19), (58.21, -6.39)
LERWICK, UNST = (60.155, -1.145), (60.8, -0.85)
SUNSET_DEGREES = -50 / 60
J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)
YEAR = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]


def sun_degrees(when: datetime, latitude: float, longitude: float) -> float:
    """Return how high the centre of the sun stands, without refraction."""
    n = (when - J2000) / timedelta(days=1)
    anomaly = radians(357.528 + 0.9856003 * n)
    sun = radians(280.460 + 0.9856474 * n + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
    tilt = radians(23.439 - 0.0000004 * n)
    ascension = atan2(cos(tilt) * sin(sun), cos(sun))
    declination = asin(sin(tilt) * sin(sun))
    sidereal = radians((18.697374558 + 24.06570982441908 * n) * 15 + longitude)
    lat = radians(latitude)
    height = sin(lat) * sin(declination)
    height += cos(lat) * cos(declination) * cos(sidereal - ascension)
    return degrees(asin(height))


@pytest.mark.parametrize("place", [EDINBURGH, STORNOWAY, LERWICK, UNST])
def test_sun_stands_on_the_horizon_within_a_minute_of_the_time_told(
    place: tuple[float, float],
) -> None:
    minute = timedelta(minutes=1)

    told = [sunset(day, latitude=place[0], longitude=place[1]) for day in YEAR]
    wrong = [
        f"{when:%d %B %H:%M}"
        for when in told
        if not sun_degrees(when + minute, *place)
        < SUNSET_DEGREES
        < sun_degrees(when - minute, *place)
    ]

    assert wrong == []


def test_sun_sets_on_every_day_in_unst_and_on_that_day() -> None:
    """`astral.sun.sun` raises in Unst on 21 June, which has no dawn; `sunset` does not."""
    assert [sunset(day, latitude=UNST[0], longitude=UNST[1]).date() for day in YEAR] == YEAR


def test_summer_sunset_is_told_in_summer_time() -> None:
    found = sunset(date(2027, 6, 21), latitude=UNST[0], longitude=UNST[1])

    assert (found.utcoffset(), found.hour) == (timedelta(hours=1), 22)


def test_sun_that_does_not_set_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(ValueError, match="always above the horizon"):
        sunset(date(2027, 6, 21), latitude=70.0, longitude=20.0)
