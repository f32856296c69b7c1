"""Which of many rows of numbers are the same, found in one pass.

Plain loops over whole numbers, compiled (`scheduler.compiled`), as in `scheduler.kernel`.
"""

import numpy as np
from numpy.typing import NDArray

from scheduler.compiled import compiled

Ints = NDArray[np.int64]


def first_alike(rows: Ints) -> tuple[Ints, Ints]:
    """Return the first row of each kind, in order, and for every row which kind it is of."""
    many, wide = rows.shape
    kinds, bounds = np.zeros(many, np.int64), np.arange(many + 1) * wide
    return first_runs_alike(kinds, rows.ravel(), bounds)


@compiled
def first_runs_alike(kinds: Ints, numbers: Ints, bounds: Ints) -> tuple[Ints, Ints]:
    """Return the first run of each sort, in order, and for every run which sort it is of.

    Parameters
    ----------
    kinds
        What each run is told apart by beside its numbers, shape (R,).
    bounds
        Where the numbers of each run begin, and the end of all, shape (R + 1,).
    """
    many, size, runs = 0, 16, kinds.shape[0]
    while size < 2 * runs:
        size *= 2
    table = np.full(size, -1, np.int64)
    first, of = np.empty(runs, np.int64), np.empty(runs, np.int64)
    for run in range(runs):
        scattered = kinds[run]
        for k in range(bounds[run], bounds[run + 1]):
            scattered = (31 * scattered + numbers[k]) & 0xFF_FFFF_FFFF
        at = (scattered ^ scattered >> 17) & (size - 1)
        while table[at] >= 0 and not same_run(kinds, numbers, bounds, (first[table[at]], run)):
            at = (at + 1) & (size - 1)
        if table[at] < 0:
            table[at], first[many] = many, run
            many += 1
        of[run] = table[at]
    return first[:many], of


@compiled
def same_run(kinds: Ints, numbers: Ints, bounds: Ints, pair: tuple[int, int]) -> bool:
    """Say whether two runs are the same."""
    one, other = pair
    begin, long = bounds[one], bounds[one + 1] - bounds[one]
    if kinds[one] != kinds[other] or long != bounds[other + 1] - bounds[other]:
        return False
    same, k = True, 0
    while same and k < long:
        same = numbers[begin + k] == numbers[bounds[other] + k]
        k += 1
    return bool(same)
