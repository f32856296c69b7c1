"""What a series would have to keep to in order to beat another, in as many ways as there are.

It is better at one level and as good at all before. Better at a level that compares people worst
first means: as bad for the first few, and at least one less for all who follow.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.bounds import Race
from scheduler.concerns import NEVER, Concern

Ints = NDArray[np.int64]


class Group(NamedTuple):
    """Fields of a row of which it is known, largest first, what they come to at the most."""

    fields: tuple[int, ...]
    most: tuple[int, ...]
    """What they come to, however they are ordered."""
    unit: tuple[int, ...]
    """What one more counts for each field."""
    spare: tuple[int, ...]
    """How many of each do not count."""
    is_exact: bool
    """Whether they come to exactly that."""

    def only(self, which: slice, most: tuple[int, ...]) -> "Group":
        """Return some of the fields, which come to something else at the most."""
        return Group(self.fields[which], most, self.unit[which], self.spare[which], is_exact=False)

    def without(self, one: int, most: tuple[int, ...]) -> "Group":
        """Return the other fields, which come to something else at the most."""
        before, after = self.only(slice(one), most), self.only(slice(one + 1, None), most)
        return Group(
            before.fields + after.fields,
            most,
            before.unit + after.unit,
            before.spare + after.spare,
            is_exact=False,
        )


class Aim(NamedTuple):
    """One way of beating what was found."""

    groups: tuple[Group, ...]
    """What a row has to keep to, the level at which it is better last."""
    bars: tuple[tuple[int, int], ...] = ()
    """Fields that no choice may exceed, and what."""
    equal: Group | None = None
    """What the last group comes to in what was found; None where it is not known to be that."""

    @property
    def reached(self) -> "Aim | None":
        """What reaches what was found has to keep to, of the same fields; None if not known."""
        return None if self.equal is None else Aim((*self.groups[:-1], self.equal))

    def apart(self, weights: Ints) -> tuple["Aim", ...]:
        """Return the aim in parts: one of those has the least of all, or the next larger number...

        Empty where it has no parts: those of its last group may all have as much.

        Parameters
        ----------
        weights
            Of each field; whoever has the largest is the one.
        """
        *before, last = self.groups
        if len(set(last.most)) == 1:
            return ()
        one = max(range(len(last.fields)), key=lambda k: int(weights[last.fields[k]]))
        return tuple(self._part(before, last, one, number) for number in sorted(set(last.most)))

    def _part(self, before: list[Group], last: Group, one: int, number: int) -> "Aim":
        place = last.most.index(number)
        alone = last.only(slice(one, one + 1), (number,))
        rest = last.without(one, last.most[:place] + last.most[place + 1 :])
        return Aim((*before, alone, rest), self.bars)


def aims(race: Race, target: Ints) -> list[Aim]:
    """Return every way of beating a target, at the first level not settled first."""
    return list(_aims(race, np.concatenate([race.known, target])))


def _aims(race: Race, values: Ints) -> Iterator[Aim]:
    groups = list(_capped(race))
    bars: list[tuple[int, int]] = []
    at = 0
    for number, concern in enumerate(race.concerns):
        value = values[at : at + concern.width]
        at += concern.width
        is_open = number >= race.settled
        if concern.kind == "worst":
            worst = concern.fields.start
            if is_open:
                by_size = sorted(groups, key=lambda group: len(group.fields))
                yield Aim(tuple(by_size), (*bars, (worst, int(value[0]) - 1)))
            bars.append((worst, int(value[0])))
        else:
            equal = _group(concern, value, is_exact=True)
            for most in _lower(value) if is_open else ():
                better = _group(concern, most, is_exact=False)
                yield Aim((*groups, better), tuple(bars), equal)
            groups.append(equal)


def _capped(race: Race) -> Iterator[Group]:
    """Give what each limit may come to."""
    for number in np.flatnonzero(race.reading.caps < NEVER).tolist():
        yield Group((number,), (int(race.reading.caps[number]),), (1,), (0,), is_exact=False)


def _lower(value: Ints) -> Iterator[Ints]:
    """Give for each number of a value, worst first, the most that values lower from there come to.

    Of numbers that are equal the last will do: what is lower before it is no more than that.
    """
    for place, number in enumerate(value.tolist()):
        following = value[place + 1] if place + 1 < len(value) else -1
        if number > 0 and following < number:
            yield np.where(np.arange(len(value)) < place, value, number - 1)


def _group(concern: Concern, most: Ints, *, is_exact: bool) -> Group:
    fields = tuple(range(concern.people.start, concern.people.stop))
    is_spread = concern.kind == "spread"
    unit, spare = (concern.units, concern.spare) if is_spread else ((1,), (0,))
    return Group(fields, tuple(most.tolist()), unit, spare, is_exact)
