"""Who could come to a candidate, and whom whoever drives could take along as well."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from scheduler.bits import Aboard, People, Who, companies_of
from scheduler.grid import Grid
from scheduler.rides import Ride
from scheduler.travel import Travel

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Candidates(Protocol):
    """What is read here of the candidates (C) of one session wish."""

    @property
    def grid(self) -> Grid:
        """The grid they come from."""

    @property
    def start(self) -> Ints:
        """Index of the start, shape (C,)."""

    @property
    def venue(self) -> Ints:
        """Index of the venue, shape (C,)."""

    @property
    def able(self) -> Bools:
        """Who can come, shape (C, P)."""

    @property
    def sure(self) -> Bools:
        """For whom nothing about that is unknown, shape (C, P)."""

    @property
    def draw(self) -> Bools:
        """Whose coming draws on something scarce, shape (C, P)."""

    @property
    def rides(self) -> Ints:
        """Who rides with whom, by number on the grid, shape (C,)."""

    @property
    def more(self) -> Bools:
        """Who would be able, sure and drawing if one more rode along, shape (C, rides, 3, P)."""


def more_of(columns: Candidates) -> Bools:
    """Return who would be able, sure and drawing if one more rode along whom that helps.

    Shape (C, rides, 3, P).
    """
    grid, own = columns.grid, columns.more.copy()
    place = {person.code: p for p, person in enumerate(grid.people)}
    spot = columns.start * grid.shape[1] + columns.venue
    rows = {k: np.flatnonzero(columns.rides == k) for k in range(len(grid.every_travel))}
    for number, (k, j, ride) in _numbered(columns):
        _, at, then = np.intersect1d(spot[rows[k]], spot[rows[j]], return_indices=True)
        now, later, driven = rows[k][at], rows[j][then], place[ride.driven]
        comes = columns.able[later, driven] & ~columns.able[now, driven]
        counts = columns.sure[later, driven] & ~columns.sure[now, driven]
        helps = (comes | counts) & ~columns.draw[later, driven]
        told = np.stack([columns.able, columns.sure, columns.draw], axis=1)[later[helps]]
        own[now[helps], number] = told
    return own


def who_of(columns: Candidates, rows: Ints) -> list[Who]:
    """Return who could come to some candidates."""
    plain = [companies_of(each[rows]) for each in (columns.able, columns.sure, columns.draw)]
    if len(columns.grid.every_travel) == 1:
        return [Who(*each) for each in zip(*plain, strict=True)]
    place = {person.code: 1 << p for p, person in enumerate(columns.grid.people)}
    aboard = [_everybody(travel, place) for travel in columns.grid.every_travel]
    more = _more(columns, rows, place)
    which = columns.rides[rows].tolist()
    return [
        Who(able, sure, draw, aboard[k], more[n])
        for n, (k, able, sure, draw) in enumerate(zip(which, *plain, strict=True))
    ]


def _everybody(travel: Travel, place: Mapping[str, People]) -> People:
    return sum(place[code] for code in travel.set_out)


def _more(columns: Candidates, rows: Ints, place: Mapping[str, People]) -> list[tuple[Aboard, ...]]:
    """Return whom whoever drives could take along as well, candidate by candidate."""
    found: list[list[Aboard]] = [[] for _ in rows]
    which = columns.rides[rows]
    for number, (k, _, ride) in _numbered(columns):
        own = columns.more[rows, number]
        helped = np.flatnonzero((which == k) & own.any(axis=(1, 2)))
        told = zip(*(companies_of(own[helped, kind]) for kind in range(3)), strict=True)
        for n, each in zip(helped.tolist(), told, strict=True):
            found[n].append(Aboard(place[ride.driver], place[ride.driven], *each))
    return [tuple(each) for each in found]


def _numbered(columns: Candidates) -> Iterator[tuple[int, tuple[int, int, Ride]]]:
    """Give each choice of rides with one ride more, numbered among those of the same choice."""
    met: Counter[int] = Counter()
    for each in columns.grid.one_more:
        yield met[each[0]], each
        met[each[0]] += 1
