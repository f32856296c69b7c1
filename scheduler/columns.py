"""What could be held: every candidate nothing closes.

With who could come and what it asks of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scheduler.at_once import can_meet, told_at_once
from scheduler.bits import words_of
from scheduler.comfort import comfortable_changes, comfortable_minutes
from scheduler.constraint import Constraint
from scheduler.draws import drawing
from scheduler.grid import Grid
from scheduler.labels import distinct
from scheduler.money.heads import Prices
from scheduler.presence import Company
from scheduler.riding import more_of, who_of
from scheduler.screen import Screened, against
from scheduler.ties import Ties
from scheduler.venues import BY_PHONE, ONLINE

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Columns:
    """The open candidates (C) of one session wish and what each asks of each person (P)."""

    screened: Screened
    company: Company
    start: Ints
    """Index of the start, shape (C,)."""
    venue: Ints
    """Index of the venue, shape (C,)."""
    able: Bools
    """Who can come, shape (C, P)."""
    sure: Bools
    """For whom nothing about that is unknown, shape (C, P)."""
    put_to_it: NDArray[np.uint8]
    """How many things speak against it or are unknown, for each person if they come, shape (C.

    P).
    """
    minutes: Ints
    """Longer leg of each person's journey in minutes, shape (C, P)."""
    bad: Bools
    """Whose journey is longer than is comfortable, shape (C, P)."""
    fares: Ints
    """What each person's journey costs in pence, shape (C, P)."""
    draw: Bools
    """Whose coming draws on something of which there is only so much, shape (C, P)."""
    rides: Ints
    """Who rides with whom, by number on the grid, shape (C,)."""
    more: Bools
    """Who would be able, sure and drawing if somebody more rode along whom that would help.

    Shape (C, rides more, 3, P), all False where it would help nobody.
    """

    @property
    def grid(self) -> Grid:
        """The grid these candidates come from."""
        return self.screened.grid

    def __len__(self) -> int:
        """Return how many candidates there are."""
        return len(self.start)

    @cached_property
    def places(self) -> int:
        """How many starts in a room there are, whoever rides with whom."""
        return len(np.unique(self.start * self.grid.shape[1] + self.venue))

    def kept(self, rows: Ints) -> "Columns":
        """Return some of the candidates, in the order given."""
        arrays = {f.name: getattr(self, f.name)[rows] for f in fields(self)[2:]}
        return replace(self, **arrays)

    @cached_property
    def day(self) -> Ints:
        """Day of each candidate as an ordinal, shape (C,)."""
        ordinals = np.array([day.toordinal() for day in self.grid.days], dtype=np.int64)
        return ordinals[self.grid.day_of[self.start]] if len(self) else self.start

    @cached_property
    def minute(self) -> Ints:
        """Minute of the day of each candidate, shape (C,)."""
        return self.grid.minute_of[self.start] if len(self) else self.start

    @cached_property
    def weekday(self) -> Ints:
        """Day of the week of each candidate, Monday being 0, shape (C,)."""
        return (self.day - 1) % 7

    @cached_property
    def site(self) -> Ints:
        """Venue of each candidate by its place in the programme.

        On-line and by phone after them, shape (C,).
        """
        codes = [venue.code for venue in (*self.grid.programme.venues, ONLINE, BY_PHONE)]
        sites = np.array([codes.index(venue.code) for venue in self.grid.venues], dtype=np.int64)
        return sites[self.venue] if len(self) else self.venue

    def expected(self, row: int) -> Bools:
        """Return who would come to what was promised and does not count, shape (P,)."""
        if self.screened.counts:
            return np.zeros(self.grid.shape[2], dtype=np.bool_)
        told = against(self.screened, self.start[row : row + 1], self.venue[row : row + 1])
        expected: Bools = ~told.is_never[0]
        return expected

    def reading(self, by: str) -> Ints:
        """Return what a tie reads of each candidate; or 1 where the session is promised."""
        readings: dict[str, Ints] = {
            "day": self.day,
            "weekday": self.weekday,
            "minute": self.minute,
            "venue": self.site,
            "phase": np.full(len(self), self.grid.phase, dtype=np.int64),
            "same_day": np.full(len(self), self.grid.session.same_day, dtype=np.int64),
            "opens": self.grid.opens[self.start] if len(self) else self.start,
            "closes": self.grid.closes[self.start] if len(self) else self.start,
            "promised": np.full(len(self), self.grid.session.is_promised, dtype=np.int64),
        }
        return readings[by]


def columns_of(screened: Screened, constraints: Sequence[Constraint], ties: Ties) -> Columns:
    """Return every candidate a screen leaves open to which enough of the right people can come."""
    together = tuple(c for c in constraints if "present" in c.asks_for() and screened.counts)
    company = Company(screened.grid, together, ties)
    candidates = _candidates(screened, company)
    if screened.riding:
        ridden = (
            _ridden(_candidates(own, company), number) for number, own in screened.riding.items()
        )
        candidates = side_by_side([candidates, *ridden])
        candidates = replace(candidates, more=more_of(candidates))
    return candidates.kept(np.flatnonzero(_in_company(candidates)))


