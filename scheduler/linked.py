"""The last choice among series that are equally good for people: fewest changes, least money, earliest end."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.bounds import Bounds, Race
from scheduler.choices import Choices
from scheduler.labels import Labels, distinct, nothing_yet
from scheduler.search import Effort, Runner, TooMany

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Step:
    """One session of all the series that are equally good so far: from which beginning to which, by which choice."""

    parent: Ints
    """Beginning before, shape (E,)."""
    choice: Ints
    """Row among the merged choices, or -1 where the session is left out, shape (E,)."""
    child: Ints
    """Beginning after, shape (E,)."""

    def into(self, alive: Bools) -> "Step":
        """Return the ways that lead to a beginning worth going on with."""
        keep = alive[self.child]
        return Step(self.parent[keep], self.choice[keep], self.child[keep])


def equal_steps(race: Race, effort: Effort) -> tuple[Step, ...]:
    """Return every way through the series that reaches all settled levels of a race.

    Raises
    ------
    TooMany
        If there are more beginnings than the effort allows.
    """
    runner = Runner(race, Bounds.of(race), effort=effort)
    labels, steps = nothing_yet(race.width), []
    for number in range(len(race.choices)):
        longer = runner.continued(labels, number)
        first, again = distinct(longer.keys)
        if len(first) > effort.beginnings:
            raise TooMany
        steps.append(Step(longer.parent, longer.choice, again))
        labels = longer.kept(first)
    return _that_arrive(steps, labels)


def _that_arrive(steps: list[Step], ends: Labels) -> tuple[Step, ...]:
    alive = np.ones(len(ends), dtype=np.bool_)
    kept: list[Step] = []
    for number in range(len(steps) - 1, -1, -1):
        kept.insert(0, steps[number].into(alive))
        before = steps[number - 1].child.max(initial=-1) + 1 if number else 1
        alive = np.zeros(before, dtype=np.bool_)
        alive[kept[0].parent] = True
    return tuple(kept)


@dataclass(frozen=True, eq=False)
class Fine:
    """The choices of one session as they differ in hour, place, company and cost, by merged choice."""

    choices: Choices
    of: Ints
    """Which merged choice each belongs to, shape (N,)."""
    cost: Ints
    """Shortness and pence of each, shape (N, 2)."""

    def members(self, merged: Ints) -> tuple[Ints, Ints]:
        """Return pairs of (position in `merged`, fine row) for every fine choice of each merged one; -1 stays -1."""
        order = np.argsort(self.of, kind="stable")
        many = np.bincount(self.of, minlength=int(self.of.max(initial=-1)) + 1)
        begin = np.concatenate([[0], np.cumsum(many)])
        held = merged >= 0
        counts = np.ones_like(merged)
        counts[held] = many[merged[held]]
        position = np.repeat(np.arange(len(merged)), counts)
        inside = np.arange(len(position)) - np.repeat(np.cumsum(counts) - counts, counts)
        rows = np.full_like(position, -1)
        chosen = held[position]
        rows[chosen] = order[begin[merged[position[chosen]]] + inside[chosen]]
        return position, rows


@dataclass(frozen=True, eq=False)
class Front:
    """The best way to each beginning and last hour and place (N), in the order of their choices."""

    node: Ints
    spot: Ints
    cost: Ints
    """Shortness, changes, pence and days, shape (N, 4)."""
    parent: Ints
    row: Ints


def best_link(steps: Sequence[Step], fine: Sequence[Fine], spots: Ints, first_day: int) -> tuple[Ints, tuple[int, ...]]:
    """Return the least shortness, changes, pence and days, and the fine choices that reach them (-1: left out).

    Ties go to the earlier start and the venue named first, session by session.
    """
    none = np.full(1, -1, dtype=np.int64)
    front = Front(np.zeros(1, np.int64), none, np.zeros((1, 4), np.int64), none, none)
    fronts = []
    for step, own in zip(steps, fine, strict=True):
        front = _onward(front, step, own, (spots, first_day))
        fronts.append(front)
    at = int(np.lexsort((np.arange(len(front.node)), *front.cost.T[::-1]))[0])
    return front.cost[at], _traced(fronts, at)


def _traced(fronts: Sequence[Front], at: int) -> tuple[int, ...]:
    chosen: list[int] = []
    for front in reversed(fronts):
        chosen.insert(0, int(front.row[at]))
        at = int(front.parent[at])
    return tuple(chosen)


def _onward(front: Front, step: Step, fine: Fine, course: tuple[Ints, int]) -> Front:
    edge, row = fine.members(step.choice)
    pair, at = _joined(step.parent[edge], front.node)
    edge, row = edge[pair], row[pair]
    cost = front.cost[at] + _costs(fine, row, front.spot[at], course)
    spot = front.spot[at].copy()
    spot[row >= 0] = fine.choices.spot[row[row >= 0]]
    return _best_of_each(Front(step.child[edge], spot, cost, at, row))


def _joined(wanted: Ints, nodes: Ints) -> tuple[Ints, Ints]:
    """Return pairs of (position in `wanted`, position in `nodes`) that are equal."""
    order = np.argsort(nodes, kind="stable")
    low = np.searchsorted(nodes[order], wanted, side="left")
    high = np.searchsorted(nodes[order], wanted, side="right")
    pair = np.repeat(np.arange(len(wanted)), high - low)
    inside = np.arange(len(pair)) - np.repeat(np.cumsum(high - low) - (high - low), high - low)
    return pair, order[low[pair] + inside]


def _costs(fine: Fine, row: Ints, before: Ints, course: tuple[Ints, int]) -> Ints:
    """Return what each continuation adds: shortness, changes, pence and days, shape (N, 4)."""
    spots, first_day = course
    cost = np.zeros((len(row), 4), dtype=np.int64)
    held = row >= 0
    cost[held, 0], cost[held, 2] = fine.cost[row[held]].T
    now = spots[fine.choices.spot[row[held]]]
    then = spots[before[held]]
    first = before[held] < 0
    cost[held, 1] = np.where(first, 0, (then[:, 1:] != now[:, 1:]).sum(axis=1))
    cost[held, 3] = now[:, 0] - np.where(first, first_day, then[:, 0])
    return cost


def _best_of_each(front: Front) -> Front:
    """Keep the best way to each beginning, hour and place; ways stay in the order of their choices."""
    late = np.where(front.row < 0, np.iinfo(np.int64).max, front.row)
    order = np.lexsort((late, front.parent, *front.cost.T[::-1], front.spot, front.node))
    key = np.stack([front.node[order], front.spot[order]], axis=1)
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (key[1:] != key[:-1]).any(axis=1)
    kept = order[new]
    kept = kept[np.lexsort((late[kept], front.parent[kept]))]
    return Front(front.node[kept], front.spot[kept], front.cost[kept], front.parent[kept], front.row[kept])
