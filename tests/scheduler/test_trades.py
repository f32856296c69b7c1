"""What will be missed for want of what is left, against trying every way on."""

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler.concerns import NEVER
from scheduler.kernel import raise_missed
from scheduler.rows import Ahead, Sums, Ways
from scheduler.trades import least_drawn, most_drawn

Ints = NDArray[np.int64]

DRAWN, MISSED = 0, 1
TRADES = np.array([[DRAWN, MISSED]], dtype=np.int64)
MOST = 6
"""The most that two sessions of the cases can make anybody miss."""


Form = Callable[[Any], Any]
"""Which form of a compiled function is run."""


def as_compiled(function: Any) -> Any:  # noqa: ANN401 - a compiled function
    """Return a compiled function as it is."""
    return function


def as_read(function: Any) -> Any:  # noqa: ANN401 - a compiled function
    """Return a compiled function as Python reads it."""
    return function.py_func


def some_ways(seed: int) -> Ways:
    """Return ways on from two places to two; each draws something, or makes somebody miss."""
    chance = np.random.default_rng(seed)
    adds = np.stack([chance.integers(0, 5, 6), chance.integers(0, 4, 6)], axis=1)
    return Ways(np.array([0, 3, 6]), np.arange(6), chance.integers(0, 2, 6), adds)


def both(first: Ways, then: Ways, place: int) -> list[tuple[int, int]]:
    """Return what is drawn and missed by every way through two sessions from a place."""
    found = []
    for one, other in product(range(3), repeat=2):
        way = 3 * place + one
        after = 3 * int(first.child[way]) + other
        found.append(tuple((first.adds[way] + then.adds[after]).tolist()))
    return found


@pytest.mark.parametrize("form", [as_compiled, as_read])
@pytest.mark.parametrize("seed", range(4))
def test_the_least_and_most_drawn_are_those_of_every_way(seed: int, form: Form) -> None:
    first, then = some_ways(seed), some_ways(seed + 50)
    nothing = np.zeros((2, 1, MOST + 1), dtype=np.int64)

    least = form(least_drawn)(first, form(least_drawn)(then, nothing, TRADES), TRADES)
    most = form(most_drawn)(
        first, form(most_drawn)(then, nothing[:, :, 0], TRADES[:, 0]), TRADES[:, 0]
    )

    for place in range(2):
        ways = both(first, then, place)
        assert most[place, 0] == max(drawn for drawn, _ in ways)
        assert least[place, 0].tolist() == [
            min((drawn for drawn, missed in ways if missed <= x), default=NEVER)
            for x in range(MOST + 1)
        ]


@pytest.mark.parametrize(
    ("used", "comes_to"),
    [(0, 2), (3, 2), (4, 3), (6, 4), (7, NEVER)],
    ids=["plenty", "just enough", "one more is missed", "two more are", "it cannot be done"],
)
def test_what_is_missed_is_raised_by_what_is_left(used: int, comes_to: int) -> None:
    """Of ten, seven are needed if nothing more is missed, six if one more is, four if two are."""
    drawn = np.array([[[7, 6, 4]]], dtype=np.int64)
    rows, caps = np.array([[used, 2]], dtype=np.int64), np.array([10, NEVER], dtype=np.int64)

    freely = Sums(np.zeros(2, np.bool_), TRADES[0, :0], np.zeros((1, 0), np.int64))
    ahead = Ahead(np.zeros((1, 2), dtype=np.int64), freely, drawn, TRADES, caps)

    for form in (as_compiled, as_read):
        least = rows.copy()
        form(raise_missed)(least, rows, np.zeros(1, dtype=np.int64), ahead)
        assert least.tolist() == [[used, comes_to]]
