"""When a session could begin and end: as if each moment had been asked of the clock."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from scheduler.calendars.wall_time import is_skipped, minute_shown, minutes_ahead, utc_minute
from scheduler.grid import grid_for
from scheduler.programme import Session
from scheduler.samples import PROGRAMME
from scheduler.start_times import count_of_starts, end_after, ends_of, starts_of

LONDON = ZoneInfo("Europe/London")
SANTIAGO = ZoneInfo("America/Santiago")
"""There the clock goes forward at midnight: Sunday 5 September 2027 begins at 01:00."""


@pytest.mark.parametrize("zone", ["Europe/London", "America/Santiago"])
@pytest.mark.parametrize("minutes", [60, 150, 3000])
def test_starts_and_ends_are_those_of_the_clock_asked_each_time(zone: str, minutes: int) -> None:
    days = {"first_day": date(2027, 1, 1), "last_day": date(2027, 12, 31), "zone": zone}
    every_hour = {"earliest": "00:00", "latest": "24:00", "start_every_minutes": 60}
    programme = PROGRAMME.model_copy(update={**days, **every_hour})
    session = Session(length_minutes=min(minutes, 150))

    starts = tuple(starts_of(programme, session))

    first = datetime(2027, 1, 1, tzinfo=programme.tz)
    every = (first + timedelta(hours=n) for n in range(365 * 24))
    fits = (start for start in every if start.hour * 60 + session.length_minutes <= 24 * 60)
    length = timedelta(minutes=minutes)
    assert starts == tuple(start for start in fits if not is_skipped(start))
    dates = [start.date() for start in starts]
    ends = ends_of(starts, length, programme.tz, dates=dates)
    assert ends == [end_after(s, length) for s in starts]
    assert count_of_starts(programme, session) == len(starts)


@pytest.mark.parametrize(
    ("day", "zone", "minutes"),
    [
        (date(2027, 3, 26), LONDON, 0),  # Friday: the next two midnights are before the change
        (date(2027, 3, 27), LONDON, None),  # Saturday
        (date(2027, 3, 28), LONDON, None),  # Sunday, when the clock goes forward
        (date(2027, 3, 29), LONDON, 60),  # Monday
        (date(2027, 9, 4), SANTIAGO, None),  # Saturday: the midnight it ends with is never shown
        (date(1847, 1, 1), LONDON, None),  # Friday: London was 75 seconds behind
    ],
)
def test_a_clock_that_changes_within_two_days_is_not_relied_on(
    day: date, zone: ZoneInfo, minutes: int | None
) -> None:
    assert minutes_ahead(day, 2, zone) == minutes


@pytest.mark.parametrize("zone", [LONDON, SANTIAGO])
def test_a_minute_is_that_of_the_clock_asked_moment_by_moment(zone: ZoneInfo) -> None:
    for number in range(365):
        day = date(2027, 1, 1) + timedelta(days=number)
        midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
        for minutes in (0, 90, 150, 1425, 1440):
            asked = int((midnight + timedelta(minutes=minutes)).timestamp()) // 60
            assert minute_shown(day, minutes, zone) == asked


@pytest.mark.parametrize("ahead", [0, 60, -210, 765, 0.5])
def test_a_moment_with_an_offset_is_that_many_minutes_from_utc(ahead: float) -> None:
    clock = timezone(timedelta(minutes=ahead))
    for hours in range(0, 9_000, 7):
        moment = datetime(2027, 1, 1, 0, 20, 40, tzinfo=clock) + timedelta(hours=hours)
        assert utc_minute(moment) == int(moment.timestamp()) // 60


@pytest.mark.parametrize("minutes", [60, 150, 3000])
def test_the_clock_at_each_end_is_that_of_the_end(minutes: int) -> None:
    days = {"first_day": date(2027, 3, 20), "last_day": date(2027, 4, 5), "planned_on": None}
    programme = PROGRAMME.model_copy(update={**days, "earliest": "00:00", "latest": "24:00"})
    project = programme.projects[0]
    grid = replace(
        grid_for(programme, project, Session(length_minutes=60)),
        session=Session(length_minutes=min(minutes, 600)),
    )

    clocks = [
        (end.date() - start.date()).days * 1440 + end.hour * 60 + end.minute
        for start, end in zip(grid.starts, grid.ends, strict=True)
    ]

    assert grid.end_minute_of.tolist() == clocks
