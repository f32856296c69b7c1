"""Runs through a series session by session.

Keeping every beginning that could still become the best.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.bounds import Bounds, Race
from scheduler.concerns import after
from scheduler.graph import Step, sorted_step
from scheduler.labels import Labels, beaten, distinct, joined, nothing_yet

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

BEAM = 100
"""How many beginnings the first, narrow search keeps."""
MANY = 400
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
    effort: Effort = Effort()

    def best(self) -> Ints | None:
        """Return the best values of the open levels, or None where no series beats the target."""
        labels = self.nothing
        for number in range(len(self.race.steps)):
            labels = self.thinned(self.continued(labels, number), number)
            if not len(labels):
                return None
        values = self.race.open_values(labels.rows)
        best: Ints = values[_in_order(values)[0]]
        return best

    @property
    def nothing(self) -> Labels:
        """The beginning in which nothing is chosen: the last place before the first session."""
        return nothing_yet(self.race.width, self.race.steps[0].before - 1)

    def continued(self, labels: Labels, number: int) -> Labels:
        """Return every promising way to go on with one more session, or without it."""
        step = self.race.steps[number]
        each = max(1, AT_ONCE * max(1, step.before) // max(1, len(step.parent)))
        parts = [
            self._chosen(labels, np.arange(begin, min(begin + each, len(labels))), number)
            for begin in range(0, len(labels), each)
        ]
        return joined(parts) if parts else labels

    def _chosen(self, labels: Labels, some: Ints, number: int) -> Labels:
        step = self.race.steps[number]
        position, way = step.onward(labels.node[some])
        parent, choice = some[position], step.choice[way]
        rows = self.race.added(labels.rows[parent], self.race.rows[number][choice])
        made = Labels(rows, step.child[way], parent, choice)
        return made.kept(self._promising(made, number))

    def _least(self, labels: Labels, number: int) -> Ints:
        return self.race.added(labels.rows, self.bounds.ahead[number + 1][labels.node])

    def _promising(self, labels: Labels, number: int) -> Bools:
        least = self._least(labels, number)
        keep = self.race.hopeful(least)
        if self.target is not None:
            keep[keep] = after(self.race.open_values(least[keep]), self.target) < 0
        return keep

    def thinned(self, labels: Labels, number: int) -> Labels:
        """Drop beginnings that nothing tells apart from others, and those certainly beaten."""
        labels = labels.kept(np.sort(distinct(labels.keys)[0]))
        if self.limit is not None and len(labels) > self.limit:
            order = _in_order(self.race.open_values(self._least(labels, number)))
            return labels.kept(np.sort(order[: self.limit]))
        if len(labels) > MANY:
            labels = labels.kept(~beaten(labels.rows, labels.node, self.race.concerns))
        if len(labels) > self.effort.beginnings:
            raise TooMany
        return labels


def equal_steps(race: Race, effort: Effort) -> tuple[Step, ...]:
    """Return every way through the series that reaches all levels of a race.

    Which must all be settled.

    Raises
    ------
    TooMany
        If there are more beginnings than the effort allows.
    """
    runner = Runner(race, Bounds.of(race), effort=effort)
    labels, steps = runner.nothing, []
    for number in range(len(race.steps)):
        longer = runner.continued(labels, number)
        first, again = distinct(longer.keys)
        reached = longer.kept(first)
        good = ~beaten(reached.rows, reached.node, race.concerns)
        if good.sum() > effort.beginnings:
            raise TooMany
        sizes = (len(labels), int(good.sum()))
        place = np.where(good, np.cumsum(good) - 1, -1)[again]
        step = sorted_step(longer.parent, longer.choice, place, sizes=sizes)
        steps.append(step.kept(step.child >= 0))
        labels = reached.kept(good)
    return _that_arrive(steps)


def _that_arrive(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Keep only ways that lead on to the end."""
    alive = np.ones(steps[-1].after, dtype=np.bool_)
    kept: list[Step] = []
    for step in reversed(steps):
        kept.insert(0, step.kept(alive[step.child]))
        alive = np.zeros(step.before, dtype=np.bool_)
        alive[kept[0].parent] = True
    return tuple(kept)


def narrow_series(race: Race) -> tuple[Step, ...]:
    """Return the one series that a narrow search finds best, as ways of their own."""
    runner = Runner(race, Bounds.of(race), limit=BEAM * 20)
    layers = [runner.nothing]
    for number in range(len(race.steps)):
        layers.append(runner.thinned(runner.continued(layers[-1], number), number))
    at = int(_in_order(race.open_values(layers[-1].rows))[0])
    steps: list[Step] = []
    nought = np.zeros(1, dtype=np.int64)
    for labels in reversed(layers[1:]):
        steps.insert(0, Step(nought, labels.choice[at : at + 1], nought, 1, 1))
        at = int(labels.parent[at])
    return tuple(steps)


def _in_order(values: Ints) -> Ints:
    """Return rows best first; equal ones in the order they stand."""
    if not values.shape[1]:
        return np.arange(len(values))
    return np.lexsort(values.T[::-1])
