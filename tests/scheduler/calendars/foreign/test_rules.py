"""Recurrence rules: against dateutil, which follows them in another way, and against RFC 5545."""

from datetime import datetime, timedelta
from itertools import islice
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scheduler.calendars.foreign.lines import Line
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rule_reading import read_rule
from scheduler.calendars.foreign.rule_times import Asked, Work, times_after

START = datetime(2024, 2, 27, 9, 30)  # noqa: DTZ001 - a rule is followed on its own clock
LATE = datetime(9992, 2, 27, 9, 30)  # noqa: DTZ001 - likewise
"""So late that dateutil, which looks until the year 9999, soon stops."""

FOUR_YEARS = timedelta(days=4 * 366)
FEWER = settings(max_examples=60)


def line(text: str) -> Line:
    """Return the line that holds a rule."""
    return Line(7, "RRULE", "", text)


def ours(text: str, start: datetime = START, *, first: datetime | None = None) -> list[datetime]:
    """Return when a rule comes back after it began, for four years."""
    asked = Asked(first or start, start + FOUR_YEARS)
    return list(times_after(read_rule(line(text)), start, asked=asked, work=Work(10**9)))


def theirs(text: str, start: datetime = LATE) -> list[datetime]:
    """Return when dateutil says that it does."""
    found = rrulestr(text, dtstart=start).between(start, start + FOUR_YEARS, inc=True)
    return [when for when in found if when > start]


DAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), unique=True)
NTH = st.lists(st.sampled_from(["1MO", "-1FR", "2SU", "-2WE", "5TU"]), unique=True)
# Of weekdays some of which are counted and some not, dateutil finds none.
MONTHS = st.lists(st.integers(1, 12), unique=True, max_size=3)
MONTH_DAYS = st.lists(st.sampled_from([1, 13, 28, 29, 30, 31, -1, -2]), unique=True, max_size=3)
YEAR_DAYS = st.lists(st.sampled_from([1, 59, 60, 200, 366, -1, -366]), unique=True, max_size=3)


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Return any rule that both should follow alike."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts: dict[str, list[Any]] = {
        "FREQ": [frequency],
        "INTERVAL": [draw(st.integers(1, 4))],
        "BYMONTH": draw(MONTHS),
        "BYDAY": draw(NTH | DAYS if frequency in {"MONTHLY", "YEARLY"} else DAYS),
        "BYMONTHDAY": draw(MONTH_DAYS) if frequency != "WEEKLY" else [],
        "BYYEARDAY": draw(YEAR_DAYS) if frequency == "YEARLY" else [],
        "BYHOUR": draw(st.lists(st.integers(0, 23), unique=True, max_size=2)),
        "WKST": draw(st.lists(st.sampled_from(["MO", "SU", "TH"]), max_size=1)),
    }
    # Of a week that has begun, dateutil takes only the rest for the whole.
    names = ("BYDAY", "BYMONTHDAY", "BYYEARDAY")
    if frequency != "WEEKLY" and any(parts[name] for name in names):
        parts["BYSETPOS"] = draw(st.lists(st.sampled_from([1, 2, -1, 5]), unique=True, max_size=2))
    said = {name: ",".join(map(str, values)) for name, values in parts.items() if values}
    return ";".join(f"{name}={value}" for name, value in said.items())


@FEWER
@given(rules(), st.integers(0, 400))
def test_a_rule_is_followed_as_dateutil_follows_it(rule: str, later: int) -> None:
    start = LATE + timedelta(days=later)

    assert ours(rule, start) == theirs(rule, start)


@FEWER
@given(rules(), st.integers(1, 60))
def test_the_first_of_a_number_of_times_is_the_beginning(rule: str, count: int) -> None:
    found = [LATE, *theirs(rule)]
    assume(len(found) > 1)

    assert ours(f"{rule};COUNT={count}", LATE) == list(islice(found, count))[1:]


@FEWER
@given(rules(), st.integers(0, 1400))
def test_times_asked_for_later_are_the_same(rule: str, later: int) -> None:
    """A rule without a number of times is not followed from its beginning."""
    first = START + timedelta(days=later)

    assert ours(rule, first=first) == [when for when in ours(rule) if when >= first]


