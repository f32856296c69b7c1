"""Nobody and no session is left out of a plan without a line: who, why, and what would help."""

import pytest

from constraints import registry
from scheduler.facts import NO, YES
from scheduler.journeys import Journey
from scheduler.people import Travel
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme, Session
from scheduler.samples import on
from tests.random_projects import a_project
from tests.scheduler.summer import (
    SESSION,
    away_except,
    planned,
    told,
    with_person,
    with_session,
    with_sessions,
    with_venue,
)
from tests.scheduler.test_explain import IMPOSSIBLE, Impossible, each_impossible, small

AT_WORK = told(work=("daily 09:00-17:00",))
FIVE = ("ishbel", "una", "rory", "flora", "mairi")


def silent(programme: Programme, plan: Plan) -> list[object]:
    """Return the people and sessions a plan leaves out without a full line."""
    lines: dict[tuple[str, str | int], bool] = {}
    for one in plan.left_out:
        lines[one.project, one.person] = bool(one.reason and one.remedy)
    for lost in plan.unplaced:
        told_why = bool(lost.reason and (lost.remedy or not lost.required))
        lines[lost.project, lost.number] = told_why
    return [each for each in _excluded(programme, plan) if not lines.get(each)]


def _excluded(programme: Programme, plan: Plan) -> list[tuple[str, str | int]]:
    """Return every session without a date and everybody who comes to nothing nor stands down."""
    found: list[tuple[str, str | int]] = []
    for project in programme.projects:
        held = [chosen for chosen in plan.sessions if chosen.project == project.code]
        there = {coming.person for chosen in held for coming in chosen.coming}
        there |= {a.person for chosen in held for a in chosen.absent if a.stands_down}
        people = [p.code for p in programme.group(project) if p.code not in there]
        found += [(project.code, code) for code in people]
        numbers = {chosen.number for chosen in held}
        wanted = range(1, len(project.sessions) + 1)
        found += [(project.code, number) for number in wanted if number not in numbers]
    return found


@each_impossible
def test_no_plan_without_a_line_for_everybody_and_every_session_left_out(case: Impossible) -> None:
    plan = planned(case.programme)

    assert _excluded(case.programme, plan) != []
    assert silent(case.programme, plan) == []


@pytest.mark.parametrize("number", range(12))
def test_no_plan_of_chance_leaves_anybody_out_without_a_line(number: int) -> None:
    programme = a_project(number, sessions=3)

    assert silent(programme, make_plan(programme, registry())) == []


def one_left_out(**given: object) -> Plan:
    """Return the plan of five people of whom Una can never come."""
    return planned(with_person("una", small(*FIVE), times=AT_WORK, **given))


def test_who_can_never_come_is_told_of_no_way_that_leaves_them_at_work() -> None:
    """Travelling in work time does not help somebody who is at work the whole day."""
    plan = one_left_out()

    (una,) = plan.left_out
    assert plan.possible is True
    assert una.reason == (
        "Una can come to 0 of 1 session with a date. Una is at work from 09:00 to 17:00."
    )
    assert una.remedy == "Ask Una which day or place would do, or offer to visit one to one."


def test_what_somebody_does_not_share_is_not_told_by_the_remedy() -> None:
    (una,) = one_left_out(share_reasons=False).left_out

    assert una.remedy == ("Ask Una which day or place would do, or offer to visit one to one.")


def test_another_way_to_take_part_that_somebody_chose_is_offered() -> None:
    (una,) = one_left_out(other_ways=("by phone",)).left_out

    assert una.remedy == "Una also chose to take part by phone: offer that."


def test_an_offer_with_which_somebody_could_come_is_the_best_remedy() -> None:
    plan = twice_in_a_week()

    assert [one.remedy for one in plan.unplaced] == [
        "What would help most: Sessions may follow each other within 3 days."
    ]


def twice_in_a_week() -> Plan:
    """Return the plan of two sessions a week apart in five days."""
    return planned(IMPOSSIBLE[1].programme)


def test_a_session_that_could_be_held_by_itself_says_on_how_many_days() -> None:
    (lacking,) = twice_in_a_week().unplaced

    assert lacking.reason == (
        "No date was found for session 2 of Living well. By itself it could be held on 5 days, "
        "but not with the others as the rules ask."
    )


