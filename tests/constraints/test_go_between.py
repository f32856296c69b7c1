"""Go-betweens are asked before dates are set; what they say holds, and nobody asks them why."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from constraints import registry
from constraints.go_between import GoBetweenAsked
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import Answer
from scheduler.go_betweens import GoBetween
from scheduler.plan import Task
from scheduler.planner import make_plan
from scheduler.programme import Programme, Session
from scheduler.samples import HALL, LONDON, PROGRAMME, PROJECT, WISH, at, on
from scheduler.words import Days, Spell
from tests.constraints.venue_grids import WINDOWS, a_grid, forms_agree
from tests.constraints.venue_grids import a_programme as a_venue_programme
from tests.whole_programmes import BEFORE, answers, base, with_project

FATIMA = GoBetween(
    code="fatima",
    name="Fatima",
    community="a community named for this test alone",
    phone="01632 960150",
    asked=Answer.YES,
)
JAN = GoBetween(code="jan", asked=Answer.YES)
TUESDAY = Days(
    first=on("Tuesday 8 June 2027"),
    last=on("Tuesday 8 June 2027"),
    note="a wedding nobody is to hear of",
)
VETO = Objection(Degree.NEVER, "Fatima asked that nothing be held then.", "")
ASKS = Objection(Degree.UNKNOWN, "Does Fatima (01632 960150) agree to Tuesday 8 June 2027?", "")


def said_of(
    *go_betweens: GoBetween,
    start: str = "Tuesday 8 June 2027 11:00",
    end: str = "Tuesday 8 June 2027 13:00",
    session: Session = WISH,
) -> Objection | None:
    programme = PROGRAMME.model_copy(update={"go_betweens": go_betweens})
    codes = tuple(each.code for each in go_betweens)
    project = PROJECT.model_copy(update={"go_betweens": codes})
    return GoBetweenAsked().check(at(start), at(end), programme, project, session)


def fatima(**given: object) -> GoBetween:
    return FATIMA.model_copy(update=given)


def spell(begins: str, ends: str) -> Spell:
    return Spell(
        start=datetime.fromisoformat(f"2027-06-08T{begins}"),
        end=datetime.fromisoformat(f"2027-06-08T{ends}"),
    )


@pytest.mark.parametrize(
    ("asked", "objection"),
    [
        (Answer.UNKNOWN, ASKS),
        (Answer.NO, ASKS),
        (Answer.YES, None),
        (Answer.LIMITED, None),
        (Answer.PREFERS_NOT_TO_SAY, None),
    ],
)
def test_whoever_was_not_asked_is_asked(asked: Answer, objection: Objection | None) -> None:
    assert said_of(fatima(asked=asked)) == objection


def test_a_veto_closes_and_a_hold_asks_and_neither_tells_why() -> None:
    assert said_of(fatima(veto_days=(TUESDAY,))) == VETO
    assert said_of(fatima(hold_days=(TUESDAY,))) == ASKS
    assert said_of(fatima(hold_days=(TUESDAY,), veto_days=(TUESDAY,))) == VETO
    assert said_of(fatima(asked=Answer.NO, veto_days=(TUESDAY,))) == VETO


@pytest.mark.parametrize(
    ("begins", "ends", "is_met"),
    [("09:00", "11:00", False), ("09:00", "11:01", True), ("12:59", "15:00", True)],
)
def test_times_count_only_where_they_meet_the_session(begins: str, ends: str, is_met: bool) -> None:
    assert (said_of(fatima(veto_times=(spell(begins, ends),))) == VETO) == is_met
    assert (said_of(fatima(hold_times=(spell(begins, ends),))) == ASKS) == is_met


def test_another_day_is_free() -> None:
    go_between = fatima(veto_days=(TUESDAY,), hold_days=(TUESDAY,))
    start, end = "Wednesday 9 June 2027 11:00", "Wednesday 9 June 2027 13:00"

    assert said_of(go_between, start=start, end=end) is None


def test_several_are_asked_one_by_one_and_one_without_a_number_by_name() -> None:
    objection = said_of(fatima(asked=Answer.NO), JAN.model_copy(update={"hold_days": (TUESDAY,)}))

    assert objection is not None
    assert objection.organiser == (
        "Does Fatima (01632 960150) agree to Tuesday 8 June 2027? "
        "Does jan agree to Tuesday 8 June 2027?"
    )


def test_a_go_between_in_the_group_goes_by_their_own_name() -> None:
    objection = said_of(GoBetween(code="ishbel"))

    assert objection is not None
    assert objection.organiser == "Does Ishbel agree to Tuesday 8 June 2027?"


def test_a_session_already_booked_has_been_asked_about() -> None:
    booked = WISH.model_copy(update={"state": "booked"})

    assert said_of(fatima(veto_days=(TUESDAY,)), session=booked) is None


def test_a_go_between_of_another_project_is_not_asked() -> None:
    programme = PROGRAMME.model_copy(update={"go_betweens": (fatima(veto_days=(TUESDAY,)),)})
    start, end = at("Tuesday 8 June 2027 11:00"), at("Tuesday 8 June 2027 13:00")

    assert GoBetweenAsked().check(start, end, programme, PROJECT, WISH) is None


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("state", ["wanted", "booked"])
def test_both_forms_agree_over_clock_changes_and_a_leap_day(
    window: tuple[date, date], state: str
) -> None:
    first, last = (Days(first=day, last=day) for day in window)
    told = (fatima(hold_days=(first,), veto_days=(last,)), JAN)
    programme = a_venue_programme((HALL,), window).model_copy(update={"go_betweens": told})
    project = programme.projects[0].model_copy(update={"go_betweens": ("fatima", "jan")})
    grid = replace(a_grid(programme), project=project)
    grid = replace(grid, session=grid.session.model_copy(update={"state": state}))

    assert forms_agree(GoBetweenAsked(), grid)
    assert bool(GoBetweenAsked().screen(grid).degrees.any()) == (state == "wanted")


# In a plan: a status, a question and a task.


def a_programme(**given: object) -> Programme:
    return with_project(base(go_betweens=(fatima(**given),)), go_betweens=("fatima",))


def test_until_they_are_asked_the_plan_is_not_final_and_there_is_a_task() -> None:
    unasked, asked = (
        make_plan(a_programme(asked=answer), registry()) for answer in (Answer.NO, Answer.YES)
    )

    assert answers(unasked) == answers(asked) == BEFORE
    assert (unasked.final, asked.final) == (False, True)
    assert [question.asks for question in unasked.questions] == [
        "Does Fatima (01632 960150) agree to Monday 7 June 2027?"
    ]
    assert unasked.sessions[0].tasks[0] == Task(
        due=on("Monday 10 May 2027"),
        what="Ask Fatima about Monday 7 June 2027, before anybody is told the date.",
        phone="01632 960150",
    )
    assert len(unasked.sessions[0].tasks) == len(asked.sessions[0].tasks) + 1


def test_a_held_day_is_passed_over_where_another_is_as_good() -> None:
    monday = Days(first=on("Monday 7 June 2027"), last=on("Monday 7 June 2027"))

    plan = make_plan(a_programme(hold_days=(monday,)), registry())

    assert [f"{each.start.astimezone(LONDON):%A}" for each in plan.sessions] == ["Tuesday"]
    assert plan.final


def test_no_plan_tells_why_or_whom_they_speak_for() -> None:
    plan = make_plan(a_programme(asked=Answer.NO, hold_days=(TUESDAY,)), registry())

    text = plan.model_dump_json()
    assert "Fatima" in text
    assert FATIMA.community not in text
    assert TUESDAY.note not in text
