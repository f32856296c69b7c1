"""What is ruled out by weighing, held against every series of small random races."""

import itertools
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler import settled
from scheduler.aims import aims
from scheduler.bounds import Race
from scheduler.concerns import NEVER, Concern
from scheduler.graph import Step, sorted_step
from scheduler.reading import Reading
from scheduler.rows import NOTHING
from scheduler.search import NO_END, Effort, Pursuit, best_of_all, best_of_few
from scheduler.series import best_series
from scheduler.settled import BEAM, ROUNDS, settle
from scheduler.tolls import Scales, Tolls
from scheduler.weighing import Net, Terms, share_out_one, weights_between
from tests.random_projects import a_project, with_ties
from tests.scheduler.test_kernel import as_read
from tests.scheduler.test_series import course

Ints = NDArray[np.int64]

LEVELS = (
    Concern(slice(0, 5), "spread", (1, 1, 2, 2), (0, 0, 0, 1)),
    Concern(slice(5, 9), "spread", (1, 1, 1), (0, 0, 0)),
    Concern(slice(9, 10), "worst"),
    Concern(slice(10, 11), "sum"),
)
"""Two levels that compare people, the longest of something, and a sum; then what is limited."""
WIDTH = 12
LIMIT = 3


def a_race(seed: int) -> Race:
    """Return a random race over four sessions, with something that may be drawn on thrice."""
    draw = np.random.default_rng(seed)
    sizes = (1, 3, 3, 3, 1)
    steps = tuple(_a_step(draw, *both) for both in itertools.pairwise(sizes))
    caps = np.full(WIDTH, NEVER, dtype=np.int64)
    caps[-1] = LIMIT
    reading = Reading(np.arange(WIDTH), caps, limited=np.array([WIDTH - 1]))
    return Race(steps, tuple(_some_rows(draw) for _ in steps), LEVELS, 0, NOTHING, reading)


def _a_step(draw: np.random.Generator, before: int, after: int) -> Step:
    ways = {(p, int(draw.integers(6)), int(draw.integers(after))) for p in range(before)}
    ways |= {
        (int(draw.integers(before)), int(draw.integers(6)), int(draw.integers(after)))
        for _ in range(8)
    }
    parent, choice, child = np.array(sorted(ways)).T
    return sorted_step(parent, choice, child, sizes=(before, after))


def _some_rows(draw: np.random.Generator) -> Ints:
    rows = draw.integers(0, 3, (7, WIDTH), dtype=np.int64)
    rows[:, 11] = draw.integers(0, 2, 7)
    for spread in LEVELS[:2]:
        rows[:, spread.fields.stop - 1] = spread.total(rows)
    return rows


def every_value(race: Race) -> Iterator[tuple[int, ...]]:
    """Give what each series that keeps to the limit comes to, level by level, side by side."""
    nodes: list[tuple[int, Ints]] = [(race.steps[0].before - 1, np.zeros(WIDTH, dtype=np.int64))]
    for step, rows in zip(race.steps, race.rows, strict=True):
        onward = []
        for node, row in nodes:
            for way in np.flatnonzero(step.parent == node):
                total = row + rows[step.choice[way]]
                total[9] = max(row[9], rows[step.choice[way], 9])
                onward.append((int(step.child[way]), total))
        nodes = onward
    for _, row in nodes:
        if row[11] <= LIMIT:
            yield tuple(int(n) for concern in LEVELS for n in concern.value(row[None])[0].tolist())


RACES = range(40)


@pytest.mark.parametrize("parts", [0, 8])
def test_what_is_ruled_out_is_beaten_by_nothing(parts: int) -> None:
    """Each value that some series comes to is tried as the target."""
    out = []
    for seed in RACES:
        race = a_race(seed)
        values = sorted(set(every_value(race)))
        for value in values[:3]:
            is_out = not Scales(race).left(np.array(value), parts=parts)
            assert not (is_out and value != values[0])
            out.append(is_out)

    assert sum(out) >= len(RACES) // 3


def test_what_is_left_leads_to_whatever_is_better() -> None:
    """A search told what the rest has to be light enough for finds the best all the same."""
    for seed in RACES:
        race = a_race(seed)
        values = sorted(set(every_value(race)))
        target = np.array(values[-1])
        tolls = Tolls((), Scales(race).left(target, parts=3))

        found = best_of_all(race, Pursuit(race.rules_to_beat(target), NO_END, tolls))

        assert len(values) == 1 or (found is not None and tuple(found.tolist()) == values[0])


