"""Projects that stand in one another's way are given together what they miss least with."""

from collections.abc import Iterator

import pytest

from benchmarks.region import a_region
from constraints import registry
from scheduler.at_first import Joined, Work
from scheduler.board import Board
from scheduler.jointly import Joint, planned_jointly
from scheduler.neighbourhoods import Neighbourhoods
from scheduler.planner import Planner
from scheduler.programme import Programme
from scheduler.progress import Enough, Progress
from scheduler.search import Effort
from scheduler.shared import clashes
from scheduler.shared_out import SharingOut
from scheduler.shares import best_of
from tests.scheduler.test_planner import only_one

Start = tuple[Neighbourhoods, Joined]


def first_planned(programme: Programme) -> Start:
    """Return the projects of a programme with the first whole plan for them."""

    def until_there_is_a_plan(progress: Progress) -> None:
        if progress.has_plan:
            raise Enough

    work = Work(Effort(), until_there_is_a_plan, 1)
    planner = Planner(programme, registry(), work.effort, work.told)
    rules = {project.code: planner.rules(project) for project in programme.projects}
    ended = planned_jointly(programme, rules, work)
    alone = Joint(ended.board, work).alone()
    best = (best_of(ended.board, number, ()) for number in range(len(alone)))
    return Neighbourhoods(ended.board, alone, tuple(best)), ended.plan


@pytest.fixture(scope="module")
def region() -> Start:
    """Return a small region that has too few facilitators for all to have their best."""
    drawn = a_region(4, sites=5, weeks=12)
    few = tuple(w for w in drawn.workers if w.code in {"F2", "F3", "I1", "I2"})
    return first_planned(drawn.model_copy(update={"workers": few}))


def with_new(plan: Joined, new: Joined) -> Joined:
    """Return a plan with some projects planned anew."""
    own = {one.project: one for one in new}
    return tuple(own.get(one.project, one) for one in plan)


def plans(near: Neighbourhoods, plan: Joined) -> Iterator[Joined]:
    """Go through the plans that trying each project with its neighbours leads to."""
    for number in range(len(plan)):
        plan = with_new(plan, near.planned_anew(plan, number))
        yield plan


def satisfied(board: Board, plan: Joined, alone: Joined) -> int:
    """Return in how many projects nobody with lived experience misses more than alone."""
    pairs = zip(plan, alone, strict=True)
    return sum(board.values([one])[:3] <= board.values([best])[:3] for one, best in pairs)


def test_each_try_is_better_for_all_or_changes_nothing(region: Start) -> None:
    near, plan = region
    before = near.board.values(plan)

    for better in plans(near, plan):
        after = near.board.values(better)

        assert after <= before
        assert not clashes([use for one in better for use in one.uses])
        before = after

    assert before < near.board.values(plan)


def test_as_many_have_their_best_as_if_all_are_asked_at_once(region: Start) -> None:
    near, plan = region
    best = tuple(one for one in near.best if one is not None)
    every = SharingOut.of(near.board, best, most=None)
    assert every is not None

    *_, last = plans(near, plan)

    assert satisfied(near.board, last, near.alone) == len(every.given().rows)


def test_whoever_needs_the_same_hall_that_day_is_a_neighbour() -> None:
    near, plan = first_planned(only_one("hall"))

    assert [near.around(plan, number) for number in (0, 1)] == [(0,), (1, 0)]
