"""One day of a timetable, laid out so that journeys there and back can be looked up."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from scheduler.timetables.feed import StepFree
from scheduler.timetables.network import Bools, Ints, Network
from scheduler.timetables.scan import Hops

LATEST = 30 * 3600
"""Up to when the next morning's trips are looked at, in seconds of the day: six in the morning."""
SHORTEST_DAY = 23 * 3600
"""How long the day lasts on which clocks go forward, in seconds."""
AROUND = (-1, 0, 1)
"""The days whose trips may run in a day: yesterday's go past midnight, tomorrow's begin early."""


@dataclass(frozen=True, eq=False)
class Day:
    """The hops of one day, in order of time and in the order of time running backwards.

    Times are seconds since noon less twelve hours, running backwards with the sign turned.
    """

    onwards: Hops
    backwards: Hops
    number: Ints
    """The network's number of each hop of `onwards`, shape (H,)."""
    number_backwards: Ints
    trips: int
    """How many trips there are, each day's own."""


def day_begins(day: date, zone: ZoneInfo) -> int:
    """Return noon less twelve hours in seconds since 1970 UTC, from which timetables count."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone)
    return int((noon.astimezone(UTC) - timedelta(hours=12)).timestamp())


def day_key(network: Network, day: date, zone: ZoneInfo) -> tuple[object, ...]:
    """Return what tells days apart: which trips run around them, and when days begin."""
    begins = day_begins(day, zone)
    around = ((shift, day + timedelta(days=shift)) for shift in AROUND)
    return tuple(
        (
            day_begins(that_day, zone) - begins,
            np.packbits(network.running(that_day) & _matters(network, shift)).tobytes(),
        )
        for shift, that_day in around
    )


def _matters(network: Network, shift: int) -> Bools:
    """Say which services have trips that may run a day later or earlier, shape (services,)."""
    matters = np.ones(len(network.runs), dtype=np.bool_)
    if shift:
        reaches = (
            network.arrives > SHORTEST_DAY
            if shift < 0
            else network.departs <= LATEST - SHORTEST_DAY
        )
        matters[:] = False
        matters[network.service[network.trip[reaches]]] = True
    return matters


class Usable(NamedTuple):
    """Which hops of a network can be ridden, boarded and left, each of shape (hops,)."""

    rides: Bools
    boards: Bools
    alights: Bools


def usable_hops(network: Network, *, step_free: bool, any_vehicle: bool) -> Usable:
    """Return which hops somebody can use.

    Parameters
    ----------
    step_free
        Whether only vehicles and stops known to be step-free will do.
    any_vehicle
        Whether those of which nothing is known will do as well; never those known to have steps.
    """
    if not step_free:
        every = np.ones(len(network.trip), dtype=np.bool_)
        return Usable(every, network.boards, network.alights)
    good = (StepFree.YES, StepFree.UNKNOWN) if any_vehicle else (StepFree.YES,)
    trips, stops = (np.isin(a, good) for a in (network.trip_step_free, network.stop_step_free))
    return Usable(
        trips[network.trip],
        network.boards & stops[network.leaves_from],
        network.alights & stops[network.goes_to],
    )


def lay_out(network: Network, day: date, zone: ZoneInfo, *, usable: Usable) -> Day:
    """Lay out one day.

    Parameters
    ----------
    usable
        Which hops may be ridden, boarded and left.
    """
    numbers, offsets, copies = [], [], []
    # A day on which clocks go back begins an hour before noon less twelve hours.
    midnight = int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp())
    midnight -= day_begins(day, zone)
    for shift in AROUND:
        that_day = day + timedelta(days=shift)
        offset = day_begins(that_day, zone) - day_begins(day, zone)
        runs = network.running(that_day)[network.service[network.trip]] & usable.rides
        if shift < 0:
            runs &= network.arrives + offset >= midnight
        found = np.flatnonzero(runs & (network.departs + offset <= LATEST))
        numbers.append(found)
        offsets.append(np.full(len(found), offset))
        copies.append(np.full(len(found), (shift + 1) * len(network.service)))
    return _laid_out(network, usable, *map(np.concatenate, (numbers, offsets, copies)))


def _laid_out(network: Network, usable: Usable, *columns: NDArray[np.int64]) -> Day:
    """Lay out some hops.

    Parameters
    ----------
    columns
        The network's number of each hop, the seconds to add to its times, and to its trip's number.
    """
    number, offset, copy = columns
    departs, arrives = network.departs[number] + offset, network.arrives[number] + offset
    trip = network.trip[number] + copy
    bits = 1 << network.by[network.trip[number]]
    ends = {
        "there": (departs, arrives, network.leaves_from[number], network.goes_to[number]),
        "back": (-arrives, -departs, network.goes_to[number], network.leaves_from[number]),
    }
    may = usable.boards[number], usable.alights[number]
    onwards = np.lexsort((network.position[number], departs))
    backwards = np.lexsort((-network.position[number], -arrives))
    return Day(
        _hops((*ends["there"], trip, *may, bits), onwards),
        _hops((*ends["back"], trip, *reversed(may), bits), backwards),
        number[onwards].astype(np.int32),
        number[backwards].astype(np.int32),
        3 * len(network.service),
    )


def _hops(columns: tuple[NDArray[Any], ...], order: NDArray[np.int64]) -> Hops:
    """Return hops in order, each column as the compiled loops want it."""
    kinds: list[type[Any]] = [*[np.int32] * 5, *[np.bool_] * 2, np.int32]
    ordered = (column[order].astype(kind) for column, kind in zip(columns, kinds, strict=True))
    return Hops(*ordered)
