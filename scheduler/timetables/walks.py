"""Walks to and from stops: guessed from the straight line, never across water."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scheduler.timetables.network import Bools, Floats, Ints, Network, Words
from scheduler.timetables.scan import Walks

EARTH_METRES = 6_371_000.0
"""Mean radius of the earth (IUGG)."""
BETWEEN_STOPS_METRES = 400.0
"""The farthest that two stops stand apart in a straight line for a change between them.

Own assumption, 24 November 2026: what people call "across the road" or "round the corner".
"""

Shore = Sequence[tuple[float, float]]
"""A line of water that nobody crosses on foot, as (latitude, longitude) of its points."""


@dataclass(frozen=True)
class Footing:
    """How walks are guessed: assumptions, each of which a programme may replace."""

    road_factor: float
    walk_km_per_hour: float
    waters: tuple[Shore, ...] = ()

    def seconds(self, metres: Floats) -> Ints:
        """Return how long a walk takes, rounded up."""
        speed = self.walk_km_per_hour / 3.6
        found: Ints = np.ceil(np.round(metres * self.road_factor / speed, 3)).astype(np.int32)
        return found


def metres_between(one: tuple[Floats, Floats], other: tuple[Floats, Floats]) -> Floats:
    """Return great-circle distances in metres; positions in degrees, broadcast to one shape."""
    (north, east), (south, west) = (tuple(map(np.radians, each)) for each in (one, other))
    half = (
        np.sin((south - north) / 2) ** 2
        + np.cos(north) * np.cos(south) * np.sin((west - east) / 2) ** 2
    )
    metres: Floats = 2 * EARTH_METRES * np.arcsin(np.sqrt(half))
    return metres


def crosses(
    one: tuple[Floats, Floats], other: tuple[Floats, Floats], waters: Sequence[Shore]
) -> Bools:
    """Say which straight lines between two positions cross water."""
    crossed = np.zeros(np.broadcast(*one, *other).shape, dtype=np.bool_)
    for shore in waters:
        for a, b in pairwise(shore):
            apart = _side(a, b, one) * _side(a, b, other) <= 0
            within = _side_of(one, other, a) * _side_of(one, other, b) <= 0
            crossed |= apart & within
    return crossed


def _side(a: tuple[float, float], b: tuple[float, float], of: tuple[Floats, Floats]) -> Floats:
    """Return on which side of a line points lie: the sign tells."""
    side: Floats = (b[1] - a[1]) * (of[0] - a[0]) - (b[0] - a[0]) * (of[1] - a[1])
    return side


def _side_of(
    one: tuple[Floats, Floats], other: tuple[Floats, Floats], of: tuple[float, float]
) -> Floats:
    side: Floats = (other[1] - one[1]) * (of[0] - one[0]) - (other[0] - one[0]) * (of[1] - one[1])
    return side


def walks_of(rows: Sequence[tuple[Ints, Ints]]) -> Walks:
    """Return lists of stops and seconds, one for each end, as the compiled loops want them."""
    lengths = [len(stops) for stops, _ in rows]
    none = np.zeros(0, dtype=np.int32)
    return Walks(
        np.concatenate(([0], np.cumsum(lengths, dtype=np.int64))).astype(np.int32),
        np.concatenate([none, *(stops for stops, _ in rows)]).astype(np.int32),
        np.concatenate([none, *(seconds for _, seconds in rows)]).astype(np.int32),
    )


def walks_between_stops(
    network: Network, footing: Footing, *, lands: Words | None = None, change: int = 0
) -> tuple[Walks, Walks]:
    """Return the walks between stops, onwards and as they are with time running backwards.

    Parameters
    ----------
    lands
        What land each stop stands on, where that is known: nobody walks from one to another.
    change
        Seconds that every change takes anyway; what the feed says of one is not added to them.
    """
    many = len(network.stop_code)
    pairs: dict[tuple[int, int], int] = {(stop, stop): 0 for stop in range(many)}
    for stop in range(many):
        near, walk = _near(network, footing, stop)
        if lands is not None:
            same = lands[near] == lands[stop]
            near, walk = near[same], walk[same]
        pairs.update({(stop, int(n)): int(w) for n, w in zip(near, walk, strict=True)})
    for pair, told in _told(network):
        if told < 0:
            pairs.pop(pair, None)
        else:
            pairs[pair] = max(pairs.get(pair, 0), told - change)
    back = {(b, a): walk for (a, b), walk in pairs.items()}
    return _by_stop(pairs, many), _by_stop(back, many)


def _told(network: Network) -> list[tuple[tuple[int, int], int]]:
    return [((int(a), int(b)), int(seconds)) for a, b, seconds in network.changes]


def _near(network: Network, footing: Footing, stop: int) -> tuple[NDArray[np.int64], Ints]:
    """Return the other stops near one, and the walk to each in seconds."""
    here = network.latitude[stop], network.longitude[stop]
    there = network.latitude, network.longitude
    metres = metres_between(here, there)
    metres[stop] = np.nan
    near = np.flatnonzero(metres <= BETWEEN_STOPS_METRES)
    dry = near[~crosses(here, (there[0][near], there[1][near]), footing.waters)]
    return dry, footing.seconds(metres[dry])


def _by_stop(pairs: dict[tuple[int, int], int], many: int) -> Walks:
    rows = np.array([(a, b, walk) for (a, b), walk in sorted(pairs.items())], dtype=np.int32)
    begins = np.searchsorted(rows[:, 0], np.arange(many + 1))
    return Walks(
        begins.astype(np.int32),
        np.ascontiguousarray(rows[:, 1]),
        np.ascontiguousarray(rows[:, 2]),
    )
