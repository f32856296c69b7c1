"""Rows and runs of numbers that are the same."""

import numpy as np
import pytest

from scheduler import alike


@pytest.mark.parametrize("seed", range(4))
def test_runs_are_sorted_into_the_first_that_is_the_same(seed: int) -> None:
    draw = np.random.default_rng(seed)
    lengths = draw.integers(0, 4, 60)
    bounds = np.concatenate([[0], np.cumsum(lengths)])
    kinds, values = draw.integers(0, 2, 60), draw.integers(-1, 2, int(bounds[-1]))

    first, of = alike.first_runs_alike(kinds, values, bounds)

    numbers: dict[tuple[int, bytes], int] = {}
    keys = [
        (int(kind), values[begin:end].tobytes())
        for kind, begin, end in zip(kinds, bounds[:-1], bounds[1:], strict=True)
    ]
    assert of.tolist() == [numbers.setdefault(key, len(numbers)) for key in keys]
    assert [keys[run] for run in first.tolist()] == list(numbers)


def test_a_run_that_begins_as_another_is_not_the_same() -> None:
    first, of = alike.first_runs_alike(
        np.array([0, 0, 1]), np.array([5, 5, 6, 5]), np.array([0, 1, 3, 4])
    )

    assert (first.tolist(), of.tolist()) == ([0, 1, 2], [0, 1, 2])
