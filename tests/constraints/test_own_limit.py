"""Nobody is asked to more sessions than they agreed to, whatever stretch of time that is for."""

from datetime import date, timedelta

import pytest

from constraints import registry
from constraints.own_limit import OwnLimit
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.samples import ISHBEL, on
from scheduler.ties import Ties
from tests.whole_programmes import MEETING, UNA, base, with_person, with_project


def stretches(first: date, days: int, **agreed: object) -> list[int]:
    """Return how long each stretch of somebody's time is, in days, from a first day on."""
    ties = Ties()
    OwnLimit().couple(ties)
    (tie,) = ties.totals
    person = ISHBEL.model_copy(update={"most_sessions": 1, **agreed})
    numbers = [tie.stretch_of(person, first + timedelta(days=day)) for day in range(days)]
    return [numbers.count(number) for number in dict.fromkeys(numbers)]


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert stretches(on("Wednesday 2 June 2027"), 14, most_sessions_in="a week") == [5, 7, 2]


@pytest.mark.parametrize(("begins_on", "lengths"), [(1, [28, 31, 1]), (15, [14, 28, 18])])
def test_a_month_begins_on_the_day_it_was_said_to(begins_on: int, lengths: list[int]) -> None:
    found = stretches(
        on("Monday 1 February 2027"), 60, most_sessions_in="a month", month_begins_on=begins_on
    )

    assert found == lengths


def test_a_project_is_one_stretch() -> None:
    assert stretches(on("Monday 1 February 2027"), 60) == [60]


def twice(**agreed: object) -> Plan:
    """Return the plan of two sessions, a week apart, to which Una agreed within limits."""
    programme = with_project(base(), sessions=(MEETING, MEETING))
    return make_plan(with_person(UNA, programme, **agreed), registry())


def test_who_set_no_limit_comes_to_both() -> None:
    assert [len(chosen.coming) for chosen in twice().sessions] == [4, 4]


def test_one_of_two_is_left_out_and_told_why() -> None:
    plan = twice(most_sessions=1)

    told = [one for chosen in plan.sessions for one in chosen.absent]
    assert [(one.person, one.stands_down) for one in told] == [("una", False)]
    assert told[0].stays_away == "Una comes to other sessions, as many as agreed."


def test_whoever_does_not_share_reasons_is_not_said_to_have_a_limit() -> None:
    plan = twice(most_sessions=1, share_reasons=False)

    told = [one.stays_away for chosen in plan.sessions for one in chosen.absent]
    assert told == ["Una could come, and stays away this time because of an agreement or a limit."]


def test_one_a_week_does_not_bind_where_sessions_are_a_week_apart() -> None:
    plan = twice(most_sessions=1, most_sessions_in="a week")

    assert [len(chosen.coming) for chosen in plan.sessions] == [4, 4]


def test_what_is_promised_stands_and_counts() -> None:
    """Una agreed to one session and one is booked: she comes to that, and to no other."""
    booked = MEETING.model_copy(
        update={"state": "booked", "day": on("Monday 7 June 2027"), "start": "11:00"}
        | {"venue": "hall"}
    )
    programme = with_project(base(), sessions=(booked, MEETING))

    plan = make_plan(with_person(UNA, programme, most_sessions=1), registry())

    assert [len(chosen.coming) for chosen in plan.sessions] == [4, 3]
