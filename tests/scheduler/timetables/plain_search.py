"""Journeys looked up another way, for the compiled one to be held against.

Round by round, trip by trip, as anybody would with a printed timetable: whoever is at a stop in
time gets on, and everything the trip calls at later is reached. No order of hops, no labels shared
between searches, no numbers of NumPy's.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from scheduler.timetables.day import day_begins
from scheduler.timetables.feed import Call, Feed

LONDON = ZoneInfo("Europe/London")

Calls = list[tuple[str, int, int, bool, bool]]


def trips_around(feed: Feed, day: date) -> list[Calls]:
    """Return the calls of every trip that runs the day before, that day or the day after."""
    return [
        [(c.stop, c.arrives + by, c.departs + by, c.picks_up != 1, c.sets_down != 1) for c in calls]
        for calls, by in _running(feed, day)
    ]


def _running(feed: Feed, day: date) -> Iterator[tuple[tuple[Call, ...], int]]:
    for shift in (-1, 0, 1):
        that_day = day + timedelta(days=shift)
        offset = day_begins(that_day, LONDON) - day_begins(day, LONDON)
        for trip in feed.trips:
            if that_day in feed.services[trip.service]:
                yield trip.calls, offset


def earliest(
    trips: list[Calls], ready: Mapping[str, int], *, change: int = 0, vehicles: int = 4
) -> dict[str, int]:
    """Return the earliest arrival by vehicle at every stop, from where somebody is ready."""
    reached: dict[str, int] = {}
    for number in range(vehicles):
        more = dict(reached)
        for calls in trips:
            _ride(calls, ready, more, change if number else 0)
        reached, ready = more, more
    return reached


def latest(
    trips: list[Calls], by: Mapping[str, int], *, change: int = 0, vehicles: int = 4
) -> dict[str, int]:
    """Return the latest departure from every stop, to be where somebody has to be in time."""
    turned = [
        [(stop, -departs, -arrives, off, on) for stop, arrives, departs, on, off in reversed(calls)]
        for calls in trips
    ]
    found = earliest(turned, {s: -t for s, t in by.items()}, change=change, vehicles=vehicles)
    return {stop: -at for stop, at in found.items()}


def _ride(calls: Calls, ready: Mapping[str, int], reached: dict[str, int], change: int) -> None:
    aboard = False
    for stop, arrives, departs, gets_on, gets_off in calls:
        if aboard and gets_off and arrives < reached.get(stop, arrives + 1):
            reached[stop] = arrives
        aboard = aboard or (gets_on and stop in ready and ready[stop] + change <= departs)
