"""Beginnings of a series side by side, and which of them are not worth going on with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from scheduler.concerns import Concern
from scheduler.graph import repeated

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Words = NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class Labels:
    """Beginnings of a series (N), in the order of the choices that led to them."""

    rows: Ints
    """What they add up to, shape (N, width)."""
    node: Ints
    """Where in the graph they stand, shape (N,)."""
    parent: Ints
    """Which beginning one session shorter they came from, shape (N,)."""
    choice: Ints
    """Row of the last choice, or `LEFT_OUT`, shape (N,)."""

    def __len__(self) -> int:
        """Return how many beginnings there are."""
        return len(self.rows)

    def kept(self, which: Ints | Bools) -> "Labels":
        """Return some of the beginnings."""
        return replace(self, **{f.name: getattr(self, f.name)[which] for f in fields(self)})

    @property
    def keys(self) -> Ints:
        """Place and rows side by side.

        What two beginnings share when nothing can tell them apart.
        """
        return np.concatenate([self.node[:, None], self.rows], axis=1)


def nothing_yet(width: int, node: int) -> Labels:
    """Return the one beginning in which nothing is chosen."""
    none = np.full(1, -1, dtype=np.int64)
    return Labels(
        np.zeros((1, width), dtype=np.int64), np.full(1, node, dtype=np.int64), none, none
    )


def joined(parts: Sequence[Labels]) -> Labels:
    """Put beginnings together, in the order given."""
    return Labels(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Labels)))


def distinct(keys: Ints) -> tuple[Ints, Ints]:
    """Return the first row of each distinct key and, for every row, which of those it equals.

    Keys have shape (N, n).
    """
    if not len(keys):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    flat = np.ascontiguousarray(keys)
    whole = flat.view(f"V{flat.itemsize * flat.shape[1]}").ravel()
    _, first, again = np.unique(whole, return_index=True, return_inverse=True)
    return first, again


def beaten(rows: Ints, groups: Ints, concerns: tuple[Concern, ...]) -> Bools:
    """Say which rows another row of their group beats for certain, whatever follows, shape (N,).

    One row beats another if, at the first level where they differ, it is nowhere worse and
    somewhere better in a way that nothing later can undo. Each row is held against the `RIVALS`
    rows of its group that add up to least: in a larger group some may go unnoticed.
    """
    out = np.zeros(len(rows), dtype=np.bool_)
    order = np.lexsort((rows.sum(axis=1), groups))
    ranked = groups[order]
    low = np.searchsorted(ranked, ranked, side="left")
    high = np.minimum(np.searchsorted(ranked, ranked, side="right"), low + RIVALS)
    levels = [_level(rows[order], concern) for concern in concerns]
    for some in _in_portions(high - low):
        position, rival = repeated(low[some], high[some])
        loser = some[position]
        out[order[loser[_beats(levels, rival, loser)]]] = True
    return out


RIVALS = 400
"""With how many rows of its group each row is compared at the most."""
PAIRS = 1_000_000
"""About how many pairs are compared at a time."""
LANE = 0x7FFF
"""The largest number a lane holds."""
LANES = 4
HIGH = np.uint64(0x8000_8000_8000_8000)
"""The spare highest bit of every lane."""

Level = tuple[Words, Words]
"""The fields of one level, four to a word, shape (words, N); and which bits of them are strict."""


def _in_portions(pairs: Ints) -> Iterator[Ints]:
    """Go through rows in portions of about as many pairs as are compared at a time."""
    portion = np.cumsum(pairs) // PAIRS
    edges = np.flatnonzero(np.diff(portion)) + 1
    yield from np.split(np.arange(len(pairs)), edges)


def _beats(levels: Sequence[Level], one: Ints, other: Ints) -> Bools:
    """Say for pairs of rows which of `one` beats its `other`, shape (len(one),)."""
    beats = np.zeros(len(one), dtype=np.bool_)
    open_pairs = np.arange(len(one))
    for words, strict in levels:
        a, b = words[:, one[open_pairs]], words[:, other[open_pairs]]
        # Taking a lane away from one with its spare bit set keeps that bit unless it was larger.
        within = ((((b | HIGH) - a) & HIGH) == HIGH).all(axis=0)
        fewer = ((a & strict[:, None]) != (b & strict[:, None])).any(axis=0)
        beats[open_pairs[within & fewer]] = True
        open_pairs = open_pairs[(a == b).all(axis=0)]
        if not open_pairs.size:
            break
    return beats


def _level(rows: Ints, concern: Concern) -> Level:
    strict = _packed(np.where(concern.is_strict, LANE, 0)[None])
    return _packed(rows[:, concern.fields]), strict[:, 0]


def _packed(rows: Ints) -> Words:
    """Put four numbers into one word, a spare bit above each, so that they can be compared at once.

    Returns
    -------
    Words, shape (words, N).
    """
    padded = np.zeros((len(rows), -(-rows.shape[1] // LANES) * LANES), dtype=np.uint16)
    padded[:, : rows.shape[1]] = np.minimum(rows, LANE)
    return np.ascontiguousarray(padded.view(np.uint64).T)
