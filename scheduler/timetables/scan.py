"""The innermost work of looking up journeys: one pass over a day's hops in order of departure.

The connection scan of Dibbelt, Pickard, Strasser and Wagner (arXiv 1703.05997), written here, with
a label for each number of vehicles. It only ever looks forward: for the way there, the day is
handed over with time running backwards. Plain loops over whole numbers, compiled
(`scheduler.compiled`); `tests/scheduler/timetables/plain_search.py` says the same another way.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.compiled import compiled

Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]

LATE = 2**30
"""Later than any moment: never."""


class Hops(NamedTuple):
    """Hops of a day in order of departure, arrays of shape (H,)."""

    departs: Ints
    arrives: Ints
    leaves_from: Ints
    goes_to: Ints
    trip: Ints
    boards: Bools
    alights: Bools
    by: Ints
    """What each is by, as a bit."""


class Walks(NamedTuple):
    """From each of some ends to some stops: where the next begins, stops, and seconds."""

    begins: Ints
    stop: Ints
    seconds: Ints


class Labels(NamedTuple):
    """What is known so far of each stop after each number of vehicles, shape (S, vehicles + 1)."""

    best: Ints
    """Earliest arrival by vehicle."""
    ready: Ints
    """Earliest moment to be there, walks between stops included."""
    by: Ints
    """What the vehicles were by, a bit for each kind."""
    ready_by: Ints
    """The same for whoever is ready to board there."""
    boarded: Ints
    """The hop on which the last vehicle was boarded."""
    left: Ints
    """The hop after which it was left."""
    came: Ints
    """The stop where it was left before walking here."""
    aboard: Ints
    """The hop on which each trip is boarded as the so many-th vehicle, shape (T, vehicles + 1)."""


class Rider(NamedTuple):
    """What a search is for."""

    change: int
    """Seconds needed to change vehicles."""
    last: int
    """Seconds after the moment beyond which nothing is boarded."""


class Board(NamedTuple):
    """What a search works on: a day's hops, walks between stops, and labels to write on."""

    hops: Hops
    feet: Walks
    labels: Labels


class Found(NamedTuple):
    """What a search found for each moment, stop and number of vehicles, shape (M, S, vehicles)."""

    arrivals: Ints
    """The earliest moment, `LATE` where never."""
    by: NDArray[np.uint8]
    """What the vehicles are by, a bit for each kind."""


@compiled
def start_from(labels: Labels, walks: Walks, moment: int) -> None:
    """Forget everything, and set out at a moment to every stop in walking distance."""
    labels.best[:] = LATE
    labels.ready[:] = LATE
    labels.aboard[:] = -1
    labels.ready_by[:, 0] = 0
    for walk in range(walks.begins[0], walks.begins[1]):
        stop, at = walks.stop[walk], moment + walks.seconds[walk]
        labels.ready[stop, 0] = min(labels.ready[stop, 0], at)


@compiled
def is_beaten(best: Ints, stop: int, vehicles: int, arrives: int) -> bool:
    """Say whether a stop is reached as early with as few vehicles."""
    for fewer in range(1, vehicles + 1):  # noqa: SIM110 - plain loops compile best
        if best[stop, fewer] <= arrives:
            return True
    return False


@compiled
def reach(hops: Hops, feet: Walks, labels: Labels, hop: int, vehicles: int) -> None:
    """Note that a hop's end is reached, and every stop a walk from there."""
    stop, arrives = hops.goes_to[hop], hops.arrives[hop]
    boarded = labels.aboard[hops.trip[hop], vehicles]
    by = labels.ready_by[hops.leaves_from[boarded], vehicles - 1] | hops.by[hop]
    labels.best[stop, vehicles] = arrives
    labels.by[stop, vehicles] = by
    labels.boarded[stop, vehicles] = boarded
    labels.left[stop, vehicles] = hop
    for walk in range(feet.begins[stop], feet.begins[stop + 1]):
        there, at = feet.stop[walk], arrives + feet.seconds[walk]
        if at < labels.ready[there, vehicles]:
            labels.ready[there, vehicles] = at
            labels.ready_by[there, vehicles] = by
            labels.came[there, vehicles] = stop


@compiled
def ride(hops: Hops, feet: Walks, labels: Labels, hop: int, change: int) -> bool:
    """Take one hop wherever it helps; say whether it helped anybody to be anywhere at once."""
    trip, stop, departs = hops.trip[hop], hops.leaves_from[hop], hops.departs[hop]
    helped = False
    for vehicles in range(1, labels.best.shape[1]):
        boarded = labels.aboard[trip, vehicles]
        if boarded < 0 or boarded > hop:
            needs = change if vehicles > 1 else 0
            if not hops.boards[hop] or labels.ready[stop, vehicles - 1] + needs > departs:
                continue
            labels.aboard[trip, vehicles] = hop
        arrives = hops.arrives[hop]
        if hops.alights[hop] and not is_beaten(labels.best, hops.goes_to[hop], vehicles, arrives):
            reach(hops, feet, labels, hop, vehicles)
            helped = helped or arrives == departs
    return helped


@compiled
def scan(hops: Hops, feet: Walks, labels: Labels, rider: Rider, moment: int) -> None:
    """Find the earliest arrival at every stop after a moment, for each number of vehicles.

    Hops that take no time are gone through again while they help: whoever changes in no time at
    all may need them in another order than they stand in.
    """
    hop, end = int(np.searchsorted(hops.departs, moment)), hops.departs.shape[0]
    while hop < end and hops.departs[hop] <= moment + rider.last:
        departs, first, again = hops.departs[hop], hop, False
        while hop < end and hops.departs[hop] == departs:
            again = ride(hops, feet, labels, hop, rider.change) or again
            hop += 1
        while again and rider.change == 0:
            again = False
            for once_more in range(first, hop):
                again = ride(hops, feet, labels, once_more, rider.change) or again


@compiled
def every_moment(board: Board, rider: Rider, start: Walks, moments: Ints, found: Found) -> None:
    """Find the earliest arrival at every stop from one start at each of some moments.

    Parameters
    ----------
    found
        Written.
    """
    labels = board.labels
    for number in range(moments.shape[0]):
        start_from(labels, start, moments[number])
        scan(board.hops, board.feet, labels, rider, moments[number])
        found.arrivals[number] = labels.best[:, 1:]
        found.by[number] = labels.by[:, 1:]


@compiled
def legs(hops: Hops, labels: Labels, stop: int, vehicles: int, into: Ints) -> None:
    """Write the hops on which each vehicle is boarded and left, last vehicle first.

    `into` has the shape (vehicles, 2).
    """
    for number in range(vehicles):
        taken = vehicles - number
        into[number, 0] = labels.boarded[stop, taken]
        into[number, 1] = labels.left[stop, taken]
        if taken > 1:
            stop = labels.came[hops.leaves_from[into[number, 0]], taken - 1]
