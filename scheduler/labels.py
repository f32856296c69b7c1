"""Beginnings of a series side by side, and which of them are not worth going on with."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from scheduler.concerns import Concern

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Words = NDArray[np.uint64]

BLOCK = 1500
"""How many rows are compared with one another at a time."""


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
    somewhere
    better in a way that nothing later can undo.
    """
    out = np.zeros(len(rows), dtype=np.bool_)
    order = np.argsort(groups, kind="stable")
    _, first = np.unique(groups[order], return_index=True)
    for members in np.split(order, first[1:]):
        if len(members) > 1:
            out[members] = _beaten_within(rows[members], concerns)
    return out


def _beaten_within(rows: Ints, concerns: tuple[Concern, ...]) -> Bools:
    out = np.zeros(len(rows), dtype=np.bool_)
    strongest = np.argsort(rows.sum(axis=1), kind="stable")
    for begin in range(0, len(rows), BLOCK):
        block = strongest[begin : begin + BLOCK]
        against = np.flatnonzero(~out)
        out[against] |= _beats(rows[block], rows[against], concerns).any(axis=0)
    return out


def _beats(one: Ints, other: Ints, concerns: tuple[Concern, ...]) -> Bools:
    """Say which of `one` beat which of `other`, shape (len(one), len(other))."""
    beats = np.zeros((len(one), len(other)), dtype=np.bool_)
    level = np.ones_like(beats)
    for concern in concerns:
        a, b = _packed(one[:, concern.fields]), _packed(other[:, concern.fields])
        within, same = _compared(a, b)
        strict = _packed(np.where(concern.is_strict, LANE, 0)[None])
        beats |= level & within & _differ(a & strict, b & strict)
        level &= same
        if not level.any():
            break
    return beats


LANE = 0x7FFF
"""The largest number a lane holds."""
LANES = 4
HIGH = np.uint64(0x8000_8000_8000_8000)
"""The spare highest bit of every lane."""


def _packed(rows: Ints) -> Words:
    """Put four numbers into one word, a spare bit above each, so that they can be compared at once.

    Returns
    -------
    Words, shape (words, N).
    """
    padded = np.zeros((len(rows), -(-rows.shape[1] // LANES) * LANES), dtype=np.uint16)
    padded[:, : rows.shape[1]] = np.minimum(rows, LANE)
    return np.ascontiguousarray(padded.view(np.uint64).T)


def _compared(one: Words, other: Words) -> tuple[Bools, Bools]:
    """Say which of `one` are nowhere more than which of `other`, and which are the same."""
    within = np.ones((one.shape[1], other.shape[1]), dtype=np.bool_)
    same = np.ones_like(within)
    for a, b in zip(one, other, strict=True):
        # Taking a lane away from one with its spare bit set keeps that bit unless it was larger.
        within &= ((b | HIGH)[None, :] - a[:, None]) & HIGH == HIGH
        same &= a[:, None] == b[None, :]
    return within, same


def _differ(one: Words, other: Words) -> Bools:
    differ = np.zeros((one.shape[1], other.shape[1]), dtype=np.bool_)
    for a, b in zip(one, other, strict=True):
        differ |= a[:, None] != b[None, :]
    return differ
