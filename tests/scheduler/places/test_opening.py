"""Opening hours are read as OpenStreetMap writes them, or refused with what to type."""

from datetime import date

import numpy as np
import pytest

from scheduler.places.opening import Opening, Spells, clock_minute, read_opening
from scheduler.samples import at

FIRST, LAST = date(2027, 3, 25), date(2028, 3, 5)


def is_open(text: str, begin: str, end: str, *, holidays: bool = False) -> tuple[bool, bool]:
    """Return whether a place is surely open, and whether it is perhaps."""
    times = read_opening(text).times(FIRST, LAST, holidays=holidays)
    minutes = clock_minute(at(begin)), clock_minute(at(end))
    return times.surely.covers(*minutes), times.perhaps.covers(*minutes)


@pytest.mark.parametrize(
    ("text", "open_then"),
    [
        ("Mo-Fr 09:00-17:00", True),
        ("24/7", True),
        ("Tu 10:00-12:00", True),
        ("Tu 10:01-12:00", False),
        ("Tu 10:00-11:59", False),
        ("Mo,We-Su 09:00-17:00", False),
        ("Mo-Su 09:00-17:00; Tu off", False),
        ("Jun 09:00-17:00", True),
        ("Jan-May 09:00-17:00", False),
        ("Mo-Su 09:00-17:00; 2027 Jun 08 off", False),
        ("Tu[2] 09:00-17:00", True),
        ("Tu[1] 09:00-17:00", False),
        ("off", False),
    ],
)
def test_hours_hold_on_the_days_they_name(text: str, open_then: bool) -> None:
    found = is_open(text, "Tuesday 8 June 2027 10:00", "Tuesday 8 June 2027 12:00")

    assert found == (open_then, open_then)


@pytest.mark.parametrize("text", ['Tu 09:00-17:00 "ring first"', "Tu 09:00-17:00 unknown"])
def test_hours_on_a_condition_are_only_perhaps(text: str) -> None:
    found = is_open(text, "Tuesday 8 June 2027 10:00", "Tuesday 8 June 2027 12:00")

    assert found == (False, True)


@pytest.mark.parametrize("text", ["Sa-Su 20:00-04:00", "Mar-Oct Sa-Su 20:00-04:00"])
def test_a_night_goes_on_past_midnight_and_past_the_week(text: str) -> None:
    found = is_open(text, "Sunday 6 June 2027 23:00", "Monday 7 June 2027 04:00")

    assert found == (True, True)


# The clocks go forward on 28 March 2027 and back on 31 October 2027; 2028 has a 29 February.
@pytest.mark.parametrize(
    "day", ["Sunday 28 March 2027", "Sunday 31 October 2027", "Tuesday 29 February 2028"]
)
@pytest.mark.parametrize("text", ["Mo-Su 09:00-17:00", "Jan-Dec Mo-Su 09:00-17:00"])
def test_hours_stay_on_the_clock_when_it_changes(text: str, day: str) -> None:
    whole = is_open(text, f"{day} 09:00", f"{day} 17:00")
    before = is_open(text, f"{day} 08:59", f"{day} 17:00")
    after = is_open(text, f"{day} 09:00", f"{day} 17:01")

    assert [found[0] for found in (whole, before, after)] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "on_an_ordinary_day", "on_a_holiday"),
    [
        ("Mo-Su 09:00-17:00; PH off", True, False),
        ("Mo-Fr 09:00-17:00; PH 12:00-13:00", True, False),
        ("We 09:00-17:00; PH 10:00-12:00", False, True),
        ("We,PH 09:00-17:00", False, True),
        ("Mo-Su 09:00-17:00", True, True),
    ],
)
def test_holidays_have_the_hours_the_text_gives_them(
    text: str, on_an_ordinary_day: bool, on_a_holiday: bool
) -> None:
    times = "Tuesday 8 June 2027 10:00", "Tuesday 8 June 2027 12:00"

    found = [is_open(text, *times, holidays=holidays)[0] for holidays in (False, True)]

    assert found == [on_an_ordinary_day, on_a_holiday]


def test_only_a_text_that_names_holidays_tells_of_them() -> None:
    texts = ("Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-17:00", 'Mo-Fr 09:00-17:00 "not PH"')

    assert [read_opening(text).names_holidays for text in texts] == [True, False, False]


def test_what_is_said_between_quotes_is_left_alone() -> None:
    text = 'Mo-Fr 09:00-17:00 "ring before sunset; PH as SH"'

    assert read_opening(text) == Opening(text, text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("nine to five", "cannot be read"),
        ("Mon-Fri 9-17", "cannot be read"),
        ("", "cannot be read"),
        ("Sa by appointment", "cannot be read"),
        ("PH +1 day", "holidays cannot be read"),
        (
            "Mo-Fr 09:00-17:00; SH off",
            "school holidays (SH) differ from place to place; list the days it is shut instead",
        ),
        ("10:00-sunset", "hours by the sun change daily; write clock times"),
        ("Mo-Fr 10:00+", "an open end (+) does not say when it shuts; write until when"),
    ],
)
def test_what_cannot_be_worked_out_is_refused_with_what_to_type(text: str, why: str) -> None:
    with pytest.raises(ValueError, match="opening hours") as refused:
        read_opening(text)

    advice = 'Write them such as "Mo-Fr 09:00-22:00; Sa 10:00-16:00; PH off", or leave them empty.'
    assert str(refused.value) == f'opening hours "{text}": {why}. {advice}'


def test_holidays_mixed_with_other_days_are_refused() -> None:
    with pytest.raises(ValueError, match="holidays cannot be read"):
        read_opening("PH Mo-Fr 10:00-12:00")


def test_one_week_repeated_is_the_same_as_every_week_worked_out() -> None:
    """A text with a month in it is worked out day by day, one without is repeated week by week."""
    weekly = "Mo-Fr 09:00-12:30,13:00-22:00; Sa-Su 20:00-04:00; We off"
    yearly = "Jan-Dec Mo-Fr 09:00-12:30,13:00-22:00; Jan-Dec Sa-Su 20:00-04:00; Jan-Dec We off"
    begins = np.arange(FIRST.toordinal() * 1440, LAST.toordinal() * 1440, 15, dtype=np.int64)

    covered = [
        read_opening(text).times(FIRST, LAST).surely.cover(begins, begins + 60)
        for text in (weekly, yearly)
    ]

    assert np.array_equal(covered[0], covered[1])


def test_nothing_lies_inside_no_time_at_all() -> None:
    none = Spells.of(np.zeros((0, 2), dtype=np.int64))

    assert none.covers(0, 60) is False
    assert none.cover(np.array([0]), np.array([60])).tolist() == [False]


def test_asking_one_time_or_many_gives_the_same() -> None:
    spells = Spells.of(np.array([[10, 20], [20, 30], [40, 50]], dtype=np.int64))
    times = [(begin, begin + length) for begin in range(5, 55) for length in (0, 1, 10, 20, 21)]
    begins, ends = np.array(times, dtype=np.int64).T

    assert spells.cover(begins, ends).tolist() == [spells.covers(*time) for time in times]
