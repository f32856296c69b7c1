"""The choices of one session of a series: which candidate, and who stands down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.bits import People, Who, companies_of, rows_of
from scheduler.columns import Columns, place_of
from scheduler.concerns import Figures, Ledger
from scheduler.graph import repeated
from scheduler.labels import distinct
from scheduler.limits import Limits
from scheduler.riding import who_of
from scheduler.staffing import all_fees_and_hire

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Place = dict[str, int]
"""Where on its grid a candidate stands."""


class Listed(NamedTuple):
    """A company that a candidate could have."""

    coming: People
    short: int
    """How often rules would rather have it otherwise."""


@dataclass(frozen=True, eq=False)
class Choices:
    """What could be chosen for one session, one row a choice (N)."""

    column: Ints
    """Row of the candidate in its columns, shape (N,)."""
    group: Ints
    """Which choices it stands among.

    First those in which ties read the same, then those equally good so far, shape (N,).
    """
    spot: Ints
    """Its day, hour and place, numbered over the whole series, shape (N,)."""
    rows: Ints
    """What it adds to the ledger, shape (N, width)."""
    coming: Bools
    """Who would be coming, shape (N, P)."""

    def __len__(self) -> int:
        """Return how many choices there are."""
        return len(self.column)

    def kept(self, which: Ints | Bools) -> "Choices":
        """Return some of the choices."""
        return replace(self, **{f.name: getattr(self, f.name)[which] for f in fields(self)})


@dataclass(frozen=True, eq=False)
class Turns:
    """What could be chosen for one session, as far as it matters who is put to it (N)."""

    column: NDArray[np.int32]
    """Row of the candidate in its columns, shape (N,)."""
    group: NDArray[np.int32]
    """Which choices it stands among, shape (N,)."""
    put: NDArray[np.int16]
    """How often each person is put to it, shape (N, people)."""

    @classmethod
    def of(cls, choices: Choices, put: slice) -> "Turns":
        """Keep of choices what is needed here: there may be hundreds of thousands."""
        return cls(
            choices.column.astype(np.int32),
            choices.group.astype(np.int32),
            choices.rows[:, put].astype(np.int16),
        )

    def __len__(self) -> int:
        """Return how many choices there are."""
        return len(self.column)

    def kept(self, which: Ints | Bools) -> "Turns":
        """Return some of the choices."""
        return Turns(self.column[which], self.group[which], self.put[which])


def plain_choices(columns: Columns, ledger: Ledger, *, group: Ints, spot: Ints) -> Choices:
    """Return each candidate as a choice in which everybody able comes."""
    return Choices(
        column=np.arange(len(columns), dtype=np.int64),
        group=group,
        spot=spot,
        rows=ledger.rows(columns.able, figures_of(columns)),
        coming=columns.able,
    )


def figures_of(columns: Columns, which: Ints | None = None) -> Figures:
    """Return what candidates ask of each person."""
    rows: Ints | slice = slice(None) if which is None else which
    return Figures(
        columns.put_to_it[rows].astype(np.int64), columns.bad[rows], columns.minutes[rows]
    )


@dataclass(frozen=True, eq=False)
class Splitting:
    """How the choices of one session are split by who comes."""

    columns: Columns
    ledger: Ledger
    limits: Limits

    def apart_in(self, choices: Choices, some: People) -> Choices:
        """Split by who of some stays away, as far as others can be found to come as well.

        Cost and shortness, which hang on the others, are not told yet.
        """

        def listed(who: Who, _coming: People, at: Place) -> list[Listed]:
            found = self.columns.company.telling_apart(some, who, at)
            return [Listed(coming, 0) for coming in found]

        return self._split(choices, listed)

    def in_full(self, choices: Choices, settled: People) -> Choices:
        """Split by everybody who stays away, keeping only companies that no rule forbids.

        Parameters
        ----------
        settled
            Those of whom it is settled who comes.
        """
        company = self.columns.company

        def listed(who: Who, coming: People, at: Place) -> list[Listed]:
            here, draw = coming & settled, who.draw & ~settled
            found = company.variants(here | who.able & ~settled, who.sure, draw)
            told = ((c, company.short(c & who.sure, at)) for c in found if c & settled == here)
            return [
                Listed(c, short)
                for c, short in told
                if short is not None and company.rides_well(c, who, at)
            ]

        split = self._split(choices, listed)
        split.rows[:, self.ledger.pence.fields.start] = self._pence(split)
        return split

    def _split(
        self, choices: Choices, listed: Callable[[Who, People, Place], list[Listed]]
    ) -> Choices:
        """Put one choice for each company listed in the place of each."""
        lists, of = self._lists(choices, listed)
        ends = np.cumsum([len(each) for each in lists], dtype=np.int64)
        again, which = repeated(*(end[of] for end in (ends - np.diff(ends, prepend=0), ends)))
        every = [one for each in lists for one in each]
        split = choices.kept(again)
        coming = rows_of([one.coming for one in every], self.columns.able.shape[1])[which]
        rows = self.ledger.rows(coming, figures_of(self.columns, split.column))
        leading = self.ledger.own_levels
        rows[:, leading] = split.rows[:, leading]
        short = np.array([one.short for one in every], dtype=np.int64)
        rows[:, self.ledger.short.fields.start] = short[which]
        limited = slice(self.ledger.told, self.ledger.told + len(self.ledger.limits))
        rows[:, limited] = self.limits.drawn(self.columns, split.column, coming)
        return replace(split, rows=rows, coming=coming)

    def _lists(
        self, choices: Choices, listed: Callable[[Who, People, Place], list[Listed]]
    ) -> tuple[list[list[Listed]], Ints]:
        """Return the different lists of companies, and which of them each choice has."""
        own, rows = self.columns, choices.column
        numbers: dict[tuple[object, ...], int] = {}
        lists: list[list[Listed]] = []
        of = np.zeros(len(rows), dtype=np.int64)
        for n, (row, each, coming) in enumerate(
            zip(rows.tolist(), who_of(own, rows), companies_of(choices.coming), strict=True)
        ):
            at = place_of(own, row)
            key = each, coming, *(at.values() if own.company.reads_candidate else ())
            if key not in numbers:
                numbers[key] = len(lists)
                lists.append(listed(each, coming, at))
            of[n] = numbers[key]
        return lists, of

    def _pence(self, choices: Choices) -> Ints:
        """Return what each choice costs: fares of those coming, hire and fees."""
        own = self.columns
        each, which = np.unique(choices.column, return_inverse=True)
        around = all_fees_and_hire(own.grid, own.start[each], own.venue[each])
        fares: Ints = (own.fares[choices.column] * choices.coming).sum(axis=1)
        return fares + around[which.reshape(-1)]


def by_state(choices: Choices, ledger: Ledger) -> Choices:
    """Keep one choice of each state, of those that draw on one limit the one that draws least.

    Where there are more limits, one of all that draw alike. Which of them it is does not matter for
    whether a series exists.
    """
    limits = slice(ledger.told, ledger.told + len(ledger.limits))
    cheapest_first = choices.kept(np.lexsort((*choices.rows[:, limits].T, choices.group)))
    drawn = cheapest_first.rows[:, limits]
    apart = drawn if len(ledger.limits) > 1 else drawn[:, :0]
    keys = np.column_stack([cheapest_first.group, apart])
    return cheapest_first.kept(np.unique(keys, axis=0, return_index=True)[1])


def states_of(series: Sequence[Columns], readings: Sequence[str]) -> tuple[Ints, tuple[Ints, ...]]:
    """Return numbers for what ties read of candidates over a whole series.

    Returns
    -------
    The distinct readings, shape (states, readings), and each session's states, shape (C,).
    """
    different = {id(columns): columns for columns in series}
    all_readings = [
        np.stack([columns.reading(by) for by in readings], axis=1)
        if len(columns)
        else np.zeros((0, len(readings)), np.int64)
        for columns in different.values()
    ]
    together = np.concatenate(all_readings)
    first, number = distinct(together)
    order = np.lexsort(together[first].T[::-1])
    rank = np.argsort(order)
    ends = np.cumsum([len(part) for part in all_readings])[:-1]
    states = dict(zip(different, np.split(rank[number], ends), strict=True))
    return together[first][order], tuple(states[id(columns)] for columns in series)
