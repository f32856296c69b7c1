"""Meetings between which people travel: small ones with a known answer, and the published ones."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from benchmarks.csplib import WrongAnswerError, answered, is_smallest
from benchmarks.csplib_direct import fits
from benchmarks.csplib_meetings import DAY, Problem, a_programme_of, problems, with_local_rules
from benchmarks.everybody import Everybody
from benchmarks.time_between import TimeBetween
from scheduler.choosing import desk_for
from scheduler.constraint import Earlier
from scheduler.in_force import in_force
from scheduler.joint import Joint, Standoff
from scheduler.joint_parts import Part
from scheduler.programme import Session
from scheduler.samples import HALL, ISHBEL, RORY, at
from tests.conftest import shared_data

FAR = HALL.model_copy(update={"code": "far"})
BOTH_ATTEND = Problem(
    number=1, meetings=2, slots=3, attends=((0, 1),), travel=((0, 1), (1, 0)), fits=True
)
"""One agent, two meetings that are one slot apart: first and last of three slots."""
TOO_SHORT = replace(BOTH_ATTEND, slots=2, fits=False)
A_THIRD_APART = replace(
    TOO_SHORT, meetings=3, attends=((0, 1), (2,)), travel=((0, 1, 1), (1, 0, 1), (1, 1, 0))
)


def test_two_meetings_far_enough_apart_are_held_first_and_last() -> None:
    found = answered(BOTH_ATTEND)

    assert (found.says_it_fits, found.is_right, found.standoff) == (True, True, None)


def test_two_meetings_with_too_few_slots_conflict_over_who_attends_both() -> None:
    found = answered(A_THIRD_APART)

    assert (found.says_it_fits, found.is_right, found.is_smallest) == (False, True, True)
    assert found.standoff == Standoff(
        (Part("project", "M0"), Part("project", "M1"), Part("person", "A0"))
    )
    assert found.line()["meetings_in_conflict"] == 2


def test_a_conflict_with_more_than_it_needs_is_no_smallest_one() -> None:
    parts = tuple(Part("project", f"M{number}") for number in range(3))

    assert is_smallest(A_THIRD_APART, Standoff((*parts, Part("person", "A0")))) is False


@pytest.mark.parametrize(("slots", "expected"), [((0, 2), True), ((2, 0), True), ((0, 1), False)])
def test_rule_of_the_problem(slots: Sequence[int], *, expected: bool) -> None:
    assert BOTH_ATTEND.is_kept_by(slots) is expected


def test_direct_statement_agrees_on_the_small_ones() -> None:
    every = {"meetings": range(2), "agents": range(1)}

    assert (fits(BOTH_ATTEND, **every), fits(TOO_SHORT, **every)) == (True, False)


def test_dates_that_break_the_rule_are_not_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Problem, "is_kept_by", lambda *_: False)

    with pytest.raises(WrongAnswerError, match="the dates found break its rule"):
        answered(BOTH_ATTEND)


def test_everybody_has_to_be_there() -> None:
    missing = Everybody().check((ISHBEL,), (ISHBEL, RORY))

    assert missing is not None
    assert missing.organiser == "Only 1 of 2 are there."
    assert Everybody().check((ISHBEL, RORY), (ISHBEL, RORY)) is None


def test_way_from_the_meeting_before_needs_its_time() -> None:
    rule = TimeBetween((("hall", "far", 60),))
    earlier = Earlier(at("Tuesday 11 May 2027 10:00"), at("Tuesday 11 May 2027 10:30"), HALL)

    too_soon = rule.check(at("Tuesday 11 May 2027 11:00"), FAR, earlier)

    assert too_soon is not None
    assert (
        too_soon.organiser == "The way from the meeting before takes 60 minutes, and there are 30."
    )
    assert rule.check(at("Tuesday 11 May 2027 11:30"), FAR, earlier) is None
    assert rule.check(at("Tuesday 11 May 2027 10:30"), HALL, earlier) is None


def test_two_promises_too_near_for_the_way_stand() -> None:
    programme = a_programme_of(TOO_SHORT)
    booked = [
        project.model_copy(update={"sessions": (_booked(project.sessions[0], code),)})
        for project, code in zip(programme.projects, ("V0", "V1"), strict=True)
    ]
    rules = with_local_rules()
    promised = programme.model_copy(update={"projects": tuple(booked)})
    desks = [desk_for(promised, each, in_force(rules, promised, each)) for each in booked]

    assert Joint(desks).standoff() is None


def test_project_that_wants_two_sessions_on_one_day_conflicts_with_nobody_else() -> None:
    programme = a_programme_of(BOTH_ATTEND)
    first, other = programme.projects
    twice = first.model_copy(update={"sessions": first.sessions * 2})
    both = programme.model_copy(update={"projects": (twice, other)})
    rules = with_local_rules()
    desks = [desk_for(both, each, in_force(rules, both, each)) for each in both.projects]

    assert Joint(desks).standoff() == Standoff((Part("project", "M0"),))


def _booked(session: Session, venue: str) -> Session:
    """Return a session booked for the first slot."""
    fixed = {"state": "booked", "day": DAY, "start": "10:00", "venue": venue}
    return session.model_copy(update=fixed)


@pytest.fixture(scope="module")
def published() -> tuple[Problem, ...]:
    """Return the instances as published."""
    return problems(shared_data("csplib-meeting-scheduling"))


def test_there_are_27_of_which_16_do_not_fit(published: tuple[Problem, ...]) -> None:
    assert (len(published), sum(not each.fits for each in published)) == (27, 16)


def test_published_schedule_of_instance_19_breaks_the_rule_and_ours_does_not(
    published: tuple[Problem, ...],
) -> None:
    """Known since 23 November 2026: meetings 20 and 37 share agent 0, both at slot 6."""
    assert answered(published[18]).says_it_fits is True


@pytest.mark.parametrize("number", [14, 25, 27])
def test_published_one_that_does_not_fit_gets_a_smallest_conflict(
    number: int, published: tuple[Problem, ...]
) -> None:
    found = answered(published[number - 1])

    assert (found.is_right, found.says_it_fits, found.is_smallest) == (True, False, True)
