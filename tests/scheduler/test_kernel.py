"""The compiled loops, run as Python reads them and as compiled, against the plain form in NumPy."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler import kernel
from scheduler.concerns import NEVER, Concern, Sharers
from scheduler.least import least_ahead, least_behind
from scheduler.rows import Ahead, Goal, Rows, Sums, Ways, Weighed, rules_of
from tests.scheduler.plain_kernel import after, beats, least_value, may_reach, shared_out

Ints = NDArray[np.int64]

SPREAD = Concern(slice(0, 4), "spread", (2, 2, 2), (0, 0, 0))
SPARING = Concern(slice(4, 7), "spread", (1, 2), (1, 0))
WORST = Concern(slice(7, 8), "worst")
SUM = Concern(slice(8, 9), "sum")
CONCERNS = (SPREAD, SPARING, WORST, SUM)
WIDTH = 9
"""How many numbers a row of these concerns has."""
FREE = np.full(WIDTH, NEVER, dtype=np.int64)
KNOWN = np.array([4, 2, 2, 2, 1], dtype=np.int64)
"""Values of the first two concerns, settled."""

NONE = np.zeros(0, dtype=np.int64)
FREELY = Sums(np.zeros(1, dtype=np.bool_), NONE, np.zeros((2, 0), dtype=np.int64))
"""Adding up where nothing is limited."""


def as_read(function: Any) -> Any:  # noqa: ANN401 - a compiled function
    """Return a compiled function as Python reads it."""
    return function.py_func


def some_rows(seed: int, many: int = 60) -> Ints:
    """Return rows of small numbers; a spread's total is what its people count or somewhat more."""
    chance = np.random.default_rng(seed)
    rows = chance.integers(0, 3, (many, WIDTH), dtype=np.int64)
    for spread in (SPREAD, SPARING):
        rows[:, spread.fields.stop - 1] = spread.total(rows) + 2 * chance.integers(0, 3, many)
    return rows


@pytest.mark.parametrize("concern", CONCERNS, ids=["spread", "sparing", "worst", "sum"])
@pytest.mark.parametrize("seed", range(5))
def test_the_least_value_of_a_level_is_the_plain_one(concern: Concern, seed: int) -> None:
    rows, rules = some_rows(seed), rules_of([concern], caps=FREE)

    compiled = kernel.values(rows, rules, concern.width)
    read = as_read(kernel.values)(rows, rules, concern.width)

    assert compiled.tolist() == least_value(concern, rows).tolist()
    assert np.array_equal(compiled, np.asarray(read))


@pytest.mark.parametrize("seed", range(5))
def test_what_some_miss_together_is_shared_out_among_them_first(seed: int) -> None:
    chance = np.random.default_rng(seed)
    concern = Concern(slice(0, 6), "spread", (2,) * 5, (0,) * 5)
    sharers = Sharers(concern=0, members=(1, 3, 4), total=6, unit=2)
    rows = chance.integers(0, 3, (60, 7), dtype=np.int64)
    rows[:, 5], rows[:, 6] = 2 * rows[:, :5].sum(axis=1), rows[:, [1, 3, 4]].sum(axis=1)
    rows[:, 5:] += chance.integers(0, 4, (60, 2)) * (2, 1)
    rules = rules_of([concern], caps=np.full(7, NEVER), sharers=(sharers,))

    compiled = kernel.values(rows, rules, 5)

    raised = rows.copy()
    for row in raised:
        together = shared_out(row[None, [1, 3, 4]], row[6:], step=1)
        row[[1, 3, 4]] = together[0]
    assert compiled.tolist() == least_value(concern, raised).tolist()
    assert np.array_equal(compiled, np.asarray(as_read(kernel.values)(rows, rules, 5)))


def test_how_little_is_drawn_does_not_matter_where_enough_is_left() -> None:
    """At the first place two may be drawn and there is enough: less is the same as two."""
    begun = Rows(np.zeros((1, 1), dtype=np.int64), np.zeros(1, dtype=np.int64))
    adds = np.arange(4, dtype=np.int64)[:, None]
    ways = Ways(np.array([0, 8]), np.array([0, 1, 2, 3] * 2), np.array([0] * 4 + [1] * 4), adds)
    pairs = np.array([[0, way] for way in range(8)], dtype=np.int32)
    sums = Sums(np.zeros(1, dtype=np.bool_), np.zeros(1, dtype=np.int64), np.array([[2], [0]]))

    for form in (kernel.different, as_read(kernel.different)):
        rows, nodes, _, _ = form(begun, ways, pairs, sums)
        assert rows.ravel().tolist() == [2, 3, 0, 1, 2, 3]
        assert nodes.tolist() == [0, 0, 1, 1, 1, 1]