def test_whatever_reaches_what_is_settled_is_light_enough() -> None:
    for seed in RACES:
        best = min(every_value(a_race(seed)))
        race = a_race(seed)
        for upto in range(1, 4):
            known = np.array(best[: sum(level.width for level in LEVELS[:upto])], dtype=np.int64)
            later = Race(race.steps, race.rows, LEVELS, upto, known, race.reading)
            tolls = Tolls(Scales(later).always)

            found = best_of_all(later, Pursuit(later.rules, NO_END, tolls))

            assert found is not None
            assert (*known.tolist(), *found.tolist()) == best


def test_lower_values_are_aimed_at_in_as_few_ways_as_there_are_different_numbers() -> None:
    race = a_race(0)
    target = np.array([4, 2, 2, 0, 3, 3, 0, 7, 5])

    groups = [(aim.groups[-1].most, aim.bars) for aim in aims(race, target)]

    assert groups == [
        ((3, 3, 3, 3), ()),
        ((4, 2, 1, 1), ()),
        ((3, 2, 2), ()),
        ((4, 2, 2, 0), ((9, 6),)),
        ((4,), ((9, 7),)),
    ]


def test_an_aim_is_taken_apart_by_who_has_how_much() -> None:
    aim = aims(a_race(0), np.array([4, 2, 2, 0, 3, 3, 0, 7, 5]))[1]
    weights = np.zeros(WIDTH, dtype=np.int64)
    weights[2] = 1

    parts = [
        [(group.fields, group.most) for group in part.groups[-2:]] for part in aim.apart(weights)
    ]

    others = (0, 1, 3)
    assert parts == [
        [((2,), (1,)), (others, (4, 2, 1))],
        [((2,), (2,)), (others, (4, 1, 1))],
        [((2,), (4,)), (others, (2, 1, 1))],
    ]
    assert aim._replace(groups=aim.groups[:1]).apart(weights) == ()


def test_weights_are_found_alike_by_machine_code_and_as_read() -> None:
    """Two series, one hard on each of two people, and neither is to have more than one."""
    net = Net(
        first=np.array([0, 2]),
        choice=np.array([0, 1]),
        child=np.array([1, 1]),
        rows=np.array([[2.0, 0.0], [0.0, 2.0]]),
        barred=np.zeros(2, dtype=np.bool_),
        start=0,
        ends=1,
    )
    terms = Terms(
        groups=np.array([0, 2]),
        most=np.array([1.0, 0.0]),
        unit=np.ones(2),
        spare=np.zeros(2),
        exact=np.zeros(2, dtype=np.bool_),
    )
    for form in (weights_between, as_read(weights_between)):
        over, weights = form(net, terms, 50)
        assert (over, weights.tolist()) == (0.5, [0.5, 0.5])
    for form in (share_out_one, as_read(share_out_one)):
        weights = np.array([5.0, 0.9, 0.4, -1.0])
        form(weights, 1)
        assert weights.tolist() == [5.0, 0.75, 0.25, 0.0]


def test_all_is_settled_alike_with_and_without_weighing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole projects, nothing tried before weighing, and narrow searches that miss much."""
    drawn = [a_project(number, sessions=3, days=12) for number in range(40, 52)]
    drawn += [with_ties(each, number) for number, each in enumerate(drawn)]
    plain = [best_series(course(each), Effort()) for each in drawn]

    monkeypatch.setattr(settled, "LITTLE", Effort(0, 0))
    for beam, rounds in ((BEAM, ROUNDS), (2, ((3, 0, Effort(0, 0)), (5, 6, Effort())))):
        monkeypatch.setattr(settled, "BEAM", beam)
        monkeypatch.setattr(settled, "ROUNDS", rounds)
        weighed = [best_series(course(each), Effort()) for each in drawn]

        assert [one.values for one in weighed] == [one.values for one in plain]
        assert [one.proven for one in weighed] == [one.proven for one in plain]


def test_a_race_in_which_nothing_is_weighed_is_settled_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settled, "LITTLE", Effort(0, 0))
    monkeypatch.setattr(settled, "BEAM", 1)
    for seed in range(5):
        race = a_race(seed)
        reading = Reading(np.arange(WIDTH), np.full(WIDTH, NEVER, dtype=np.int64))
        longest = Race(race.steps, race.rows, LEVELS[2:3], 0, NOTHING, reading)

        assert settle(longest, NO_END).tolist() == [min(value[7] for value in _unlimited(race))]
        assert best_of_few(longest, Pursuit(longest.rules), 1) is not None


def _unlimited(race: Race) -> Iterator[tuple[int, ...]]:
    rows = tuple(own.copy() for own in race.rows)
    for own in rows:
        own[:, 11] = 0
    return every_value(Race(race.steps, rows, LEVELS, 0, NOTHING, race.reading))