ONLY_TAXIS = Travel(car=NO, taxi=YES)


def short_of_money(*sessions: Session, pence: int = 100) -> tuple[str, ...]:
    """Return why sessions have no date where both with lived experience need a taxi each time."""
    programme = with_sessions(*sessions, programme=small())
    for code in ("ishbel", "una"):
        programme = with_person(code, programme, travel=ONLY_TAXIS)
    taxis = tuple(
        Journey(person=code, venue="hall", by="taxi", out_minutes=10, pence=1000)
        for code in ("ishbel", "una")
    )
    money = {**programme.constraints, "taxi_budget": {"most_pence": pence}}
    plan = planned(programme.model_copy(update={"journeys": taxis, "constraints": money}))
    return tuple(one.reason for one in plan.unplaced)


MONEY_IN_THE_WAY = (
    "On 14 days there is a room, and enough of the right people could come, but not with this "
    "rule: Keep within the money for taxis."
)


def test_where_money_stops_the_only_session_no_others_are_blamed() -> None:
    """It was said to be possible by itself, but not with the others: there were none."""
    assert short_of_money(SESSION) == (
        f"No date was found for session 1 of Living well. {MONEY_IN_THE_WAY}",
    )


def test_where_money_stops_each_of_several_none_is_said_to_be_possible_by_itself() -> None:
    assert short_of_money(SESSION, SESSION) == tuple(
        f"No date was found for session {number} of Living well. {MONEY_IN_THE_WAY}"
        for number in (1, 2)
    )


def test_where_money_does_for_one_of_two_the_other_could_be_held_by_itself() -> None:
    (reason,) = short_of_money(SESSION, SESSION, pence=2000)

    assert "By itself it could be held on 14 days, but not with the others" in reason


def test_where_nothing_is_held_everybody_has_a_line() -> None:
    plan = planned(with_person("una", small(workers=()), interpreter="BSL"))

    assert [(one.person, one.reason) for one in plan.left_out] == [
        (code, "No session has a date, so nobody comes to any.")
        for code in ("ishbel", "una", "rory")
    ]
    assert plan.unplaced[0].remedy == (
        "It guards a right and does not give: "
        "change the workers there are, or when they can be booked."
    )


def test_where_two_must_not_meet_nobody_is_asked_for_another_day_or_place() -> None:
    """Neither helps: and what is said of the two is said of everybody."""
    plan = planned(with_person("una", small(), not_with=("rory",)))

    assert [one.remedy for one in plan.left_out] == [
        f"Ask {name}, as everybody else, what would let them take part."
        for name in ("Ishbel", "Una", "Rory")
    ]
    assert "room" not in plan.unplaced[0].remedy


def test_sessions_alike_that_can_never_be_held_each_say_so() -> None:
    programme = with_sessions(SESSION, SESSION, programme=small(workers=()))

    plan = planned(programme)

    assert [one.reason for one in plan.unplaced] == [
        f"No date was found for session {number} of Living well. "
        "There is no date on which the rules leave a room and enough of the right people."
        for number in (1, 2)
    ]
    assert {one.remedy for one in plan.unplaced} == {
        "Nothing that was tried helps: talk it over with the group."
    }


def test_an_optional_session_without_a_date_has_a_reason_and_needs_no_remedy() -> None:
    programme = with_sessions(SESSION, SESSION, programme=IMPOSSIBLE[1].programme)
    plan = planned(with_session(2, programme, required=False))

    assert (plan.possible, [one.remedy for one in plan.unplaced]) == (True, [""])


def test_an_offer_from_which_somebody_left_out_gains_is_their_remedy() -> None:
    """Una can come on Sunday alone, and the hall is shut on Sundays."""
    week = small().model_copy(
        update={"first_day": on("Monday 7 June 2027"), "last_day": on("Sunday 13 June 2027")}
    )
    shut = with_venue("hall", week, opening="Mo-Sa 08:00-22:00")
    una = away_except("Sunday 13 June 2027", programme=shut)

    plan = planned(with_person("una", shut, times=una))

    remedies = {one.person: one.remedy for one in plan.left_out}
    assert remedies["una"].startswith("What would help most: ")
