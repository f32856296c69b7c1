"""Night falls on every day of the year, also where the sun is never far down."""

from datetime import date, timedelta

from scheduler.calendars.daylight import sunset
from scheduler.calendars.nightfall import nightfall

EDINBURGH = (55.95, -3.19)
UNST = (60.8, -0.8)


def test_nightfall_in_edinburgh_is_over_an_hour_after_a_winter_sunset() -> None:
    """The sun is 8.5 degrees down at 16:46:49 on 18 December 2026 by ephem; it sets at 15:38."""
    found = nightfall(date(2026, 12, 18), latitude=EDINBURGH[0], longitude=EDINBURGH[1])

    assert f"{found:%Y-%m-%d %H:%M}" == "2026-12-18 16:46"


def test_where_the_sun_stays_up_too_high_the_longest_custom_holds() -> None:
    day = date(2027, 6, 18)

    found = nightfall(day, latitude=UNST[0], longitude=UNST[1])

    assert found - sunset(day, latitude=UNST[0], longitude=UNST[1]) == timedelta(minutes=72)


def test_night_falls_after_sunset_and_within_hours_of_it_on_every_day() -> None:
    """Past midnight astral gave the night before: 00:09 on 25 July, a day too early."""
    north, east = UNST
    days = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]

    waits = [
        nightfall(day, latitude=north, longitude=east) - sunset(day, latitude=north, longitude=east)
        for day in days
    ]

    assert min(waits) > timedelta(minutes=50)
    assert max(waits) < timedelta(hours=3)
