"""The innermost work of the search said plainly in NumPy, for the compiled form to agree with."""

import numpy as np
from numpy.typing import NDArray

from scheduler.concerns import Concern

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def least_value(concern: Concern, rows: Ints) -> Ints:
    """Return the least a level's value can come to for rows that are only bounds, shape (N, width).

    A spread's people may add up to less than its total: the rest is then shared out as evenly as
    can be, so that the value is a bound too.
    """
    own = rows[:, concern.people]
    if concern.kind != "spread":
        return own
    counted, plain = concern.counted(own), concern.is_plain
    total = rows[:, concern.fields.stop - 1]
    counted[:, plain] = shared_out(counted[:, plain], total, step=concern.step)
    return -np.sort(-counted, axis=1)


def may_reach(concern: Concern, rows: Ints, value: Ints) -> Bools:
    """Say which rows, being bounds, could still come to a value known to be the best."""
    within: Bools = np.less_equal(after(least_value(concern, rows), value), 0)
    if concern.kind == "spread":
        others = concern.counted(rows[:, concern.people])[:, ~concern.is_plain].sum(axis=1)
        within &= np.less_equal(rows[:, concern.fields.stop - 1] + others, value.sum())
    return within


def beats(one: Ints, other: Ints, concerns: tuple[Concern, ...]) -> bool:
    """Say whether one row beats another for certain: nowhere worse at the first level that differs.

    And somewhere better in a way that nothing later can undo.
    """
    for concern in concerns:
        a, b = one[concern.fields], other[concern.fields]
        if (a != b).any():
            strict = np.broadcast_to(concern.is_strict, a.shape)
            return bool((a <= b).all() and (a < b)[strict].any())
    return False


def shared_out(own: Ints, total: Ints, *, step: int) -> Ints:
    """Raise the smallest numbers of each row, evenly, until they come to a total, shape (N, n).

    Parameters
    ----------
    step
        What numbers rise by; 0 where that differs, and the last remainder is then left out.
    """
    if not own.shape[1]:
        return own
    raised = np.sort(own, axis=1)
    short = np.flatnonzero(total > raised.sum(axis=1))
    if short.size:
        raised[short] = _levelled(raised[short], total[short], step)
    return raised


def _levelled(ascending: Ints, total: Ints, step: int) -> Ints:
    """Raise the smallest numbers of each ascending row to one level."""
    many = np.arange(1, ascending.shape[1] + 1)
    before = np.cumsum(ascending, axis=1)
    left = total - before[:, -1]
    levels = (left[:, None] + before) // many
    # The level is that of as many numbers as stay below it.
    reach = np.maximum((levels >= ascending).sum(axis=1), 1)
    level = levels[np.arange(len(levels)), reach - 1]
    if step > 1:
        level = level // step * step
    raised: Ints = np.maximum(ascending, level[:, None])
    if step:
        more = (total - raised.sum(axis=1)) // step
        last = reach[:, None] - more[:, None]
        raised += step * ((many - 1 >= last) & (many - 1 < reach[:, None]))
    return raised


def after(rows: Ints, target: Ints) -> NDArray[np.int8]:
    """Compare rows with a target in order, first number first: 1 worse, 0 equal, -1 better.

    Shape (N,).
    """
    if not target.size:
        return np.zeros(len(rows), dtype=np.int8)
    signs = np.sign(rows - target).astype(np.int8)
    first = (signs != 0).argmax(axis=1)
    found: NDArray[np.int8] = signs[np.arange(len(rows)), first]
    return found
