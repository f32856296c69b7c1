"""Hours that hold for some days only: as they are typed, and the days they are kept."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from scheduler.calendars.patterns import Limited, PatternError, read_pattern

LONDON = ZoneInfo("Europe/London")


def days_of(text: str, first: date, last: date) -> list[str]:
    """Return the days on which hours begin."""
    return [
        f"{start.astimezone(LONDON):%a %d %b}"
        for start, _ in read_pattern(text).busy_between(first, last)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mon-Fri 14:45-15:30 only 2027-01-06/2027-03-25, 2027-04-12 not 2027-02-15/2027-02-16",
        "daily 08:00-18:00 only 04-01/10-31",
        "4 on 4 off from 2027-01-04, 19:00-07:00 not 12-25",
        "FREQ=DAILY;INTERVAL=8 from 2027-01-04, 07:00-19:00 only 2027-05-04",
        "Mon 09:00-12:00, 13:00-17:00; Tue 09:00-12:00 not 2027-05-03",
    ],
)
def test_they_can_be_shown_and_typed_again(text: str) -> None:
    found = read_pattern(text)

    assert isinstance(found, Limited)
    assert str(found) == text


def test_a_school_run_is_on_in_term_time_alone() -> None:
    text = "Mon-Fri 14:45-15:30 only 2027-03-22/2027-03-25, 2027-04-12/2027-06-24 not 2027-03-24"

    assert days_of(text, date(2027, 3, 20), date(2027, 4, 13)) == [
        "Mon 22 Mar",
        "Tue 23 Mar",
        "Thu 25 Mar",
        "Mon 12 Apr",
        "Tue 13 Apr",
    ]


def test_a_winter_season_runs_over_the_end_of_the_year() -> None:
    text = "Sun 09:00-17:00 only 12-20/01-10"

    assert days_of(text, date(2026, 12, 1), date(2027, 12, 31)) == [
        "Sun 20 Dec",
        "Sun 27 Dec",
        "Sun 03 Jan",
        "Sun 10 Jan",
        "Sun 26 Dec",
    ]


def test_a_night_belongs_to_the_day_it_begins_on() -> None:
    text = "daily 22:00-06:00 only 2027-05-04"

    assert days_of(text, date(2027, 5, 5), date(2027, 5, 5)) == ["Tue 04 May"]
    assert days_of(text, date(2027, 5, 6), date(2027, 5, 6)) == []


@pytest.mark.parametrize(
    ("days", "part"),
    [
        ("only term", "term"),
        ("only 2027-13-01", "2027-13-01"),
        ("only 02-30", "02-30"),
        ("not 2027-05-04/2027-05-03", "2027-05-04/2027-05-03"),
        ("not 2027-05-04/05-06", "2027-05-04/05-06"),
        ("only 2027-05-04,", ""),
    ],
)
def test_days_that_are_none_are_refused_with_the_part_and_an_example(days: str, part: str) -> None:
    with pytest.raises(PatternError) as refused:
        read_pattern(f"Mon-Fri 09:00-17:00 {days}")

    assert refused.value.part == part
    assert str(refused.value).endswith(f"Type something like: {refused.value.example}")
