"""Weekdays follow one another as agreed: the same one, never the same twice, or by turns."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from constraints.weekday_turns import WeekdayTurns
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.ties import Ties
from tests.constraints.tied import accepts, earlier, said_of, tied

MONDAY = date(2027, 6, 7)
BEFORE = {
    0: "Monday 31 May 2027",
    1: "Tuesday 1 June 2027",
    2: "Wednesday 2 June 2027",
    3: "Thursday 3 June 2027",
    4: "Friday 4 June 2027",
    5: "Saturday 5 June 2027",
    6: "Sunday 6 June 2027",
}
SETTINGS: list[dict[str, Any]] = [
    {},
    {"pattern": "same"},
    {"pattern": "changing"},
    {"turns": ("Tue", "Sat")},
    {"turns": ("Tue", "Tue", "Sat")},
    {"turns": ("Tue", "Sat"), "pattern": "changing"},
    {"turns": ("Tue", "Sat"), "kept": False},
]


def said(rule: WeekdayTurns, before: int, after: int) -> Objection | None:
    return said_of(rule, day=MONDAY + timedelta(days=after), earlier=earlier(BEFORE[before]))


def follows(rule: WeekdayTurns, before: int) -> list[int]:
    return [after for after in range(7) if said(rule, before, after) is None]


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_the_tie_allows_what_the_check_allows(settings: dict[str, Any]) -> None:
    rule = WeekdayTurns(**settings)

    for before, after in product(range(7), repeat=2):
        assert accepts(rule, before, after) == (said(rule, before, after) is None)


@pytest.mark.parametrize(
    ("settings", "before", "left"),
    [
        ({}, 1, [0, 1, 2, 3, 4, 5, 6]),
        ({"pattern": "same"}, 1, [1]),
        ({"pattern": "changing"}, 1, [0, 2, 3, 4, 5, 6]),
        ({"turns": ("Tue", "Sat")}, 1, [5]),
        ({"turns": ("Tue", "Sat")}, 5, [1]),
        ({"turns": ("Tue", "Tue", "Sat")}, 1, [1, 5]),
        ({"turns": ("Tue", "Tue", "Sat"), "pattern": "changing"}, 1, [5]),
        ({"turns": ("Tue", "Sat")}, 0, [1, 5]),
    ],
)
def test_after_one_weekday_only_these_may_come(
    settings: dict[str, Any], before: int, left: list[int]
) -> None:
    assert follows(WeekdayTurns(**settings), before) == left


def test_whose_turn_it_is_is_told_to_everybody() -> None:
    says = "After a Monday it is the turn of Tuesday or Saturday."

    assert said(WeekdayTurns(turns=("Sat", "Tue")), 0, 2) == Objection(Degree.NEVER, says, says)


def test_in_turn_but_twice_the_same_tells_of_the_pattern() -> None:
    rule = WeekdayTurns(turns=("Tue", "Tue", "Sat"), pattern="changing")

    objection = said(rule, 1, 1)

    assert objection is not None
    assert objection.organiser == "The session before was on a Tuesday too."


def test_given_up_it_ties_nothing() -> None:
    relaxed = WeekdayTurns(pattern="same").relaxed(WeekdayTurns.relaxations[0])

    assert tied(relaxed) == Ties()
    assert follows(relaxed, 1) == list(range(7))


def test_a_turn_of_several_days_is_refused_with_what_to_write() -> None:
    with pytest.raises(ValueError, match='"Tue, Sat" is not one day; write each turn by itself'):
        WeekdayTurns(turns=("Tue, Sat",))
