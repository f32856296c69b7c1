"""A smaller sum that already brings somebody to more is told beside the one that brings all."""

import re

import pytest

from constraints import registry
from scheduler.plan import Plan
from scheduler.planner import make_plan
from tests.constraints.test_taxi_budget import twice
from tests.scheduler.money.test_reach import NUMBERS, drawn, planned, with_sums

ALREADY = re.compile(
    r"Already with £([\d,.]+?)(?: for (\w+))? people would come (\d+) times? in all\."
)


def comes(plan: Plan) -> dict[tuple[str, str], int]:
    """Return to how many sessions each person comes."""
    return {(one.project, one.person): one.able for one in plan.people}


def test_less_than_all_that_is_short_brings_one_person_once_more() -> None:
    """Of £60 for taxis the page named £93 alone, while £62 brought one person to one more."""
    (reach,) = twice(1500).costs.reaches

    assert reach.says[-2:] == (
        "Already with £21.00 for taxis people would come 7 times in all.",
        "With £30.00 for taxis there would be money for all of that.",
    )
    assert sum(comes(twice(2100)).values()) == 7
    assert comes(twice(2099)) == comes(twice(1500))


def test_where_nothing_less_brings_anything_one_sum_is_told() -> None:
    (reach,) = twice(2100).costs.reaches

    assert [says for says in reach.says if "Already" in says] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_the_smaller_sum_was_planned_with(number: int) -> None:
    programme, plan = drawn(number), planned(number)

    for reach in plan.costs.reaches:
        for pounds, what, times in ALREADY.findall(" ".join(reach.says)):
            pence = round(float(pounds.replace(",", "")) * 100)
            sums = {what or "everything": pence}
            brought = comes(make_plan(with_sums(programme, sums), registry()))
            assert sum(brought.values()) == int(times)
            assert all(brought[who] >= many for who, many in comes(plan).items())
