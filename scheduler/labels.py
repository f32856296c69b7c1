"""Rows side by side: which are the same, and which are certainly beaten."""

import numpy as np
from numpy.typing import NDArray

from scheduler import kernel
from scheduler.alike import first_alike
from scheduler.concerns import Concern
from scheduler.rows import rules_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def distinct(keys: Ints) -> tuple[Ints, Ints]:
    """Return the first row of each distinct key and, for every row, which of those it equals.

    Keys have shape (N, n).
    """
    return first_alike(keys)


def beaten(rows: Ints, groups: Ints, concerns: tuple[Concern, ...], *, caps: Ints) -> Bools:
    """Say which rows another row of their group beats for certain, whatever follows, shape (N,).

    One row beats another if, at the first level where they differ, it is nowhere worse and
    somewhere better in a way that nothing later can undo; and uses no more of what is capped.
    """
    rules = rules_of(concerns, caps=caps)
    stands = np.ones(len(rows), dtype=np.bool_)
    many = int(groups.max(initial=-1)) + 1
    kernel.drop_beaten(
        np.ascontiguousarray(rows), groups, stands, rules, (many, len(rows), len(rows))
    )
    return ~stands
