"""How sure a plan is."""

import pytest

from scheduler.plan import Level
from tests.web.plans import PLAN
from web.shown.levels import made, shown_levels, sureness, told


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ((599767,), "599,767"),
        ((2, 1, 1), "2, 1, 1"),
        ((1, 1, 1, 0, 0), "1 (3 times), 0 (2 times)"),
        ((6, 3, 2, 0, 0), "6, 3, 2, 0 (2 times)"),
    ],
)
def test_equal_numbers_are_counted_where_there_are_many(value: tuple[int, ...], said: str) -> None:
    assert told(value) == said


def test_a_plan_proven_to_its_end_says_that_none_is_better() -> None:
    assert sureness(PLAN) == "No plan is better, point by point: this is proven."


def test_a_plan_says_up_to_where_it_is_proven() -> None:
    open_level = Level(name="Changes of weekday", value=(3,), bound=(2,), proven=False)

    says = sureness(PLAN.model_copy(update={"order": (*PLAN.order, open_level)}))

    assert says == (
        "Proven best up to, but not including: Changes of weekday. From there on it is the best "
        "that was found."
    )


def test_words_of_ours_are_told_in_plain_ones_and_money_in_pounds() -> None:
    """It told "Pence 62,758"."""
    times = "Things that speak against somebody's coming, or are not known"
    levels = (
        Level(name="Pence", value=(62_758,), bound=(), proven=False),
        Level(name="Times put to it (everyone else)", value=(2,), bound=(2,), proven=True),
    )

    shown = shown_levels(PLAN.model_copy(update={"order": levels}))

    assert [(one.name, one.value, one.bound) for one in shown] == [
        ("What everything costs", "£627.58", ""),
        (f"{times} (everyone else)", "2", "2"),
    ]


def test_what_a_plan_was_made_with_names_its_rules_by_title() -> None:
    certificate = PLAN.certificate.model_copy(
        update={
            "settings": {"spacing": {}},
            "candidates": 1234,
            "ended_by": "work limit",
            "put_first": ("People with lived experience who have no car are put first.",),
        }
    )

    shown = made(certificate)

    assert shown.rules == (("spacing", "Leave room between sessions"),)
    assert dict(shown.says)["Dates and places looked at"] == "1,234"
    assert dict(shown.says)["Put first"] == certificate.put_first[0]
    assert dict(shown.says)["What ended the search"] == "The limit set for the work"
