"""The ways through a series, session by session: from which beginning to which, by which choice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.alike import first_runs_alike

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

LEFT_OUT = -1
"""Stands for the choice of leaving a session out."""


@dataclass(frozen=True, eq=False)
class Step:
    """One session: every way (E) to go on from a beginning.

    In the order of beginnings and then of choices.
    """

    parent: Ints
    """Beginning before, shape (E,), ascending."""
    choice: Ints
    """Row among the session's choices, or `LEFT_OUT`, shape (E,)."""
    child: Ints
    """Beginning after, shape (E,)."""
    before: int
    """How many beginnings there are before."""
    after: int
    """How many there are after."""

    @cached_property
    def first(self) -> Ints:
        """Where the ways of each beginning begin, shape (before + 1,)."""
        return np.searchsorted(self.parent, np.arange(self.before + 1))

    @cached_property
    def gates(self) -> "Gates":
        """The step in two: beginnings from which the same choices lead on share a gate."""
        # Ways stand by beginning and choice already, so those of a run stay in one order.
        order = np.argsort(self.parent * self.after + self.child, kind="stable")
        parent, child, choice = self.parent[order], self.child[order], self.choice[order]
        starts = np.flatnonzero(np.diff(parent, prepend=-1) | np.diff(child, prepend=-1))
        bounds = np.append(starts, len(order))
        shown, gate = first_runs_alike(child[starts], choice, bounds)
        through, at = repeated(starts[shown], bounds[shown + 1])
        return Gates(
            sorted_step(parent[starts], 0 * gate, gate, sizes=(self.before, len(shown))),
            sorted_step(through, choice[at], child[at], sizes=(len(shown), self.after)),
        )

    def then(self, other: "Step") -> "Step":
        """Return this step, whose choices are none, and another as one."""
        way, on = repeated(other.first[self.child], other.first[self.child + 1])
        return sorted_step(
            self.parent[way], other.choice[on], other.child[on], sizes=(self.before, other.after)
        )

    def kept(self, which: Bools | Ints) -> "Step":
        """Return some of the ways."""
        return replace(
            self, parent=self.parent[which], choice=self.choice[which], child=self.child[which]
        )

    def pieces(self, many: int) -> Iterator["Step"]:
        """Give the ways in order, all from one beginning together, about so many at a time."""
        low, whole = 0, len(self.choice)
        while low < whole:
            last = self.parent[min(low + many, whole) - 1]
            high = int(np.searchsorted(self.parent, last, side="right"))
            yield self.kept(np.arange(low, high))
            low = high

    def with_members(self, groups: Ints) -> "Step":
        """Replace each choice, being a group, by every member of it.

        Parameters
        ----------
        groups
            The group of each member, shape (N,).
        """
        order = np.argsort(groups, kind="stable")
        bounds = np.searchsorted(groups[order], np.stack([self.choice, self.choice + 1]))
        held = self.choice != LEFT_OUT
        bounds[0, ~held], bounds[1, ~held] = 0, 1
        way, at = repeated(bounds[0], bounds[1])
        member = np.full(len(way), LEFT_OUT, dtype=np.int64)
        member[held[way]] = order[at[held[way]]]
        return sorted_step(
            self.parent[way], member, self.child[way], sizes=(self.before, self.after)
        )


class Gates(NamedTuple):
    """One session in two steps: from beginnings to gates, and from gates on by each choice.

    So what beginnings come to can be compared before anything is chosen.
    """

    to: Step
    onward: Step

    @property
    def whole(self) -> Step:
        """Every way from beginning to beginning."""
        return self.to.then(self.onward)

    def with_members(self, groups: Ints) -> "Gates":
        """Replace each choice, being a group, by every member of it (`Step.with_members`)."""
        return Gates(self.to, self.onward.with_members(groups))


def repeated(low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Count through ranges: for each from `low` to `high`, its position and every number in it."""
    counts = high - low
    position = np.repeat(np.arange(len(low)), counts)
    inside = np.arange(len(position)) - np.repeat(np.cumsum(counts) - counts, counts)
    return position, low[position] + inside


def sorted_step(parent: Ints, choice: Ints, child: Ints, *, sizes: tuple[int, int]) -> Step:
    """Put ways in order: by beginning, then by choice, leaving out last."""
    last = int(choice.max(initial=0)) + 1
    place = parent * (last + 1) + np.where(choice == LEFT_OUT, last, choice)
    if (place[1:] < place[:-1]).any():
        order = np.argsort(place, kind="stable")
        parent, choice, child = parent[order], choice[order], child[order]
    return Step(parent, choice, child, *sizes)
