"""A part of the order of concern over the ways through a series, laid out stage by stage."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from scheduler.bounds import Race, rows_with_left_out
from scheduler.choices import Choices
from scheduler.concerns import Concern, Ledger
from scheduler.graph import Gates
from scheduler.labels import beaten, distinct
from scheduler.reading import Reading, reading_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Phase:
    """A part of the order of concern over the ways through a series."""

    steps: tuple[Gates, ...]
    """The ways through the series, by groups of choices."""
    choices: tuple[Choices, ...]
    """The choices of each session, in their groups."""
    concerns: tuple[Concern, ...]
    """The levels to settle, in order."""
    skipped: tuple[Ints, ...]
    """What leaving out each session adds, over all fields of the ledger."""
    stages: tuple[int, ...]
    """Up to which of the levels each stage settles."""
    ledger: Ledger
    """How the fields of every row are read."""
    is_last: bool = True
    """Whether no other part follows, which sees to it that all ways keep to what is limited."""
    known: tuple[int, ...] = ()
    """Values of the first of the levels, where they are known to be the best that can be."""

    def reading(self, upto: int) -> Reading:
        """Return what the first few levels read of every row."""
        return reading_of(self.ledger, self.concerns[:upto])


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a phase came to."""

    steps: tuple[Gates, ...]
    """The ways that reach it, by the new groups."""
    choices: tuple[Choices, ...]
    """Choices still in the running; those in one group are equally good so far."""
    settled: int
    """How many of the phase's levels are proven."""
    known: Ints
    """Their values side by side."""
    is_whole: bool
    """Whether the ways are all there are, and not only the one a narrow search found."""
    bound: tuple[int, ...] = ()
    """The least that the first level not proven can come to; empty where that is not known."""


def race_of(
    phase: Phase, choices: Sequence[Choices], levels: tuple[int, int], *, known: Ints
) -> tuple[Race, tuple[Ints, ...]]:
    """Lay out one stage, choices merged that it cannot tell apart.

    Returns
    -------
    The race, and for each session which merged choice each choice belongs to.
    """
    settled, upto = levels
    reading = phase.reading(upto)
    fields = reading.fields
    concerns = tuple(concern.moved(int(fields[0])) for concern in phase.concerns[:upto])
    found = _shared(choices, lambda own: _merged(own, fields))
    rows = rows_with_left_out([one.rows for one in found], [skip[fields] for skip in phase.skipped])
    nothing = np.zeros((2, len(fields)), dtype=np.int64)
    steps = [step.with_members(one.groups) for step, one in zip(phase.steps, found, strict=True)]
    race = Race(
        steps=tuple(each for both in steps for each in both),
        rows=tuple(each for own in rows for each in (nothing, own)),
        concerns=concerns,
        settled=settled,
        known=known,
        reading=reading,
        to_gates=frozenset(range(0, 2 * len(steps), 2)),
    )
    return race.narrowed(), tuple(one.of for one in found)


@dataclass(frozen=True, eq=False)
class _Merged:
    """The choices of one session as far as a stage can tell them apart."""

    rows: Ints
    groups: Ints
    """Group of each, shape (M,)."""
    of: Ints
    """Which of them each choice is, shape (N,)."""


def _merged(own: Choices, fields: Ints) -> _Merged:
    read = own.rows[:, fields]
    first, of = distinct(np.concatenate([own.group[:, None], read], axis=1))
    return _Merged(read[first], own.group[first], of)


def unbeaten(phase: Phase) -> tuple[Choices, ...]:
    """Drop choices that another of their group beats for certain, at whichever level."""
    reading = phase.reading(len(phase.concerns))
    concerns = tuple(concern.moved(int(reading.fields[0])) for concern in phase.concerns)

    def kept(own: Choices) -> Choices:
        merged = _merged(own, reading.fields)
        lost = beaten(merged.rows, merged.groups, concerns, caps=reading.caps)
        return own.kept(~lost[merged.of])

    return tuple(_shared(phase.choices, kept))


def _shared(choices: Sequence[Choices], made: Callable[[Choices], Made]) -> list[Made]:
    """Work something out for each session, once for sessions that share their choices."""
    done: dict[int, Made] = {}
    for own in choices:
        if id(own) not in done:
            done[id(own)] = made(own)
    return [done[id(own)] for own in choices]


def still_used(
    race: Race, choices: Sequence[Choices], merged: Sequence[Ints]
) -> tuple[Choices, ...]:
    """Drop choices of which no way through a race takes what they are merged in."""
    return tuple(
        own.kept(race.used(number)[of])
        for number, (own, of) in enumerate(zip(choices, merged, strict=True))
    )


def outcome_of(
    steps: tuple[Gates, ...],
    choices: Sequence[Choices],
    merged: Sequence[Ints],
    *,
    reached: tuple[int, Ints, bool],
) -> Outcome:
    """Keep the choices that some way takes, grouped as the ways name them."""
    kept = (
        replace(own, group=of).kept(np.isin(of, step.onward.choice))
        for step, own, of in zip(steps, choices, merged, strict=True)
    )
    return Outcome(steps, tuple(kept), *reached)
