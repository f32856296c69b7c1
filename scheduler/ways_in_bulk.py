"""Everybody's ways to every venue at every hour, in bulk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from scheduler.line_runs import runs_on
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.timetables.offer import Column
from scheduler.timetables.timetabled import timetabled_of
from scheduler.unbeaten import Paying
from scheduler.venues import Venue
from scheduler.ways import NOT_KNOWN, Choices, Way, choices

Time = tuple[datetime, datetime]
"""Start and end of a candidate."""


def _any(_: Person) -> None:
    """Ask nothing of anybody's ways."""


@dataclass(frozen=True, eq=False)
class Ways:
    """Everybody's ways in bulk: numbers of the ways in `all`, shape (S or 1, V, P)."""

    all: tuple[Way, ...]
    number: NDArray[np.int64]

    @classmethod
    def of(
        cls,
        programme: Programme,
        *,
        venues: Sequence[Venue],
        people: Sequence[Person],
        times: Sequence[Time],
        pays: Callable[[Person], Paying | None] = _any,
    ) -> "Ways":
        """Work out everybody's ways to every venue.

        Hours that no timetable tells apart are worked out once.

        Parameters
        ----------
        times
            Start and end of each candidate (S), in order.
        pays
            What says of somebody's ways what they draw on, and which is taken.
        """
        catalogue: dict[Way, int] = {}
        kinds, kind_of = _kinds_of(programme, times)
        some = tuple(times[k] for k in kinds)
        found = np.zeros((max(1, len(kinds)), len(venues), len(people)), dtype=np.int64)
        for v, venue in enumerate(venues):
            for p, person in enumerate(people):
                offered = replace(choices(programme, person, venue), pays=pays(person))
                if some and not offered.depends_on_the_hour:
                    # Where no line leads there, every hour has the same way.
                    way = _without_day(offered.in_bulk(*some[0]))
                    found[:, v, p] = catalogue.setdefault(way, len(catalogue))
                    continue
                ways, which = _column(offered, some)
                numbers = [catalogue.setdefault(way, len(catalogue)) for way in ways]
                found[:, v, p] = np.array(numbers, dtype=np.int64)[which] if ways else 0
        return cls(tuple(catalogue) or (NOT_KNOWN,), found[kind_of] if len(kinds) > 1 else found)

    def changed(self, people: Sequence[int], change: Callable[[int, int, Way], Way]) -> "Ways":
        """Return the ways with those of some people changed: by venue, person and the way so far.

        What is the same way to the same venue is asked once.
        """
        catalogue = {way: number for number, way in enumerate(self.all)}
        found = self.number.copy()
        for v, p in product(range(found.shape[1]), people):
            for number in np.unique(self.number[:, v, p]).tolist():
                way = change(v, p, self.all[number])
                then = catalogue.setdefault(way, len(catalogue))
                found[self.number[:, v, p] == number, v, p] = then
        return Ways(tuple(catalogue), found)

    def taking(self, others: "Mapping[int, Ways]") -> "Ways":
        """Return the ways with those of some people from others, worked out for the same times."""
        catalogue = {way: number for number, way in enumerate(self.all)}
        found = self.number.copy()
        for p, other in others.items():
            again = [catalogue.setdefault(way, len(catalogue)) for way in other.all]
            found[:, :, p] = np.array(again, dtype=np.int64)[other.number[:, :, p]]
        return Ways(tuple(catalogue), found)

    def way(self, start: int, venue: int, person: int) -> Way:
        """Return one way, without the day on its clock times."""
        return self.all[int(self.number[start if self.number.shape[0] > 1 else 0, venue, person])]

    def values(self, name: str) -> NDArray[np.int64]:
        """Return one number of each way in `all` (`minutes`, `changes`, `pence` ...).

        Shape (len(all),).
        """
        if name not in self._values:
            own = [int(getattr(way, name)) for way in self.all]
            self._values[name] = np.array(own, dtype=np.int64)
        return self._values[name]

    @cached_property
    def _values(self) -> dict[str, NDArray[np.int64]]:
        """What was asked of the ways so far, by name."""
        return {}

    @cached_property
    def not_known(self) -> NDArray[np.bool_]:
        """Which ways are not known at all, shape (len(all),)."""
        return np.array([way == NOT_KNOWN for way in self.all], dtype=np.bool_)

    def numbers(self, name: str) -> NDArray[np.int64]:
        """Return one number of everybody's way (`minutes`, `changes`, `pence` ...).

        Shape (S or 1, V, P).
        """
        return self.values(name)[self.number]


def _kinds_of(programme: Programme, times: Sequence[Time]) -> tuple[list[int], NDArray[np.int64]]:
    """Sort times into kinds that no line and no timetable tells apart.

    The same clock time on days with the same lines and trips running.

    Returns
    -------
    One time of each kind, and the kind of each time, shape (S,).
    """
    timetabled = timetabled_of(programme)
    if not programme.lines and timetabled is None:
        return [0][: len(times)], np.zeros(len(times), dtype=np.int64)
    running = {
        day: (
            tuple(runs_on(line, day) for line in programme.lines),
            timetabled and timetabled.kind_of_day(day),
        )
        for day in {start.date() for start, _ in times}
    }
    keys = [(start.timetz(), running[start.date()]) for start, _ in times]
    first: dict[object, int] = {}
    for number, key in enumerate(keys):
        first.setdefault(key, number)
    order = {key: kind for kind, key in enumerate(first)}
    return list(first.values()), np.array([order[key] for key in keys], dtype=np.int64)


def _column(offered: Choices, times: tuple[Time, ...]) -> Column:
    """Return the different ways of somebody to a venue, and which of them is taken at each time.

    What a timetable offers is asked once, and kept with it for whoever plans again.
    """
    # Where no line leads there, every hour has the same way.
    if not offered.depends_on_the_hour:
        return _laid_out(offered, times[:1])
    offer = offered.timetable
    if offer is None or offered.lines:
        return _laid_out(offered, times)
    own = offered.entered, offered.estimate, offered.free, offered.most_changes
    key = own, _paid(offered), times
    if key not in offer.columns:
        offer.keep(key, _laid_out(offered, times))
    return offer.columns[key]


def _paid(offered: Choices) -> tuple[object, ...]:
    """Return which way is taken, and what each kind draws on."""
    pays = offered.pays
    return () if pays is None else (pays.cheaper, *map(pays.draws, offered.known()))


def _laid_out(offered: Choices, times: Sequence[Time]) -> Column:
    if offered.timetable:
        offered.timetable.look_up(times)
    numbers: dict[Way, int] = {}
    ways = (_without_day(offered.in_bulk(*time)) for time in times)
    which = [numbers.setdefault(way, len(numbers)) for way in ways]
    return tuple(numbers), np.array(which, dtype=np.int64)


def _without_day(way: Way) -> Way:
    """Drop days and clock times, which differ from day to day although the way is the same."""
    if way.leaves is None and way.home is None and way.book_by is None and not way.told:
        return way
    return Way(
        by=way.by,
        out_minutes=way.out_minutes,
        back_minutes=way.back_minutes,
        changes=way.changes,
        pence=way.pence,
        fare_known=way.fare_known,
        estimated=way.estimated,
        source=way.source,
    )
