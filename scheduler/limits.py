"""What people's coming draws on, of which there is only so much: money, or their own sessions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from scheduler.columns import Columns
from scheduler.draws import draws
from scheduler.money.heads import Prices
from scheduler.staffing import all_fees_and_hire, dearest_team
from scheduler.ties import Total
from scheduler.totals import Purse, purses_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
AROUND = "(room and workers)"
"""What stands for nobody's coming where amounts are kept: no code has brackets."""


@dataclass(frozen=True, eq=False)
class Limit:
    """One purse in one stretch of time, in which there may not be enough."""

    purse: Purse
    stretch: int
    cap: int
    """How much is left for the sessions not yet promised."""


@dataclass(frozen=True, eq=False)
class Limits:
    """What the series of one project draws on, and the limits (K) it could come up against."""

    purses: tuple[Purse, ...] = ()
    """Everything there is only so much of, enough or not."""
    each: tuple[Limit, ...] = ()
    dearest: bool = False
    """Whether workers count at the dearest there are, as others may take the cheaper."""
    _drawn: dict[tuple[int, str, int], Ints] = field(default_factory=dict)

    @classmethod
    def of(
        cls, series: Sequence[Columns], totals: Sequence[Total], *, dearest: bool = False
    ) -> "Limits":
        """Find the limits that some choice of sessions would break."""
        people = series[0].grid.people
        purses = tuple(purse for tie in totals for purse in purses_of(tie, people))
        found = cls(purses, dearest=dearest)
        each = (limit for purse in found.purses for limit in found.scarce(purse, series))
        return replace(found, each=tuple(each))

    def scarce(self, purse: Purse, series: Sequence[Columns]) -> Iterator[Limit]:
        """Find the stretches of time in which a purse may not hold enough."""
        stretches = [_stretches(purse, columns) for columns in series]
        for stretch in sorted({int(s) for own in stretches for s in own}):
            most, promised = 0, 0
            for columns, own in zip(series, stretches, strict=True):
                every = self._all_able(purse, columns)[own == stretch]
                least = self._spent(purse, columns) if len(every) else 0
                most, promised = most + int(every.max(initial=0)) - least, promised + least
            left = max(0, (purse.at_most or 0) - promised)
            if most > left:
                yield Limit(purse, stretch, left)

    def draws(self, purse: Purse, columns: Columns) -> Ints:
        """Return how much each person's coming to each candidate draws on, shape (C, P)."""
        key = id(purse.tie), purse.whose.code if purse.whose else "", id(columns)
        if key not in self._drawn:
            self._drawn[key] = _draws(purse, columns)
        return self._drawn[key]

    def around(self, purse: Purse, columns: Columns) -> Ints:
        """Return how much each candidate draws on whoever comes, shape (C,)."""
        key = id(purse.tie), AROUND, id(columns)
        if key not in self._drawn:
            self._drawn[key] = _around(purse, columns, dearest=self.dearest)
        return self._drawn[key]

    def drawn(self, columns: Columns, column: Ints, coming: Bools) -> Ints:
        """Return what choices draw on each limit, shape (N, K).

        Promised sessions only what they draw more than they must.
        """
        drawn = np.zeros((len(column), len(self.each)), dtype=np.int64)
        for k, limit in enumerate(self.each):
            amounts = (self.draws(limit.purse, columns)[column] * coming).sum(axis=1)
            amounts += self.around(limit.purse, columns)[column]
            amounts -= self._spent(limit.purse, columns)
            here = _stretches(limit.purse, columns)[column] == limit.stretch
            drawn[:, k] = np.where(here, amounts, 0)
        return drawn

    def _all_able(self, purse: Purse, columns: Columns) -> Ints:
        """Return what each candidate draws with all who can come, shape (C,)."""
        coming: Ints = (self.draws(purse, columns) * columns.able).sum(axis=1)
        return coming + self.around(purse, columns)

    def _spent(self, purse: Purse, columns: Columns) -> int:
        """Return what is spent in any case: what a promised session draws at the least."""
        is_spent = columns.grid.session.is_promised and len(columns)
        return int(self._all_able(purse, columns).min()) if is_spent else 0


def _draws(purse: Purse, columns: Columns) -> Ints:
    """Return how much each person's coming to each candidate draws on, shape (C, P)."""
    drawn = np.zeros(columns.able.shape, dtype=np.int64)
    for number in np.unique(columns.rides).tolist():
        own = np.flatnonzero(columns.rides == number)
        at = columns.start[own], columns.venue[own]
        drawn[own] = draws(purse, columns.grid.riding(number), at)
    return drawn


def _around(purse: Purse, columns: Columns, *, dearest: bool) -> Ints:
    """Return what the room and the workers of each candidate draw on a purse, shape (C,)."""
    if not purse.tie.with_session:
        return np.zeros(len(columns), dtype=np.int64)
    grid = columns.grid
    if dearest:
        prices = Prices(grid.programme, grid.session)
        hire = np.array([prices.around(venue) for venue in grid.venues], dtype=np.int64)
        return hire[columns.venue] + dearest_team(grid.programme, grid.session, grid.people)
    return all_fees_and_hire(grid, columns.start, columns.venue, taxis=False)


def _stretches(purse: Purse, columns: Columns) -> Ints:
    """Return the stretch of time each candidate is in, shape (C,)."""
    days, which = np.unique(columns.day, return_inverse=True)
    of_day = [purse.stretch_of(date.fromordinal(day)) for day in days.tolist()]
    return np.array(of_day, dtype=np.int64)[which.reshape(-1)]
