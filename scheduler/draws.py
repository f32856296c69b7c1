"""What everybody's coming draws on, candidate by candidate."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from scheduler.grid import Grid
from scheduler.money.heads import Prices
from scheduler.ties import Ties
from scheduler.totals import Purse, purses_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def draws(purse: Purse, grid: Grid, at: tuple[Ints, Ints]) -> Ints:
    """Return how much each person's coming draws on a purse, shape (C, P).

    Parameters
    ----------
    at
        Start and venue of each candidate on the grid, shape (C,) each.
    """
    number = grid.ways.number[at[0] if len(grid.ways.number) > 1 else 0, at[1]]
    drawn, prices = np.zeros(number.shape, dtype=np.int64), Prices(grid.programme, grid.session)
    for p, person in enumerate(grid.people):
        if purse.belongs_to(person):
            kinds, which = np.unique(number[:, p], return_inverse=True)
            ways = [grid.ways.all[kind] for kind in kinds.tolist()]
            amounts = [purse.tie.draws(person, way, prices) for way in ways]
            drawn[:, p] = np.array(amounts, dtype=np.int64)[which.reshape(-1)]
    return drawn


def drawing(ties: Ties, grid: Grid, at: tuple[Ints, Ints]) -> Bools:
    """Say whose coming draws on anything of which there is only so much, shape (C, P)."""
    found = np.zeros((len(at[0]), len(grid.people)), dtype=np.bool_)
    for purse in (each for each in _purses(ties, grid) if each.tie.keeps_away):
        found |= draws(purse, grid, at) > 0
    return found


def _purses(ties: Ties, grid: Grid) -> Iterable[Purse]:
    return (purse for tie in ties.totals for purse in purses_of(tie, grid.people))
