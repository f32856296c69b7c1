"""Moments that have passed, looked up the other way round."""

from typing import Literal

import numpy as np
import pytest

from scheduler.in_passing import passed


@pytest.mark.parametrize("side", ["left", "right"])
def test_few_among_many_are_looked_up_as_many_among_few(side: Literal["left", "right"]) -> None:
    draw = np.random.default_rng(7)
    at = np.sort(draw.integers(0, 60, 200))
    for many in (0, 1, 9, 80):
        moments = np.sort(draw.integers(-5, 65, many))

        found = passed(moments, at, side=side)

        assert found.tolist() == np.searchsorted(moments, at, side=side).tolist()


def test_where_nothing_is_asked_nothing_has_passed() -> None:
    none = np.zeros(0, dtype=np.int64)

    assert passed(np.array([3, 4]), none, side="left").tolist() == []
