"""Asks every constraint about every candidate and keeps each answer apart.

Who closed what, for whom.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.grid import Grid, Mask

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Counts = NDArray[np.uint8]

UNKNOWN, AVOID, NEVER, RIGHT = map(int, Degree)
"""Degrees as plain numbers: an array is compared with these thirty times as fast."""


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
            for own in map(self.closed_by, self.masks):
                if own.any():
                    np.logical_or(closed, own, out=closed)
        return closed

    @cached_property
    def counts(self) -> bool:
        """Say whether it counts, or was promised although it passes over somebody's right."""
        if not self.grid.session.is_promised:
            return True
        return not any((mask.degrees == RIGHT).any() for mask in self.masks.values())

    def closed_by(self, name: str) -> Bools:
        """Candidates one constraint closes for everyone, shape (S or 1, V or 1)."""
        degrees = self.masks[name].degrees
        least = RIGHT if name in self.personal else NEVER
        if degrees.max(initial=0) < least:
            return np.zeros((1, 1), dtype=np.bool_)
        # One pass over each person's own answers, rather than one over people for each candidate.
        closed: Bools = np.zeros(degrees.shape[:2], dtype=np.bool_)
        for person in range(degrees.shape[2]):
            np.logical_or(closed, degrees[:, :, person] >= least, out=closed)
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
    """Return answers with those for each choice of how people travel.

    Only constraints that ask about the way there and back say anything else then.
    """
    grid = screened.grid
    numbers = range(1, len(grid.every_travel))
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


class Against(NamedTuple):
    """What speaks against each person's coming to some candidates (C), shapes (C, P)."""

    is_never: Bools
    """Whether anything about it keeps them away."""
    is_unsure: Bools
    """Whether anything about it is unknown, questions for everybody left out."""
    many: Counts
    """How many things are better avoided, or unknown; questions for everybody to each of them."""


def against(screened: Screened, starts: Ints, venues: Ints) -> Against:
    """Look up what the constraints say of some candidates, in arrays of shape (C,)."""
    shape = (screened.grid.shape[2], len(starts))
    found = Against(
        np.zeros(shape, dtype=np.bool_),
        np.zeros(shape, dtype=np.bool_),
        np.zeros(shape, dtype=np.uint8),
    )
    for name, mask in screened.masks.items():
        if mask.degrees.max(initial=0):
            told = _by_person(mask.degrees, starts, venues)
            asked = told == UNKNOWN
            if name in screened.personal:
                np.logical_or(found.is_never, told == NEVER, out=found.is_never)
            if name in screened.personal - screened.for_all:
                np.logical_or(found.is_unsure, asked, out=found.is_unsure)
            if name in screened.for_all:
                asked = asked.any(axis=0, keepdims=True)
            np.add(found.many, asked | (told == AVOID), out=found.many)
    return Against(
        is_never=np.ascontiguousarray(found.is_never.T),
        is_unsure=np.ascontiguousarray(found.is_unsure.T),
        many=np.ascontiguousarray(found.many.T),
    )


def _by_person(degrees: Counts, starts: Ints, venues: Ints) -> Counts:
    """Look up what a rule says of some candidates, person by person: shape (P or 1, C or 1).

    Each person's answers are read in the order in which they stand.
    """
    by_person = np.moveaxis(degrees, 2, 0)
    people, many_starts, many_venues = by_person.shape
    if many_venues == 1:
        return by_person[:, starts if many_starts > 1 else slice(None), 0]
    if many_starts == 1:
        return by_person[:, 0, venues]
    if by_person.strides[1] < by_person.strides[2]:
        by_person, at = by_person.swapaxes(1, 2), venues * many_starts + starts
    else:
        at = starts * many_venues + venues
    told: Counts = by_person.reshape(people, -1).take(at, axis=1)
    return told
