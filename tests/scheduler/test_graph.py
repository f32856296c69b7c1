"""The ways through a series, session by session."""

import numpy as np

from scheduler.graph import LEFT_OUT, Step, repeated, sorted_step


def numbers(*given: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return some whole numbers side by side."""
    return np.array(given, dtype=np.int64)


def a_step() -> Step:
    """Return ways from two beginnings: 0 by choices 0 and 1 or without, 1 by choice 1."""
    return sorted_step(
        numbers(1, 0, 0, 0), numbers(1, LEFT_OUT, 1, 0), numbers(2, 0, 2, 1), sizes=(2, 3)
    )


def ways(step: Step) -> list[tuple[int, int, int]]:
    """Return the ways as (beginning before, choice, beginning after)."""
    return list(zip(step.parent.tolist(), step.choice.tolist(), step.child.tolist(), strict=True))


def test_ways_come_by_beginning_then_by_choice_and_leaving_out_last() -> None:
    assert ways(a_step()) == [(0, 0, 1), (0, 1, 2), (0, LEFT_OUT, 0), (1, 1, 2)]


def test_some_ways_are_kept() -> None:
    step = a_step()

    assert ways(step.kept(step.choice == 1)) == [(0, 1, 2), (1, 1, 2)]
    assert step.first.tolist() == [0, 3, 4]


def test_a_group_of_choices_is_replaced_by_each_of_its_members() -> None:
    # Of four choices the first and the last are in group 1, the second in group 0, the third in
    # none.
    step = a_step().with_members(numbers(1, 0, -2, 1))

    assert ways(step) == [(0, 0, 2), (0, 1, 1), (0, 3, 2), (0, LEFT_OUT, 0), (1, 0, 2), (1, 3, 2)]


def test_ranges_are_counted_through() -> None:
    position, inside = repeated(numbers(5, 2, 9), numbers(7, 2, 10))

    assert (position.tolist(), inside.tolist()) == ([0, 0, 2], [5, 6, 9])


def two_beginnings_alike() -> Step:
    """Return ways from three beginnings: 0 and 1 by the same choices, 2 by one of them only."""
    return sorted_step(
        numbers(0, 0, 0, 1, 1, 1, 2, 2),
        numbers(4, 5, 7, 4, 5, LEFT_OUT, 4, 7),
        numbers(0, 0, 1, 0, 0, 1, 0, 1),
        sizes=(3, 2),
    )


def test_beginnings_with_the_same_choices_on_share_a_gate() -> None:
    to_gates, onward = two_beginnings_alike().gates

    assert ways(to_gates) == [(0, 0, 0), (0, 0, 1), (1, 0, 0), (1, 0, 2), (2, 0, 3), (2, 0, 1)]
    assert ways(onward) == [(0, 4, 0), (0, 5, 0), (1, 7, 1), (2, LEFT_OUT, 1), (3, 4, 0)]
    assert (to_gates.before, to_gates.after, onward.before, onward.after) == (3, 4, 4, 2)


def test_through_gates_the_ways_are_the_same() -> None:
    step = two_beginnings_alike()
    to_gates, onward = step.gates

    assert ways(to_gates.then(onward)) == ways(step)


def test_without_ways_there_are_no_gates() -> None:
    to_gates, onward = a_step().kept(numbers()).gates

    assert (ways(to_gates), ways(onward)) == ([], [])