def side_by_side(parts: Sequence[Columns]) -> Columns:
    """Return some lots of candidates as one, in the order of their starts, rooms and rides."""
    arrays: dict[str, Any] = {
        each.name: np.concatenate([getattr(part, each.name) for part in parts])
        for each in fields(Columns)[2:]
    }
    every = replace(parts[0], **arrays)
    return every.kept(np.lexsort((every.rides, every.venue, every.start)))


def _ridden(candidates: Columns, number: int) -> Columns:
    """Return the candidates to which everybody can travel as said."""
    grid, numbered = candidates.grid, np.full(len(candidates), number, dtype=np.int64)
    ways = grid.ways.number[candidates.start if len(grid.ways.number) > 1 else 0, candidates.venue]
    place = {person.code: p for p, person in enumerate(grid.people)}
    there, sure = grid.own_ways.are_there(grid.travel), candidates.sure.copy()
    rides = there[candidates.start if len(there) > 1 else 0, candidates.venue]
    rides &= candidates.able[:, [place[code] for code in grid.travel.set_out]].all(axis=1)
    for driver, driven in grid.travel.rides:
        is_driven = np.array([way.driver == driver for way in grid.ways.all], dtype=np.bool_)
        drives = np.array([driven in way.drives for way in grid.ways.all], dtype=np.bool_)
        at, by = place[driven], place[driver]
        rides &= is_driven[ways[:, at]] & drives[ways[:, by]]
        # Nobody is surer to come than whoever drives them.
        sure[:, at] &= sure[:, by]
    return replace(candidates, rides=numbered, sure=sure).kept(np.flatnonzero(rides))


def _candidates(screened: Screened, company: Company) -> Columns:
    grid = screened.grid
    starts, venues = np.nonzero(~screened.closed)
    told = against(screened, starts, venues)
    able = ~told.is_never & screened.counts
    ways = grid.ways.number[starts if len(grid.ways.number) > 1 else 0, venues]
    minutes = grid.ways.values("minutes")[ways]
    changes = grid.ways.values("changes")[ways]
    return Columns(
        screened=screened,
        company=company,
        start=starts,
        venue=venues,
        able=able,
        sure=able & ~told.is_unsure,
        put_to_it=told.many,
        minutes=minutes,
        bad=_over(grid, minutes, changes),
        fares=fares_of(grid)[ways, np.arange(len(grid.people))],
        draw=drawing(company.ties, grid, (starts, venues)),
        rides=np.zeros_like(starts),
        more=np.zeros((len(starts), grid.most_more, 3, grid.shape[2]), dtype=np.bool_),
    )


def fares_of(grid: Grid) -> Ints:
    """Return what coming each way costs each person, beside the way too, shape (len(all), P)."""
    prices = Prices(grid.programme, grid.session)
    apart, here = (
        np.array([prices.head(p, in_the_room=room) for p in grid.people], dtype=np.int64)
        for room in (False, True)
    )
    joins = np.array([way.is_remote for way in grid.ways.all], dtype=np.bool_)
    return grid.ways.values("pence")[:, None] + np.where(joins[:, None], apart, here)


def _over(grid: Grid, minutes: Ints, changes: Ints) -> Bools:
    """Say whose journey is longer, or has more changes, than is comfortable for them."""
    long = np.array([comfortable_minutes(person) for person in grid.people], dtype=np.int64)
    many = np.array([comfortable_changes(person) for person in grid.people], dtype=np.int64)
    over: Bools = (minutes > long) | (changes > many)
    return over


def _in_company(columns: Columns) -> Bools:
    """Say in which candidates the rules about who is there together can be met, shape (C,)."""
    people = np.hstack([columns.able, columns.sure, columns.draw & columns.able])
    read = [words_of(people)]
    if len(columns.grid.every_travel) > 1:
        wide = int(np.prod(columns.more.shape[1:]))
        read += [columns.rides[:, None], words_of(columns.more.reshape(len(columns), wide))]
    if columns.company.reads_candidate:
        read.append(np.stack([columns.start, columns.venue], axis=1))
    first, again = distinct(np.concatenate(read, axis=1))
    told = told_at_once(columns.company, columns.able[first], columns.sure[first])
    can, left = told.can.copy(), np.flatnonzero(~(told.can | told.cannot))
    who = zip(first[left].tolist(), who_of(columns, first[left]), strict=True)
    can[left] = can_meet(columns.company, [(each, place_of(columns, row)) for row, each in who])
    return can[again]


def place_of(columns: Columns, row: int) -> dict[str, int]:
    """Return where on its grid a candidate stands."""
    return {"start": int(columns.start[row]), "venue": int(columns.venue[row])}
