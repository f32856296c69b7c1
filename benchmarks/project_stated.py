"""One project in plain numbers, for a rival of another make, and its levels as weights."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from benchmarks.naive_model import NotStatedError
from benchmarks.ours import Timed
from constraints.quorum import Quorum
from constraints.spacing import Spacing
from scheduler.columns import Columns
from scheduler.order import STEP_MINUTES, share_units_of, wanted
from scheduler.put_first import class_of, classes_of
from scheduler.staffing import fees_and_hire

Value = tuple[int, ...]
PER_CLASS = 5
"""Levels of each class of priority: missed, put to it, long journeys, the longest, minutes."""
LEVELS = 2 * PER_CLASS + 3
"""Those, and changes, pence and the last day."""
LARGEST = 2**63


@dataclass(frozen=True, order=True)
class Weighed:
    """How good a series is: what it breaks, then its levels, smaller being better."""

    broken: int
    levels: Value


@dataclass(frozen=True)
class OnePerson:
    """One of the group, with what each of their sums weighs on its level."""

    number: int
    """Of the class of priority."""
    wants: int
    may_stay_away: bool
    missed: list[int]
    put_to_it: list[int]
    bad: list[int]


@dataclass(frozen=True, eq=False)
class Stated:
    """A project of which every session can be held, and all have the same candidates."""

    own: Timed

    @property
    def columns(self) -> Columns:
        """Return the candidates of every session.

        Raises
        ------
        NotStatedError
            If sessions differ in theirs.
        """
        (found, *others) = set(self.own.desk.columns)
        if others:
            msg = f"{self.own.desk.project.code}: its sessions differ"
            raise NotStatedError(msg)
        return found

    @property
    def sessions(self) -> int:
        """How many sessions there are."""
        return len(self.own.desk.columns)

    @property
    def least_days(self) -> int:
        """Fewest days from one session to the next."""
        return max(1, self._spacing.least_days)

    @property
    def most_days(self) -> int:
        """Most days from one session to the next."""
        return self._spacing.most_days

    @property
    def _spacing(self) -> Spacing:
        (rule,) = (rule for rule in self.own.desk.rules if isinstance(rule, Spacing))
        return rule

    @property
    def needed(self) -> int:
        """How many have to be counted on."""
        (rule,) = (rule for rule in self.own.desk.rules if isinstance(rule, Quorum))
        return min(rule.least, -(-2 * len(self.columns.grid.people) // 3))

    @property
    def first_day(self) -> int:
        """The first day of the programme, as an ordinal."""
        return self.own.desk.programme.first_day.toordinal()

    @cached_property
    def people(self) -> tuple[OnePerson, ...]:
        """Everybody of the group, in its order."""
        desk = self.own.desk
        group, units = desk.programme.group(desk.project), self._units
        (tie,) = desk.ties.stand_down
        scales = [self._scales(number) for number in range(len(classes_of(desk.programme)))]
        return tuple(
            OnePerson(
                number=class_of(desk.programme, person),
                wants=wanted(person, desk.project),
                may_stay_away=tie.who(person),
                missed=missed.weights(self.sessions, unit),
                put_to_it=put_to_it.weights(self._most_put_to_it, 1),
                bad=bad.weights(self.sessions, 1),
            )
            for person, unit in zip(group, units, strict=True)
            for missed, put_to_it, bad in [scales[class_of(desk.programme, person)]]
        )

    @property
    def _units(self) -> Sequence[int]:
        return share_units_of(self.own.desk.programme, self.own.desk.project)

    @cached_property
    def _most_put_to_it(self) -> int:
        return self.sessions * int(self.columns.put_to_it.max(initial=0))

    def first_difference(self, ours: Weighed, theirs: Weighed) -> tuple[str, Value, Value] | None:
        """Return the first level that differs, and both values on it; None where none does."""
        scales = dict(enumerate(self._scales(0))) | dict(enumerate(self._scales(1), PER_CLASS))
        for place, both in enumerate(zip(ours.levels, theirs.levels, strict=True)):
            if both[0] != both[1]:
                scale = scales.get(place)
                one, other = (scale.told(n) if scale else (n,) for n in both)
                return self._names[place], one, other
        return None

    @property
    def _names(self) -> tuple[str, ...]:
        _, _, *names = (level.name for level in self.own.levels)
        return (*names[: 2 * PER_CLASS], *names[2 * PER_CLASS + 1 :])

    def _weighed_levels(self, levels: Sequence[Value]) -> Iterator[tuple[Value, "Scale"]]:
        for number in (0, 1):
            own = levels[number * PER_CLASS : (number + 1) * PER_CLASS]
            yield from zip(own, self._scales(number), strict=False)

    def _scales(self, number: int) -> "tuple[Scale, ...]":
        """Return the scales of what a class misses, is put to, and its long journeys."""
        desk = self.own.desk
        members = [
            class_of(desk.programme, p) == number for p in desk.programme.group(desk.project)
        ]
        units = {unit for unit, own in zip(self._units, members, strict=True) if own}
        missed = {n * unit for unit in units for n in range(1, self.sessions + 1)}
        counts = range(1, self._most_put_to_it + 1), range(1, self.sessions + 1)
        return tuple(Scale.of(values, sum(members)) for values in (missed, *counts))

    def candidates(self) -> Iterator[tuple[Any, ...]]:
        """Give each candidate: when, where, its cost, how many stay away, who can come how."""
        columns = self.columns
        (tie,) = self.own.desk.ties.stand_down
        group = columns.grid.people
        away = [p for p, person in enumerate(group) if tie.who(person)]
        room = columns.sure @ np.array([tie.than(person) for person in group])
        many = np.minimum(columns.able[:, away].sum(axis=1), room)
        steps = -(-columns.minutes // STEP_MINUTES)
        each = columns.able, columns.sure, columns.put_to_it, columns.bad, steps, columns.minutes
        shapes = [figures.astype(np.int64).tolist() for figures in (*each, columns.fares)]
        for row, (start, venue) in enumerate(
            zip(columns.start.tolist(), columns.venue.tolist(), strict=True)
        ):
            when = int(columns.day[row]), int(columns.weekday[row]), int(columns.minute[row])
            pence = fees_and_hire(columns.grid, start, venue)
            yield (*when, venue, pence, int(many[row]), *(shape[row] for shape in shapes))

    def weighed(self, values: Sequence[Value]) -> Weighed:
        """Return values of our order of concern as the rival counts them.

        Raises
        ------
        NotStatedError
            If a session cannot be held, the company falls short, or somebody bears too much.
        """
        missing, optional, *levels = values
        if any(
            max(level, default=0) > scale.values[-1]
            for level, scale in self._weighed_levels(levels)
        ):
            msg = f"{self.own.desk.project.code}: somebody bears more than the rival can weigh"
            raise NotStatedError(msg)
        people, (short, *others) = levels[: 2 * PER_CLASS], levels[2 * PER_CLASS :]
        if any((*missing, *optional, *short)):
            msg = f"{self.own.desk.project.code}: not everything asked can be had"
            raise NotStatedError(msg)
        told: list[int] = []
        for number in (0, 1):
            own = people[number * PER_CLASS : (number + 1) * PER_CLASS]
            scales = self._scales(number)
            told += [scale.weight(level) for scale, level in zip(scales, own, strict=False)]
            told += [total for (total,) in own[len(scales) :]]
        return Weighed(0, (*told, *(total for (total,) in others)))


@dataclass(frozen=True)
class Scale:
    """What sums weigh that are compared worst first, so that adding them up compares them so."""

    values: tuple[int, ...]
    """Every value there can be but nought, the smallest first."""
    base: int
    """More than there are people."""

    @classmethod
    def of(cls, values: Iterable[int], people: int) -> "Scale":
        """Return the scale of some values for so many people, as far as the rival can count.

        Larger values weigh as the first one left out: who has one is worse off than we leave
        anybody, so nothing we compare is told from it.
        """
        base, ranked = people + 1, sorted(set(values))
        ranks = sum(base ** (rank + 2) < LARGEST for rank in range(len(ranked)))
        return cls(tuple(ranked[:ranks]), base)

    def weight(self, level: Value) -> int:
        """Return what everybody's sums weigh together."""
        ranks = (bisect_left(self.values, value) for value in level if value)
        return sum(self.base**rank for rank in ranks)

    def told(self, weight: int) -> Value:
        """Return the sums that come to a weight, the largest first, without those of nought."""
        found: list[int] = []
        for rank, value in reversed(list(enumerate(self.values))):
            many, weight = divmod(weight, self.base**rank)
            found += [value] * many
        return tuple(found)

    def weights(self, most: int, unit: int) -> list[int]:
        """Return what somebody's sum weighs, from nought on, one more counting a unit."""
        return [self.weight((n * unit,)) for n in range(most + 1)]
