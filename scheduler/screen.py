"""Asks every constraint about every candidate and keeps each answer apart.

Who closed what, for whom.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.grid import Grid, Mask

Bools = NDArray[np.bool_]
Counts = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Screened:
    """What each constraint says of each candidate of one session wish."""

    grid: Grid
    masks: Mapping[str, Mask]
    """Each constraint's mask, by file name."""
    personal: frozenset[str]
    """The constraints whose objections concern one person rather than everybody."""
    for_all: frozenset[str] = frozenset()
    """Those of them whose questions concern everybody all the same."""
    riding: "Mapping[int, Screened]" = field(default_factory=dict)
    """The same for each choice of who rides with whom that can be, by its number on the grid."""

    @cached_property
    def closed(self) -> Bools:
        """Candidates closed for everyone, shape (S, V).

        A session already promised is never closed.
        """
        closed: Bools = np.zeros(self.grid.shape[:2], dtype=np.bool_)
        if not self.grid.session.is_promised:
            for name in self.masks:
                closed = np.logical_or(closed, self.closed_by(name))
        return closed

    @cached_property
    def counts(self) -> bool:
        """Say whether it counts, or was promised although it passes over somebody's right."""
        if not self.grid.session.is_promised:
            return True
        return not any((mask.degrees == Degree.RIGHT).any() for mask in self.masks.values())

    def closed_by(self, name: str) -> Bools:
        """Candidates one constraint closes for everyone, shape (S or 1, V or 1)."""
        degrees = self.masks[name].degrees
        least = Degree.RIGHT if name in self.personal else Degree.NEVER
        closed: Bools = np.logical_or.reduce(degrees >= least, axis=2)
        return closed


def screen(grid: Grid, constraints: Sequence[Constraint]) -> Screened:
    """Ask every constraint that can be asked of one candidate at a time.

    First, who takes part in another way than by coming.
    """
    grid = replace(grid, rules=tuple(constraints))
    asked = [constraint for constraint in constraints if constraint.is_screened()]
    return with_riding(
        Screened(
            grid=grid,
            masks={constraint.name(): constraint.screen(grid) for constraint in asked},
            personal=frozenset(c.name() for c in asked if c.reads_person()),
            for_all=frozenset(c.name() for c in asked if c.asks_for_all()),
        ),
        constraints,
    )


def with_riding(screened: Screened, constraints: Sequence[Constraint]) -> Screened:
    """Return answers with those for each choice of who rides with whom.

    Only constraints that ask about the way there and back say anything else then.
    """
    grid = screened.grid
    numbers = range(1, len(grid.every_rides))
    possible = {number: grid.riding(number) for number in numbers}
    again = [rule for rule in constraints if rule.is_screened() and "way" in rule.asks_for()]
    riding = {
        number: replace(
            screened,
            grid=ridden,
            masks={**screened.masks, **{rule.name(): rule.screen(ridden) for rule in again}},
        )
        for number, ridden in possible.items()
        if ridden.can_ride()
    }
    return replace(screened, riding=riding) if riding else screened


@dataclass(frozen=True, eq=False)
class Layers:
    """Numbers over candidates and people.

    Kept in the shapes they came in until they are looked up.
    """

    shape: tuple[int, int, int]
    parts: Mapping[tuple[bool, bool, bool], Counts]
    """Sums by which axes they vary along."""

    @classmethod
    def adding(cls, shape: tuple[int, int, int], masks: Sequence[Counts]) -> "Layers":
        """Add up arrays of shape (S or 1, V or 1, P or 1), each with those of its own shape."""
        parts: dict[tuple[bool, bool, bool], Counts] = {}
        for mask in masks:
            key = (mask.shape[0] > 1, mask.shape[1] > 1, mask.shape[2] > 1)
            parts[key] = parts[key] + mask if key in parts else mask
        return cls(shape, parts)

    def at(self, starts: NDArray[np.int64], venues: NDArray[np.int64]) -> Counts:
        """Look up the sums of some candidates, shape (C, P)."""
        total = np.zeros((len(starts), self.shape[2]), dtype=np.uint8)
        nought = np.zeros_like(starts)
        for part in self.parts.values():
            rows = starts if part.shape[0] > 1 else nought
            columns = venues if part.shape[1] > 1 else nought
            total += part[rows, columns]
        return total
