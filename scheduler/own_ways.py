"""Everybody's own ways to the rooms of a session, as if nobody rode with anybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

import numpy as np
from numpy.typing import NDArray

from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.travel import Travel
from scheduler.venues import Venue
from scheduler.ways_in_bulk import Ways
from scheduler.within_means import Means

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class OwnWays:
    """Everybody's own ways to some rooms at some times: their best, and cheaper ones."""

    programme: Programme
    venues: tuple[Venue, ...]
    people: tuple[Person, ...]
    times: tuple[tuple[datetime, datetime], ...]
    means: Means
    _kept: dict[int, Ways] = field(default_factory=dict)
    _others: dict[int, Bools] = field(default_factory=dict)

    def of(self, cheaper: int) -> Ways:
        """Return everybody's best way, or a cheaper one: 1 for the dearest of those, and so on.

        Where there is none so cheap, the cheapest.
        """
        if cheaper not in self._kept:
            self._kept[cheaper] = Ways.of(
                self.programme,
                venues=self.venues,
                people=self.people,
                times=self.times,
                pays=partial(self.means.pays_for, cheaper=cheaper),
            )
        return self._kept[cheaper]

    def taken(self, travel: Travel) -> Ways:
        """Return the ways people take: their best, or a cheaper one."""
        which = self._which(travel)
        return self.of(0).taking({p: self.of(n) for p, n in which.items()}) if which else self.of(0)

    def are_there(self, travel: Travel) -> Bools:
        """Say when and where there are such cheaper ways as people take; shape (S or 1, V).

        Of several who take them together it is enough that one has one.
        """
        best = self.of(0).number
        there = np.ones(best.shape[:2], dtype=np.bool_)
        place = {person.code: p for p, person in enumerate(self.people)}
        for one in travel.cheaper:
            people = [place[code] for code in one.people]
            there &= self._is_other(one.which)[:, :, people].any(axis=2)
        return there

    def take_over(self, known: "OwnWays", places: Sequence[int]) -> None:
        """Keep what others have worked out already, of whom people are some, by their places."""
        for number, own in known._kept.items():  # noqa: SLF001 - of its own kind
            self._kept[number] = Ways(own.all, own.number[:, :, places])

    def _which(self, travel: Travel) -> Mapping[int, int]:
        which = {p: travel.which(person.code) for p, person in enumerate(self.people)}
        return {p: number for p, number in which.items() if number}

    def _is_other(self, cheaper: int) -> Bools:
        """Say whose way is another than the one before it, shape (S or 1, V, P)."""
        if cheaper not in self._others:
            own, before = self.of(cheaper), self.of(cheaper - 1)
            numbers = {way: number for number, way in enumerate(before.all)}
            again = np.array([numbers.get(way, -1) for way in own.all], dtype=np.int64)
            self._others[cheaper] = again[own.number] != before.number
        return self._others[cheaper]
