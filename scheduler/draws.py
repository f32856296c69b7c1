"""What everybody's coming draws on, candidate by candidate."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from scheduler.fetching import hired_for, hires_differ, sent_for
from scheduler.grid import Grid
from scheduler.money.heads import Prices
from scheduler.needed import needs_of
from scheduler.staffing import teams_together
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
    drawn = np.zeros(number.shape, dtype=np.int64)
    for hires, rows in _hired(grid, at):
        prices = Prices(grid.programme, grid.session, hires)
        drawn[rows] = _drawn(purse, grid, number[rows], prices)
    return drawn


def _drawn(purse: Purse, grid: Grid, number: Ints, prices: Prices) -> Ints:
    """Return how much each person's coming draws by the number of their way, shape (C, P)."""
    drawn = np.zeros(number.shape, dtype=np.int64)
    for p, person in enumerate(grid.people):
        if purse.belongs_to(person):
            kinds, which = np.unique(number[:, p], return_inverse=True)
            ways = [grid.ways.all[kind] for kind in kinds.tolist()]
            amounts = [purse.tie.draws(person, way, prices) for way in ways]
            drawn[:, p] = np.array(amounts, dtype=np.int64)[which.reshape(-1)]
    return drawn


def _hired(grid: Grid, at: tuple[Ints, Ints]) -> Iterator[tuple[dict[str, int], Ints]]:
    """Give what each one's wheelchair taxi costs beside the fare, and at which candidates.

    Nothing where the dearest counts.
    """
    if not hires_differ(grid.programme, grid.people):
        yield {}, np.arange(len(at[0]))
        return
    for v, venue in enumerate(grid.venues):
        needs = needs_of(grid.session, sent_for(grid.programme, grid.people, (venue,)))
        teams, which = teams_together(grid, needs)
        for t, team in enumerate(teams):
            rows = np.flatnonzero((at[1] == v) & (which[at[0]] == t))
            yield hired_for(grid.people, team), rows


def drawing(ties: Ties, grid: Grid, at: tuple[Ints, Ints]) -> Bools:
    """Say whose coming draws on anything of which there is only so much, shape (C, P)."""
    found = np.zeros((len(at[0]), len(grid.people)), dtype=np.bool_)
    for purse in (each for each in _purses(ties, grid) if each.tie.keeps_away):
        found |= draws(purse, grid, at) > 0
    return found


def _purses(ties: Ties, grid: Grid) -> Iterable[Purse]:
    return (purse for tie in ties.totals for purse in purses_of(tie, grid.people))