@pytest.mark.parametrize("frequency", ["HOURLY", "MINUTELY"])
@pytest.mark.parametrize("rest", ["", ";BYHOUR=9,10", ";BYDAY=MO", ";BYMINUTE=0,30"])
def test_what_comes_back_within_a_day_is_followed_too(frequency: str, rest: str) -> None:
    rule = f"FREQ={frequency};INTERVAL=45{rest}"
    few = 80

    found = islice((when for when in rrulestr(rule, dtstart=START) if when > START), few)

    assert ours(f"{rule};COUNT={few + 1}") == list(found)


def test_weeks_are_numbered_through_the_turn_of_the_year() -> None:
    """Sunday 3 January 2027 lies in week 53 of 2026; week 1 of 2025 begins in December 2024."""
    found = ours("FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO,SU")

    assert [f"{when:%Y-%m-%d}" for when in found] == [
        *("2024-12-23", "2024-12-29", "2024-12-30", "2025-01-05"),
        *("2025-12-22", "2025-12-28", "2025-12-29", "2026-01-04"),
        *("2026-12-28", "2027-01-03", "2027-01-04", "2027-01-10"),
        *("2027-12-27", "2028-01-02"),
        *("2028-01-03", "2028-01-09"),
    ]


def test_a_week_number_alone_means_the_weekday_of_the_beginning() -> None:
    assert [f"{when:%a %d %b %Y}" for when in ours("FREQ=YEARLY;BYWEEKNO=20")] == [
        "Tue 14 May 2024",
        "Tue 13 May 2025",
        "Tue 12 May 2026",
        "Tue 18 May 2027",
    ]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=SECONDLY", "comes back by no rule that can be followed"),
        ("INTERVAL=2", "comes back by no rule that can be followed"),
        ("FREQ=DAILY;INTERVAL=0", "holds a rule whose INTERVAL is below 1"),
        ("FREQ=DAILY;INTERVAL=-1", "holds a rule whose INTERVAL is below 1"),
        ("FREQ=DAILY;INTERVAL=x", "holds a rule whose INTERVAL is no number"),
        (f"FREQ=DAILY;INTERVAL={'9' * 5000}", "holds a rule whose INTERVAL is no number"),
        ("FREQ=DAILY;COUNT=0", "holds a rule whose COUNT is below 1"),
        ("FREQ=DAILY;BYMONTH=13", "holds a rule whose BYMONTH is out of range"),
        ("FREQ=DAILY;BYMONTHDAY=0", "holds a rule whose BYMONTHDAY is out of range"),
        ("FREQ=DAILY;BYMONTHDAY=-32", "holds a rule whose BYMONTHDAY is out of range"),
        ("FREQ=DAILY;BYMONTH=5L", "holds a rule whose BYMONTH is no number"),
        ("FREQ=WEEKLY;BYDAY=XX", "holds a rule whose BYDAY is no weekday"),
        ("FREQ=WEEKLY;WKST=XX", "holds a rule whose WKST is no weekday"),
        ("FREQ=WEEKLY;BYDAY=1MO", "counts weekdays where only months or years have them"),
        (
            "FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO",
            "counts weekdays where only months or years have them",
        ),
        ("FREQ=MONTHLY;BYWEEKNO=3", "numbers weeks in a rule that is not of years"),
        (
            "FREQ=HOURLY;BYSETPOS=1",
            "takes positions within an hour, which is not followed",
        ),
        ("RSCALE=HEBREW;FREQ=YEARLY", "counts by another calendar than ours"),
        ("FREQ=YEARLY;SKIP=OMIT", "holds a rule with a part nobody knows (not shown)"),
        ("FREQ=DAILY;COUNT=2;COUNT=3", "tells COUNT of its rule twice"),
        ("FREQ=DAILY;X-A=2;X-A=3", "tells (not shown) of its rule twice"),
    ],
)
def test_a_rule_that_cannot_be_followed_says_why(rule: str, why: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        read_rule(line(rule))

    assert str(refused.value) == f"line 7 {why}"


def test_a_rule_of_the_calendar_we_have_is_followed() -> None:
    assert ours("RSCALE=GREGORIAN;FREQ=DAILY;COUNT=2") == [START + timedelta(days=1)]


def test_weekdays_that_are_counted_and_such_that_are_not_stand_side_by_side() -> None:
    found = ours("FREQ=MONTHLY;BYDAY=1MO,FR;COUNT=7")

    assert [f"{when:%a %d %b}" for when in found] == [
        *("Fri 01 Mar", "Mon 04 Mar", "Fri 08 Mar", "Fri 15 Mar", "Fri 22 Mar", "Fri 29 Mar"),
    ]
