"""Weights under which no series is as light as it would have to be: plain loops, compiled.

What is weighed and why is told in `scheduler.tolls`.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.compiled import compiled

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

FAR = 1e15
"""Heavier than any series."""
STALLED = 15
"""After how many steps that brought little they become shorter."""
LITTLE = 1e-3
"""What part of what is wanted counts as little."""
SHORTER = 0.8
"""By how much they become shorter."""
BEYOND = 0.1
"""How much further than is needed steps aim, for what is lacking at first."""
KEPT = 0.5
"""How much of the direction of the step before is kept."""


class Net(NamedTuple):
    """Every way through a series in one table, places numbered from the beginning to the end."""

    first: Ints
    """Where the ways of each place but those at the end begin, shape (places + 1,)."""
    choice: Ints
    """Which row each way adds, shape (E,)."""
    child: Ints
    """The place it leads to, always one with a larger number, shape (E,)."""
    rows: Floats
    """What each choice adds to what is weighed, shape (rows, N)."""
    barred: Bools
    """Which choices may not be taken, shape (rows,)."""
    start: int
    """The place before the first session."""
    ends: int
    """How many places there are at the end."""


class Terms(NamedTuple):
    """What the numbers weighed (N) may come to, group by group.

    However those of a group are ordered, the largest comes to the first number of its group at the
    most, the largest two to the first and the second together, and so on.
    """

    groups: Ints
    """Where each group begins and the last one ends, shape (groups + 1,)."""
    most: Floats
    """What they come to, largest first in each group, shape (N,)."""
    unit: Floats
    """What one more of each counts, shape (N,)."""
    spare: Floats
    """How many of each do not count, shape (N,)."""
    exact: Bools
    """Which come to that exactly, so that they may weigh less than nothing too, shape (N,)."""


@compiled
def lightest(net: Net, weights: Floats, into: Floats, best: Ints) -> None:
    """Find the least that ways from each place to the end weigh, and by which way it begins."""
    weighs = np.empty(net.rows.shape[0])
    for row in range(net.rows.shape[0]):
        weighs[row] = FAR if net.barred[row] else 0.0
        for k in range(weights.shape[0]):
            weighs[row] += weights[k] * net.rows[row, k]
    for place in range(net.first.shape[0] - 2, -1, -1):
        into[place], best[place] = FAR, -1
        for way in range(net.first[place], net.first[place + 1]):
            whole = weighs[net.choice[way]] + into[net.child[way]]
            if whole < into[place]:
                into[place], best[place] = whole, way


@compiled
def heaviest(terms: Terms, weights: Floats, into: Floats) -> float:
    """Return the most that numbers which keep the terms weigh, and write such numbers."""
    weighs = 0.0
    for group in range(terms.groups.shape[0] - 1):
        first, last = terms.groups[group], terms.groups[group + 1]
        order = np.argsort(-(weights[first:last] / terms.unit[first:last]))
        for place in range(last - first):
            k = first + order[place]
            into[k] = terms.spare[k] + terms.most[first + place] / terms.unit[k]
            weighs += weights[k] * into[k]
    return weighs


@compiled
def along(net: Net, best: Ints, into: Floats) -> None:
    """Add up what the lightest series comes to."""
    into[:] = 0.0
    place = net.start
    while place < net.first.shape[0] - 1:
        way = best[place]
        into += net.rows[net.choice[way]]
        place = net.child[way]


@compiled
def share_out_one(weights: Floats, first: int) -> None:
    """Move the weights from one on by as much each, so that they come to 1 and none below 0."""
    falling = np.sort(weights[first:])[::-1]
    total, over = 0.0, 0.0
    for many in range(falling.shape[0]):
        total += falling[many]
        if falling[many] > (total - 1.0) / (many + 1):
            over = (total - 1.0) / (many + 1)
    for k in range(first, weights.shape[0]):
        weights[k] = max(weights[k] - over, 0.0)


@compiled
def step_along(terms: Terms, weights: Floats, towards: Floats, length: float) -> bool:
    """Move the weights towards where the bound rises; say whether there was anywhere to go."""
    square = 0.0
    for k in range(weights.shape[0]):
        if terms.exact[k] or weights[k] > 0 or towards[k] > 0:
            square += towards[k] ** 2
    if square < 1e-12:  # noqa: PLR2004 - nothing, but for rounding
        return False
    for k in range(weights.shape[0]):
        weights[k] += length / square * towards[k]
        if not terms.exact[k]:
            weights[k] = max(weights[k], 0.0)
    share_out_one(weights, terms.groups[-2])
    return True


@compiled
def weights_between(net: Net, terms: Terms, steps: int) -> tuple[float, Floats]:
    """Look for weights under which every series is heavier than the terms allow.

    The last group weighs 1 in all. Each step moves the weights towards what the lightest series
    has too much of, which is where the bound rises (subgradient steps, as Held, Wolfe and Crowder
    describe them, 1974).

    Parameters
    ----------
    steps
        How many are made at the most.

    Returns
    -------
    By how much the lightest series is too heavy at the best weights found, less than nothing if it
    is not; and those.
    """
    many, last = terms.unit.shape[0], terms.groups[-2]
    weights, towards = np.zeros(many), np.zeros(many)
    weights[last:] = 1.0 / (many - last)
    least, best = (
        np.zeros(net.first.shape[0] - 1 + net.ends),
        np.zeros(net.first.shape[0], np.int64),
    )
    comes_to, allowed = np.empty(many), np.empty(many)
    over, kept, length, stalled = -FAR, weights.copy(), 1.0, 0
    goal = BEYOND / 2
    for number in range(steps):
        lightest(net, weights, least, best)
        found = least[net.start] - heaviest(terms, weights, allowed)
        if number == 0:
            goal = max(goal, -found * BEYOND)
        stalled = 0 if found > over + LITTLE * (goal - over) else stalled + 1
        if found > over:
            over, kept[:] = found, weights
        if over > 0:
            break
        if stalled >= STALLED:
            length, stalled = length * SHORTER, 0
        along(net, best, comes_to)
        for k in range(many):
            towards[k] = KEPT * towards[k] + comes_to[k] - allowed[k]
        if not step_along(terms, weights, towards, length * (goal - found)):
            break
    return over, kept