def test_nobody_counts_nothing() -> None:
    nobody = Concern(slice(0, 1), "spread")
    rules = rules_of([nobody], caps=FREE)

    assert kernel.values(some_rows(1), rules, 0).shape == (60, 0)


@pytest.mark.parametrize("seed", range(8))
def test_only_what_could_still_be_best_is_gone_on_with(seed: int) -> None:
    begun = Rows(some_rows(seed, 12), np.zeros(12, dtype=np.int64))
    ways = Ways(np.array([0, 9]), np.arange(9), np.zeros(9, dtype=np.int64), some_rows(seed + 50))
    beyond, target = some_rows(seed + 90, 1) // 2, np.array([2, 3])
    caps = FREE.copy()
    caps[8] = 5
    rules = rules_of(CONCERNS, caps=caps, goal=Goal(2, KNOWN, target))
    freely = FREELY._replace(largest=rules.largest)
    ahead = Ahead(beyond, freely, np.zeros((0, 0, 0), np.int64), np.zeros((0, 2), np.int64), FREE)

    def gone_on(form: Callable[[Any], Any]) -> object:
        pairs = form(kernel.cleared)(begun, ways, ahead, rules, 1000)
        rows, nodes, _, ends = form(kernel.different)(begun, ways, pairs, freely)
        keep = form(kernel.promising)(rows, nodes, ahead, rules)
        return pairs[keep[ends]].tolist()

    pairs = [[i, k] for i in range(12) for k in range(9)]
    least = np.array([_added(_added(begun.rows[i], ways.adds[k]), beyond[0]) for i, k in pairs])
    hopeful = (least[:, 8] <= 5) & may_reach(SPREAD, least, KNOWN[:3])
    hopeful &= may_reach(SPARING, least, KNOWN[3:])
    hopeful &= after(np.hstack([least_value(WORST, least), least_value(SUM, least)]), target) < 0
    expected = [pair for pair, keep in zip(pairs, hopeful, strict=True) if keep]
    assert gone_on(lambda function: function) == gone_on(as_read) == expected


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("capped", [False, True])
def test_beginnings_are_told_apart_as_the_plain_rule_does(seed: int, capped: bool) -> None:
    rows = some_rows(seed, 80)
    nodes = np.random.default_rng(seed).integers(0, 3, 80)
    caps = FREE.copy()
    caps[7] = 9 if capped else NEVER
    rules = rules_of(CONCERNS, caps=caps)

    def out(i: int) -> bool:
        rivals = (j for j in range(80) if nodes[j] == nodes[i])
        return any(
            beats(rows[j], rows[i], CONCERNS) and not (capped and rows[j, 7] > rows[i, 7])
            for j in rivals
        )

    standing, read = np.ones(80, dtype=np.bool_), np.ones(80, dtype=np.bool_)
    assert kernel.drop_beaten(rows, nodes, standing, rules, (3, 80, 80))
    assert as_read(kernel.drop_beaten)(rows, nodes, read, rules, (3, 80, 80))
    assert standing.tolist() == read.tolist() == [not out(i) for i in range(80)]


def is_nowhere_worse(one: Ints, other: Ints) -> bool:
    """Say whether a row is as good as another at each level up to one where it is better."""
    for concern in CONCERNS:
        a, b = one[concern.fields], other[concern.fields]
        if (a > b).any():
            return False
        if (a < b)[np.broadcast_to(concern.is_strict, a.shape)].any():
            return True
    return bool((one != other).any())


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("capped", [False, True])
def test_where_one_will_do_whatever_is_nowhere_worse_beats(seed: int, capped: bool) -> None:
    rows = some_rows(seed, 80)
    nodes = np.random.default_rng(seed).integers(0, 3, 80)
    caps = FREE.copy()
    caps[0] = 9 if capped else NEVER
    rules = rules_of(CONCERNS, caps=caps, one_will_do=True)

    def out(i: int) -> bool:
        rivals = (j for j in range(80) if nodes[j] == nodes[i])
        return any(
            is_nowhere_worse(rows[j], rows[i]) and not (capped and rows[j, 0] > rows[i, 0])
            for j in rivals
        )

    for form in (kernel.drop_beaten, as_read(kernel.drop_beaten)):
        standing = np.ones(80, dtype=np.bool_)
        assert form(rows, nodes, standing, rules, (3, 80, 80))
        assert standing.tolist() == [not out(i) for i in range(80)]


