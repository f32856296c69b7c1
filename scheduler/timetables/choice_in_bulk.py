"""Chooses between journeys for many sessions of one day at once, as `choice` does for one."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.timetables.choice import MINUTE, NIGHT
from scheduler.timetables.scan import LATE

Numbers = NDArray[np.int64]
Bools = NDArray[np.bool_]
WORST = 2**40
"""More than any journey comes to."""


class Ends(NamedTuple):
    """When the other end is reached for each session (N), by number of vehicles."""

    at: NDArray[np.integer[Any]]
    """Seconds; for the way there with the sign turned; shape (N, vehicles)."""
    by: NDArray[np.integer[Any]]
    """What the vehicles are by, a bit for each kind, same shape."""


class Taken(NamedTuple):
    """The way there and back taken for each session, arrays of shape (N,)."""

    found: Bools
    """Whether there is one; the rest says nothing where not."""
    out: Numbers
    """Whole minutes there, waits included."""
    back: Numbers
    changes: Numbers
    by: Numbers
    """What all vehicles are by, a bit for each kind."""


def taken_by_all(
    there: Ends, back: Ends, *, times: tuple[Numbers, Numbers], most_changes: int
) -> Taken:
    """Return the best way there and back for each of some sessions.

    Parameters
    ----------
    times
        When each begins and ends, in seconds of the day, shape (N,) each.
    """
    out_at, out_by, out_changes = _fewest_first(there)
    back_at, back_by, back_changes = _fewest_first(back)
    start, end = (each[:, None] for each in times)
    fits = (out_at < LATE) & (back_at < NIGHT)
    out, home = -((-out_at - start) // MINUTE), -((end - back_at) // MINUTE)
    changes = np.maximum(out_changes, back_changes)
    worth = np.maximum(out, home) * 16 + changes
    easy = np.where(fits & (changes <= most_changes), worth, WORST)
    # Where none has so few changes, it is the first there is: the one with fewest.
    which = np.where(easy.min(axis=1) < WORST, easy.argmin(axis=1), fits.argmax(axis=1))
    rows = np.arange(len(which))
    told = (each[rows, which] for each in (out, home, changes, out_by | back_by))
    return Taken(np.logical_or.reduce(fits, axis=1), *told)


def _fewest_first(ends: Ends) -> tuple[Numbers, Numbers, Numbers]:
    """Return the best with up to so many vehicles: when, what by, and its number of changes."""
    at, by = ends.at.astype(np.int64), ends.by.astype(np.int64)
    best, kinds, changes = at.copy(), by.copy(), np.zeros(at.shape, dtype=np.int64)
    for number in range(1, at.shape[1]):
        better = at[:, number] < best[:, number - 1]
        best[:, number] = np.where(better, at[:, number], best[:, number - 1])
        kinds[:, number] = np.where(better, by[:, number], kinds[:, number - 1])
        changes[:, number] = np.where(better, number, changes[:, number - 1])
    return best, kinds, changes
