"""One part of the order of concern, settled level by level over all the ways through a series."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scheduler.bounds import Race
from scheduler.choices import Choices
from scheduler.laid_out import Outcome, Phase, outcome_of, race_of, still_used, unbeaten
from scheduler.search import Effort, TooMany, narrow_series
from scheduler.settled import every_equal, settle
from scheduler.sharing import without_trades
from scheduler.tolls import Scales, Tolls

Ints = NDArray[np.int64]


WIDEST = 10_000
"""How many beginnings a narrow search keeps where it found no series with fewer."""
APART = Effort(100_000, 3_000_000)
"""How much work telling places apart is worth."""


def run(phase: Phase, effort: Effort) -> Outcome:
    """Settle every level of a phase.

    Where that takes too much, take the best a narrow search finds.
    """
    found = _settled(phase, effort)
    if not found.is_whole:
        return found.narrow(effort)
    phase, choices, (settled, known) = found.phase, found.choices, found.reached
    race, merged = race_of(phase, choices, (settled, settled), known=known)
    race = replace(race, wanted="every way" if phase.is_last else "what may do")
    try:
        steps = every_equal(race, effort)
    except TooMany:
        return _narrow((phase, effort.width), choices, (settled, known), ())
    return outcome_of(steps, choices, merged, reached=(settled, known, True))


def values_of(phase: Phase, effort: Effort) -> Ints:
    """Return the values of a phase's levels; the ways that reach them are not looked up."""
    found = _settled(phase, effort)
    return found.reached[1] if found.is_whole else found.narrow(effort).known


@dataclass(frozen=True, eq=False)
class _Settled:
    """How far the levels of a phase were settled."""

    phase: Phase
    """The phase, its ways by now."""
    choices: tuple[Choices, ...]
    """What is left to choose from."""
    reached: tuple[int, Ints]
    """How many levels are settled, and their values."""
    bound: tuple[int, ...] = ()
    """The least that the level after those settled can come to."""
    is_whole: bool = True
    """Whether all are settled."""
    is_apart: bool = False
    """Whether its places tell apart, or cannot, how what is settled was come by so far."""

    def narrow(self, effort: Effort) -> Outcome:
        """Return the best a narrow search finds of what is left."""
        return _narrow((self.phase, effort.width), self.choices, self.reached, self.bound)

    def race(self, upto: int) -> tuple["_Settled", Race]:
        """Lay out a stage, and drop the choices that none of its ways takes."""
        settled, known = self.reached
        race, merged = race_of(self.phase, self.choices, (settled, upto), known=known)
        race = replace(race, wanted="values")
        return replace(self, choices=still_used(race, self.choices, merged)), race

    def apart(self, effort: Effort) -> "_Settled":
        """Tell places apart by what the levels settled have come to there.

        So that what is bounded from each place onwards keeps to them. Of what is scarce only the
        least that may be drawn on the way there is known.
        """
        settled, known = self.reached
        race, merged = race_of(self.phase, self.choices, (settled, settled), known=known)
        try:
            steps = every_equal(replace(race, wanted="what may do"), effort.at_most(APART))
        except TooMany:
            return replace(self, is_apart=True)
        found = outcome_of(steps, self.choices, merged, reached=(settled, known, True))
        ledger = without_trades(self.phase.ledger, self.phase.concerns[:settled])
        phase = replace(self.phase, steps=found.steps, ledger=ledger)
        return replace(self, phase=phase, choices=found.choices, is_apart=True)


def _settled(phase: Phase, effort: Effort) -> _Settled:
    known = np.array(phase.known, dtype=np.int64)
    found = _Settled(phase, unbeaten(phase), (len(known), known))
    if not effort.ways:
        return replace(found, is_whole=False)
    for upto in (stage for stage in phase.stages if stage > len(phase.known)):
        found = _one_stage(found, upto, effort)
        if not found.is_whole:
            break
    return found


def _one_stage(found: _Settled, upto: int, effort: Effort) -> _Settled:
    """Settle a few more levels; where something is scarce, places are told apart first if need be.

    Where sessions alone are settled there is nothing to tell apart.
    """
    found, race = found.race(upto)
    settled, known = found.reached
    is_last = found.is_apart or race.most_told_apart < 0
    is_last |= not any(level.kind == "spread" for level in race.concerns[:settled])
    try:
        value = settle(race, effort, is_last=is_last)
    except TooMany:
        if not is_last:
            return _one_stage(found.apart(effort), upto, effort)
        return replace(found, bound=race.bound, is_whole=False)
    return replace(found, reached=(upto, np.concatenate([known, value])), is_apart=False)


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
    race, merged = race_of(phase, choices, (settled, len(phase.concerns)), known=known)
    # What is settled can be so rare that only what is light enough for it leads there.
    tolls = Tolls(Scales(race).always)
    for many in (width, WIDEST):
        found = narrow_series(race, many, tolls)
        if found is not None:
            outcome = outcome_of(found.steps, choices, merged, reached=(*reached, False))
            return replace(outcome, bound=bound)
    race, merged = race_of(phase, choices, (0, len(phase.concerns)), known=known[:0])
    found = narrow_series(race, width)
    if found is None:
        raise TooMany
    kept, least = _kept_levels(race, found.row, reached)
    outcome = outcome_of(found.steps, choices, merged, reached=(kept, known, False))
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
