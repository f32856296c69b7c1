"""Looks up journeys on one day of a timetable: there in time, and home again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.timetables.day import Day
from scheduler.timetables.network import Ints
from scheduler.timetables.scan import (
    LATE,
    Board,
    Found,
    Hops,
    Labels,
    Rider,
    Walks,
    every_moment,
    legs,
    scan,
    start_from,
)
from scheduler.timetables.walks import walks_of

MOST_VEHICLES = 4
"""Up to how many vehicles one after another are looked up, for each leg: three changes."""
LONGEST = 6 * 3600
"""The longest anybody is asked to be on the way, in seconds: nothing is boarded later than that."""

Near = tuple[Ints, Ints]
"""Stops in walking distance, and the seconds to each."""


@dataclass(frozen=True)
class Reached:
    """When every stop is reached from one place after each moment, by number of vehicles.

    With time running backwards: the latest departures from every stop, with the sign turned.
    """

    at: Ints
    """Seconds, `LATE` where never, shape (moments, S, vehicles)."""
    by: NDArray[np.uint8]
    """What the vehicles are by, a bit for each kind, same shape."""

    @property
    def nbytes(self) -> int:
        """How much memory it takes, in bytes."""
        return self.at.nbytes + self.by.nbytes

    def end(self, near: Near) -> "Reached":
        """Return when a place near some stops is reached: the same with one stop for S."""
        stops, seconds = near
        if not len(stops):
            shape = (len(self.at), 1, self.at.shape[2])
            return Reached(np.full(shape, LATE, dtype=np.int32), np.zeros(shape, dtype=np.uint8))
        at = self.at[:, stops, :] + seconds[None, :, None]
        best = at.argmin(axis=1, keepdims=True)
        found = np.take_along_axis(at, best, axis=1)
        by = np.take_along_axis(self.by[:, stops, :], best, axis=1)
        return Reached(np.minimum(found, LATE).astype(np.int32), by)


@dataclass(frozen=True, eq=False)
class Search:
    """One day of a timetable, for people who need the same time to change vehicles."""

    day: Day
    feet: tuple[Walks, Walks]
    """Walks between stops, onwards and with time running backwards."""
    stops: int
    change: int
    """Seconds needed to change vehicles."""
    last: int = LONGEST

    def after(self, near: Near, moments: Sequence[int]) -> Reached:
        """Return the earliest arrivals everywhere from near some stops after each moment."""
        return self._every(self.day.onwards, self.feet[0], near, moments)

    def before(self, near: Near, moments: Sequence[int]) -> Reached:
        """Return the latest departures from everywhere to be near some stops by each moment.

        With the sign turned.
        """
        turned = [-moment for moment in moments]
        return self._every(self.day.backwards, self.feet[1], near, turned)

    def _every(self, hops: Hops, feet: Walks, near: Near, moments: Sequence[int]) -> Reached:
        shape = len(moments), self.stops, MOST_VEHICLES
        reached = Reached(np.empty(shape, dtype=np.int32), np.empty(shape, dtype=np.uint8))
        every_moment(
            Board(hops, feet, self._labels()),
            self._rider(),
            walks_of([near]),
            np.array(moments, dtype=np.int32),
            Found(reached.at, reached.by),
        )
        return reached

    def ride_after(self, near: Near, moment: int, to: Near) -> Iterator[tuple[int, Ints]]:
        """Give the earliest ride from near some stops to near others, by number of vehicles.

        Each with the moment of being there, and its legs in order, shape (vehicles, 2): numbers of
        hops of the network on which each vehicle is boarded and left.
        """
        for at, taken in self._rides(self.day.onwards, self.feet[0], (near, to), moment):
            yield at, self.day.number[taken[::-1]]

    def ride_before(self, near: Near, moment: int, to: Near) -> Iterator[tuple[int, Ints]]:
        """Give the latest ride from near `to` to be near some stops by a moment, the same way."""
        for at, taken in self._rides(self.day.backwards, self.feet[1], (near, to), -moment):
            yield -at, self.day.number_backwards[taken[:, ::-1]]

    def _rides(
        self, hops: Hops, feet: Walks, ends: tuple[Near, Near], moment: int
    ) -> Iterator[tuple[int, Ints]]:
        labels = self._labels()
        start_from(labels, walks_of([ends[0]]), moment)
        scan(hops, feet, labels, self._rider(), moment)
        stops, seconds = ends[1]
        for vehicles in range(1, MOST_VEHICLES + 1) if len(stops) else ():
            at = np.minimum(labels.best[stops, vehicles] + seconds, LATE)
            if at.min() < LATE:
                taken = np.empty((vehicles, 2), dtype=np.int32)
                legs(hops, labels, int(stops[at.argmin()]), vehicles, taken)
                yield int(at.min()), taken

    def _rider(self) -> Rider:
        return Rider(self.change, self.last)

    def _labels(self) -> Labels:
        wide = MOST_VEHICLES + 1
        own = {name: np.zeros((self.stops, wide), dtype=np.int32) for name in Labels._fields}
        own["aboard"] = np.zeros((self.day.trips, wide), dtype=np.int32)
        return Labels(**own)
