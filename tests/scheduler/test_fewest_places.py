"""Places from which the very same ways lead on to the end are made one."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from scheduler.fewest_places import with_fewest_places
from scheduler.graph import LEFT_OUT, Step, sorted_step

Ways = list[tuple[int, int, int]]


def a_step(ways: Ways, sizes: tuple[int, int]) -> Step:
    """Return ways, each a place before, a choice and a place after."""
    parent, choice, child = np.array(ways, dtype=np.int64).T
    return sorted_step(parent, choice, child, sizes=sizes)


def ways_of(step: Step) -> Ways:
    """Return the ways as (place before, choice, place after)."""
    return list(zip(step.parent.tolist(), step.choice.tolist(), step.child.tolist(), strict=True))


def every_series(steps: Sequence[Step], place: int = 0) -> list[tuple[int, ...]]:
    """Return every series of choices that leads on from a place to the end, in order."""
    if not steps:
        return [()]
    return sorted(
        (choice, *rest)
        for before, choice, after in ways_of(steps[0])
        if before == place
        for rest in every_series(steps[1:], after)
    )


def test_places_with_the_same_ways_on_become_one_and_all_places_at_the_end() -> None:
    steps = (
        a_step([(0, 0, 0), (0, 1, 1), (0, LEFT_OUT, 2)], (1, 3)),
        a_step([(0, 4, 0), (0, 5, 1), (1, 4, 2), (1, 5, 2), (2, 4, 1)], (3, 3)),
    )

    first, last = with_fewest_places(steps)

    assert ways_of(first) == [(0, 0, 0), (0, 1, 0), (0, LEFT_OUT, 1)]
    assert ways_of(last) == [(0, 4, 0), (0, 5, 0), (1, 4, 0)]
    assert (first.before, first.after, last.before, last.after) == (1, 2, 2, 1)


def test_places_by_whose_choices_others_follow_stay_apart() -> None:
    steps = (
        a_step([(0, 0, 0), (0, 1, 1)], (1, 2)),
        a_step([(0, 4, 0), (1, 4, 1)], (2, 2)),
        a_step([(0, 6, 0), (1, 7, 0)], (2, 1)),
    )

    assert [step.before for step in with_fewest_places(steps)] == [1, 2, 2]


def test_gates_count_whatever_the_order_of_the_ways_to_them() -> None:
    steps = (
        a_step([(0, 1, 0), (0, 2, 1)], (1, 2)),
        a_step([(0, 0, 0), (0, 0, 1), (1, 0, 3), (1, 0, 2)], (2, 4)),
        a_step([(0, 4, 0), (1, 5, 0), (2, 4, 0), (3, 5, 0)], (4, 1)),
    )

    first, to_gates, onward = with_fewest_places(steps)

    assert ways_of(first) == [(0, 1, 0), (0, 2, 0)]
    assert ways_of(to_gates) == [(0, 0, 0), (0, 0, 1)]
    assert ways_of(onward) == [(0, 4, 0), (1, 5, 0)]


def test_just_the_same_series_are_left() -> None:
    chance = np.random.default_rng(3)
    for _ in range(50):
        sizes = [1, *chance.integers(1, 6, size=4).tolist()]
        steps = tuple(
            a_step(
                [
                    (before, choice, int(chance.integers(after)))
                    for before in range(many)
                    for choice in (0, 1, 2, LEFT_OUT)
                    if chance.random() < 0.7
                ]
                or [(0, 0, 0)],
                (many, after),
            )
            for many, after in pairwise(sizes)
        )

        fewer = with_fewest_places(steps)

        assert every_series(fewer) == every_series(steps)
        assert all(a.before <= b.before for a, b in zip(fewer, steps, strict=True))
