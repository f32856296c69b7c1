"""The series of a changed project in which no session moves further than it has to by itself."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Pick
from scheduler.concerns import SESSIONS, Ledger
from scheduler.course import course_of
from scheduler.planner import picks_of
from scheduler.search import Effort, NoSeries, TooMany
from scheduler.series import best_series
from scheduler.solved import Solved

Ints = NDArray[np.int64]


def calmest(
    plain: Solved, moved: Sequence[Ints], *, ledger: Ledger, effort: Effort
) -> tuple[Pick, ...] | None:
    """Return the best series in which each session moves as little as it can, if there is one.

    No series with a date for every session changes less: where there is one, nothing else has to
    be searched. Most often a change leaves every session but a few where it was.

    Parameters
    ----------
    plain
        The best series if there were no old plan.
    moved
        How each candidate of each session differs from where it was, shape (C, levels).
    ledger
        How series are added up, and how many sessions each of the group may miss at the most.
    """
    if len(plain.picks) < len(moved):
        return None
    near = [np.flatnonzero((own == _least(own)).all(axis=1)) for own in moved]
    is_best = plain.proven == len(ledger.concerns)
    if is_best and all(p.row in near[p.number - 1] for p in plain.picks):
        return plain.picks
    columns = [own.kept(rows) for own, rows in zip(plain.desk.columns, near, strict=True)]
    try:
        found = best_series(course_of(columns, plain.desk.ties, ledger), effort)
    except (NoSeries, TooMany):
        return None
    if any(map(any, found.values[:SESSIONS])):
        return None
    among = (
        one and (int(rows[one[0]]), one[1]) for one, rows in zip(found.sessions, near, strict=True)
    )
    return tuple(picks_of(plain.desk, tuple(among)))


def changes(picks: Sequence[Pick], moved: Sequence[Ints]) -> tuple[int, ...]:
    """Return how many sessions a series moves, level by level."""
    return tuple(sum(moved[pick.number - 1][pick.row] for pick in picks).tolist())


def _least(moved: Ints) -> Ints:
    """Return the least that any candidate of a session differs, the first level first."""
    least: Ints = moved[np.lexsort(moved.T[::-1])[0]]
    return least
