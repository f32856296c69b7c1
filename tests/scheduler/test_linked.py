"""The last choice among equals, checked against every way through."""

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler import linked
from scheduler.graph import LEFT_OUT, Step, sorted_step
from scheduler.linked import Fine, Onward, best_link

Ints = NDArray[np.int64]

FIRST_DAY = 100
SPOTS = np.array(
    [
        (100 + day, day % 7, 600 + 60 * hour, venue)
        for day in range(5)
        for hour in (0, 1)
        for venue in (0, 1)
    ],
    dtype=np.int64,
)
"""Day, weekday, minute and venue of twenty spots."""

Path = tuple[int, ...]


def random_steps(seed: int) -> tuple[Step, ...]:
    """Return random ways through three sessions.

    Each place can be left out of, so that all arrive.
    """
    draw = np.random.default_rng(seed)
    sizes = (1, 3, 3, 2)
    return tuple(_random_step(draw, before, after) for before, after in itertools.pairwise(sizes))


def _random_step(draw: np.random.Generator, before: int, after: int) -> Step:
    pairs = {(p, LEFT_OUT, p % after) for p in range(before)}
    pairs |= {
        (int(draw.integers(before)), int(draw.integers(6)), int(draw.integers(after)))
        for _ in range(9)
    }
    once = {(parent, choice): child for parent, choice, child in sorted(pairs)}
    parent, choice = np.array(list(once)).T
    child = np.array(list(once.values()))
    return sorted_step(parent, choice, child, sizes=(before, after))


def random_fine(seed: int) -> tuple[Fine, ...]:
    """Return six choices for each of three sessions, few of them different in cost."""
    draw = np.random.default_rng(seed + 1000)
    return tuple(
        Fine(np.sort(draw.integers(0, len(SPOTS), 6)), draw.integers(0, 2, (6, 2)))
        for _ in range(3)
    )


def every_path(steps: Sequence[Step], node: int = 0) -> Iterator[Path]:
    """Go through every way from one end to the other."""
    if not steps:
        yield ()
        return
    step = steps[0]
    for way in np.flatnonzero(step.parent == node):
        for rest in every_path(steps[1:], int(step.child[way])):
            yield (int(step.choice[way]), *rest)


def cost(path: Path, fine: Sequence[Fine]) -> tuple[int, ...]:
    """Return what a way comes to: shortness, changes, pence and days, in that order."""
    held = [(own, row) for own, row in zip(fine, path, strict=True) if row != LEFT_OUT]
    spots = [SPOTS[own.spot[row]] for own, row in held]
    changes = sum(int((a[1:] != b[1:]).sum()) for a, b in itertools.pairwise(spots))
    short, pence = (sum(int(own.cost[row, n]) for own, row in held) for n in (0, 1))
    return short, changes, pence, int(spots[-1][0] - FIRST_DAY) if spots else 0


def each_by_itself(step: Step) -> Onward:
    """Return the ways of a step whose choices stand for nothing but themselves."""
    return Onward.of(step, np.arange(step.choice.max(initial=LEFT_OUT) + 1))


@pytest.mark.parametrize("seed", range(20))
def test_in_pieces_members_take_the_place_of_groups_as_they_do_at_once(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linked, "A_PIECE", 3)
    groups = np.random.default_rng(seed).integers(0, 6, 20)

    for step in random_steps(seed):
        ways, whole = Onward.of(step, groups), step.with_members(groups)

        assert ways.first.tolist() == whole.first.tolist()
        assert ways.choice.tolist() == whole.choice.tolist()
        assert ways.child.tolist() == whole.child.tolist()


@pytest.mark.parametrize("seed", range(40))
def test_the_last_choice_is_the_best_of_every_way(seed: int) -> None:
    steps, fine = random_steps(seed), random_fine(seed)

    chosen = best_link(map(each_by_itself, steps), fine, spots=SPOTS, first_day=FIRST_DAY)

    paths = list(every_path(steps))
    assert chosen in paths
    assert cost(chosen, fine) == min(cost(path, fine) for path in paths)


def test_among_equals_the_earlier_start_and_the_venue_named_first_win() -> None:
    nought = np.zeros(4, dtype=np.int64)
    step = sorted_step(nought, np.array([3, 1, 2, 0]), nought, sizes=(1, 1))
    ways = each_by_itself(step)
    fine = Fine(np.array([4, 4, 5, 6]), np.zeros((4, 2), dtype=np.int64))

    chosen = best_link((ways, ways), (fine, fine), spots=SPOTS, first_day=FIRST_DAY)

    assert chosen == (0, 0)


def test_a_session_left_out_changes_nothing_and_costs_nothing() -> None:
    nought = np.zeros(1, dtype=np.int64)
    step = Step(nought, nought + LEFT_OUT, nought, 1, 1)
    ways = each_by_itself(step)
    fine = Fine(np.zeros(0, dtype=np.int64), np.zeros((0, 2), dtype=np.int64))

    assert best_link((ways, ways), (fine, fine), spots=SPOTS, first_day=FIRST_DAY) == (
        LEFT_OUT,
        LEFT_OUT,
    )
