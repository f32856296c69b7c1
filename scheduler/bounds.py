"""The least that the rest of a series can add, whatever is chosen.

What lets a search stop early.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler import kernel
from scheduler.concerns import NEVER, Concern
from scheduler.graph import LEFT_OUT, Step
from scheduler.rows import NOTHING, Goal, Rows, Rules, Ways, rules_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Race:
    """What one stage of the search runs over."""

    steps: tuple[Step, ...]
    """The ways through the series, session by session."""
    rows: tuple[Ints, ...]
    """What each choice of each session adds.

    The last row is for leaving it out, shape (N + 1, width).
    """
    concerns: tuple[Concern, ...]
    """The levels this stage looks at, in order."""
    settled: int
    """How many of them are settled already."""
    known: Ints
    """Values of the settled levels side by side."""
    caps: Ints
    """What each field may come to at the most, `NEVER` where that does not matter; (width,)."""

    @cached_property
    def rules(self) -> Rules:
        """What its rows count for."""
        return self.rules_to_beat(NOTHING)

    def rules_to_beat(self, target: Ints) -> Rules:
        """Return what its rows count for where only what beats some values is of use."""
        goal = Goal(self.settled, self.known, target)
        return rules_of(self.concerns, caps=self.caps, goal=goal)

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
        ahead = [np.zeros((self.steps[-1].after, len(self.caps)), dtype=np.int64)]
        for ways in reversed(self.ways):
            ahead.insert(0, kernel.least_ahead(ways, ahead[0], self.rules))
        return tuple(ahead)

    @cached_property
    def nothing(self) -> Rows:
        """The beginning in which nothing is chosen: the last place before the first session."""
        node = np.full(1, self.steps[0].before - 1, dtype=np.int64)
        return Rows(np.zeros((1, len(self.caps)), dtype=np.int64), node)

    def open_values(self, rows: Ints) -> Ints:
        """Return the values of the levels not settled yet side by side."""
        width = sum(concern.width for concern in self.concerns[self.settled :])
        return kernel.values(rows, self.rules, width)

    def narrowed(self) -> "Race":
        """Drop ways that no series as good as what is settled can take."""
        behind = np.full((self.steps[0].before, len(self.caps)), NEVER, dtype=np.int64)
        behind[-1] = 0
        kept = []
        for step, ways, beyond in zip(self.steps, self.ways, self.ahead[1:], strict=True):
            every, rules = Rows(behind, np.arange(len(behind))), self.rules
            pairs = kernel.cleared(every, ways, beyond, rules, len(ways.choice))
            rows, nodes, _, ends = kernel.different(every, ways, pairs, rules.largest)
            kept.append(step.kept(pairs[kernel.promising(rows, nodes, beyond, rules)[ends], 1]))
            behind = kernel.least_behind(ways, behind, self.rules, step.after)
        return replace(self, steps=tuple(kept))

    def used(self, number: int) -> Bools:
        """Say which choices of a session some way still takes, shape (N,)."""
        used = np.zeros(len(self.rows[number]), dtype=np.bool_)
        used[self.steps[number].choice] = True
        return used[:-1]


def rows_with_left_out(rows: Sequence[Ints], skipped: Sequence[Ints]) -> tuple[Ints, ...]:
    """Put what leaving a session out adds behind what its choices add.

    Where `LEFT_OUT` finds it.
    """
    assert LEFT_OUT == -1  # noqa: S101 - the last row is the one at -1
    return tuple(np.concatenate([own, skip[None]]) for own, skip in zip(rows, skipped, strict=True))
