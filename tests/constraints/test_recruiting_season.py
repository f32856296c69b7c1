"""A call for members waits until the season leaves people time to answer."""

from datetime import date

import pytest

from constraints.recruiting_season import RecruitingSeason
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Season
from scheduler.programme import Project
from scheduler.samples import PROJECT, on

MAY = on("Tuesday 4 May 2027")


def a_project(phase: str, *seasons: Season) -> Project:
    return PROJECT.model_copy(update={"phase": phase, "seasons": seasons})


HILL = Season(activity="lambing_hill_blackface")


def test_recruiting_waits_until_lambing_is_over() -> None:
    project = a_project("recruit", HILL)
    days = [date(2027, 4, 14), date(2027, 4, 15), date(2027, 5, 20), date(2027, 5, 21)]

    closed = [RecruitingSeason().check(day, project) is not None for day in days]

    assert closed == [False, True, True, False]


@pytest.mark.parametrize("phase", ["prepare", "workshops", "share back"])
def test_a_group_already_found_may_meet(phase: str) -> None:
    assert RecruitingSeason().check(MAY, a_project(phase, HILL)) is None


def test_more_phases_can_be_held_back() -> None:
    rule = RecruitingSeason(phases=("recruit", "prepare"))

    assert rule.check(MAY, a_project("prepare", HILL)) == Objection(
        Degree.NEVER,
        "Do not prepare in lambing, from Thursday 15 April to Thursday 20 May 2027.",
        "Do not prepare in lambing, from Thursday 15 April to Thursday 20 May 2027.",
    )


def test_a_season_of_ones_own_holds_the_project_back_on_its_days() -> None:
    regatta = Season(activity="regatta", begins=date(2027, 5, 3), ends=date(2027, 5, 8))

    objection = RecruitingSeason().check(MAY, a_project("recruit", regatta))

    assert objection is not None
    assert objection.organiser == (
        "Do not recruit in the busy season, from Monday 3 May to Saturday 8 May 2027."
    )


def test_a_project_without_seasons_recruits_all_year() -> None:
    assert RecruitingSeason().check(MAY, a_project("recruit")) is None


def test_relaxing_leaves_it_for_if_need_be() -> None:
    relaxed = RecruitingSeason().relaxed(RecruitingSeason.relaxations[0])

    objection = relaxed.check(MAY, a_project("recruit", HILL))

    assert objection is not None
    assert objection.degree == Degree.AVOID
