"""A timetable as numbers: everything of a feed that a search reads, in arrays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scheduler.timetables.feed import BY, BY_ARRANGEMENT, Call, Feed, Stop, Trip

Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]
Words = NDArray[np.str_]
Floats = NDArray[np.float64]

NOT_BOOKED = -1
"""Stands beside a trip that nobody has to book."""


@dataclass(frozen=True, eq=False)
class Network:
    """Stops (S), trips (T), hops from one call to the next (H), services by days, in arrays.

    Times are seconds since the trip's day began, which is noon less twelve hours: so clock changes
    move nothing. Only stops that some trip calls at are kept.
    """

    about: Words
    """Name, first and last day."""
    stop_code: Words
    stop_name: Words
    latitude: Floats
    """Degrees north, shape (S,); not a number where not known."""
    longitude: Floats
    stop_step_free: Ints
    departs: Ints
    """When each hop departs, shape (H,)."""
    arrives: Ints
    leaves_from: Ints
    """Stop each hop leaves from, shape (H,)."""
    goes_to: Ints
    trip: Ints
    position: Ints
    """Which hop of its trip it is, shape (H,)."""
    boards: Bools
    """Whether people may get on where it leaves from, shape (H,)."""
    alights: Bools
    """Whether people may get off where it goes to, shape (H,)."""
    line: Words
    """What people call each trip's line, shape (T,)."""
    by: Ints
    """What each trip is by, a number of `BY`, shape (T,)."""
    trip_step_free: Ints
    book_days: Ints
    """Days before which each trip has to be booked, `NOT_BOOKED` where it need not be, (T,)."""
    service: Ints
    runs: Bools
    """On which days each service runs, from the first day on, shape (services, days)."""
    changes: Ints
    """From stop, to stop, seconds of each change the feed speaks of; -1 for never, (N, 3)."""

    @property
    def name(self) -> str:
        """What the timetable is called: who published it, and which version."""
        return str(self.about[0])

    @property
    def first_day(self) -> date:
        """The first day it holds."""
        return date.fromisoformat(str(self.about[1]))

    @property
    def last_day(self) -> date:
        """The last day it holds."""
        return date.fromisoformat(str(self.about[2]))

    def holds_on(self, day: date) -> bool:
        """Say whether anything is known of a day."""
        return self.first_day <= day <= self.last_day

    def running(self, day: date) -> Bools:
        """Say which services run on a day, shape (services,); none where nothing is known."""
        if not self.holds_on(day):
            return np.zeros(len(self.runs), dtype=np.bool_)
        found: Bools = self.runs[:, (day - self.first_day).days]
        return found


def network_of(feed: Feed) -> Network:
    """Return a timetable as numbers."""
    served = {call.stop for trip in feed.trips for call in trip.calls}
    stops = [stop for stop in feed.stops if stop.code in served]
    at = {stop.code: number for number, stop in enumerate(stops)}
    services = {code: number for number, code in enumerate(feed.services)}
    return Network(
        about=np.array([feed.name, feed.first_day.isoformat(), feed.last_day.isoformat()]),
        **_stop_arrays(stops),
        **_hop_arrays(feed.trips, at),
        **_trip_arrays(feed.trips, services),
        runs=_days(feed),
        changes=np.array(
            [(at[a], at[b], seconds) for a, b, seconds in feed.changes if a in at and b in at],
            dtype=np.int32,
        ).reshape(-1, 3),
    )


def _stop_arrays(stops: Iterable[Stop]) -> dict[str, Any]:
    rows = list(stops)
    unknown = float("nan")
    return {
        "stop_code": np.array([stop.code for stop in rows], dtype=np.str_),
        "stop_name": np.array([stop.name for stop in rows], dtype=np.str_),
        "latitude": np.array([unknown if s.latitude is None else s.latitude for s in rows]),
        "longitude": np.array([unknown if s.longitude is None else s.longitude for s in rows]),
        "stop_step_free": np.array([stop.step_free for stop in rows], dtype=np.int32),
    }


def _trip_arrays(trips: Iterable[Trip], services: Mapping[str, int]) -> dict[str, Any]:
    rows = list(trips)
    return {
        "line": np.array([trip.line for trip in rows], dtype=np.str_),
        "by": np.array([BY.index(trip.by) for trip in rows], dtype=np.int32),
        "trip_step_free": np.array([trip.step_free for trip in rows], dtype=np.int32),
        "book_days": np.array([_book_days(trip) for trip in rows], dtype=np.int32),
        "service": np.array([services[trip.service] for trip in rows], dtype=np.int32),
    }


def _book_days(trip: Trip) -> int:
    asked = any(max(c.picks_up, c.sets_down) >= BY_ARRANGEMENT for c in trip.calls)
    return trip.book_days if asked or trip.book_days else NOT_BOOKED


def _hop_arrays(trips: Iterable[Trip], at: Mapping[str, int]) -> dict[str, Any]:
    hops = [
        (*_hop(one, other), at[one.stop], at[other.stop], number, position)
        for number, trip in enumerate(trips)
        for position, (one, other) in enumerate(pairwise(trip.calls))
    ]
    columns = np.array(hops, dtype=np.int32).reshape(-1, 8).T.copy()
    departs, arrives, boards, alights, leaves_from, goes_to, trip, position = columns
    return {
        "departs": departs,
        "arrives": arrives,
        "leaves_from": leaves_from,
        "goes_to": goes_to,
        "trip": trip,
        "position": position,
        "boards": boards.astype(np.bool_),
        "alights": alights.astype(np.bool_),
    }


def _hop(one: Call, other: Call) -> tuple[int, int, bool, bool]:
    return one.departs, other.arrives, one.picks_up != 1, other.sets_down != 1


def _days(feed: Feed) -> Bools:
    many = (feed.last_day - feed.first_day).days + 1
    runs = np.zeros((len(feed.services), many), dtype=np.bool_)
    for number, days in enumerate(feed.services.values()):
        within = [(day - feed.first_day).days for day in days]
        runs[number, [day for day in within if 0 <= day < many]] = True
    return runs
