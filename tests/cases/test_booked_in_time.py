"""Whatever has to be booked is booked in time, or the session is refused or flagged by the rule.

Planning is done on Monday 12 April 2027; eight weeks later is Monday 7 June. Each case asks for
eight weeks and three days, so that Thursday 10 June is the first day in time.
"""

from collections.abc import Callable
from datetime import date

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.facts import NO, YES
from scheduler.journeys import Journey
from scheduler.people import Travel
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.samples import HALL, on
from scheduler.workers import WHEELCHAIR_TAXI, Worker, WorkerNeed
from tests.whole_programmes import UNA, base, with_person, with_project, with_session

PLANNED, NOTICE = on("Monday 12 April 2027"), 59
IN_TIME = on("Thursday 10 June 2027")
TOO_NEAR = on("Wednesday 9 June 2027")
NOT_HAD = "What people need by them cannot be had then; still needed"
NOT_ENOUGH = "Not enough workers can be booked for then; still needed"
FETCH = Journey(person="una", venue="hall", by="taxi", out_minutes=10, pence=900)

Given = Callable[[int], Programme]
"""A programme in which something has to be booked so many days ahead."""


def _worker(days: int, *roles: str, **given: object) -> Worker:
    worker = Worker(code="seonag", name="Seonag", roles=roles, notice_days=days)
    return worker.model_copy(update=given)


def signing(days: int) -> Programme:
    workers = (_worker(days, "interpreter", languages=("BSL",)),)
    return with_person(UNA, base(workers=workers), interpreter="BSL")


def speaking_gaelic(days: int) -> Programme:
    workers = (_worker(days, "interpreter", languages=("Gaelic",)),)
    return with_person(UNA, base(workers=workers), interpreter="Gaelic")


def assisted(days: int) -> Programme:
    programme = base(workers=(_worker(days, "personal assistant"),))
    return with_person(UNA, programme, assistance=("personal assistant",))


def fetched(days: int) -> Programme:
    programme = base(workers=(_worker(days, WHEELCHAIR_TAXI),), journeys=(FETCH,))
    travel = Travel(car=NO, taxi=YES)
    return with_person(UNA, programme, assistance=(WHEELCHAIR_TAXI,), travel=travel)


def with_a_creche(days: int) -> Programme:
    programme = base(workers=(_worker(days, "childcare"),))
    return with_session(programme, workers=(WorkerNeed(role="childcare"),))


def with_a_facilitator(days: int) -> Programme:
    programme = base(workers=(_worker(days, "facilitator"),))
    return with_session(programme, workers=(WorkerNeed(role="facilitator"),))


def in_a_hall(days: int) -> Programme:
    return base(venues=(HALL.model_copy(update={"notice_days": days}),))


def with_a_decision_maker(days: int) -> Programme:
    programme = base(role_notice_days={"decision maker": days})
    decides = next(person for person in programme.people if person.code == "rory")
    roles = (*decides.roles, "decision maker")
    programme = with_person(decides, programme, roles=roles)
    return with_session(programme, needs_roles=("decision maker",))


RULES: tuple[tuple[Given, str], ...] = (
    (signing, "interpreter"),
    (speaking_gaelic, "interpreter"),
    (assisted, "assistance"),
    (fetched, "assistance"),
    (with_a_creche, "workers_needed"),
    (with_a_facilitator, "workers_needed"),
    (in_a_hall, "venue_notice"),
    (with_a_decision_maker, "role_notice"),
)
"""Everything that is booked or asked ahead, and the rule that sees to it."""
CASES = pytest.mark.parametrize(
    ("given", "rule"), RULES, ids=[given.__name__ for given, _ in RULES]
)


def planned(programme: Programme, last_day: date | None = None) -> Plan:
    days = {"last_day": last_day} if last_day else {}
    programme = programme.model_copy(update={"planned_on": PLANNED, **days})
    plan = make_plan(programme, registry())
    assert audit(programme, plan, registry()) == ()
    return plan


@CASES
def test_the_first_day_in_time_is_taken_and_not_one_before_it(given: Given, rule: str) -> None:
    del rule
    (soon,), (held,) = (planned(given(days)).sessions for days in (0, NOTICE))

    assert (soon.start.date(), held.start.date()) == (on("Monday 7 June 2027"), IN_TIME)


@CASES
def test_a_session_that_could_only_be_too_near_is_refused_by_the_rule(
    given: Given, rule: str
) -> None:
    plan = planned(given(NOTICE), last_day=TOO_NEAR)

    title = next(each.title for each in registry().values() if each.name() == rule)
    assert (plan.possible, plan.sessions) == (False, ())
    assert any(title in conflict.says for conflict in plan.conflicts)


@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        (signing, "No BSL interpreter can be booked for then."),
        (speaking_gaelic, "No Gaelic interpreter can be booked for then."),
        (assisted, f"{NOT_HAD}: personal assistant."),
        (fetched, f"{NOT_HAD}: wheelchair taxi."),
        (with_a_creche, f"{NOT_ENOUGH}: childcare."),
        (with_a_facilitator, f"{NOT_ENOUGH}: facilitator."),
    ],
)
def test_a_promised_session_that_is_too_near_stands_and_is_flagged(
    given: Given, lacking: str
) -> None:
    (held,) = planned(promised(given(NOTICE))).sessions

    assert held.start.date() == TOO_NEAR
    assert held.breaks[0] == lacking


@pytest.mark.parametrize("given", [in_a_hall, with_a_decision_maker])
def test_what_was_booked_with_the_promise_itself_is_not_too_late(given: Given) -> None:
    """The room, and whoever has a say, were asked when the session was booked."""
    (held,) = planned(promised(given(NOTICE))).sessions

    assert (held.start.date(), held.breaks) == (TOO_NEAR, ())


def promised(programme: Programme) -> Programme:
    """Return a programme whose session is booked on a day that is too near."""
    booked = {"state": "booked", "day": TOO_NEAR, "start": "11:00", "venue": "hall"}
    (session,) = programme.projects[0].sessions
    return with_project(programme, sessions=(session.model_copy(update=booked),))
