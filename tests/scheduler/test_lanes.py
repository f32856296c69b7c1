"""The cheapest of all best series of a group at any prices."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest

from scheduler.graph import LEFT_OUT
from scheduler.lanes import Lane
from scheduler.shares import Best, best_of
from tests.random_projects import a_project
from tests.scheduler.test_shares import board_of


def every_series(best: Best) -> Iterator[tuple[int, ...]]:
    """Go through every best series: the choice of each session."""
    for chosen in product(*([LEFT_OUT, *range(len(own))] for own in best.choices)):
        at = {best.steps[0].before - 1}
        for step, own, choice in zip(best.steps, best.choices, chosen, strict=True):
            group = LEFT_OUT if choice == LEFT_OUT else own.group[choice]
            here = np.isin(step.parent, list(at)) & (step.choice == group)
            at = set(step.child[here].tolist())
        if at:
            yield chosen


@pytest.mark.parametrize("number", [60, 61, 63, 64])
def test_no_series_is_cheaper_than_the_cheapest(number: int) -> None:
    board = board_of(a_project(number, sessions=2, days=8))
    best = best_of(board, 0, ())
    assert best is not None
    lane = Lane.of(0, (best.steps, best.choices), most=20)
    assert lane is not None
    draw = np.random.default_rng(number)
    prices = [draw.random(len(own)) for own in best.choices]

    found = lane.cheapest(prices, lane.put.sum(axis=1).astype(np.float64))

    costs = [
        sum(
            price[choice] + own.put[choice].sum()
            for price, own, choice in zip(prices, best.choices, chosen, strict=True)
            if choice != LEFT_OUT
        )
        for chosen in every_series(best)
    ]
    assert found.cost == pytest.approx(min(costs))
    assert found.choices in set(every_series(best))
