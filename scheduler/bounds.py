"""The least that the rest of a series can add, whatever is chosen.

What lets a search stop early.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler.concerns import Concern
from scheduler.graph import LEFT_OUT, Step, least_by

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NEVER = 1 << 40
"""Stands for "cannot be done"; larger than any sum."""


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

    @property
    def width(self) -> int:
        """How many fields a row has."""
        return int(self.concerns[-1].fields.stop)

    @cached_property
    def worst(self) -> Ints:
        """The fields that keep the largest rather than the sum."""
        kept = [concern.fields.start for concern in self.concerns if concern.kind == "worst"]
        return np.array(kept, dtype=np.int64)

    def added(self, rows: Ints, more: Ints) -> Ints:
        """Add to rows: sums add, worsts keep the larger."""
        total = rows + more
        if self.worst.size:
            total[..., self.worst] = np.maximum(rows[..., self.worst], more[..., self.worst])
        return total

    def adds(self, number: int) -> Ints:
        """Return what each way of a session adds, shape (E, width)."""
        # Leaving out is -1, and so the last row.
        return self.rows[number][self.steps[number].choice]

    def open_values(self, rows: Ints) -> Ints:
        """Return the values of the levels not settled yet side by side."""
        parts = [concern.value(rows) for concern in self.concerns[self.settled :]]
        return np.concatenate(parts, axis=1) if parts else rows[:, :0]

    def hopeful(self, least: Ints) -> Bools:
        """Say which rows could still keep every settled level, given the least they come to.

        Shape (N,).
        """
        hope: Bools = np.logical_and.reduce(least < NEVER, axis=1)
        at = 0
        for concern in self.concerns[: self.settled]:
            target = self.known[at : at + concern.width]
            rows = np.flatnonzero(hope)
            hope[rows] = concern.may_reach(least[rows], target)
            at += concern.width
        return hope

    def narrowed(self) -> "Race":
        """Drop ways that no series as good as what is settled can take."""
        bounds = Bounds.of(self)
        kept = []
        for number, step in enumerate(self.steps):
            least = self.added(bounds.behind[number][step.parent], self.adds(number))
            least = self.added(least, bounds.ahead[number + 1][step.child])
            kept.append(step.kept(self.hopeful(least)))
        return replace(self, steps=tuple(kept))

    def used(self, number: int) -> Bools:
        """Say which choices of a session some way still takes, shape (N,)."""
        used = np.zeros(len(self.rows[number]), dtype=np.bool_)
        used[self.steps[number].choice] = True
        return used[:-1]


@dataclass(frozen=True, eq=False)
class Bounds:
    """The least that sessions add, by beginning."""

    ahead: tuple[Ints, ...]
    """For each session the least that it and those after it add, shape (beginnings before it.

    Width).
    """
    behind: tuple[Ints, ...]
    """For each session the least that those before it add, shape (beginnings before it, width)."""

    @classmethod
    def of(cls, race: Race) -> "Bounds":
        """Work out the bounds of a race."""
        return cls(tuple(_ahead(race)), tuple(_behind(race)))


def _ahead(race: Race) -> list[Ints]:
    ahead = [np.zeros((race.steps[-1].after, race.width), dtype=np.int64)]
    for number in range(len(race.steps) - 1, -1, -1):
        step = race.steps[number]
        through = race.added(race.adds(number), ahead[0][step.child])
        ahead.insert(0, least_by(step.parent, through, many=step.before, otherwise=NEVER))
    return ahead


def _behind(race: Race) -> list[Ints]:
    first = race.steps[0]
    behind = [np.full((first.before, race.width), NEVER, dtype=np.int64)]
    behind[0][-1] = 0
    for number, step in enumerate(race.steps[:-1]):
        through = race.added(behind[-1][step.parent], race.adds(number))
        behind.append(least_by(step.child, through, many=step.after, otherwise=NEVER))
    return behind


def rows_with_left_out(rows: Sequence[Ints], skipped: Sequence[Ints]) -> tuple[Ints, ...]:
    """Put what leaving a session out adds behind what its choices add.

    Where `LEFT_OUT` finds it.
    """
    assert LEFT_OUT == -1  # noqa: S101 - the last row is the one at -1
    return tuple(np.concatenate([own, skip[None]]) for own, skip in zip(rows, skipped, strict=True))
