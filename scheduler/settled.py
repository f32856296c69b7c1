"""Settles the levels of one stage: finds the best there is, and shows that nothing beats it."""

from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from scheduler.bounds import Race
from scheduler.graph import Gates
from scheduler.search import (
    NO_END,
    Effort,
    NoSeries,
    Pursuit,
    TooMany,
    best_of_all,
    best_of_few,
    equal_steps,
)
from scheduler.tolls import NO_TOLLS, Scales, Tolls

Ints = NDArray[np.int64]

BEAM = 100
"""How many beginnings the first, narrow search keeps."""
LITTLE = Effort(2_000, 100_000)
"""What is tried before anything is weighed: most stages need no more."""
AS_MANY = 10_000
"""How many ways there are where weighing them takes about as long as that."""
MIDDLING = Effort(20_000, 500_000)
"""What is tried before aims are taken apart."""
ROUNDS = ((1000, 0, MIDDLING), (4000, 64, NO_END))
"""What is tried next: how wide a search, how often aims are taken apart, how much work at most."""


def settle(race: Race, effort: Effort, *, is_last: bool = True) -> Ints:
    """Return the best values of the levels not yet settled, side by side.

    Parameters
    ----------
    is_last
        Whether nothing else is tried where a little work does not do, so that more is worth it.

    Raises
    ------
    NoSeries
        If a floor leaves no series at all.
    TooMany
        If proving it would take more beginnings than the effort allows.
    """
    quick = best_of_few(race, Pursuit(race.rules), BEAM)
    if quick is not None and np.array_equal(quick, race.hoped):
        return quick
    try:
        best = _or_better(race, quick, effort.at_most(_little(race)), NO_TOLLS)
    except TooMany:
        if not is_last:
            raise
        best = _weighed(race, quick, effort)
    if best is None:
        raise NoSeries
    return best


def every_equal(race: Race, effort: Effort) -> tuple[Gates, ...]:
    """Return every way through the series that reaches all levels of a race, all being settled.

    Raises
    ------
    TooMany
        If there are more beginnings than the effort allows.
    """
    try:
        return equal_steps(race, effort.at_most(_little(race)), NO_TOLLS)
    except TooMany:
        return equal_steps(race, effort, Tolls(Scales(race).always))


def _little(race: Race) -> Effort:
    """Return what is tried before anything is weighed: more where places are told apart.

    Then there are many more ways, and weighing them takes longer than trying.
    """
    ways = sum(len(step.choice) for step in race.steps) if len(race.reading.limited) else 0
    times = max(1, ways // AS_MANY)
    return Effort(times * LITTLE.beginnings, times * LITTLE.ways)


def _weighed(race: Race, best: Ints | None, effort: Effort) -> Ints | None:
    """Return the best there is, what leads to nothing better being weighed out.

    Parameters
    ----------
    best
        The best known so far.

    Raises
    ------
    TooMany
        If that takes more beginnings than the effort allows.
    """
    scales = Scales(race)
    for width, parts, most in ROUNDS:
        # Where something is scarce, parts tell little more than the whole.
        often = 0 if len(race.reading.limited) else parts
        best, tolls = _improved(scales, best, width, often)
        if best is not None and not tolls.one_of:
            return best
        with suppress(TooMany):
            return _or_better(race, best, effort.at_most(most), tolls)
    raise TooMany


def _improved(
    scales: Scales, best: Ints | None, width: int, parts: int
) -> tuple[Ints | None, Tolls]:
    """Search narrowly for something better until none is found, or there is none.

    Returns
    -------
    The best found, and tolls for what is not ruled out to be better.
    """
    race, better = scales.race, best
    while True:
        best, tolls = better, Tolls(scales.always)
        if best is not None:
            tolls = Tolls(scales.always, scales.left(best, parts=parts))
            if not tolls.one_of:
                return best, tolls
        rules = race.rules if best is None else race.rules_to_beat(best)
        better = best_of_few(race, Pursuit(rules, tolls=tolls), width)
        if better is None:
            return best, tolls


def _or_better(race: Race, best: Ints | None, effort: Effort, tolls: Tolls) -> Ints | None:
    """Return the best there is: what is known, or what all that may be better comes to."""
    rules = race.rules if best is None else race.rules_to_beat(best)
    found = best_of_all(race, Pursuit(rules, effort, tolls))
    return best if found is None else found
