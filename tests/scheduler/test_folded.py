"""Tables of which every different row is kept once, read as if each stood in its place."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler.folded import folded


def tables(seed: int, many: int = 40) -> dict[str, NDArray[Any]]:
    """Return three tables of few different rows, of unlike sizes of number."""
    draw = np.random.default_rng(seed)
    return {
        "able": draw.integers(0, 2, (many, 3)).astype(np.bool_),
        "minutes": draw.integers(0, 2, (many, 2)).astype(np.int16),
        "rides": draw.integers(0, 2, many),
    }


@pytest.mark.parametrize("seed", range(5))
def test_each_row_is_read_as_it_stood(seed: int) -> None:
    plain = tables(seed)

    kept = folded(plain)

    some = np.array([7, 3, 3, 20])
    for name, table in plain.items():
        assert np.array_equal(np.asarray(kept[name]), table)
        assert kept[name].shape == table.shape
        assert kept[name][some].tolist() == table[some].tolist()
        assert kept[name][5:9].tolist() == table[5:9].tolist()
        assert kept[name][11].tolist() == table[11].tolist()
    assert kept["able"][4, 1] == plain["able"][4, 1]
    assert kept["able"][:, [2, 0]].tolist() == plain["able"][:, [2, 0]].tolist()
    assert kept["able"][some, 1].tolist() == plain["able"][some, 1].tolist()


def test_rows_that_are_the_same_in_every_table_are_kept_once() -> None:
    able = np.array([[True, False], [True, False], [True, False], [False, True]])
    fares = np.array([[0, 5], [0, 5], [0, 6], [0, 5]], dtype=np.int32)

    kept = folded({"able": able, "fares": fares})

    assert len(kept["able"]) == 4
    assert kept["able"].rows.tolist() == [[True, False], [True, False], [False, True]]
    assert kept["fares"].rows.tolist() == [[0, 5], [0, 6], [0, 5]]


def test_of_no_candidate_nothing_is_kept() -> None:
    kept = folded({"able": np.zeros((0, 3), dtype=np.bool_), "rides": np.zeros(0, np.int64)})

    assert kept["able"].shape == (0, 3)
    assert np.asarray(kept["rides"]).tolist() == []
