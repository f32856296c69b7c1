"""What is told of many candidates at once is what is told of each when it is asked alone."""

from random import Random

import numpy as np
import pytest

from constraints import registry
from scheduler.at_once import can_meet, told_at_once
from scheduler.bits import Who, companies_of, company_of, first_stood_down, stood_down
from scheduler.grid import grid_for
from scheduler.in_force import in_force
from scheduler.presence import Company
from scheduler.programme import Programme
from scheduler.ties import ties_of
from tests.random_projects import a_project, with_ties
from tests.scheduler.test_planner import BOOKED

AT_FIRST = {"start": 0, "venue": 0}


def company(programme: Programme) -> Company:
    """Return the rules about who is there, for the first session of a programme."""
    (project,) = programme.projects
    rules = in_force(registry(), programme, project)
    asked = tuple(rule for rule in rules if "present" in rule.asks_for())
    return Company(grid_for(programme, project, project.sessions[0]), asked, ties_of(rules))


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("is_tied", [False, True])
def test_candidates_told_of_at_once_are_told_of_alike_one_by_one(
    seed: int, *, is_tied: bool
) -> None:
    programme = a_project(seed)
    own = company(with_ties(programme, seed) if is_tied else programme)
    draw = np.random.default_rng(seed)
    able = draw.random((40, len(own.grid.people))) < 0.7
    sure = able & (draw.random(able.shape) < 0.9)

    told = told_at_once(own, able, sure)

    each = zip(companies_of(able), companies_of(sure), strict=True)
    can = can_meet(own, [(Who(a, s, 0), AT_FIRST) for a, s in each])
    assert all(np.array(can)[told.can])
    assert not any(np.array(can)[told.cannot])
    assert is_tied or (told.can | told.cannot).any()


def test_of_a_promised_session_nothing_is_told_at_once() -> None:
    programme = a_project(1)
    (project,) = programme.projects
    booked = project.model_copy(update={"sessions": (BOOKED,)})
    own = company(programme.model_copy(update={"projects": (booked,)}))
    everybody = np.ones((1, len(own.grid.people)), dtype=np.bool_)

    told = told_at_once(own, everybody, everybody)

    assert not told.can.any()
    assert not told.cannot.any()


def test_those_who_stand_down_first_stand_down_in_bulk() -> None:
    draw = Random(7)
    rows = np.array([[draw.random() < 0.6 for _ in range(9)] for _ in range(400)])
    able, sure = rows[:200], rows[200:] & rows[:200]
    out_of = np.arange(9) < 5, np.arange(9) >= 4

    found = first_stood_down(able, sure, out_of=out_of)

    who, than = (company_of(each.tolist()) for each in out_of)
    each = zip(companies_of(able), companies_of(sure), strict=True)
    assert companies_of(found) == [
        next(stood_down([coming], certain, out_of=(who, than))) for coming, certain in each
    ]


@pytest.mark.parametrize("seed", range(12))
def test_in_each_way_in_which_some_can_come_there_is_a_company(seed: int) -> None:
    """What only those who stand down tell apart is not listed, nor what is too few anyway."""
    own, draw = company(with_ties(a_project(seed), seed)), np.random.default_rng(seed)
    people = len(own.grid.people)
    sets = draw.random((40, 3, people)) < 0.7
    for able, certain, some in (companies_of(each) for each in sets):
        who = Who(able, able & certain, able & some)

        told = own.telling_apart(some, who, AT_FIRST)

        every = own.variants(who.able, who.sure, who.able if own.ties.all_draw else who.draw)
        assert {c & some for c in told} == {c & some for c in every if own.can_be(c, who, AT_FIRST)}
        assert all(own.can_be(c, who, AT_FIRST) for c in told)
