"""How much more will be missed for want of something scarce, given what is left of it.

Everything here is plain loops over whole numbers, compiled (`scheduler.compiled`), as in
`scheduler.kernel`.
"""

import numpy as np
from numpy.typing import NDArray

from scheduler.compiled import compiled
from scheduler.concerns import NEVER
from scheduler.rows import Ways

Ints = NDArray[np.int64]


@compiled
def least_drawn(ways: Ways, beyond: Ints, trades: Ints) -> Ints:
    """Return the least that a session and those after it draw, if so much is missed at the most.

    Parameters
    ----------
    beyond
        The same for the sessions after it, shape (places after, trades, most missed + 1).
    trades
        For each the field of what is drawn and the field of what is missed, shape (trades, 2).

    Returns
    -------
    Shape (places before, trades, most missed + 1).
    """
    most = beyond.shape[2]
    least = np.full((ways.first.shape[0] - 1, beyond.shape[1], most), NEVER, np.int64)
    for place in range(least.shape[0]):
        for way in range(ways.first[place], ways.first[place + 1]):
            adds, after = ways.adds[ways.choice[way]], beyond[ways.child[way]]
            for k in range(trades.shape[0]):
                drawn, missed = adds[trades[k, 0]], adds[trades[k, 1]]
                for x in range(missed, most):
                    come_to = drawn + after[k, x - missed]
                    least[place, k, x] = min(least[place, k, x], come_to)
    return least


@compiled
def most_drawn(ways: Ways, beyond: Ints, limits: Ints) -> Ints:
    """Return the most that a session and those after it draw on each limit, (places, limits).

    Parameters
    ----------
    limits
        The field of each.
    """
    most = np.zeros((ways.first.shape[0] - 1, limits.shape[0]), np.int64)
    for place in range(most.shape[0]):
        for way in range(ways.first[place], ways.first[place + 1]):
            for k in range(limits.shape[0]):
                drawn = ways.adds[ways.choice[way], limits[k]] + beyond[ways.child[way], k]
                most[place, k] = max(most[place, k], drawn)
    return most
