"""Beginnings of a series side by side, and which of them are not worth going on with."""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from scheduler.concerns import Concern

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

BLOCK = 1500
"""How many rows are compared with one another at a time."""


@dataclass(frozen=True, eq=False)
class Labels:
    """Beginnings of a series (N), in the order of the choices that led to them."""

    rows: Ints
    """What they add up to, shape (N, width)."""
    state: Ints
    """State of their last session; -1 where they have none yet, shape (N,)."""
    parent: Ints
    """Which beginning one session shorter they came from, shape (N,)."""
    choice: Ints
    """Row of the last choice; -1 where the session is left out, shape (N,)."""

    def __len__(self) -> int:
        """Return how many beginnings there are."""
        return len(self.rows)

    def kept(self, which: Ints | Bools) -> "Labels":
        """Return some of the beginnings."""
        return replace(self, **{f.name: getattr(self, f.name)[which] for f in fields(self)})

    @property
    def keys(self) -> Ints:
        """State and rows side by side: what two beginnings share when nothing can tell them apart."""
        return np.concatenate([self.state[:, None], self.rows], axis=1)


def nothing_yet(width: int) -> Labels:
    """Return the one beginning in which nothing is chosen."""
    none = np.full(1, -1, dtype=np.int64)
    return Labels(np.zeros((1, width), dtype=np.int64), none, none, none)


def joined(parts: list[Labels]) -> Labels:
    """Put beginnings together, in the order of what they came from; a session left out comes last."""
    whole = Labels(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Labels)))
    left_out = whole.choice < 0
    return whole.kept(np.lexsort((whole.choice, left_out, whole.parent)))


def distinct(keys: Ints) -> tuple[Ints, Ints]:
    """Return the first row of each distinct key and, for every row, which of those it equals; keys have shape (N, n)."""
    if not len(keys):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    flat = np.ascontiguousarray(keys)
    whole = flat.view(f"V{flat.itemsize * flat.shape[1]}").ravel()
    _, first, again = np.unique(whole, return_index=True, return_inverse=True)
    return first, again


def beaten(rows: Ints, groups: Ints, concerns: tuple[Concern, ...]) -> Bools:
    """Say which rows another row of their group beats for certain, whatever follows, shape (N,).

    One row beats another if, at the first level where they differ, it is nowhere worse and somewhere
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
        fewer, more, same = _compared(one[:, concern.fields], other[:, concern.fields], concern.is_strict)
        beats |= level & fewer & ~more
        level &= same
        if not level.any():
            break
    return beats


def _compared(one: Ints, other: Ints, strict: Bools) -> tuple[Bools, Bools, Bools]:
    shape = (len(one), len(other))
    fewer, more, differ = (np.zeros(shape, dtype=np.bool_) for _ in range(3))
    for a, b, counts in zip(one.T, other.T, strict, strict=True):
        less = a[:, None] < b[None, :]
        differ |= a[:, None] != b[None, :]
        more |= a[:, None] > b[None, :]
        if counts:
            fewer |= less
    return fewer, more, ~differ
