"""The last choice among series that are equally good for people.

Fewest changes, least money, earliest end.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.compiled import compiled
from scheduler.concerns import NEVER
from scheduler.graph import Step

Ints = NDArray[np.int64]
Smalls = NDArray[np.int32]

COSTS = 4
"""Shortness, changes, pence and days."""
A_PIECE = 2_000
"""How many ways are taken at once when groups give way to their members."""
WIDTH = 300
"""How many ways are gone on with where any good one will do."""


class Fine(NamedTuple):
    """The choices (N) of one session as they differ in hour, place, company and cost."""

    spot: Ints
    """Day, hour and place by number, shape (N,)."""
    cost: Ints
    """Shortness and pence, shape (N, 2)."""


class Front(NamedTuple):
    """The best way to each beginning and last hour and place (N), in the order of their choices."""

    node: Ints
    spot: Ints
    """Day, hour and place by number, -1 before the first session; shape (N,)."""
    cost: Ints
    """Shortness, changes, pence and days, shape (N, 4)."""
    parent: Ints
    row: Ints

    def kept(self, which: Ints) -> "Front":
        """Return some of them."""
        return Front(*(field[which] for field in self))


class Onward(NamedTuple):
    """The ways on from each beginning, in the order of choices, leaving out last."""

    first: Ints
    """Where the ways of each beginning begin, shape (beginnings + 1,)."""
    choice: Smalls
    child: Smalls

    @classmethod
    def of(cls, step: Step, groups: Ints) -> "Onward":
        """Put every member in the place of each group, a piece at a time: there may be millions.

        Parameters
        ----------
        groups
            The group of each member, shape (N,).
        """
        first = np.zeros(step.before + 1, dtype=np.int64)
        choice, child = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
        for piece in step.pieces(A_PIECE):
            own = piece.with_members(groups)
            first[1:] += np.bincount(own.parent, minlength=step.before)
            choice.append(own.choice.astype(np.int32))
            child.append(own.child.astype(np.int32))
        return cls(np.cumsum(first), np.concatenate(choice), np.concatenate(child))


def best_link(
    ways: Iterable[Onward], fine: Sequence[Fine], *, spots: Ints, first_day: int
) -> tuple[int, ...]:
    """Return the choices with the least shortness, then changes, pence and days.

    -1 where a session is left out.

    Ties go to the earlier start and the venue named first, session by session.
    """
    links = Links(tuple(ways), tuple(fine), spots, first_day)
    few = links.fronts(np.full(COSTS, NEVER, dtype=np.int64), width=WIDTH)[-1]
    fronts = links.fronts(few.cost[_by_cost(few)[0]])
    return _traced(fronts, int(_by_cost(fronts[-1])[0]))


class Links(NamedTuple):
    """The ways through a series that are equally good for people, and how they differ."""

    ways: tuple[Onward, ...]
    fine: tuple[Fine, ...]
    spots: Ints
    """Day, weekday, minute and place of every spot, shape (spots, 4)."""
    first_day: int

    def fronts(self, most: Ints, width: int | None = None) -> list[Front]:
        """Return the best ways to each beginning and last spot, session by session.

        Parameters
        ----------
        most
            What a series costs at the most: whatever costs more already is left out.
        width
            How many of the cheapest are gone on with; all if nothing is said.
        """
        none = np.full(1, -1, dtype=np.int64)
        front = Front(np.zeros(1, np.int64), none, np.zeros((1, COSTS), np.int64), none, none)
        fronts = []
        for ways, own in zip(self.ways, self.fine, strict=True):
            link = self.spots, self.first_day, most
            front = _in_order(best_of_each(front, ways, own, link))
            if width is not None:
                front = front.kept(np.sort(_by_cost(front)[:width]))
            fronts.append(front)
        return fronts


def _by_cost(front: Front) -> Ints:
    """Return the best first, equal ones in the order they stand."""
    return np.lexsort(front.cost.T[::-1])


def _traced(fronts: Sequence[Front], at: int) -> tuple[int, ...]:
    chosen: list[int] = []
    for front in reversed(fronts):
        chosen.insert(0, int(front.row[at]))
        at = int(front.parent[at])
    return tuple(chosen)


def _in_order(front: Front) -> Front:
    """Put the best ways in the order of the choices that led to them, leaving out last."""
    late = np.where(front.row < 0, np.iinfo(np.int64).max, front.row)
    order = np.lexsort((late, front.parent))
    return front.kept(order)


@compiled
def slot_of(node: int, spot: int, keys: Ints, table: Ints) -> int:
    """Return where in a table a beginning and its last spot stand, or would stand."""
    at = (1_000_003 * node + spot) & (table.shape[0] - 1)
    while table[at] >= 0 and (keys[table[at], 0] != node or keys[table[at], 1] != spot):
        at = (at + 1) & (table.shape[0] - 1)
    return int(at)


@compiled
def cost_of(before: Ints, fine: Fine, row: int, link: tuple[Ints, int, int], into: Ints) -> int:
    """Write what a way comes to with one more choice, and return the last spot.

    Parameters
    ----------
    link
        Day, weekday, minute and place of every spot; the spot before; and the first day.
    """
    spots, spot, first_day = link
    into[:] = before
    if row < 0:
        return spot
    now = fine.spot[row]
    into[0] += fine.cost[row, 0]
    into[2] += fine.cost[row, 1]
    into[3] += spots[now, 0] - (first_day if spot < 0 else spots[spot, 0])
    for k in range(1, 4):
        if spot >= 0 and spots[now, k] != spots[spot, k]:
            into[1] += 1
    return int(now)


@compiled
def is_less(cost: Ints, other: Ints) -> bool:
    """Say whether one cost comes before another, first number first."""
    for k in range(cost.shape[0]):
        if cost[k] != other[k]:
            return bool(cost[k] < other[k])
    return False


@compiled
def best_of_each(front: Front, ways: Onward, fine: Fine, link: tuple[Ints, int, Ints]) -> Front:
    """Go on by every way and keep the best to each beginning and last spot, the first of equals.

    Parameters
    ----------
    link
        Day, weekday, minute and place of every spot; the first day; and what may be spent.
    """
    spots, first_day, limit = link
    most = 0
    for node in front.node:
        most += ways.first[node + 1] - ways.first[node]
    size, many = 16, 0
    while size < 2 * most:
        size *= 2
    table, keys = np.full(size, -1, np.int64), np.empty((most, 2), np.int64)
    costs, came, cost = (
        np.empty((most, 4), np.int64),
        np.empty((most, 2), np.int64),
        np.zeros(4, np.int64),
    )
    for i in range(front.node.shape[0]):
        for way in range(ways.first[front.node[i]], ways.first[front.node[i] + 1]):
            row, child = ways.choice[way], ways.child[way]
            spot = cost_of(front.cost[i], fine, row, (spots, front.spot[i], first_day), cost)
            if is_less(limit, cost):
                continue
            at = slot_of(child, spot, keys, table)
            if table[at] < 0:
                table[at], keys[many, 0], keys[many, 1] = many, child, spot
                many += 1
            elif not is_less(cost, costs[table[at]]):
                continue
            costs[table[at]], came[table[at], 0], came[table[at], 1] = cost, i, row
    return Front(keys[:many, 0], keys[:many, 1], costs[:many], came[:many, 0], came[:many, 1])
