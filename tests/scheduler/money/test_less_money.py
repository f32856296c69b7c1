"""A smaller sum with which somebody could come to more is told beside the one that brings all."""

import re

import pytest

from constraints import registry
from scheduler.order import with_people_first
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from tests.constraints.test_taxi_budget import twice
from tests.scheduler.money.test_reach import NUMBERS, drawn, planned, with_sums

ALREADY = re.compile(
    r"Already with £([\d,.]+?)(?: for (\w+))? somebody could come to one session more\."
)


def comes(plan: Plan) -> dict[tuple[str, str], int]:
    """Return to how many sessions each person comes."""
    return {(one.project, one.person): one.able for one in plan.people}


def test_less_than_all_that_is_short_brings_one_person_once_more() -> None:
    """Of £60 for taxis the page named £93 alone, while £62 brought one person to one more."""
    (reach,) = twice(1500).costs.reaches

    assert reach.says[-2:] == (
        "Already with £21.00 for taxis somebody could come to one session more.",
        "With £30.00 for taxis there would be money for all of that.",
    )
    assert sum(comes(twice(2100)).values()) == 7
    assert comes(twice(2099)) == comes(twice(1500))


def test_where_nothing_less_brings_anything_one_sum_is_told() -> None:
    (reach,) = twice(2100).costs.reaches

    assert [says for says in reach.says if "Already" in says] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_with_the_smaller_sum_a_better_plan_is_found(number: int) -> None:
    programme, plan = drawn(number), planned(number)

    for reach in plan.costs.reaches:
        for pounds, what in ALREADY.findall(" ".join(reach.says)):
            pence = round(float(pounds.replace(",", "")) * 100)
            more = with_sums(programme, {what or "everything": pence})
            assert _in_order(more, make_plan(more, registry())) < _in_order(programme, plan)


def _in_order(programme: Programme, plan: Plan) -> list[tuple[int, ...]]:
    levels = tuple((level.name, level.value) for level in plan.order)
    return [value for _, value in with_people_first(programme, levels)]
