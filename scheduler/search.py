"""Runs through a series session by session, keeping every beginning that could still become the best."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.bounds import Bounds, Race
from scheduler.concerns import after
from scheduler.labels import Labels, beaten, distinct, joined, nothing_yet

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

BEAM = 100
"""How many beginnings the first, narrow search keeps."""
MANY = 3_000
"""From how many beginnings on it pays to compare them with one another."""
AT_ONCE = 150_000
"""How many continuations are worked out at a time."""


@dataclass(frozen=True)
class Effort:
    """How much work a search may do before it settles for the best found."""

    beginnings: int = 300_000
    """Most beginnings of a series held at once."""


class TooMany(Exception):  # noqa: N818 - it is no error: the search is told to settle for less
    """There are more beginnings than the search may hold."""


def settle(race: Race, effort: Effort) -> Ints:
    """Return the best values of the levels not yet settled, side by side.

    Raises
    ------
    TooMany
        If proving it would take more beginnings than the effort allows.
    """
    bounds = Bounds.of(race)
    quick = Runner(race, bounds, limit=BEAM).best()
    full = Runner(race, bounds, target=quick, effort=effort).best()
    best = full if full is not None else quick
    assert best is not None  # noqa: S101 - leaving every session out is always a series
    return best


@dataclass(frozen=True, eq=False)
class Runner:
    """One run over a race: narrow (with a limit) or full (with a target to beat)."""

    race: Race
    bounds: Bounds
    limit: int | None = None
    """How many beginnings to keep; None keeps all that could still be best."""
    target: Ints | None = None
    """Values of the open levels that a series must beat; None where none is known."""
    equal: bool = False
    """Whether reaching the target is enough."""
    effort: Effort = Effort()

    def best(self) -> Ints | None:
        """Return the best values of the open levels, or None where no series beats the target."""
        labels = nothing_yet(self.race.width)
        for number in range(len(self.race.choices)):
            labels = self.thinned(self.continued(labels, number), number)
            if not len(labels):
                return None
        values = self.race.open_values(labels.rows)
        best: Ints = values[_in_order(values)[0]]
        return best

    def continued(self, labels: Labels, number: int) -> Labels:
        """Return every promising way to go on with one more session, or without it."""
        choices = self.race.choices[number]
        at_a_time = max(1, AT_ONCE // max(1, len(choices)))
        parts = [
            self._chosen(labels, np.arange(begin, min(begin + at_a_time, len(labels))), number)
            for begin in range(0, len(labels), at_a_time)
        ]
        return joined([*parts, *self._left_out(labels, number)])

    def _chosen(self, labels: Labels, some: Ints, number: int) -> Labels:
        choices = self.race.choices[number]
        allowed = self.race.accepts[labels.state[some]][:, choices.state]
        parent, choice = np.nonzero(allowed)
        parent = some[parent]
        rows = self.race.added(labels.rows[parent], choices.rows[choice, : self.race.width])
        made = Labels(rows, choices.state[choice], parent, choice)
        return made.kept(self._promising(made, number))

    def _left_out(self, labels: Labels, number: int) -> list[Labels]:
        skip = self.race.skips[number]
        if skip is None:
            return []
        rows = self.race.added(labels.rows, skip[: self.race.width])
        none = np.full(len(labels), -1, dtype=np.int64)
        made = Labels(rows, labels.state, np.arange(len(labels)), none)
        return [made.kept(self._promising(made, number))]

    def _least(self, labels: Labels, number: int) -> Ints:
        return self.race.added(labels.rows, self.bounds.ahead[number + 1][labels.state])

    def _promising(self, labels: Labels, number: int) -> Bools:
        least = self._least(labels, number)
        keep = self.race.hopeful(least)
        if self.target is not None:
            keep[keep] = after(self.race.open_values(least[keep]), self.target) < self.equal
        return keep

    def thinned(self, labels: Labels, number: int) -> Labels:
        """Drop beginnings that nothing tells apart from others, and those certainly beaten."""
        labels = labels.kept(np.sort(distinct(labels.keys)[0]))
        if self.limit is not None and len(labels) > self.limit:
            order = _in_order(self.race.open_values(self._least(labels, number)))
            return labels.kept(np.sort(order[: self.limit]))
        if len(labels) > MANY:
            labels = labels.kept(~beaten(labels.rows, labels.state, self.race.concerns))
        if len(labels) > self.effort.beginnings:
            raise TooMany
        return labels


def narrow_series(race: Race) -> tuple[int, ...]:
    """Return the choices of the best series a narrow search finds; -1 where a session is left out."""
    runner = Runner(race, Bounds.of(race), limit=BEAM * 20)
    layers = [nothing_yet(race.width)]
    for number in range(len(race.choices)):
        layers.append(runner.thinned(runner.continued(layers[-1], number), number))
    at = int(_in_order(race.open_values(layers[-1].rows))[0])
    chosen: list[int] = []
    for labels in reversed(layers[1:]):
        chosen.insert(0, int(labels.choice[at]))
        at = int(labels.parent[at])
    return tuple(chosen)


def _in_order(values: Ints) -> Ints:
    """Return rows best first; equal ones in the order they stand."""
    if not values.shape[1]:
        return np.arange(len(values))
    return np.lexsort(values.T[::-1])
