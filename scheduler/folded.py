"""Figures of many candidates of which most are the same: each is kept once, whoever shares it.

Most dates in one room ask the same of the same people. What is looked up is what would stand there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scheduler.labels import distinct

WORD = 8
"""Bytes compared at once."""


@dataclass(frozen=True, eq=False)
class Folded:
    """A table (N, ...) of which every different row is kept once (D, ...)."""

    rows: NDArray[Any]
    """The different rows."""
    which: NDArray[np.integer[Any]]
    """Which of them stands at each place, shape (N,)."""

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - whatever an array may be asked for
        """Return some rows, or what stands in some of their places, as an array would."""
        first, *others = at if isinstance(at, tuple) else (at,)
        if isinstance(first, slice):
            return self.rows[self.which[first]][(slice(None), *others)]
        return self.rows[(self.which[first], *others)]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:  # noqa: ANN401, FBT001 - as NumPy asks
        """Return the whole table."""
        return np.asarray(self.rows[self.which], dtype=dtype)

    def __len__(self) -> int:
        """Return how many rows the table has."""
        return len(self.which)

    @property
    def shape(self) -> tuple[int, ...]:
        """The sizes of the whole table."""
        return (len(self), *self.rows.shape[1:])


def folded(tables: Mapping[str, NDArray[Any]]) -> dict[str, Folded]:
    """Return tables of as many rows so that what is the same in all of them is kept once."""
    many = len(next(iter(tables.values())))
    together = np.concatenate([_bytes(table, many) for table in tables.values()], axis=1)
    whole = np.pad(together, ((0, 0), (0, -together.shape[1] % WORD)))
    first, which = distinct(np.ascontiguousarray(whole).view(np.int64))
    small = which.astype(np.int32)
    return {name: Folded(table[first], small) for name, table in tables.items()}


def _bytes(table: NDArray[Any], many: int) -> NDArray[np.uint8]:
    wide = int(np.prod(table.shape[1:])) * table.itemsize
    if not many * wide:
        return np.zeros((many, 0), dtype=np.uint8)
    return np.ascontiguousarray(table).reshape(many, -1).view(np.uint8).reshape(many, wide)
