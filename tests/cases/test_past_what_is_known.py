"""Past the last day that is known, a plan asks: it says whom, and by when."""

from datetime import date

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.named_days import NamedDays
from scheduler.people import Times
from scheduler.programme import LocalHoliday, Programme
from scheduler.samples import GLEN, ISHBEL, on
from scheduler.words import Days
from scheduler.workers import Worker, WorkerNeed
from tests.whole_programmes import (
    ALL,
    BASE,
    GROUP,
    MEETING,
    answers,
    base,
    planned,
    told,
    with_person,
)

TERMS = NamedDays(
    code="term-time",
    days=(Days(first=on("Monday 12 April 2027"), last=on("Friday 4 June 2027")),),
    source="invented for this test",
)
"""Known to Friday 4 June 2027; the plan is made for the week after."""
PLANNED = on("Monday 3 May 2027")
GIVEN = base(named_days=(TERMS,), planned_on=PLANNED, last_day=on("Friday 11 June 2027"))
CARES = told(care=("Mon-Fri 11:30-15:30 only term-time",))
BY = on("Monday 24 May 2027")
ASKS = (
    "Can Ishbel come on Monday 7 June 2027? Nobody knows yet, to be confirmed by "
    "Monday 24 May 2027."
)
MAYBE = (
    "Whether Monday 7 June 2027 suits Ishbel is not known yet, to be confirmed by "
    "Monday 24 May 2027."
)
TASK = (
    "Ask Ishbel whether Monday 7 June 2027 still suits: not known yet, to be confirmed by "
    "Monday 24 May 2027."
)


def asked_of(times: Times, **given: object) -> Programme:
    return with_person(ISHBEL, GIVEN, times=times, **given)


def test_a_carer_is_asked_where_nobody_knows_the_terms_yet() -> None:
    """Once the plan kept her away from every weekday after 4 June, and raised no question."""
    programme = asked_of(CARES)

    plan = planned(programme)

    (chosen,) = plan.sessions
    assert answers(plan) == (("Mon 7 Jun 11:00", "hall", ALL),)
    assert [(question.about, question.asks) for question in plan.questions] == [("ishbel", ASKS)]
    assert [(t.due, t.what) for t in chosen.tasks if "Ishbel" in t.what] == [(BY, TASK)]
    assert [one.person for one in chosen.coming if not one.sure] == ["ishbel"]
    assert not plan.final
    assert audit(programme, plan, registry()) == ()


def test_a_day_on_which_nothing_hangs_on_it_is_taken_before() -> None:
    plan = planned(with_person(ISHBEL, base(named_days=(TERMS,)), times=CARES))

    assert (answers(plan), plan.questions) == ((("Sat 12 Jun 11:00", "hall", ALL),), ())


def test_whoever_shares_no_reasons_is_asked_by_the_same_day_and_nothing_is_told() -> None:
    programme = asked_of(CARES, share_reasons=False)

    plan = planned(programme)

    (chosen,) = plan.sessions
    assert [question.asks for question in plan.questions] == [
        "Something about coming is not yet known for Ishbel: ask them."
    ]
    assert [(t.due, t.what) for t in chosen.tasks if "Ishbel" in t.what] == [(BY, TASK)]
    assert audit(programme, plan, registry()) == ()


def test_several_hours_that_go_by_the_same_days_are_one_question_and_one_task() -> None:
    hours = ("daily 09:00-16:00 not term-time",)
    plan = planned(asked_of(CARES.model_copy(update={"free": hours})))

    assert [question.asks for question in plan.questions] == [ASKS]
    assert [t.what for t in plan.sessions[0].tasks if "Ishbel" in t.what] == [TASK]


def test_a_wish_past_what_is_known_is_asked_too_and_she_is_counted_on() -> None:
    best = told(best=("daily 11:00-13:00 only term-time",))
    programme = asked_of(best)

    plan = planned(programme)

    (chosen,) = plan.sessions
    (ishbel,) = (one for one in chosen.coming if one.person == "ishbel")
    assert (ishbel.sure, ishbel.if_need_be) == (True, (MAYBE,))
    assert [(t.due, t.what) for t in chosen.tasks if "Ishbel" in t.what] == [(BY, TASK)]
    assert audit(programme, plan, registry()) == ()


