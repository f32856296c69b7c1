"""The least that what comes after a place adds, or what comes before it: plain loops, compiled."""

import numpy as np
from numpy.typing import NDArray

from scheduler.compiled import compiled
from scheduler.concerns import NEVER
from scheduler.rows import Ways

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@compiled
def least_ahead(ways: Ways, beyond: Ints, largest: Bools) -> Ints:
    """Return the least that a session and those after it add, shape (places before it, width)."""
    least = np.full((ways.first.shape[0] - 1, beyond.shape[1]), NEVER, np.int64)
    for place in range(least.shape[0]):
        for way in range(ways.first[place], ways.first[place + 1]):
            adds = ways.adds, ways.choice[way]
            lower((least, place), adds, (beyond, ways.child[way]), largest)
    return least


@compiled
def least_behind(ways: Ways, before: Ints, largest: Bools, many: int) -> Ints:
    """Return the least that a session and those before it add, shape (places after it, width)."""
    least = np.full((many, before.shape[1]), NEVER, np.int64)
    for place in range(before.shape[0]):
        for way in range(ways.first[place], ways.first[place + 1]):
            adds = ways.adds, ways.choice[way]
            lower((least, ways.child[way]), adds, (before, place), largest)
    return least


@compiled
def lower(
    least: tuple[Ints, int], one: tuple[Ints, int], more: tuple[Ints, int], largest: Bools
) -> None:
    """Lower each number of a row to what two others come to where that is less.

    Each is given with the table it stands in.
    """
    (lowest, at), (rows, i), (others, k) = least, one, more
    for field in range(lowest.shape[1]):
        if largest[field]:
            comes_to = max(rows[i, field], others[k, field])
        else:
            comes_to = rows[i, field] + others[k, field]
        lowest[at, field] = min(lowest[at, field], comes_to)