def test_more_than_may_stand_are_too_many() -> None:
    rows, nodes = np.arange(5, dtype=np.int64)[:, None], np.zeros(5, dtype=np.int64)
    rules = rules_of([Concern(slice(0, 1), "worst")], caps=np.array([NEVER]))

    fits = [
        kernel.drop_beaten(rows, nodes, np.ones(5, dtype=np.bool_), rules, (1, most, 5))
        for most in (4, 5)
    ]

    assert fits == [False, True]


def test_what_comes_to_the_same_at_the_same_place_is_one_row() -> None:
    begun = Rows(np.zeros((2, 1), dtype=np.int64), np.zeros(2, dtype=np.int64))
    adds = np.array([[1], [2], [1]], dtype=np.int64)
    ways = Ways(np.array([0, 3]), np.arange(3), np.array([0, 0, 1]), adds)
    pairs = np.array([[0, 0], [1, 0], [0, 1], [1, 2]], dtype=np.int32)

    found = kernel.different(begun, ways, pairs, FREELY)
    read: tuple[Ints, ...] = as_read(kernel.different)(begun, ways, pairs, FREELY)

    rows, nodes, origin, ends = found
    assert (rows.tolist(), nodes.tolist()) == ([[1], [2], [1]], [0, 0, 1])
    assert (origin.tolist(), ends.tolist()) == ([0, 2, 3], [0, 0, 1, 2])
    assert [told.tolist() for told in read] == [told.tolist() for told in found]


def test_the_least_ahead_and_behind_is_that_of_every_way() -> None:
    ways = Ways(np.array([0, 2, 3]), np.array([0, 1, -1]), np.array([1, 0, 0]), some_rows(3, 3))
    beyond, rules = some_rows(4, 2), rules_of(CONCERNS, caps=FREE)

    ahead = least_ahead(ways, beyond, rules.largest)
    behind = least_behind(ways, beyond, rules.largest, 2)

    def through(row: Ints, choice: int) -> Ints:
        return _added(row, ways.adds[choice])

    one = np.minimum(through(beyond[1], 0), through(beyond[0], 1))
    assert ahead.tolist() == [one.tolist(), through(beyond[0], -1).tolist()]
    first = np.minimum(through(beyond[0], 1), through(beyond[1], -1))
    assert behind.tolist() == [first.tolist(), through(beyond[0], 0).tolist()]
    assert np.array_equal(ahead, np.asarray(as_read(least_ahead)(ways, beyond, rules.largest)))
    assert np.array_equal(behind, np.asarray(as_read(least_behind)(ways, beyond, rules.largest, 2)))


def _added(row: Ints, more: Ints) -> Ints:
    """Add rows plainly: sums add, the worst keeps the larger."""
    total: Ints = row + more
    total[7] = max(row[7], more[7])
    return total


