"""One session wish laid out so that constraints can be left out quickly.

The screen keeps every constraint's answer apart, so leaving one out is a look-up, not a new screen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from scheduler.bits import words_of
from scheduler.choosing import Desk
from scheduler.companies import Companies
from scheduler.degree import Degree
from scheduler.labels import distinct
from scheduler.presence import Company
from scheduler.screen import Screened
from scheduler.venues import BY_PHONE, ONLINE

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Bits = NDArray[np.uint64]
T = TypeVar("T", np.int64, np.bool_)
Whose = Mapping[str, frozenset[int | None]]
"""The constraints that stand, each with the people for whom; None stands for everybody."""

WORD = 64
"""People whose bits go into one number."""
DEGREES = (Degree.NEVER, Degree.UNKNOWN, Degree.RIGHT)


@dataclass(frozen=True, eq=False)
class Rows:
    """The candidates of one session wish as rows (N), those alike folded into one."""

    screened: Screened
    readings: Mapping[str, Ints]
    """What ties may read of each, shape (N,)."""
    closed: Mapping[str, Bools]
    """By constraint that closes for everybody: which rows, shape (N,)."""
    barred: Mapping[tuple[str, Degree], Bits]
    """By personal constraint and degree: whom, a bit each, shape (N, words)."""
    companies: Companies

    def open(self, whose: Whose) -> Bools:
        """Return in which rows nothing that stands forbids to meet, shape (N,)."""
        if self.screened.grid.session.is_promised:
            return np.ones(len(self), dtype=np.bool_)
        able, sure, free = self._people(whose)
        for name, closed in self.closed.items():
            if name in whose:
                free &= ~closed
        companies = self._keeping(frozenset(whose))
        if companies.rules:
            free[free] = _can_meet(companies, able[free], sure[free])
        return free

    def _people(self, whose: Whose) -> tuple[Bits, Bits, Bools]:
        """Return who is able, who surely so, and where nobody's right is passed over."""
        words = -(-len(self.screened.grid.people) // WORD)
        barred = {degree: np.zeros((len(self), words), dtype=np.uint64) for degree in DEGREES}
        for (name, degree), bits in self.barred.items():
            if name in whose:
                barred[degree] |= bits if None in whose[name] else bits & _bits(whose[name], words)
        able = ~barred[Degree.NEVER] & _bits(range(len(self.screened.grid.people)), words)
        free: Bools = np.logical_not(barred[Degree.RIGHT].any(axis=1))
        return able, able & ~barred[Degree.UNKNOWN], free

    def _keeping(self, names: frozenset[str]) -> Companies:
        named = frozenset(rule.name() for rule in self.companies.rules) & names
        if named not in self._kept:
            self._kept[named] = self.companies.keeping(named)
        return self._kept[named]

    @cached_property
    def _kept(self) -> dict[frozenset[str], Companies]:
        return {}

    def barred_by(self, name: str) -> frozenset[int]:
        """Return whom a personal constraint bars from any of these rows, by place in the group."""
        own = [bits for (of, _), bits in self.barred.items() if of == name and len(bits)]
        every = (np.bitwise_or.reduce(bits, axis=0)[None, :] for bits in own)
        many = len(self.screened.grid.people)
        return frozenset(p for bits in every for p in np.flatnonzero(_people(bits, many)).tolist())

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.readings["day"])

    def folded(self, names: frozenset[str], *, readings: frozenset[str]) -> "Rows":
        """Return rows that know only some constraints and readings; those alike are one row."""
        read = {name: own for name, own in self.readings.items() if name in readings}
        closed = {name: own for name, own in self.closed.items() if name in names}
        barred = {key: own for key, own in self.barred.items() if key[0] in names}
        shut = np.array([*closed.values()], dtype=np.bool_).reshape(len(closed), len(self))
        bits = [own.view(np.int64) for own in barred.values()]
        first, _ = distinct(np.column_stack([*read.values(), words_of(shut.T), *bits]))
        return Rows(
            self.screened,
            {name: own[first] for name, own in read.items()},
            {name: own[first] for name, own in closed.items()},
            {key: own[first] for key, own in barred.items()},
            self.companies,
        )


