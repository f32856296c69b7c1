"""Whoever's rota comes out late is expected, asked in time, and counted on only afterwards."""

from datetime import date

import pytest

from constraints import registry
from constraints.late_rotas import LateRotas
from scheduler.audit import audit
from scheduler.confirming import confirmed_by
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import Answer
from scheduler.people import Person, Times
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, on
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree
from tests.scheduler.summer import fortnight, planned, told, with_person

MAY, JUNE = on("Tuesday 25 May 2027"), on("Tuesday 8 June 2027")
LATE = Times(expected_from=on("Tuesday 1 June 2027"), confirm_by=on("Saturday 8 May 2027"))
PLANNED = on("Monday 1 March 2027")


def asked(day: date, times: Times, rule: LateRotas | None = None) -> Objection | None:
    person = ISHBEL.model_copy(update={"times": times})
    programme = PROGRAMME.model_copy(update={"planned_on": PLANNED})
    return (rule or LateRotas()).check(day, programme, person)


@pytest.mark.parametrize(
    ("times", "by"),
    [
        (Times(), None),
        (LATE, on("Saturday 8 May 2027")),
        (Times(known_days_ahead=14), on("Tuesday 25 May 2027")),
        (Times(known_days_ahead=99), None),
        (LATE.model_copy(update={"known_days_ahead": 14}), on("Tuesday 25 May 2027")),
        (LATE.model_copy(update={"known_days_ahead": 99}), on("Saturday 8 May 2027")),
    ],
)
def test_times_are_known_by_the_later_of_both_days(times: Times, by: date | None) -> None:
    """The 99th day before Tuesday 8 June 2027 is Monday 1 March, the day planning is done."""
    assert confirmed_by(times, JUNE, planning_day=PLANNED) == by


def test_sessions_before_the_rota_changes_are_sure() -> None:
    assert asked(MAY, LATE) is None
    assert asked(JUNE, LATE) == Objection(
        Degree.UNKNOWN,
        "Can Ishbel come on Tuesday 8 June 2027? Expected, to be confirmed by Saturday 8 May 2027.",
    )


def test_a_project_may_count_on_whoever_is_expected() -> None:
    assert asked(JUNE, LATE, LateRotas(counted_on=True)) is None


def test_somebody_may_come_anyway() -> None:
    person = ISHBEL.model_copy(update={"times": LATE, "come_anyway": ("late_rotas",)})

    assert LateRotas().check(JUNE, PROGRAMME, person) is None


def expecting() -> Programme:
    """Return a programme of one session on Monday 7 June 2027, Una's times expected from then."""
    known = Times(
        told=Answer.YES,
        expected_from=on("Monday 7 June 2027"),
        confirm_by=on("Friday 14 May 2027"),
    )
    return with_person("una", fortnight(), times=known)


def test_the_plan_says_so_and_has_a_task_for_it() -> None:
    plan = planned(expecting())

    (chosen,) = plan.sessions
    says = "Expected, to be confirmed by Friday 14 May 2027."
    assert [q.asks for q in plan.questions] == [f"Can Una come on Monday 7 June 2027? {says}"]
    what = "Ask Una whether Monday 7 June 2027 still suits: expected, to be confirmed by "
    assert [(task.due, task.what) for task in chosen.tasks if "Una" in task.what] == [
        (on("Friday 14 May 2027"), f"{what}Friday 14 May 2027.")
    ]
    assert [coming.person for coming in chosen.coming if not coming.sure] == ["una"]
    assert not plan.final


def test_a_task_that_is_late_is_due_on_the_day_of_planning() -> None:
    programme = expecting().model_copy(update={"planned_on": on("Tuesday 1 June 2027")})

    (chosen,) = planned(programme).sessions

    assert {task.due for task in chosen.tasks if "Una" in task.what} == {on("Tuesday 1 June 2027")}


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("rule", [LateRotas(), LateRotas(counted_on=True)])
def test_both_forms_agree(window: tuple[date, date], rule: LateRotas) -> None:
    people = [
        expected("a", Times(expected_from=window[1], confirm_by=window[0])),
        expected("b", Times(known_days_ahead=27)),
        expected("c", Times(known_days_ahead=14), come_anyway=("late_rotas",)),
        ISHBEL,
    ]

    assert forms_agree(rule, a_grid(a_programme((HALL,), window), people=people))


def expected(code: str, times: Times, **other: object) -> Person:
    return ISHBEL.model_copy(update={"code": code, "times": times, **other})


def test_such_a_plan_passes_the_audit() -> None:
    programme = expecting()

    assert audit(programme, make_plan(programme, registry()), registry()) == ()


@pytest.mark.parametrize("shares", [True, False])
def test_somebody_at_work_by_a_rota_that_is_not_out_yet_was_away_without_a_question(
    *, shares: bool
) -> None:
    """They were told to be at work as if it were certain, and nobody asked once the rota was out.

    No plan is made into the hours they usually work, so the session stays without them till then.
    """
    shifts = told(
        work=("Mon-Sun 08:00-20:00",),
        expected_from=on("Tuesday 1 June 2027"),
        confirm_by=on("Saturday 29 May 2027"),
    )
    programme = with_person("una", fortnight(), times=shifts, share_reasons=shares)

    plan = planned(programme)

    (chosen,) = plan.sessions
    (una,) = chosen.absent
    why = "Una is at work from 08:00 to 20:00. Expected, to be confirmed by Saturday 29 May 2027."
    assert una.reasons == ((why if shares else "Una cannot come then."),)
    asks = "Ask Una whether Monday 7 June 2027 suits after all: expected, to be confirmed by"
    assert [(t.due, t.what) for t in chosen.tasks if "Una" in t.what] == [
        (on("Saturday 29 May 2027"), f"{asks} Saturday 29 May 2027.")
    ]
    assert audit(programme, plan, registry()) == ()
