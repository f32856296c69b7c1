"""What is left for a project round the others equals what a fresh screen finds."""

from dataclasses import fields

import numpy as np
import pytest

from benchmarks.region import a_region
from constraints import registry
from scheduler.choosing import Desk, Pick, desk_for
from scheduler.coordinate import Left
from scheduler.planner import Planner
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.search import Effort
from scheduler.shared import ties_of_all, uses, with_taken, with_used
from tests.scheduler.summer import two_groups
from tests.scheduler.test_planner import BOOKED, two_random_groups


def assert_left_is_what_a_fresh_screen_finds(programme: Programme) -> None:
    alone = Planner(programme, registry(), Effort(), told_nothing).alone()
    ties = ties_of_all({one.desk.project.code: one.desk.rules for one in alone})
    for one in alone:
        others = [other for other in alone if other is not one]
        needed = uses([pick for other in others for pick in other.picks], ties)
        found = with_used(programme, one.desk.project, found=needed, ties=ties)
        left = Left(one.desk, found, needed, ties).over()
        fresh = desk_for(found, one.desk.project, one.desk.rules)
        assert columns(left) == columns(fresh)


def columns(desk: Desk) -> list[dict[str, object]]:
    """Return every figure of every candidate of a project."""
    return [
        {each.name: np.asarray(getattr(own, each.name)).tolist() for each in fields(own)[2:]}
        for own in desk.columns
    ]


@pytest.mark.parametrize("seed", range(3))
def test_projects_that_share_workers_and_rooms(seed: int) -> None:
    region = a_region(seed, sites=4, weeks=8)
    few = tuple(w for w in region.workers if w.code in {"F1", "F2", "I1"})

    assert_left_is_what_a_fresh_screen_finds(region)
    assert_left_is_what_a_fresh_screen_finds(region.model_copy(update={"workers": few}))


@pytest.mark.parametrize("number", range(30, 36))
def test_projects_that_share_people(number: int) -> None:
    assert_left_is_what_a_fresh_screen_finds(two_random_groups(number))


def test_a_promise_stays_whatever_others_take() -> None:
    groups = two_groups()
    first, second = groups.projects
    booked = first.model_copy(update={"sessions": (BOOKED,)})
    assert_left_is_what_a_fresh_screen_finds(
        groups.model_copy(update={"projects": (booked, second)})
    )


@pytest.mark.parametrize("seed", range(3))
def test_projects_planned_in_turn_are_as_fresh_screens_would_have_them(seed: int) -> None:
    region = a_region(seed, sites=3, weeks=10)
    few = tuple(w for w in region.workers if w.code in {"F1", "I1"})
    programme = region.model_copy(update={"workers": few})
    planner = Planner(programme, registry(), Effort(), told_nothing)
    alone = planner.alone()
    taken: list[Pick] = []
    ties = ties_of_all({one.desk.project.code: one.desk.rules for one in alone})

    in_turn = planner.in_turn(programme.projects, alone)

    for one in in_turn:
        found = with_taken(programme, one.desk.project, picks=taken, ties=ties)
        (fresh,) = (
            own
            for own in Planner(found, registry(), Effort(), told_nothing).alone()
            if own.desk.project.code == one.desk.project.code
        )
        assert [p.tally() for p in one.picks] == [p.tally() for p in fresh.picks]
        taken += one.picks
