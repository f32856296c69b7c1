"""Every best series of a project, told apart by how often each of its people is put to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.choices import Turns
from scheduler.graph import LEFT_OUT, Step, repeated
from scheduler.labels import distinct

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST: Final = 400_000
"""How many ways to go on one session of a project may have."""


_NONE: Final = np.zeros(0, dtype=np.int64)


class Leg(NamedTuple):
    """One session: every way (E) to go on, in the order of the beginnings it leads to."""

    parent: Ints
    child: Ints
    kind: Ints
    """Which kind of choice it takes; the number of kinds stands for leaving the session out."""
    kinds: int
    """How many kinds there are: alike in what they lead to, and in who is put to it."""
    by_kind: Ints
    """The choices in the order of their kinds, shape (N,)."""
    begins: Ints
    """Where those of each kind begin there, shape (kinds + 1,)."""
    first: Ints
    """Where the ways to each beginning that any leads to begin."""
    after: int
    """How many beginnings there are after it."""

    def dearest(self, price: Floats) -> Floats:
        """Return what the cheapest choice of each kind costs; leaving out costs nothing."""
        least = np.zeros(self.kinds + 1)
        if self.kinds:
            least[:-1] = np.minimum.reduceat(price[self.by_kind], self.begins[:-1])
        return least

    def alike(self, kind: int) -> Ints:
        """Return the choices of a kind, none for leaving the session out."""
        return self.by_kind[slice(*self.begins[kind : kind + 2])] if kind < self.kinds else _NONE


class Fare(NamedTuple):
    """The cheapest series of a project."""

    cost: float
    end: int
    """Which of its ends it comes to."""
    choices: tuple[int, ...]
    """The choice of each session, `LEFT_OUT` for none."""


@dataclass(frozen=True, eq=False)
class Lane:
    """The best series of one project."""

    project: int
    legs: tuple[Leg, ...]
    put: Ints
    """How often each person is put to it at each end, shape (ends, people)."""

    @classmethod
    def of(
        cls, project: int, graph: tuple[Sequence[Step], Sequence[Turns]], *, most: int | None
    ) -> "Lane | None":
        """Lay out the best series of a project; None where there are too many to tell apart.

        Parameters
        ----------
        graph
            Its best series: the ways of each session, and the choices they take.
        most
            Series in which anybody is put to it more often are left out; None where that is not
            told apart at all.
        """
        node = np.array([graph[0][0].before - 1])
        many = 0 if most is None else graph[1][0].put.shape[1]
        count = np.zeros((1, many), dtype=np.int64)
        legs: list[Leg] = []
        for step, choices in zip(*graph, strict=True):
            group = choices.group.astype(np.int64)
            first, of = distinct(np.column_stack([group, choices.put[:, :many]]))
            way, kind = _ways(step, group[first])
            low, high = (
                np.searchsorted(step.parent[way], node, side) for side in ("left", "right")
            )
            if (high - low).sum() > MOST:
                return None
            parent, at = repeated(low, high)
            added = np.vstack([choices.put[first, :many], np.zeros_like(count[:1])])
            reached, there = count[parent] + added[kind[at]], step.child[way[at]]
            few = reached.max(axis=1, initial=0) <= (most or 0)
            parent, at, reached, there = parent[few], at[few], reached[few], there[few]
            shown, child = distinct(np.column_stack([there, reached]))
            legs.append(_leg(parent, child, kind[at], (len(first), of, len(shown))))
            node, count = there[shown], reached[shown]
        return cls(project, tuple(legs), count) if len(count) else None

    def cheapest(self, prices: Sequence[Floats], ends: Floats) -> Fare:
        """Return the series that costs least.

        Parameters
        ----------
        prices
            What each choice of each session costs.
        ends
            What coming to each end costs.
        """
        cost, passed = np.zeros(1), list[Floats]()
        for leg, price in zip(self.legs, prices, strict=True):
            ways = cost[leg.parent] + leg.dearest(price)[leg.kind]
            passed.append(ways)
            cost = np.full(leg.after, np.inf)
            cost[leg.child[leg.first]] = np.minimum.reduceat(ways, leg.first)
        total = cost + ends
        end = int(np.argmin(total))
        return Fare(float(total[end]), end, self._back(passed, prices, end))

    def _back(
        self, passed: Sequence[Floats], prices: Sequence[Floats], end: int
    ) -> tuple[int, ...]:
        """Follow the cheapest ways back from an end."""
        at, chosen = end, list[int]()
        for leg, ways, price in zip(self.legs[::-1], passed[::-1], prices[::-1], strict=True):
            low, high = np.searchsorted(leg.child, [at, at + 1])
            way = low + int(np.argmin(ways[low:high]))
            alike = leg.alike(int(leg.kind[way]))
            chosen.append(int(alike[np.argmin(price[alike])]) if len(alike) else LEFT_OUT)
            at = int(leg.parent[way])
        return tuple(reversed(chosen))


def _ways(step: Step, groups: Ints) -> tuple[Ints, Ints]:
    """Return each way of a step once for each kind of choice it could take, and that kind."""
    order = np.argsort(groups, kind="stable")
    low = np.searchsorted(groups[order], step.choice, "left")
    high = np.searchsorted(groups[order], step.choice, "right")
    out = step.choice == LEFT_OUT
    low[out], high[out] = len(groups), len(groups) + 1
    way, at = repeated(low, high)
    return way, np.append(order, len(groups))[at]


def _leg(parent: Ints, child: Ints, kind: Ints, sizes: tuple[int, Ints, int]) -> Leg:
    kinds, of, after = sizes
    order = np.argsort(child, kind="stable")
    parent, child, kind = parent[order], child[order], kind[order]
    first = np.flatnonzero(np.diff(child, prepend=-1))
    by_kind = np.argsort(of, kind="stable")
    begins = np.searchsorted(of[by_kind], np.arange(kinds + 1))
    return Leg(parent, child, kind, kinds, by_kind, begins, first, after)
