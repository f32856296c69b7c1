"""The last choice among series that are equally good for people.

Fewest changes, least money, earliest end.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.graph import Step

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Fine:
    """The choices (N) of one session as they differ in hour, place, company and cost."""

    spot: Ints
    """Day, hour and place by number, shape (N,)."""
    cost: Ints
    """Shortness and pence, shape (N, 2)."""


@dataclass(frozen=True, eq=False)
class Front:
    """The best way to each beginning and last hour and place (N), in the order of their choices."""

    node: Ints
    spot: Ints
    cost: Ints
    """Shortness, changes, pence and days, shape (N, 4)."""
    parent: Ints
    row: Ints


def best_link(
    steps: Sequence[Step], fine: Sequence[Fine], *, spots: Ints, first_day: int
) -> tuple[int, ...]:
    """Return the choices with the least shortness, then changes, pence and days.

    -1 where a session is left out.

    Ties go to the earlier start and the venue named first, session by session.
    """
    none = np.full(1, -1, dtype=np.int64)
    front = Front(np.zeros(1, np.int64), none, np.zeros((1, 4), np.int64), none, none)
    fronts = []
    for step, own in zip(steps, fine, strict=True):
        front = _onward(front, step, own, (spots, first_day))
        fronts.append(front)
    at = int(np.lexsort((np.arange(len(front.node)), *front.cost.T[::-1]))[0])
    return _traced(fronts, at)


def _traced(fronts: Sequence[Front], at: int) -> tuple[int, ...]:
    chosen: list[int] = []
    for front in reversed(fronts):
        chosen.insert(0, int(front.row[at]))
        at = int(front.parent[at])
    return tuple(chosen)


def _onward(front: Front, step: Step, fine: Fine, course: tuple[Ints, int]) -> Front:
    at, way = step.onward(front.node)
    row = step.choice[way]
    cost = front.cost[at] + _costs(fine, row, front.spot[at], course)
    spot = front.spot[at].copy()
    spot[row >= 0] = fine.spot[row[row >= 0]]
    return _best_of_each(Front(step.child[way], spot, cost, at, row))


def _costs(fine: Fine, row: Ints, before: Ints, course: tuple[Ints, int]) -> Ints:
    """Return what each continuation adds: shortness, changes, pence and days, shape (N, 4)."""
    spots, first_day = course
    cost = np.zeros((len(row), 4), dtype=np.int64)
    held = row >= 0
    cost[held, 0], cost[held, 2] = fine.cost[row[held]].T
    now = spots[fine.spot[row[held]]]
    then = spots[before[held]]
    first = before[held] < 0
    cost[held, 1] = np.where(first, 0, (then[:, 1:] != now[:, 1:]).sum(axis=1))
    cost[held, 3] = now[:, 0] - np.where(first, first_day, then[:, 0])
    return cost


def _best_of_each(front: Front) -> Front:
    """Keep the best way to each beginning, hour and place.

    Ways stay in the order of their choices.
    """
    late = np.where(front.row < 0, np.iinfo(np.int64).max, front.row)
    order = np.lexsort((late, front.parent, *front.cost.T[::-1], front.spot, front.node))
    key = np.stack([front.node[order], front.spot[order]], axis=1)
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (key[1:] != key[:-1]).any(axis=1)
    kept = order[new]
    kept = kept[np.lexsort((late[kept], front.parent[kept]))]
    return Front(
        front.node[kept], front.spot[kept], front.cost[kept], front.parent[kept], front.row[kept]
    )
