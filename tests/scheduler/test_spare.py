"""What others leave of a project's candidates equals what every rule says when asked again."""

import pytest

from benchmarks.region import a_region
from constraints import registry
from scheduler.coordinate import Left
from scheduler.planner import Planner
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.search import Effort
from scheduler.shared import ties_of_all, uses, with_used
from scheduler.spare import Spare, TakenUp
from scheduler.workers import WorkerNeed
from tests.scheduler.summer import two_apart
from tests.scheduler.test_planner import BOOKED, only_one


def assert_left_is_what_every_rule_says(programme: Programme) -> None:
    alone = Planner(programme, registry(), Effort(), told_nothing).alone()
    ties = ties_of_all({one.desk.project.code: one.desk.rules for one in alone})
    for one in alone:
        others = [other for other in alone if other is not one]
        needed = uses([pick for other in others for pick in other.picks], ties)
        found = with_used(programme, one.desk.project, found=needed, ties=ties)
        over = Left(one.desk, found, needed, ties).over()
        taken = TakenUp.of(needed, ties)
        for own, now in zip(one.desk.columns, over.columns, strict=True):
            spare = Spare(own, ties)
            left = spare.left(taken)
            kept = zip(own.start[left].tolist(), own.venue[left].tolist(), strict=True)
            assert list(kept) == list(zip(now.start.tolist(), now.venue.tolist(), strict=True))
            assert [spare.can_hold(row, taken) for row in range(len(own))] == left.tolist()


@pytest.mark.parametrize("seed", range(3))
def test_projects_that_share_workers_and_rooms(seed: int) -> None:
    region = a_region(seed, sites=3, weeks=6)
    few = tuple(w for w in region.workers if w.code in {"F1", "F2", "I1"})

    assert_left_is_what_every_rule_says(region)
    assert_left_is_what_every_rule_says(region.model_copy(update={"workers": few}))


def test_projects_of_which_each_session_needs_two_alike() -> None:
    region = a_region(1, sites=2, weeks=6)
    two = (WorkerNeed(role="facilitator", count=2),)
    projects = tuple(
        project.model_copy(
            update={"sessions": (project.sessions[0].model_copy(update={"workers": two}),)}
        )
        for project in region.projects
    )
    few = tuple(w for w in region.workers if w.code in {"F1", "F2", "F3", "I1"})

    assert_left_is_what_every_rule_says(
        region.model_copy(update={"projects": projects, "workers": few})
    )


def test_projects_that_need_no_workers() -> None:
    apart = two_apart()
    alone = tuple(
        project.model_copy(
            update={"sessions": (project.sessions[0].model_copy(update={"workers": ()}),)}
        )
        for project in apart.projects
    )

    assert_left_is_what_every_rule_says(apart.model_copy(update={"projects": alone}))


def test_a_promise_stays_whatever_others_take() -> None:
    first, second = only_one("hall").projects
    booked = first.model_copy(update={"sessions": (BOOKED,)})

    assert_left_is_what_every_rule_says(
        only_one("hall").model_copy(update={"projects": (booked, second)})
    )
