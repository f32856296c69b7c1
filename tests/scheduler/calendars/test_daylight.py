"""Sunset and dusk against two authorities that share no code with astral, which follows Meeus.

ephem reckons the sun by VSOP87, as XEphem does; it is a dependency of the tests alone. And where
the sun stands is worked out here by the low-precision formula of the Astronomical Almanac (page
C5), good to 0.01 degrees from 1950 to 2050. At sunset the upper edge of the sun stands on the
horizon, so its centre is 50 minutes of arc below it, refraction included.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from math import asin, atan2, cos, degrees, radians, sin

import ephem
import pytest

from scheduler.calendars.daylight import dusk, lowest, sunset

EDINBURGH, STORNOWAY = (55.95, -3.19), (58.21, -6.39)
LERWICK, UNST = (60.155, -1.145), (60.8, -0.85)
SUNSET_DEGREES = -50 / 60
J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)
YEAR = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]
TWO_YEARS = [date(2027, 1, 1) + timedelta(days=n) for n in range(731)]
A_MINUTE = timedelta(minutes=1)
TEN_SECONDS = timedelta(seconds=10)


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


def by_ephem(day: date, place: tuple[float, float], *, degrees_down: str) -> datetime | None:
    """Return when the sun is so far down by ephem; "-0:34" is where its upper edge seems to set.

    None where it never is. That is refraction at the horizon, which ephem then need not add.
    """
    observer, sun = ephem.Observer(), ephem.Sun()
    observer.lat, observer.lon = map(str, place)
    observer.pressure, observer.horizon = 0, degrees_down
    observer.date = ephem.Date(f"{day:%Y/%m/%d} 12:00")
    try:
        found = observer.next_setting(sun, use_center=degrees_down != "-0:34")
    except ephem.AlwaysUpError:
        return None
    told: datetime = found.datetime().replace(tzinfo=UTC)
    return told


@pytest.mark.parametrize("place", [EDINBURGH, STORNOWAY, LERWICK, UNST])
def test_sunset_is_within_ten_seconds_of_another_library_on_every_day_of_two_years(
    place: tuple[float, float],
) -> None:
    wrong = []
    for day in TWO_YEARS:
        theirs = by_ephem(day, place, degrees_down="-0:34")
        ours = sunset(day, latitude=place[0], longitude=place[1])
        if theirs is None or abs(ours - theirs) > TEN_SECONDS:
            wrong.append(f"{day}: {ours}, not {theirs}")

    assert wrong == []


@pytest.mark.parametrize("place", [EDINBURGH, STORNOWAY, LERWICK, UNST])
def test_dusk_is_within_a_minute_of_another_library_wherever_there_is_one(
    place: tuple[float, float],
) -> None:
    """Where the sun never goes six degrees down, the light is least when it is lowest."""
    wrong = []
    for day in TWO_YEARS:
        theirs = by_ephem(day, place, degrees_down="-6")
        ours = dusk(day, latitude=place[0], longitude=place[1])
        expected = theirs or lowest(day, latitude=place[0], longitude=place[1])
        if abs(ours - expected) > A_MINUTE:
            wrong.append(f"{day}: {ours}, not {expected}")

    assert wrong == []


def test_on_sixteen_evenings_of_a_year_unst_has_no_civil_dusk_and_the_light_is_least_at_one() -> (
    None
):
    bright = [day for day in YEAR if by_ephem(day, UNST, degrees_down="-6") is None]

    told = [dusk(day, latitude=UNST[0], longitude=UNST[1]) for day in bright]

    assert (len(bright), bright[0], bright[-1]) == (16, date(2027, 6, 13), date(2027, 6, 28))
    assert {f"{when:%H:%M}" for when in told} <= {"01:03", "01:04", "01:05", "01:06", "01:07"}
    assert [when.date() for when in told] == [day + timedelta(days=1) for day in bright]


@pytest.mark.parametrize("place", [EDINBURGH, STORNOWAY, LERWICK, UNST])
def test_dusk_follows_sunset_by_at_most_three_hours_on_every_day(
    place: tuple[float, float],
) -> None:
    where = {"latitude": place[0], "longitude": place[1]}

    waits = [dusk(day, **where) - sunset(day, **where) for day in TWO_YEARS]

    assert timedelta(minutes=30) < min(waits) <= max(waits) < timedelta(hours=3)


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


def test_day_without_a_sunrise_has_no_sunset_to_tell() -> None:
    with pytest.raises(ValueError, match="always below the horizon"):
        sunset(date(2027, 12, 21), latitude=70.0, longitude=20.0)


@pytest.mark.parametrize("asked", [sunset, dusk])
def test_sun_that_does_not_set_is_an_error_and_not_a_guess(
    asked: Callable[..., datetime],
) -> None:
    with pytest.raises(ValueError, match="always above the horizon"):
        asked(date(2027, 6, 21), latitude=70.0, longitude=20.0)
