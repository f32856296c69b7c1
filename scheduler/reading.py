"""Which fields of every row some levels of the order of concern read, and what those mean there."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from scheduler.concerns import NEVER, Concern, Ledger, Sharers, Trade

Ints = NDArray[np.int64]


def _none() -> Ints:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, eq=False)
class Reading:
    """What some levels read of every row: a few of its fields, numbered anew."""

    fields: Ints
    """Which fields of the whole row, shape (width,)."""
    caps: Ints
    """What each may come to at the most, `NEVER` where that does not matter, shape (width,)."""
    limited: Ints = field(default_factory=_none)
    """Those of what is drawn on limits."""
    sharers: tuple[Sharers, ...] = ()
    """Of whom it is known together what they miss at the least."""
    trades: tuple[Trade, ...] = ()
    """What is missed for want of what is limited."""


def reading_of(ledger: Ledger, concerns: Sequence[Concern]) -> Reading:
    """Return what levels that follow one another read."""
    first, last = concerns[0].fields.start, concerns[-1].fields.stop
    # What later levels must not exceed is kept in sight from the start.
    later = last + np.flatnonzero(ledger.caps[last:] < NEVER)
    limited = np.arange(ledger.told, ledger.told + len(ledger.limits))
    sharers = [each for each in ledger.sharers if first <= each.members[0] < last]
    totals = np.array([each.total for each in sharers], dtype=np.int64)
    fields = np.concatenate([np.arange(first, last), later, limited, totals])
    at = {number: place for place, number in enumerate(fields.tolist())}
    caps = np.full(ledger.width, NEVER, dtype=np.int64)
    caps[: ledger.told], caps[limited] = ledger.caps, ledger.limits
    before = ledger.concerns.index(concerns[0])
    return Reading(
        fields=fields,
        caps=caps[fields],
        limited=np.array([at[number] for number in limited.tolist()], dtype=np.int64),
        sharers=tuple(each.moved(before, at) for each in sharers),
        trades=tuple(Trade(at[t.drawn], at[t.missed]) for t in ledger.trades if t.missed in at),
    )
