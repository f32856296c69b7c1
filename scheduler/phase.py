"""One part of the order of concern, settled level by level over all the ways through a series."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from scheduler.bounds import Race, rows_with_left_out
from scheduler.choices import Choices
from scheduler.concerns import Concern, Ledger
from scheduler.graph import Step
from scheduler.labels import beaten, distinct
from scheduler.reading import Reading, reading_of
from scheduler.search import Effort, TooMany, narrow_series
from scheduler.settled import every_equal, settle

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Made = TypeVar("Made")


WIDEST = 10_000
"""How many beginnings a narrow search keeps where it found no series with fewer."""


@dataclass(frozen=True, eq=False)
class Phase:
    """A part of the order of concern over the ways through a series."""

    steps: tuple[Step, ...]
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
    known: tuple[int, ...] = ()
    """Values of the first of the levels, where they are known to be the best that can be."""

    def reading(self, upto: int) -> Reading:
        """Return what the first few levels read of every row."""
        return reading_of(self.ledger, self.concerns[:upto])


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a phase came to."""

    steps: tuple[Step, ...]
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


def run(phase: Phase, effort: Effort) -> Outcome:
    """Settle every level of a phase.

    Where that takes too much, take the best a narrow search finds.
    """
    found = _settled(phase, effort)
    choices, (settled, known) = found.choices, found.reached
    if not found.is_whole:
        return found.narrow(phase, effort)
    race, merged = _race(phase, choices, (settled, settled), known)
    try:
        steps = every_equal(race, effort)
    except TooMany:
        return _narrow((phase, effort.width), choices, (settled, known), ())
    return _outcome(steps, choices, merged, (settled, known, True))


def values_of(phase: Phase, effort: Effort) -> Ints:
    """Return the values of a phase's levels; the ways that reach them are not looked up."""
    found = _settled(phase, effort)
    return found.reached[1] if found.is_whole else found.narrow(phase, effort).known


class _Settled(NamedTuple):
    """How far the levels of a phase were settled."""

    choices: tuple[Choices, ...]
    """What is left to choose from."""
    reached: tuple[int, Ints]
    """How many levels are settled, and their values."""
    bound: tuple[int, ...]
    """The least that the level after those settled can come to."""
    is_whole: bool
    """Whether all are settled."""

    def narrow(self, phase: Phase, effort: Effort) -> Outcome:
        """Return the best a narrow search finds of what is left."""
        return _narrow((phase, effort.width), self.choices, self.reached, self.bound)


def _settled(phase: Phase, effort: Effort) -> _Settled:
    choices, known = _unbeaten(phase), np.array(phase.known, dtype=np.int64)
    settled = len(phase.known)
    if not effort.ways:
        return _Settled(choices, (settled, known), (), is_whole=False)
    for upto in (stage for stage in phase.stages if stage > settled):
        race, merged = _race(phase, choices, (settled, upto), known)
        choices = _still_used(race, choices, merged)
        try:
            value = settle(race, effort)
        except TooMany:
            return _Settled(choices, (settled, known), race.bound, is_whole=False)
        known, settled = np.concatenate([known, value]), upto
    return _Settled(choices, (settled, known), (), is_whole=True)


def _narrow(
    what: tuple[Phase, int],
    choices: tuple[Choices, ...],
    reached: tuple[int, Ints],
    bound: tuple[int, ...],
) -> Outcome:
    """Take the best a narrow search finds that keeps what is settled; failing that, any best.

    Parameters
    ----------
    what
        The phase, and how many beginnings the search keeps.
    bound
        The least that the level after those settled can come to.

    Raises
    ------
    TooMany
        If it finds none at all: only where a floor keeps it from leaving every session out.
    """
    (phase, width), (settled, known) = what, reached
    race, merged = _race(phase, choices, (settled, len(phase.concerns)), known)
    for many in (width, WIDEST):
        found = narrow_series(race, many)
        if found is not None:
            outcome = _outcome(found.steps, choices, merged, (*reached, False))
            return replace(outcome, bound=bound)
    race, merged = _race(phase, choices, (0, len(phase.concerns)), known[:0])
    found = narrow_series(race, width)
    if found is None:
        raise TooMany
    kept, least = _kept_levels(race, found.row, reached)
    outcome = _outcome(found.steps, choices, merged, (kept, known, False))
    return replace(outcome, bound=least or bound)


def _kept_levels(race: Race, row: Ints, reached: tuple[int, Ints]) -> tuple[int, tuple[int, ...]]:
    """Return at how many of the levels settled a series comes to what is known to be the best.

    And what is known of the next of them.
    """
    settled, known = reached
    at = 0
    for number, concern in enumerate(race.concerns[:settled]):
        best = known[at : at + concern.width].tolist()
        if concern.value(row[None])[0].tolist() != best:
            return number, tuple(best)
        at += concern.width
    return settled, ()


def _race(
    phase: Phase, choices: Sequence[Choices], levels: tuple[int, int], known: Ints
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
    steps = [
        (to_gates, onward.with_members(one.groups))
        for (to_gates, onward), one in zip((s.gates for s in phase.steps), found, strict=True)
    ]
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


def _unbeaten(phase: Phase) -> tuple[Choices, ...]:
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


def _still_used(
    race: Race, choices: Sequence[Choices], merged: Sequence[Ints]
) -> tuple[Choices, ...]:
    return tuple(
        own.kept(race.used(number)[of])
        for number, (own, of) in enumerate(zip(choices, merged, strict=True))
    )


def _outcome(
    steps: tuple[Step, ...],
    choices: Sequence[Choices],
    merged: Sequence[Ints],
    reached: tuple[int, Ints, bool],
) -> Outcome:
    """Keep the choices that some way takes, grouped as the ways name them."""
    kept = (
        replace(own, group=of).kept(np.isin(of, step.choice))
        for step, own, of in zip(steps, choices, merged, strict=True)
    )
    return Outcome(steps, tuple(kept), *reached)
