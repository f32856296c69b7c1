"""A call for members waits until the season leaves people time to answer."""

from datetime import date

import pytest

from constraints.recruiting_season import RecruitingSeason
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Season
from scheduler.programme import Project
from scheduler.samples import PROJECT, WISH, on

MAY = on("Tuesday 4 May 2027")


def a_project(phase: str, *seasons: Season) -> Project:
    return PROJECT.model_copy(update={"phase": phase, "seasons": seasons})


HILL = Season(activity="lambing_hill_blackface")


def test_recruiting_waits_until_lambing_is_over() -> None:
    project = a_project("recruit", HILL)
    days = [date(2027, 4, 14), date(2027, 4, 15), date(2027, 5, 20), date(2027, 5, 21)]

    closed = [RecruitingSeason().check(day, project, WISH) is not None for day in days]

    assert closed == [False, True, True, False]


@pytest.mark.parametrize("phase", ["prepare", "workshops", "share back"])
def test_a_group_already_found_may_meet(phase: str) -> None:
    assert RecruitingSeason().check(MAY, a_project(phase, HILL), WISH) is None


def test_a_session_that_recruits_waits_although_the_project_is_at_its_workshops() -> None:
    calling = WISH.model_copy(update={"phase": "recruit"})

    closed = [
        RecruitingSeason().check(MAY, a_project("workshops", HILL), session) is not None
        for session in (WISH, calling)
    ]

    assert closed == [False, True]


def test_workshops_can_be_held_back_too() -> None:
    objection = RecruitingSeason(phases=("workshops",)).check(
        MAY, a_project("workshops", HILL), WISH
    )

    assert objection is not None
    assert objection.organiser == (
        "Do not hold workshops in lambing, from Thursday 15 April to Thursday 20 May 2027."
    )


def test_more_phases_can_be_held_back() -> None:
    rule = RecruitingSeason(phases=("recruit", "prepare"))

    assert rule.check(MAY, a_project("prepare", HILL), WISH) == Objection(
        Degree.NEVER,
        "Do not prepare in lambing, from Thursday 15 April to Thursday 20 May 2027.",
        "Do not prepare in lambing, from Thursday 15 April to Thursday 20 May 2027.",
    )


def test_a_season_of_ones_own_holds_the_project_back_on_its_days() -> None:
    regatta = Season(activity="regatta", begins=date(2027, 5, 3), ends=date(2027, 5, 8))

    objection = RecruitingSeason().check(MAY, a_project("recruit", regatta), WISH)

    assert objection is not None
    assert objection.organiser == (
        "Do not recruit in the busy season, from Monday 3 May to Saturday 8 May 2027."
    )


def test_a_project_without_seasons_recruits_all_year() -> None:
    assert RecruitingSeason().check(MAY, a_project("recruit"), WISH) is None


def test_relaxing_leaves_it_for_if_need_be() -> None:
    relaxed = RecruitingSeason().relaxed(RecruitingSeason.relaxations[0])

    objection = relaxed.check(MAY, a_project("recruit", HILL), WISH)

    assert objection is not None
    assert objection.degree == Degree.AVOID