def test_a_late_rota_and_unknown_terms_make_one_task_by_the_later_day() -> None:
    late = {"expected_from": on("Tuesday 1 June 2027"), "confirm_by": on("Friday 28 May 2027")}
    programme = asked_of(CARES.model_copy(update=late))

    plan = planned(programme)

    (task,) = (t for t in plan.sessions[0].tasks if "Ishbel" in t.what)
    what = "Ask Ishbel whether Monday 7 June 2027 still suits: expected, to be confirmed by "
    assert (task.due, task.what) == (on("Friday 28 May 2027"), f"{what}Friday 28 May 2027.")
    assert audit(programme, plan, registry()) == ()


@pytest.mark.parametrize(
    ("last", "checked"),
    [("Thursday 3 June 2027", True), ("Monday 14 June 2027", False)],
)
def test_a_session_after_the_last_local_holiday_told_is_checked(
    last: str, *, checked: bool
) -> None:
    """Nobody said that there are no others: a council may yet set some."""
    holiday = LocalHoliday(day=on(last), name="Fair (invented)", area="Angus")
    angus = GLEN.model_copy(update={"council": "Angus"})
    programme = base(
        planned_on=PLANNED, places=(angus, *BASE.places[1:]), local_holidays=(holiday,)
    )

    plan = planned(programme)

    (chosen,) = plan.sessions
    what = (
        'Check that Monday 7 June 2027 still holds. It is only expected: "Local holidays told for '
        'The Glen" is good until Thursday 3 June 2027.'
    )
    assert [t.what for t in chosen.tasks if "Local" in t.what] == [what] * checked
    assert chosen.notes == ("Expected, to be checked by Monday 24 May 2027.",) * checked
    assert audit(programme, plan, registry()) == ()


def test_a_session_within_what_is_known_asks_nobody() -> None:
    known = TERMS.model_copy(update={"known_until": date(2027, 8, 16)})

    plan = planned(with_person(ISHBEL, base(named_days=(known,)), times=CARES))

    assert answers(plan) == (("Mon 7 Jun 11:00", "hall", ALL),)
    assert (plan.questions, [t for t in plan.sessions[0].tasks if "Ishbel" in t.what]) == ((), [])


CATRIONA = Worker(
    code="catriona", name="Catriona", hours=("Mon-Fri 09:00-17:00 only term-time",), phone="1"
)
DOUGAL = Worker(code="dougal", name="Dougal", session_pence=9000)
ASKS_HER = (
    "Can Catriona work on Monday 7 June 2027? Nobody knows yet, to be confirmed by "
    "Monday 24 May 2027."
)
ASK_HER = "Ask Catriona whether Monday 7 June 2027 suits: not known yet."


def led_by(*workers: Worker) -> Programme:
    led = MEETING.model_copy(update={"workers": (WorkerNeed(role="facilitator"),)})
    group = GROUP.model_copy(update={"sessions": (led,)})
    return GIVEN.model_copy(update={"workers": workers, "projects": (group,)})


def test_a_worker_whose_days_nobody_knows_yet_was_not_booked_and_is_asked() -> None:
    """A facilitator of a school was at nobody's session after the terms that were published."""
    programme = led_by(CATRIONA)

    plan = planned(programme)

    (chosen,) = plan.sessions
    assert answers(plan) == (("Mon 7 Jun 11:00", "hall", ALL),)
    assert [(question.about, question.asks) for question in plan.questions] == [("group", ASKS_HER)]
    assert [(t.due, t.what, t.phone) for t in chosen.tasks if t.what == ASK_HER] == [
        (BY, ASK_HER, "1")
    ]
    assert not plan.final
    assert audit(programme, plan, registry()) == ()


def test_a_worker_of_whom_all_is_known_is_booked_before_one_who_has_to_be_asked() -> None:
    programme = led_by(CATRIONA, DOUGAL)

    plan = planned(programme)

    (chosen,) = plan.sessions
    assert (chosen.workers, plan.questions) == (("dougal",), ())
    assert audit(programme, plan, registry()) == ()


def test_a_worker_is_not_asked_outside_the_hours_they_may_have() -> None:
    on_saturdays = CATRIONA.model_copy(update={"hours": ("Sat 09:00-17:00 only term-time",)})

    assert planned(led_by(on_saturdays)).sessions == ()
