"""The least that the rest of a series can add, whatever is chosen: what lets a search stop early."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler.choices import Choices
from scheduler.concerns import Concern

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NEVER = 1 << 40
"""Stands for "cannot be done"; larger than any sum."""


@dataclass(frozen=True, eq=False)
class Race:
    """What one stage of the search runs over."""

    choices: tuple[Choices, ...]
    """The choices of each session."""
    skips: tuple[Ints | None, ...]
    """What leaving each session out adds; None where it need not be thought of."""
    accepts: Bools
    """Which state may follow which, shape (states + 1, states); the last row is for the first session."""
    concerns: tuple[Concern, ...]
    """The levels this stage looks at, in order."""
    settled: int
    """How many of them are settled already."""
    known: Ints
    """Values of the settled levels side by side."""
    first_day: int = 0
    """The programme's first day as an ordinal."""

    @property
    def width(self) -> int:
        """How many fields of a row this stage needs."""
        return self.concerns[-1].fields.stop if self.concerns else 0

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

    def open_values(self, rows: Ints) -> Ints:
        """Return the values of the levels not settled yet side by side."""
        parts = [concern.value(rows) for concern in self.concerns[self.settled :]]
        return np.concatenate(parts, axis=1) if parts else rows[:, :0]

    def hopeful(self, least: Ints) -> Bools:
        """Say which rows could still keep every settled level, given the least they come to, shape (N,)."""
        hope: Bools = np.logical_and.reduce(least < NEVER, axis=1)
        at = 0
        for concern in self.concerns[: self.settled]:
            target = self.known[at : at + concern.width]
            hope[np.flatnonzero(hope)] = concern.may_reach(least[hope], target)
            at += concern.width
        return hope


@dataclass(frozen=True, eq=False)
class Bounds:
    """The least that sessions add, by state."""

    least: tuple[Ints, ...]
    """For each session the least it adds in each state, shape (states, width)."""
    ahead: tuple[Ints, ...]
    """For each session the least that it and those after it add, by the state before it, shape (states + 1, width)."""
    behind: tuple[Ints, ...]
    """For each session the least that those before it add, by the state chosen for it, shape (states, width)."""

    @classmethod
    def of(cls, race: Race) -> "Bounds":
        """Work out the bounds of a race."""
        least = tuple(_least(choices, race) for choices in race.choices)
        ahead = [np.zeros((len(race.accepts), race.width), dtype=np.int64)]
        for rows, skip in zip(reversed(least), reversed(race.skips), strict=True):
            ahead.insert(0, _one_further_back(race, rows, skip, ahead[0]))
        return cls(least, tuple(ahead), tuple(_behind(race, least)))


def _least(choices: Choices, race: Race) -> Ints:
    least = np.full((race.accepts.shape[1], race.width), NEVER, dtype=np.int64)
    for state, members in choices.groups:
        least[state] = choices.rows[members, : race.width].min(axis=0)
    return least


def _one_further_back(race: Race, least: Ints, skip: Ints | None, ahead: Ints) -> Ints:
    through = race.added(least, ahead[:-1])
    best = _least_over(race.accepts, through)
    if skip is not None:
        best = np.minimum(best, race.added(ahead, skip[: race.width]))
    return best


def _least_over(accepts: Bools, rows: Ints) -> Ints:
    """Return for each state the least over the states it may be followed by, shape (len(accepts), width)."""
    used = np.flatnonzero((rows < NEVER).all(axis=1))
    out = np.full((len(accepts), rows.shape[1]), NEVER, dtype=np.int64)
    if not used.size:
        return out
    for state, allowed in enumerate(accepts[:, used]):
        if allowed.any():
            out[state] = rows[used[allowed]].min(axis=0)
    return out


def _behind(race: Race, least: Sequence[Ints]) -> list[Ints]:
    """Walk forward: the least before each session, by its own state."""
    at = np.full((len(race.accepts), race.width), NEVER, dtype=np.int64)
    at[-1] = 0
    before: list[Ints] = []
    for rows, skip in zip(least, race.skips, strict=True):
        reached = _least_over(race.accepts.T, at)
        before.append(reached)
        onward = np.full_like(at, NEVER)
        onward[:-1] = race.added(reached, rows)
        if skip is not None:
            onward = np.minimum(onward, race.added(at, skip[: race.width]))
        at = onward
    return before
