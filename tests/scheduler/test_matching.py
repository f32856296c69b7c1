"""Wishes are met together as far as any choice could meet them."""

from itertools import permutations
from random import Random

import pytest

from scheduler.matching import met_together


def test_no_wishes_are_met_by_nothing() -> None:
    assert met_together([]) == ()


def test_a_wish_nothing_meets_is_left_out() -> None:
    assert met_together([[], [0]]) == (1,)


def test_an_earlier_wish_moves_over_rather_than_give_way() -> None:
    assert met_together([[0, 1], [0], [1]]) == (0, 1)


def test_three_wishes_can_each_have_to_move() -> None:
    assert met_together([[0, 1], [1, 2], [0], [2]]) == (0, 1, 2)


@pytest.mark.parametrize("seed", range(40))
def test_no_sharing_out_meets_more_or_earlier_wishes(seed: int) -> None:
    draw = Random(seed)
    wishes = [draw.sample(range(4), draw.randrange(4)) for _ in range(4)]

    met = met_together(wishes)

    shared = [
        tuple(w for w, thing in enumerate(order) if thing in wishes[w])
        for order in permutations(range(4))
    ]
    assert len(met) == max(map(len, shared))
    assert met == min(each for each in shared if len(each) == len(met))
