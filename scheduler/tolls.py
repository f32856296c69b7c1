"""Shows that nothing beats what was found, by weighing all that it would have to keep to at once.

The least of each number by itself (`scheduler.bounds`) is reached by a different series for each.
Here every number gets a weight: what one person misses, how often another is put to it, the
quarter hours of all. A series that beats what was found weighs a certain amount at the most, since
what people come to is known but for who is who. Where even the lightest series weighs more, there
is none (Lagrangian relaxation). Where one is not ruled out, its toll tells the search which
beginnings lead nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.aims import Aim, Group, aims
from scheduler.bounds import Race
from scheduler.rows import NOT_WEIGHED, NOTHING, Weighed
from scheduler.weighing import Net, Terms, heaviest, lightest, weights_between

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

STEPS = 100
"""How often weights are changed at the most."""
EXACT = 1 << 49
"""Up to what sums of whole numbers are exact: weights are as fine as that allows. Below `FAR`."""
TYPICAL = 100.0
"""What numbers come to in all that weights are looked for; larger ones, as money, are scaled."""
ROUNDED = 1e-3
"""More than a sum of numbers that are not whole can be off by, and less than 1."""


@dataclass(frozen=True, eq=False)
class Toll:
    """Weights for the numbers of a row, and what may lead to an aim under them."""

    weights: Ints
    """The weight of each field, shape (width,)."""
    beyond: tuple[Ints, ...]
    """The least that the rest weighs, by place, before each session and at the end."""
    most: int
    """What a whole series weighs at the most."""

    @property
    def rules_out(self) -> bool:
        """Say whether no series is as light as that."""
        return bool(self.beyond[0][-1] > self.most)


class Tolls(NamedTuple):
    """What whole series have to be light enough for: all of some, and one of others if any."""

    always: tuple[Toll, ...] = ()
    one_of: tuple[Toll, ...] = ()

    def at(self, race: Race, number: int, begun: Ints) -> Weighed:
        """Return what beginnings before a session weigh, its choices, and what follows them."""
        every = self.always + self.one_of
        if not every:
            return NOT_WEIGHED
        weights = np.array([toll.weights for toll in every])
        return Weighed(
            begun=begun @ weights.T,
            adds=weights @ race.rows[number].T,
            beyond=np.array([toll.beyond[number + 1] for toll in every]),
            most=np.array([toll.most for toll in every]),
            always=len(self.always),
        )


NO_TOLLS = Tolls()


@dataclass(frozen=True, eq=False)
class Scales:
    """The ways through a race, laid out to be weighed."""

    race: Race

    def left(self, target: Ints, *, parts: int) -> tuple[Toll, ...]:
        """Return a toll for each aim of whatever beats a target that cannot be ruled out.

        Parameters
        ----------
        parts
            How often an aim is taken apart at the most.
        """
        left: list[Toll] = []
        waiting = aims(self.race, target)
        while waiting:
            aim = waiting.pop()
            toll = self._toll(aim, aim)
            apart = aim.apart(toll.weights) if parts and not toll.rules_out else ()
            parts -= bool(apart)
            waiting += apart
            if not (apart or toll.rules_out):
                left.append(toll)
        return tuple(left)

    @cached_property
    def always(self) -> tuple[Toll, ...]:
        """Tolls for reaching all that is settled: by the weights that ruled out better."""
        race = self.race
        settled = replace(race, concerns=race.concerns[: race.settled], settled=0, known=NOTHING)
        return tuple(
            self._toll(aim, aim.reached)
            for aim in aims(settled, race.known)
            if aim.reached is not None
        )

    @cached_property
    def _offsets(self) -> tuple[Ints, Ints, Ints]:
        """Where the places, ways and rows of each session begin in the tables of all."""
        steps, rows = self.race.steps, self.race.rows
        counts = ([s.before for s in steps], [len(s.choice) for s in steps], [len(r) for r in rows])
        places, ways, kinds = (np.concatenate([[0], np.cumsum(each)]) for each in counts)
        return places, ways, kinds

    @cached_property
    def _net(self) -> Net:
        places, ways, kinds = self._offsets
        steps, rows = self.race.steps, self.race.rows
        first = [step.first[:-1] + at for step, at in zip(steps, ways[:-1], strict=True)]
        choice = [
            np.where(step.choice < 0, len(own) - 1, step.choice) + at
            for step, own, at in zip(steps, rows, kinds[:-1], strict=True)
        ]
        child = [step.child + at for step, at in zip(steps, places[1:], strict=True)]
        return Net(
            first=np.concatenate([*first, ways[-1:]]),
            choice=np.concatenate(choice),
            child=np.concatenate(child),
            rows=np.concatenate(rows).astype(np.float64),
            barred=np.zeros(int(kinds[-1]), dtype=np.bool_),
            start=steps[0].before - 1,
            ends=steps[-1].after,
        )

    def _toll(self, aim: Aim, kept: Aim) -> Toll:
        """Return a toll for what is kept to, by weights that would best rule out an aim."""
        fields = [number for group in aim.groups for number in group.fields]
        net, terms = self._weighed(aim, fields), _terms(aim.groups)
        whole = _whole(self._weights(net, terms), self._largest[fields]) if fields else np.zeros(0)
        if kept is not aim:
            net, terms = self._weighed(kept, fields), _terms(kept.groups)
        least = np.zeros(len(net.first) - 1 + net.ends)
        lightest(net, whole, least, np.zeros(len(net.first), dtype=np.int64))
        most = heaviest(terms, whole, np.empty(len(whole)))
        of_each = np.zeros(self.race.width, dtype=np.int64)
        np.add.at(of_each, fields, whole.astype(np.int64))
        beyond = np.split(least.astype(np.int64), self._offsets[0][1:])
        return Toll(of_each, tuple(beyond), int(np.floor(most + ROUNDED)))

    def _weights(self, net: Net, terms: Terms) -> Floats:
        """Look for weights of numbers that are all brought to much the same size."""
        scale = np.maximum(terms.most / TYPICAL, 1.0)
        scaled = net._replace(rows=net.rows / scale)
        _, found = weights_between(scaled, terms._replace(most=terms.most / scale), STEPS)
        weights: Floats = found / scale
        return weights

    @cached_property
    def _largest(self) -> Floats:
        """The most that a whole series comes to of each number, shape (width,)."""
        every = [rows.max(axis=0, initial=0) for rows in self.race.rows]
        largest: Floats = np.array(every, dtype=np.float64).sum(axis=0)
        return largest

    def _weighed(self, aim: Aim, fields: Sequence[int]) -> Net:
        """Return the ways with what is weighed of their rows, and without what an aim bars."""
        net = self._net
        barred = np.zeros_like(net.barred)
        for number, most in aim.bars:
            barred |= net.rows[:, number] > most
        return net._replace(rows=np.ascontiguousarray(net.rows[:, fields]), barred=barred)


def _whole(weights: Floats, largest: Floats) -> Floats:
    """Return weights as whole numbers, as fine as they can be with sums that are exact.

    Parameters
    ----------
    largest
        The most that a series comes to of each number.
    """
    in_all = float(np.abs(weights) @ np.maximum(largest, 1.0))
    finest = 2.0 ** np.floor(np.log2(EXACT / max(in_all, 1.0)))
    whole: Floats = np.rint(weights * finest)
    return whole


def _terms(groups: Sequence[Group]) -> Terms:
    bounds = np.cumsum([0, *(len(group.fields) for group in groups)])
    exact = [group.is_exact and not spare for group in groups for spare in group.spare]
    return Terms(
        groups=bounds,
        most=np.array([n for group in groups for n in group.most], dtype=np.float64),
        unit=np.array([n for group in groups for n in group.unit], dtype=np.float64),
        spare=np.array([n for group in groups for n in group.spare], dtype=np.float64),
        exact=np.array(exact, dtype=np.bool_),
    )
