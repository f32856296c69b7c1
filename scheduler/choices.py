"""The choices of one session of a series: which candidate, and who stands down."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from scheduler.columns import Columns, place_of
from scheduler.concerns import Figures, Ledger
from scheduler.grid import Grid
from scheduler.labels import distinct
from scheduler.limits import Limits
from scheduler.presence import People, companies_of, rows_of
from scheduler.staffing import fee_for

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


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


def with_company(choices: Choices, columns: Columns, *, ledger: Ledger, limits: Limits) -> Choices:
    """Split each choice by who stays away, keeping only companies that no rule forbids.

    With their cost and shortness, and what they draw on.
    """
    parts = _companies(columns, choices.column)
    again = np.repeat(np.arange(len(choices)), [len(part) for part in parts])
    found = [found for part in parts for found in part]
    if not found:
        return choices.kept(np.zeros(0, dtype=np.int64))
    coming = rows_of([each for each, _ in found], columns.able.shape[1])
    column = choices.column[again]
    rows = ledger.rows(coming, figures_of(columns, column))
    short, _, pence, _ = ledger.concerns[-4:]
    rows[:, short.fields.start] = [count for _, count in found]
    rows[:, pence.fields.start] = _pence(columns, column, coming)
    first, _ = ledger.levels_of(0)
    rows[:, :first] = choices.rows[again, :first]
    rows[:, ledger.told :] = limits.drawn(columns, column, coming)
    return Choices(column, choices.group[again], choices.spot[again], rows, coming)


def _companies(columns: Columns, column: Ints) -> list[list[tuple[People, int]]]:
    """Return every company each candidate could have, and how often rules would rather not."""
    company = columns.company
    able, sure = companies_of(columns.able[column]), companies_of(columns.sure[column])
    drawing = companies_of(columns.draw[column])
    parts = []
    for row, each, counted, draw in zip(column.tolist(), able, sure, drawing, strict=True):
        at = place_of(columns, row)
        tried = ((c, company.short(c & counted, at)) for c in company.variants(each, counted, draw))
        parts.append([(coming, short) for coming, short in tried if short is not None])
    return parts


def _pence(columns: Columns, column: Ints, coming: Bools) -> Ints:
    """Return what each choice costs: fares of those coming, hire and fees."""
    places = {
        (start, venue): fees_and_hire(columns.grid, start, venue)
        for start, venue in zip(
            columns.start[column].tolist(), columns.venue[column].tolist(), strict=True
        )
    }
    pairs = zip(columns.start[column].tolist(), columns.venue[column].tolist(), strict=True)
    fares: Ints = (columns.fares[column] * coming).sum(axis=1)
    return fares + np.array([places[pair] for pair in pairs], dtype=np.int64)


def fees_and_hire(grid: Grid, start: int, venue: int) -> int:
    """Return what a candidate costs whoever comes, in pence: the room and its workers."""
    return grid.venues[venue].hire_pence + fee_for(grid, start)


def states_of(series: Sequence[Columns], readings: Sequence[str]) -> tuple[Ints, tuple[Ints, ...]]:
    """Return numbers for what ties read of candidates over a whole series.

    Returns
    -------
    The distinct readings, shape (states, readings), and each session's states, shape (C,).
    """
    all_readings = [
        np.stack([columns.reading(by) for by in readings], axis=1)
        if len(columns)
        else np.zeros((0, len(readings)), np.int64)
        for columns in series
    ]
    together = np.concatenate(all_readings)
    first, number = distinct(together)
    order = np.lexsort(together[first].T[::-1])
    rank = np.argsort(order)
    ends = np.cumsum([len(part) for part in all_readings])[:-1]
    return together[first][order], tuple(np.split(rank[number], ends))
