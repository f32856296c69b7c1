"""Runs through a series session by session, keeping every beginning that could become the best."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler import kernel
from scheduler.bounds import Race
from scheduler.fewest_places import with_fewest_places
from scheduler.graph import Gates, Step, sorted_step
from scheduler.rows import Rows, Rules
from scheduler.tolls import NO_TOLLS, Tolls

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Effort:
    """How much work a search may do before it settles for the best found."""

    beginnings: int = 300_000
    """Most beginnings of a series held at once."""
    ways: int = 6_000_000
    """Most ways to go on from them that are looked at for one session."""
    width: int = 500
    """How many beginnings a narrow search keeps."""

    def at_most(self, other: "Effort") -> "Effort":
        """Return as much work as both allow."""
        return Effort(
            min(self.beginnings, other.beginnings), min(self.ways, other.ways), self.width
        )


NO_END = Effort(1 << 60, 1 << 60)
LOOKS = 100
"""How many others each beginning is held against."""
FEW_LOOKS = 20
"""The same where all levels are settled, so that whatever is beaten leads nowhere anyway."""
NARROW_WAYS = 2_000_000
"""About how many ways a narrow search looks at for one session."""


class TooMany(Exception):  # noqa: N818 - it is no error: the search is told to settle for less
    """There are more beginnings, or ways to go on from them, than the search may look at."""


class NoSeries(Exception):  # noqa: N818 - it is no error: what was asked for has no answer
    """No series stays within what is limited, not even one that leaves every session out."""


@dataclass(frozen=True, eq=False)
class Layer:
    """The beginnings (N) that go on from those of one session fewer."""

    begun: Rows
    parent: Ints
    """Which beginning each came from first, shape (N,)."""
    choice: Ints
    """Its last choice, or `LEFT_OUT`, shape (N,)."""
    ways: Ints
    """Every way to one of them: beginning before, choice, beginning after; shape (E, 3)."""
    least: Ints
    """The least each comes to in the end, shape (N, width)."""

    def __len__(self) -> int:
        """Return how many beginnings there are."""
        return len(self.parent)


@dataclass(frozen=True, eq=False)
class Pursuit:
    """What a run is after, and how much work it may do."""

    rules: Rules
    effort: Effort = NO_END
    tolls: Tolls = NO_TOLLS
    """What whole series are light enough for."""
    looks: int = LOOKS
    """How many others each beginning is held against."""


def onward(race: Race, begun: Rows, number: int, *, after: Pursuit) -> Layer:
    """Go on from beginnings with one more session, or without it, as far as is promising.

    Raises
    ------
    TooMany
        If more beginnings would have to be held than the effort allows.
    """
    most = after.effort.ways, after.effort.beginnings, after.looks
    ahead = race.beyond[number + 1]._replace(weighed=after.tolls.at(race, number, begun.rows))
    fits, stand, came, ways = kernel.gone_on(begun, race.ways[number], ahead, after.rules, most)
    if not fits:
        raise TooMany
    return Layer(Rows(*stand[:2]), *came, ways, stand[2])


def best_of_all(race: Race, after: Pursuit) -> Ints | None:
    """Return the best values of the levels not settled, side by side; None if there is no series.

    Raises
    ------
    TooMany
        If that takes more beginnings than the effort allows.
    """
    begun = race.nothing
    for number in range(len(race.steps)):
        begun = onward(race, begun, number, after=after).begun
    return _best(race, begun)


def best_of_few(race: Race, after: Pursuit, width: int) -> Ints | None:
    """Return the best values that a narrow search finds; None where it finds no series."""
    return _best(race, _narrow_run(race, after, width)[-1].begun)


def equal_steps(race: Race, effort: Effort, tolls: Tolls) -> tuple[Gates, ...]:
    """Return every way through the series that reaches all levels of a race.

    Which must all be settled, and each of its sessions begin with a step to gates.

    Raises
    ------
    TooMany
        If there are more beginnings than the effort allows.
    """
    begun, steps, after = race.nothing, [], Pursuit(race.rules, effort, tolls, FEW_LOOKS)
    for number in range(len(race.steps)):
        layer = onward(race, begun, number, after=after)
        sizes = (len(begun.node), len(layer))
        steps.append(sorted_step(*layer.ways.T, sizes=sizes))
        begun = layer.begun
    kept = with_fewest_places(_that_arrive(steps))
    return tuple(map(Gates, kept[::2], kept[1::2]))


def _that_arrive(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Keep only ways that lead on to the end."""
    alive = np.ones(steps[-1].after, dtype=np.bool_)
    kept: list[Step] = []
    for step in reversed(steps):
        kept.insert(0, step.kept(alive[step.child]))
        alive = np.zeros(step.before, dtype=np.bool_)
        alive[kept[0].parent] = True
    return tuple(kept)


@dataclass(frozen=True, eq=False)
class Narrow:
    """The one series that a narrow search finds best."""

    steps: tuple[Gates, ...]
    """It, as ways of its own."""
    row: Ints
    """What it comes to, shape (width,)."""


def narrow_series(race: Race, width: int, tolls: Tolls = NO_TOLLS) -> Narrow | None:
    """Return the series that a narrow search finds best; None where it finds none.

    Parameters
    ----------
    width
        How many beginnings it keeps.
    tolls
        What whole series are light enough for.
    """
    layers = _narrow_run(race, Pursuit(race.rules, tolls=tolls), width)
    if not len(layers[-1]):
        return None
    at = int(_in_order(race.open_values(layers[-1].begun.rows))[0])
    row = layers[-1].begun.rows[at]
    steps: list[Gates] = []
    nought = np.zeros(1, dtype=np.int64)
    to_gate = Step(nought, nought, nought, 1, 1)
    for number in reversed(range(len(layers))):
        layer = layers[number]
        if number not in race.to_gates:
            onward_step = Step(nought, layer.choice[at : at + 1], nought, 1, 1)
            steps.insert(0, Gates(to_gate, onward_step))
        at = int(layer.parent[at])
    return Narrow(tuple(steps), row)


def _narrow_run(race: Race, after: Pursuit, many: int) -> tuple[Layer, ...]:
    """Run through the series keeping only the beginnings that promise most."""
    begun, layers = race.nothing, []
    for number in range(len(race.steps)):
        layer = onward(race, begun, number, after=after)
        layers.append(_most_promising(race, layer, _as_many(race, number, many)))
        begun = layers[-1].begun
    return tuple(layers)


def _as_many(race: Race, number: int, many: int) -> int:
    """Return how many beginnings to keep, so that there are not too many ways on from them."""
    if number + 1 == len(race.steps):
        return many
    most = int(np.diff(race.steps[number + 1].first).max(initial=1))
    return max(1, min(many, NARROW_WAYS // max(1, most)))


def _most_promising(race: Race, layer: Layer, many: int) -> Layer:
    if len(layer) <= many:
        return layer
    rows, node = layer.begun
    kept = np.sort(_in_order(race.open_values(layer.least))[:many])
    begun, none = Rows(rows[kept], node[kept]), layer.ways[:0]
    return Layer(begun, layer.parent[kept], layer.choice[kept], none, layer.least[kept])


def _best(race: Race, begun: Rows) -> Ints | None:
    """Return the best values of the open levels that some beginnings come to; None of none."""
    values = race.open_values(begun.rows)
    best: Ints | None = values[_in_order(values)[0]] if len(values) else None
    return best


def _in_order(values: Ints) -> Ints:
    """Return rows best first; equal ones in the order they stand."""
    if not values.shape[1]:
        return np.arange(len(values))
    return np.lexsort(values.T[::-1])
