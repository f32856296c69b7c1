"""The least that the rest of a series can add, whatever is chosen.

What lets a search stop early.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from scheduler import kernel
from scheduler.concerns import NEVER, Concern
from scheduler.graph import LEFT_OUT, Step
from scheduler.least import least_ahead, least_behind
from scheduler.reading import Reading
from scheduler.rows import NOTHING, Ahead, Goal, Rows, Rules, Sums, Ways, rules_of
from scheduler.trades import least_drawn, most_drawn

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


MANY_WAYS = 20_000
"""Of more ways of a session each is looked at no more than at a glance before the search."""


@dataclass(frozen=True, eq=False)
class Race:
    """What one stage of the search runs over."""

    steps: tuple[Step, ...]
    """The ways through the series: session by session, or to gates and from there on."""
    rows: tuple[Ints, ...]
    """What each choice of each step adds.

    The last row is for leaving a session out, shape (N + 1, width).
    """
    concerns: tuple[Concern, ...]
    """The levels this stage looks at, in order."""
    settled: int
    """How many of them are settled already."""
    known: Ints
    """Values of the settled levels side by side."""
    reading: Reading
    """What its rows tell beside the levels: what is capped, limited, shared."""
    to_gates: frozenset[int] = frozenset()
    """Which of the steps only lead to gates."""
    wanted: Literal["every way", "what may do", "values"] = "every way"
    """What it is run for: every way that reaches its levels; all of them and ways that draw more
    than there is of one limit; or only what its levels come to at the best.
    """

    @cached_property
    def rules(self) -> Rules:
        """What its rows count for."""
        return self.rules_to_beat(NOTHING)

    def rules_to_beat(self, target: Ints) -> Rules:
        """Return what its rows count for where only what beats some values is of use."""
        goal = Goal(self.settled, self.known, target)
        return rules_of(
            self.concerns,
            caps=self.reading.caps,
            goal=goal,
            sharers=self.reading.sharers,
            one_will_do=self.wanted == "values",
        )

    @cached_property
    def ways(self) -> tuple[Ways, ...]:
        """The ways on from each place, session by session, with what each choice adds."""
        return tuple(
            Ways(step.first, step.choice, step.child, rows)
            for step, rows in zip(self.steps, self.rows, strict=True)
        )

    @cached_property
    def ahead(self) -> tuple[Ints, ...]:
        """For each session the least that it and those after it add.

        Shape (beginnings before it, width).
        """
        ahead = [np.zeros((self.steps[-1].after, self.width), dtype=np.int64)]
        for ways in reversed(self.ways):
            ahead.insert(0, least_ahead(ways, ahead[0], self.rules.largest))
        return tuple(ahead)

    @cached_property
    def drawn(self) -> tuple[Ints, ...]:
        """For each session the least that it and those after it draw, by how much is missed.

        Shape (places before it, trades, most missed + 1).
        """
        trades = self._trades
        missed = [int(rows[:, trades[:, 1]].max(initial=0)) for rows in self.rows]
        drawn = [np.zeros((self.steps[-1].after, len(trades), sum(missed) + 1), dtype=np.int64)]
        for ways in reversed(self.ways):
            drawn.insert(0, least_drawn(ways, drawn[0], trades))
        return tuple(drawn)

    @cached_property
    def enough(self) -> tuple[Ints, ...]:
        """For each session what may be drawn on each limit before it so that there is enough left.

        Shape (places before it, limits).
        """
        if not len(self.reading.limited):
            places = (*(step.before for step in self.steps), self.steps[-1].after)
            return tuple(np.zeros((many, 0), dtype=np.int64) for many in places)
        most = [np.zeros((self.steps[-1].after, len(self.reading.limited)), dtype=np.int64)]
        for ways in reversed(self.ways):
            most.insert(0, most_drawn(ways, most[0], self.reading.limited))
        left = self.reading.caps[self.reading.limited]
        return tuple(np.maximum(left - each, 0) for each in most)

    @cached_property
    def most_told_apart(self) -> int:
        """The field of the limit on which choices draw in most different amounts; -1 of none."""
        limited: list[int] = self.reading.limited.tolist()
        rows = np.concatenate(self.rows)
        return max(limited, key=lambda field: len(np.unique(rows[:, field])), default=-1)

    @cached_property
    def _trades(self) -> Ints:
        return np.array(self.reading.trades, dtype=np.int64).reshape(-1, 2)

    @cached_property
    def beyond(self) -> tuple[Ahead, ...]:
        """What is known of all that may follow the beginnings before each session."""
        none = np.zeros((0, 0, 0), dtype=np.int64)
        one = -1 if self.wanted == "every way" else self.most_told_apart
        return tuple(
            Ahead(
                least=least,
                sums=Sums(self.rules.largest, self.reading.limited, enough, one),
                drawn=self.drawn[number] if self.reading.trades else none,
                trades=self._trades,
                caps=self.reading.caps,
            )
            for number, (least, enough) in enumerate(zip(self.ahead, self.enough, strict=True))
        )

    def least(self, rows: Ints, nodes: Ints, number: int) -> Ints:
        """Return the least that beginnings before a session come to, shape (N, width)."""
        least = kernel.sums(rows, self.ahead[number], nodes, self.rules)
        if self.reading.trades:
            kernel.raise_missed(least, rows, nodes, self.beyond[number])
        return least

    @property
    def width(self) -> int:
        """How many fields a row has."""
        return len(self.reading.caps)

    @cached_property
    def nothing(self) -> Rows:
        """The beginning in which nothing is chosen: the last place before the first session."""
        node = np.full(1, self.steps[0].before - 1, dtype=np.int64)
        return Rows(np.zeros((1, self.width), dtype=np.int64), node)

    @property
    def hoped(self) -> Ints:
        """The least that each level not settled can come to, side by side."""
        least: Ints = self.open_values(self.least(*self.nothing, 0))[0]
        return least

    @property
    def bound(self) -> tuple[int, ...]:
        """The least that the first level not settled can come to."""
        return tuple(self.hoped[: self.concerns[self.settled].width].tolist())

    def open_values(self, rows: Ints) -> Ints:
        """Return the values of the levels not settled yet side by side."""
        width = sum(concern.width for concern in self.concerns[self.settled :])
        return kernel.values(rows, self.rules, width)

    def narrowed(self) -> "Race":
        """Drop ways that no series as good as what is settled can take."""
        behind = np.full((self.steps[0].before, self.width), NEVER, dtype=np.int64)
        behind[-1] = 0
        kept = []
        for step, ways, ahead in zip(self.steps, self.ways, self.beyond[1:], strict=True):
            many = len(step.choice)
            if many > MANY_WAYS:
                seen = kernel.cleared(_all_at(behind), ways, ahead, self.rules, many)
                taken = seen[:, 1].astype(np.int64)
            else:
                taken = kernel.narrowed(behind, ways, ahead, self.rules)
            kept.append(step.kept(taken))
            behind = least_behind(ways, behind, self.rules.largest, step.after)
        narrowed = replace(self, steps=tuple(kept))
        vars(narrowed)["rules"] = self.rules
        return narrowed

    @property
    def sessions(self) -> tuple[int, ...]:
        """Which steps choose a session, in order."""
        return tuple(n for n in range(len(self.steps)) if n not in self.to_gates)

    def used(self, session: int) -> Bools:
        """Say which choices of a session some way still takes, shape (N,)."""
        number = self.sessions[session]
        used = np.zeros(len(self.rows[number]), dtype=np.bool_)
        used[self.steps[number].choice] = True
        return used[:-1]


def _all_at(behind: Ints) -> Rows:
    """Return a beginning at each place, of the least that comes before it."""
    return Rows(behind, np.arange(len(behind)))


def rows_with_left_out(rows: Sequence[Ints], skipped: Sequence[Ints]) -> tuple[Ints, ...]:
    """Put what leaving a session out adds behind what its choices add.

    Where `LEFT_OUT` finds it.
    """
    assert LEFT_OUT == -1  # noqa: S101 - the last row is the one at -1
    return tuple(np.concatenate([own, skip[None]]) for own, skip in zip(rows, skipped, strict=True))
