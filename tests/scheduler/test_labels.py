"""Beginnings of a series.

Which are the same, and which are certainly beaten, checked against the plain rule.
"""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler.concerns import NEVER, Concern, Ledger
from scheduler.labels import beaten, distinct
from tests.scheduler.plain_kernel import beats
from tests.scheduler.summer import SUMMER, with_person

Ints = NDArray[np.int64]

SPREAD = Concern(slice(0, 3), "spread", (1, 1), (0, 0))
SPARING = Concern(slice(3, 6), "spread", (1, 2), (1, 0))
WORST = Concern(slice(6, 7), "worst")
SUM = Concern(slice(7, 8), "sum")
WIDTH = 8
"""How many numbers a row of these concerns has."""
FREE = np.full(WIDTH, NEVER, dtype=np.int64)
CONCERNS = (SPREAD, SPARING, WORST, SUM)
"""Concerns of every kind.

In `SPARING` one person may miss one for nothing, another counts double.
"""


def random_rows(seed: int, many: int, width: int) -> Ints:
    """Return rows of small numbers, in which equal and nearly equal ones are common.

    The last field of a spread is what its people count together.
    """
    rows = np.random.default_rng(seed).integers(0, 3, (many, width), dtype=np.int64)
    for spread in (SPREAD, SPARING) if width == WIDTH else ():
        rows[:, spread.fields.stop - 1] = spread.total(rows)
    return rows


@pytest.mark.parametrize("seed", range(12))
def test_a_row_is_beaten_exactly_where_the_plain_rule_says(seed: int) -> None:
    concerns = CONCERNS[seed % 3 :]
    rows, groups = random_rows(seed, 60, WIDTH), random_rows(seed + 100, 60, 1)[:, 0]

    out = beaten(rows, groups, concerns, caps=FREE)

    expected = [
        any(beats(rows[j], rows[i], concerns) for j in range(len(rows)) if groups[j] == groups[i])
        for i in range(len(rows))
    ]
    assert out.tolist() == expected


def test_equal_rows_do_not_beat_each_other() -> None:
    rows = np.ones((4, WIDTH), dtype=np.int64)

    assert beaten(rows, np.zeros(4, dtype=np.int64), CONCERNS, caps=FREE).tolist() == [False] * 4


def test_nothing_is_beaten_across_groups() -> None:
    rows = np.array([[0] * 8, [1] * 8], dtype=np.int64)

    assert beaten(rows, np.array([0, 1]), CONCERNS, caps=FREE).tolist() == [False, False]


def test_the_longest_so_far_beats_nothing_as_a_later_one_may_be_longer() -> None:
    rows = np.array([[10], [20]], dtype=np.int64)

    assert beaten(
        rows, np.zeros(2, dtype=np.int64), (Concern(slice(0, 1), "worst"),), caps=FREE[:1]
    ).tolist() == [
        False,
        False,
    ]


def test_a_beaten_beginning_never_ends_better() -> None:
    """Whatever follows a beaten beginning.

    The one that beats it ends at least as well at every level.
    """
    rows = random_rows(3, 40, WIDTH)
    worse = [
        (i, j) for i, j in product(range(len(rows)), repeat=2) if beats(rows[i], rows[j], CONCERNS)
    ]
    more = random_rows(4, 30, WIDTH)

    ends = [(_ended(rows[i], each) <= _ended(rows[j], each)) for i, j in worse for each in more]

    assert worse
    assert ends == [True] * len(ends)


def _ended(row: Ints, more: Ints) -> list[list[int]]:
    """Return the values of a beginning and what follows: sums add, the worst keeps the larger."""
    total = row + more
    total[WORST.fields] = np.maximum(row[WORST.fields], more[WORST.fields])
    return [concern.value(total[None])[0].tolist() for concern in CONCERNS]


def test_distinct_keys_are_found_and_every_row_knows_its_own() -> None:
    keys = np.array([[1, 2], [3, 4], [1, 2], [0, 9]], dtype=np.int64)

    first, again = distinct(keys)

    assert [keys[first[number]].tolist() for number in again] == keys.tolist()
    assert len(first) == 3


def test_of_no_keys_none_is_distinct() -> None:
    first, again = distinct(np.zeros((0, 3), dtype=np.int64))

    assert (len(first), len(again)) == (0, 0)


def test_keys_without_fields_are_all_the_same() -> None:
    first, again = distinct(np.zeros((3, 0), dtype=np.int64))

    assert (first.tolist(), again.tolist()) == ([0], [0, 0, 0])


def test_a_ledger_holds_every_person_of_each_class() -> None:
    ledger = Ledger.of(SUMMER, SUMMER.projects[0])

    assert [len(people) for people in ledger.classes] == [4, 2]
    assert [concern.width for concern in ledger.concerns] == [
        *(1, 1),
        *(4, 4, 4, 1, 1),
        *(2, 2, 2, 1, 1),
        *(1, 1, 1, 1),
    ]


def test_somebody_who_wants_fewer_sessions_may_miss_the_rest_for_nothing() -> None:
    programme = with_person("una", SUMMER, sessions_wanted=1)

    missed = Ledger.of(programme, programme.projects[0]).concerns[2]

    assert (missed.units, missed.spare) == ((1, 3, 1, 1), (0, 2, 0, 0))
    assert missed.value(np.array([[1] * missed.fields.stop])).tolist() == [[1, 1, 1, 0]]


@pytest.mark.parametrize("seed", range(6))
def test_kinds_are_numbered_as_they_first_stand(seed: int) -> None:
    rows = random_rows(seed, 80, seed)

    first, of = distinct(rows)

    seen = list(dict.fromkeys(map(tuple, rows.tolist())))
    assert [tuple(row) for row in rows[first].tolist()] == seen
    assert [seen[kind] for kind in of.tolist()] == list(map(tuple, rows.tolist()))
