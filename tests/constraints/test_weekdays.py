"""A group meets on the days of the week it agreed on; until it agrees, on any."""

from datetime import date

import pytest

from constraints.weekdays import Weekdays
from scheduler.constraint import Objection
from scheduler.degree import Degree

WEEK = [date(2027, 6, 7 + number) for number in range(7)]
"""Monday 7 to Sunday 13 June 2027."""


def open_days(days: str) -> list[str]:
    return [f"{day:%a}" for day in WEEK if Weekdays(days=days).check(day) is None]


@pytest.mark.parametrize(
    ("days", "left"),
    [
        ("", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
        ("Tue", ["Tue"]),
        ("tuesday and Saturday", ["Tue", "Sat"]),
        ("Fri-Sun", ["Fri", "Sat", "Sun"]),
    ],
)
def test_only_days_agreed_are_open(days: str, left: list[str]) -> None:
    assert open_days(days) == left


def test_days_are_named_in_the_order_of_the_week() -> None:
    says = "Monday is not one of the days agreed: Tuesday, Friday and Saturday."

    assert Weekdays(days="Sat, Tue, Fri").check(WEEK[0]) == Objection(Degree.NEVER, says, says)


def test_relaxing_leaves_other_days_for_if_need_be() -> None:
    says = "Monday is not one of the days agreed: Tuesday."

    relaxed = Weekdays(days="Tue").relaxed(Weekdays.relaxations[0])

    assert relaxed.check(WEEK[0]) == Objection(Degree.AVOID, says, says)


def test_a_word_that_is_no_day_is_refused_with_what_to_write() -> None:
    with pytest.raises(ValueError, match='"Tues, Feb": "Feb" is no day of the week; write days as'):
        Weekdays(days="Tues, Feb")
