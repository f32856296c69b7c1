"""Clocks that a file describes, against Python's own time zones."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from scheduler.calendars.foreign.file_clock import FileClock, read_clock
from scheduler.calendars.foreign.parts import read_parts
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rule_times import Work
from scheduler.calendars.zone import vtimezone
from tests.scheduler.calendars.foreign.written_calendars import calendar, entry, hours, part, read

NEW_YORK = part(
    "VTIMEZONE",
    "TZID:Mine",
    part(
        "STANDARD",
        "DTSTART:16011104T020000",
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
    ),
    part(
        "DAYLIGHT",
        "DTSTART:16010311T020000",
        "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
    ),
)


def clock(text: str) -> FileClock:
    """Return the clock that a text describes."""
    (part_of_zone,) = read_parts(calendar(text).decode()).calendars[0].parts
    return read_clock(part_of_zone, Work())


LONDON = vtimezone().to_ical().decode().strip()


@pytest.mark.parametrize(
    ("text", "name"), [(NEW_YORK, "America/New_York"), (LONDON, "Europe/London")]
)
def test_a_clock_is_followed_hour_by_hour_for_a_year(text: str, name: str) -> None:
    # given
    ours, theirs = clock(text), ZoneInfo(name)
    start = datetime(2026, 12, 31, tzinfo=UTC)
    moments = [start + timedelta(hours=each) for each in range(366 * 24)]

    # when
    shown = [moment.astimezone(ours).replace(tzinfo=None) for moment in moments]
    meant = [wall.replace(tzinfo=ours).astimezone(UTC) for wall in shown]

    # then
    assert shown == [moment.astimezone(theirs).replace(tzinfo=None) for moment in moments]
    assert meant == [wall.replace(tzinfo=theirs).astimezone(UTC) for wall in shown]


@pytest.mark.parametrize("hour", [0, 1, 2])
def test_a_moment_that_is_shown_twice_comes_back_as_itself(hour: int) -> None:
    """An entry that ended in the hour a file's own clock shows twice was an hour too short."""
    ours = clock(NEW_YORK.replace("T020000", f"T{hour:02}0000"))
    start = datetime(2027, 11, 6, 12, tzinfo=UTC)
    moments = [start + timedelta(minutes=30 * each) for each in range(60)]

    back = [moment.astimezone(ours).astimezone(UTC) for moment in moments]

    assert back == moments


def test_an_entry_that_ends_in_the_hour_shown_twice_is_as_long_as_it_says() -> None:
    night = entry("DTSTART;TZID=Mine:20271106T170000", "DURATION:PT9H")

    found = read(NEW_YORK, night)

    assert found.busy == hours("2027-11-06 21:00", minutes=9 * 60)


@pytest.mark.parametrize("minute", range(0, 60, 15))
def test_a_time_the_clock_skips_is_read_as_if_it_had_not_yet_changed(minute: int) -> None:
    wall = datetime(2027, 3, 14, 2, minute)  # noqa: DTZ001 - on the clock in question

    found = wall.replace(tzinfo=clock(NEW_YORK)).astimezone(UTC)

    assert found == wall.replace(tzinfo=ZoneInfo("America/New_York")).astimezone(UTC)


def test_before_its_first_change_a_clock_shows_what_it_changes_from() -> None:
    once = part(
        "VTIMEZONE",
        "TZID:Mine",
        part("STANDARD", "DTSTART:20270601T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+013015"),
    )

    found = [datetime(2027, month, 2, tzinfo=clock(once)).utcoffset() for month in (5, 6)]

    assert found == [timedelta(hours=1), timedelta(hours=1, minutes=30, seconds=15)]
    assert (clock(once).utcoffset(None), clock(once).tzname(None)) == (timedelta(hours=1), "")


def test_changes_told_one_by_one_are_followed_as_well() -> None:
    """The form that other programs read an hour wrong; the file names no zone they know."""
    listed = part(
        "VTIMEZONE",
        "TZID:Mine",
        part(
            "DAYLIGHT",
            "DTSTART:20260329T010000",
            "RDATE:20270328T010000,20280326T010000",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0100",
        ),
        part(
            "STANDARD",
            "DTSTART:20261025T020000",
            "RDATE;VALUE=DATE-TIME:20271031T020000",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0000",
        ),
    )

    found = read(
        listed,
        entry("DTSTART;TZID=Mine:20270115T100000", "DURATION:PT1H"),
        entry("DTSTART;TZID=Mine:20270715T100000", "DURATION:PT1H", uid="two"),
        entry("DTSTART;TZID=Mine:20271215T100000", "DURATION:PT1H", uid="three"),
    )

    assert found.busy == hours("2027-01-15 10:00", "2027-07-15 09:00", "2027-12-15 10:00")


def test_a_rule_that_ended_leaves_the_clock_where_it_was() -> None:
    ended = NEW_YORK.replace("BYMONTH=3", "BYMONTH=3;UNTIL=20200308T070000Z").replace(
        "BYMONTH=11", "BYMONTH=11;UNTIL=20191103T060000Z"
    )

    offset = datetime(2027, 1, 1, tzinfo=clock(ended)).utcoffset()

    assert offset == timedelta(hours=-4)


def test_a_known_name_means_that_zone_whatever_the_file_says_of_it() -> None:
    wrong = NEW_YORK.replace("TZID:Mine", "TZID:Europe/London")

    found = read(wrong, entry("DTSTART;TZID=Europe/London:20270504T100000", "DURATION:PT1H"))

    assert found.busy == hours("2027-05-04 09:00")


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        ("RRULE:FREQ=YEARLY", "RRULE:FREQ=MONTHLY", "changes the clock more than by the year"),
        ("BYMONTH=11", "BYMONTH=11;UNTIL=soon", "ends at no time"),
        ("TZOFFSETTO:-0500", "TZOFFSETTO:soon", "holds no TZOFFSETTO"),
        ("TZOFFSETTO:-0500", "X-A:b", "holds no TZOFFSETTO"),
        ("TZOFFSETTO:-0500", "TZOFFSETTO:-5744", "holds a TZOFFSETTO of more than a day"),
        ("DTSTART:16011104T020000", "X-A:b", "does not say when the clock changes"),
        ("DTSTART:16011104T020000", "DTSTART:soon", "changes the clock at no time"),
        ("DTSTART:16011104T020000", "DTSTART", "is no line of a calendar"),
    ],
)
def test_a_clock_that_cannot_be_followed_is_named(was: str, now: str, why: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        clock(NEW_YORK.replace(was, now))

    assert refused.value.why == why


def test_a_clock_without_changes_is_none_and_what_is_told_on_it_is_named() -> None:
    found = read(
        part("VTIMEZONE", "TZID:Mine"),
        entry("DTSTART;TZID=Mine:20270115T100000", "DURATION:PT1H"),
        entry("DTSTART;TZID=Mine:20270116T100000", "DURATION:PT1H", uid="two"),
    )

    assert [each.why for each in found.accounts] == [
        "line 8 is told on the clock of line 3, which describes no clock",
        "line 13 is told on the clock of line 3, which describes no clock",
    ]
