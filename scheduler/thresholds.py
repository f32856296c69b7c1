"""A row, most first, told as how many stand at each number or more."""

from collections.abc import Mapping

import numpy as np

from scheduler.order import Value


def row_of(least: Mapping[int, int], people: int) -> Value:
    """Return the row, most first, in which so many are put to it so often or more."""
    row = np.zeros(people, dtype=np.int64)
    for times, many in least.items():
        row[:many] = np.maximum(row[:many], times)
    return tuple(row.tolist())


def known_of(least: Mapping[int, int], times: int) -> dict[int, int]:
    """Return how many are put to it more often than so many times, by how often."""
    return {more: many for more, many in least.items() if more > times}