def rows_of(desk: Desk, screened: Screened) -> Rows:
    """Lay out what a desk's constraints say of one session wish."""
    grid = screened.grid
    closed: dict[str, Bools] = {}
    barred: dict[tuple[str, Degree], Bits] = {}
    for name, mask in screened.masks.items():
        if name in screened.personal:
            for degree in DEGREES:
                if degree is Degree.UNKNOWN and name in screened.for_all:
                    continue
                told = mask.degrees == degree.value
                if told.any():
                    barred[name, degree] = _packed(told, grid.shape)
        elif mask.degrees.max(initial=0) >= Degree.NEVER:
            closed[name] = _flat((mask.degrees >= Degree.NEVER.value)[:, :, 0], grid.shape)
    together = tuple(rule for rule in desk.rules if "present" in rule.asks_for())
    companies = Companies(Company(grid, together, desk.ties))
    return Rows(screened, _readings(screened), closed, barred, companies)


def _readings(screened: Screened) -> dict[str, Ints]:
    grid = screened.grid
    days = np.array([day.toordinal() for day in grid.days], dtype=np.int64)[grid.day_of]
    codes = [venue.code for venue in (*grid.programme.venues, ONLINE, BY_PHONE)]
    sites = np.array([codes.index(venue.code) for venue in grid.venues], dtype=np.int64)
    clock = {"minute": grid.minute_of, "opens": grid.opens, "closes": grid.closes}
    by_start = {"day": days, "weekday": (days - 1) % 7, **clock}
    read = {name: _flat(own[:, None], grid.shape) for name, own in by_start.items()}
    told = {
        "phase": grid.phase,
        "same_day": grid.session.same_day,
        "promised": grid.session.is_promised,
    }
    of_all = {name: np.full((1, 1), own, dtype=np.int64) for name, own in told.items()}
    last = {"venue": sites[None, :], **of_all}
    return {**read, **{name: _flat(own, grid.shape) for name, own in last.items()}}


def _flat(values: NDArray[T], shape: tuple[int, int, int]) -> NDArray[T]:
    flat: NDArray[T] = np.broadcast_to(values, shape[:2]).ravel()
    return flat


def _packed(barred: Bools, shape: tuple[int, int, int]) -> Bits:
    """Pack who is barred into bits, shape (N, words)."""
    people = shape[2]
    own = np.broadcast_to(barred, (*barred.shape[:2], people))
    padded = np.zeros((*own.shape[:2], -(-people // WORD) * WORD), dtype=np.uint8)
    padded[:, :, :people] = own
    words = np.packbits(padded, axis=2, bitorder="little").view("<u8")
    return np.broadcast_to(words, (*shape[:2], words.shape[2])).reshape(-1, words.shape[2])


def _bits(people: Iterable[int | None], words: int) -> Bits:
    number = sum(1 << p for p in people if p is not None)
    return np.array([number >> WORD * n & (1 << WORD) - 1 for n in range(words)], dtype=np.uint64)


def _can_meet(companies: Companies, able: Bits, sure: Bits) -> Bools:
    """Say in which rows those able can meet, each different company asked once."""
    first, again = distinct(np.hstack([able, sure]).view(np.int64))
    many = len(companies.company.grid.people)
    can_meet: Bools = companies.can_meet(_people(able[first], many), _people(sure[first], many))
    return can_meet[again]


def _people(bits: Bits, many: int) -> Bools:
    """Return who is meant by bits, shape (N, P)."""
    octets = np.ascontiguousarray(bits).view(np.uint8)
    return np.unpackbits(octets, axis=1, count=many, bitorder="little").astype(np.bool_)