@pytest.mark.parametrize("seed", range(4))
def test_all_of_a_session_at_once_is_its_parts_one_after_the_other(seed: int) -> None:
    begun = Rows(some_rows(seed, 12), np.zeros(12, dtype=np.int64))
    ways = Ways(
        np.array([0, 9]), np.arange(9), np.arange(9, dtype=np.int64) % 2, some_rows(seed + 50)
    )
    beyond = some_rows(seed + 90, 2) // 2
    rules = rules_of(CONCERNS, caps=FREE, goal=Goal(2, KNOWN, np.array([2, 3])))
    freely = FREELY._replace(largest=rules.largest)
    ahead = Ahead(beyond, freely, np.zeros((0, 0, 0), np.int64), np.zeros((0, 2), np.int64), FREE)

    pairs = kernel.cleared(begun, ways, ahead, rules, 1000)
    rows, nodes, origin, ends = kernel.different(begun, ways, pairs, freely)
    least = kernel.sums(rows, beyond, nodes, rules)
    stands = kernel.promising(rows, nodes, ahead, rules)
    hopeful = ways.choice[pairs[stands[ends], 1]].tolist()
    kernel.drop_beaten(rows, nodes, stands, rules, (2, 1000, 100))

    for form in (kernel.gone_on, as_read(kernel.gone_on)):
        fits, stand, (parent, choice), lead = form(begun, ways, ahead, rules, (1000, 1000, 100))
        assert fits
        expected = (rows[stands], nodes[stands], least[stands])
        assert all(np.array_equal(a, b) for a, b in zip(stand, expected, strict=True))
        assert parent.tolist() == pairs[origin[stands], 0].tolist()
        assert choice.tolist() == ways.choice[pairs[origin[stands], 1]].tolist()
        taken, after = pairs[stands[ends]], (np.cumsum(stands) - 1)[ends[stands[ends]]]
        told = np.stack([taken[:, 0], ways.choice[taken[:, 1]], after], axis=1)
        assert lead.tolist() == told.tolist()
    for form in (kernel.narrowed, as_read(kernel.narrowed)):
        kept = form(begun.rows[:1], ways, ahead, rules)
        assert set(kept.tolist()) <= set(hopeful)


def test_more_ways_than_may_be_looked_at_are_too_many() -> None:
    begun = Rows(np.zeros((1, 1), dtype=np.int64), np.zeros(1, dtype=np.int64))
    nought = np.zeros(3, dtype=np.int64)
    ways = Ways(np.array([0, 3]), np.arange(3), nought, np.zeros((4, 1), dtype=np.int64))
    caps = np.array([NEVER])
    rules = rules_of([Concern(slice(0, 1), "sum")], caps=caps)
    sums = Sums(rules.largest, NONE, np.zeros((1, 0), dtype=np.int64))
    none = np.zeros((0, 0, 0), np.int64), np.zeros((0, 2), np.int64)
    ahead = Ahead(np.zeros((1, 1), dtype=np.int64), sums, *none, caps)

    for form in (kernel.gone_on, as_read(kernel.gone_on)):
        found = [
            form(begun, ways, ahead, rules, most) for most in ((2, 9, 9), (3, 9, 9), (3, 0, 9))
        ]
        told = [(fits, len(stand[0])) for fits, stand, _, _ in found]
        assert told == [(False, 0), (True, 1), (False, 0)]


def test_what_is_too_heavy_is_left_out() -> None:
    """Of six ways two weigh too much by what all have to keep to, and two by both of the others."""
    begun = Rows(np.array([[0], [1]], dtype=np.int64), np.zeros(2, dtype=np.int64))
    nought = np.zeros(3, dtype=np.int64)
    ways = Ways(np.array([0, 3]), np.arange(3), nought, np.arange(4, dtype=np.int64)[:, None])
    caps = np.array([NEVER])
    rules = rules_of([Concern(slice(0, 1), "sum")], caps=caps)
    sums = Sums(rules.largest, NONE, np.zeros((1, 0), dtype=np.int64))
    none = np.zeros((0, 0, 0), np.int64), np.zeros((0, 2), np.int64)
    weighed = Weighed(
        begun=np.array([[0, 0, 0], [1, 10, -10]], dtype=np.int64),
        adds=np.array([[0, 1, 2, 3], [0, 10, 20, 30], [0, -10, -20, -30]], dtype=np.int64),
        beyond=np.array([[5], [0], [0]], dtype=np.int64),
        most=np.array([7, 0, -20], dtype=np.int64),
        always=1,
    )
    least = np.zeros((1, 1), dtype=np.int64)
    alike = [weighed._replace(most=np.full(3, NEVER)), weighed]
    ahead = [Ahead(least, sums, *none, caps, each) for each in alike]

    for form in (kernel.cleared, as_read(kernel.cleared)):
        pairs = [form(begun, ways, each, rules, 10).tolist() for each in ahead]
        assert pairs == [
            [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]],
            [[0, 0], [0, 2], [1, 1]],
        ]
