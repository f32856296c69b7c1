"""The series that asks least of one kind, over candidates some of which are allowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Desk
from scheduler.columns import Columns
from scheduler.succession import in_order, order_readings
from scheduler.ties import Read, Reading

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

LINKS: tuple[Reading, ...] = ("weekday", "minute", "venue")
"""What people remember of a series."""

MOST_LOOKED_AT = 2000
"""How many days, hours and places of a session are weighed against the next, least asked first."""

NO_WAY = np.iinfo(np.int64).max // 4
"""More than any series asks."""


@dataclass(frozen=True, eq=False)
class _Stop:
    """One session's allowed candidates, those alike for what comes next put together."""

    readings: Ints
    """What ties read of each state, its day first, shape (T, R)."""
    asks: Ints
    """The least that each state asks, shape (T,)."""
    row: Ints
    """The candidate that asks it, shape (T,)."""


def least_path(
    desk: Desk,
    numbers: Sequence[int],
    *,
    asks: Sequence[Ints],
    allowed: Sequence[Bools],
    per_change: int = 0,
) -> tuple[int, ...] | None:
    """Return a candidate for each session so that all together ask least; None if none fit.

    Parameters
    ----------
    numbers
        Which sessions of the project are held, from 1, in order.
    asks
        What each candidate of each of them asks, shape (C,) each.
    allowed
        Which candidates may be chosen, shape (C,) each.
    per_change
        What each change of weekday, hour or place from one session to the next asks.
    """
    each = zip(numbers, asks, allowed, strict=True)
    by = _readings(desk, LINKS if per_change else ())
    stops = [_stop(desk.columns[number - 1], by, ask, may) for number, ask, may in each]
    if not all(len(stop.row) for stop in stops):
        return None
    total, came_from = stops[0].asks, list[Ints]()
    for (before, stop), pair in zip(pairwise(stops), pairwise(numbers), strict=True):
        links = total[:, None] + per_change * _changes(by, before, stop)
        sums = np.where(_follows(desk, pair, before, stop), links, NO_WAY)
        came_from.append(sums.argmin(axis=0))
        total = np.minimum(sums.min(axis=0) + stop.asks, NO_WAY)
    if total.min() >= NO_WAY:
        return None
    return _back(stops, came_from, int(total.argmin()))


def _back(stops: Sequence[_Stop], came_from: Sequence[Ints], last: int) -> tuple[int, ...]:
    states = [last]
    for came in reversed(came_from):
        states.append(int(came[states[-1]]))
    states.reverse()
    return tuple(int(stop.row[state]) for stop, state in zip(stops, states, strict=True))


def _readings(desk: Desk, links: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return what tells candidates apart for the next session: their day first."""
    tied = desk.ties.in_a_row(desk.programme, desk.project)
    read = (by for tie in tied for by in tie.readings)
    return tuple(dict.fromkeys((*order_readings(desk.project), *read, *links)))


def _stop(own: Columns, by: Sequence[Reading], asks: Ints, allowed: Bools) -> _Stop:
    rows = np.flatnonzero(allowed)
    rows = rows[np.argsort(asks[rows], kind="stable")]
    readings = np.stack([own.reading(each)[rows] for each in by], axis=1)
    _, first = np.unique(readings, axis=0, return_index=True)
    kept = np.sort(first)[:MOST_LOOKED_AT]
    return _Stop(readings[kept], asks[rows[kept]], rows[kept])


def _changes(by: Sequence[Reading], before: _Stop, after: _Stop) -> Ints:
    """Return in how many of weekday, hour and place each state differs from each before it."""
    counts = np.zeros((len(before.row), len(after.row)), dtype=np.int64)
    for at, reading in enumerate(by):
        if reading in LINKS:
            counts += before.readings[:, None, at] != after.readings[None, :, at]
    return counts


def _follows(desk: Desk, pair: tuple[int, int], before: _Stop, after: _Stop) -> Bools:
    """Say which state may follow which; two promised sessions stand however near they are."""
    by = _readings(desk, ())
    reads: tuple[Read, Read] = (
        lambda name: before.readings[:, None, by.index(name)],
        lambda name: after.readings[None, :, by.index(name)],
    )
    follows: Bools = in_order(*reads, project=desk.project)
    if all(desk.project.sessions[number - 1].is_promised for number in pair):
        return follows
    for tie in desk.ties.in_a_row(desk.programme, desk.project):
        follows &= tie.allows(*reads)
    return follows
