"""The two rules of London's clock, against Python's own time zone data and foreign readers."""

import calendar
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from scheduler.calendars.feeds import project_feed
from scheduler.calendars.zone import LONDON, ZoneError, vtimezone, written
from tests.readers.readers import Reader
from tests.scheduler.calendars.sessions import CLOCK, TEAM, a_session

YEARS = range(2025, 2041)


def the_rules(text: str) -> list[dict[str, str]]:
    """Return the lines of each part of a zone definition, by their names."""
    parts = text.split("BEGIN:")[2:]
    return [dict(line.split(":", 1) for line in part.splitlines() if ":" in line) for part in parts]


def hours(offset: str) -> timedelta:
    """Return the length that an offset such as +0100 stands for."""
    return timedelta(hours=int(offset[:3]), minutes=int(offset[0] + offset[3:5]))


def last_sunday(year: int, month: int) -> date:
    """Return the last Sunday of a month."""
    last = date(year, month, calendar.monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() + 1) % 7)


def onsets(rules: list[dict[str, str]]) -> Iterator[tuple[datetime, timedelta]]:
    """Yield when each rule changes the clock, in UTC, and to which offset."""
    for rule in rules:
        words = dict(word.split("=") for word in rule["RRULE"].split(";"))
        assert (words["FREQ"], words["BYDAY"], len(words)) == ("YEARLY", "-1SU", 3)
        first = datetime.strptime(rule["DTSTART"] + "+0000", "%Y%m%dT%H%M%S%z")
        for year in range(first.year, YEARS.stop):
            day = last_sunday(year, int(words["BYMONTH"]))
            local = datetime.combine(day, first.time(), UTC)
            yield local - hours(rule["TZOFFSETFROM"]), hours(rule["TZOFFSETTO"])


def moments() -> Iterator[datetime]:
    """Yield four London times of each day of the years, and each half hour of the change days."""
    day = date(YEARS.start, 1, 1)
    while day.year in YEARS:
        changes = day in {last_sunday(day.year, 3), last_sunday(day.year, 10)}
        usual = [time(0, 30), time(1, 30), time(9), time(23, 30)]
        for clock in [time(n // 2, n % 2 * 30) for n in range(48)] if changes else usual:
            for fold in (0, 1):
                yield datetime.combine(day, clock.replace(fold=fold), CLOCK).astimezone(UTC)
        day += timedelta(days=1)


def test_the_two_rules_give_the_offset_of_python_s_zone_data_on_every_day_from_2025_to_2040() -> (
    None
):
    # given
    changes = sorted(onsets(the_rules(vtimezone().to_ical().decode())))

    # when
    wrong, seen = [], 0
    for moment in sorted(set(moments())):
        offset = max(change for change in changes if change[0] <= moment)[1]
        seen += 1
        if moment.astimezone(CLOCK).utcoffset() != offset:
            wrong.append(moment)

    # then
    assert wrong == []
    assert seen > 16 * 365 * 4


def test_zone_begins_at_a_change_that_really_happened() -> None:
    # given
    rules = the_rules(vtimezone().to_ical().decode())

    # when
    starts = [rule["DTSTART"] for rule in rules]

    # then: Sunday 31 March and Sunday 27 October 1996, on the clock just before the change
    assert starts == ["19960331T010000", "19961027T020000"]
    assert [last_sunday(1996, 3), last_sunday(1996, 10)] == [date(1996, 3, 31), date(1996, 10, 27)]


@pytest.mark.parametrize("name", ["Europe/Dublin", "GMT Standard Time", ""])
def test_zone_is_refused_where_it_is_not_london(name: str) -> None:
    # when
    with pytest.raises(ZoneError) as refused:
        vtimezone(name)

    # then
    assert str(refused.value) == (
        f"time zone {name!r} is not offered in calendars; use 'Europe/London'"
    )


def test_moments_are_written_on_london_s_clock() -> None:
    # given: Thursday 15 July 2027, named in UTC
    start = datetime(2027, 7, 15, 9, 30, tzinfo=UTC)

    # when
    first, last = written(start, start + timedelta(hours=2))

    # then
    assert [str(m.tzinfo) for m in (first, last)] == [LONDON, LONDON]
    assert [m.hour for m in (first, last)] == [10, 12]


def test_moments_are_written_in_utc_where_one_falls_in_the_hour_shown_twice() -> None:
    # given: Sunday 31 October 2027, 00:30 in summer time
    start = datetime(2027, 10, 30, 23, 30, tzinfo=UTC)

    # when
    moments = written(start, start + timedelta(hours=1))

    # then
    assert moments == (start, start + timedelta(hours=1))
    assert [m.tzinfo for m in moments] == [UTC, UTC]


def test_readers_agree_on_each_half_hour_around_every_change_of_the_clock(
    reader: Reader, tmp_path: Path
) -> None:
    # given
    nights = [datetime.combine(last_sunday(y, m), time(0), UTC) for y in YEARS for m in (3, 10)]
    starts = [night + timedelta(minutes=30 * n) for night in nights for n in range(-4, 8)]
    sessions = [a_session(n, start=start) for n, start in enumerate(starts)]
    file = tmp_path / "feed.ics"
    file.write_bytes(project_feed(sessions, name="Changes", organiser=TEAM))

    # when
    read = {session.uid: (session.start, session.end) for session in reader(file)}

    # then
    assert read == {s.uid: (s.start, s.end) for s in sessions}
