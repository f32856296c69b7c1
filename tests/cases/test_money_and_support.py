"""Support and money in whole programmes, one for each thing the guide asks for.

Iriss, How to: Address power imbalance through co-production (2018).
"""

from datetime import date
from random import Random

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.facts import NO, YES
from scheduler.money.words import OwnRate, Pay
from scheduler.people import Childcare, Person
from scheduler.plan import Plan
from scheduler.programme import Journey, Programme
from scheduler.samples import on
from scheduler.workers import Worker, WorkerNeed
from tests.whole_programmes import (
    ALL,
    BEFORE,
    FLORA,
    GROUP,
    MEETING,
    NEXT_DAY,
    UNA,
    answers,
    base,
    planned,
    set_to,
    told,
    with_person,
    with_project,
    with_session,
)

NO_SITTER = Childcare(children=2, sitter=NO)
MINDER = Worker(
    code="oighrig", name="Oighrig", roles=("childcare",), hours=("Tue-Sun 09:00-17:00",)
)
SIGNER = Worker(
    code="morag", name="Morag", roles=("interpreter",), languages=("BSL",), notice_days=56
)


def said(plan: Plan, begins: str) -> list[str]:
    """Return the tasks of a plan that begin so."""
    return [t.what for each in plan.sessions for t in each.tasks if t.what.startswith(begins)]


def test_food_is_counted_and_nobody_is_named() -> None:
    """Tastes, also in catering: halal, vegan and gluten-free are numbers in the order."""
    programme = with_person(UNA, with_session(food=True), food=("halal",))
    programme = with_person(FLORA, programme, food=("halal", "gluten-free"))

    (order,) = said(planned(programme), "Order food")

    assert order == (
        "Order food for 4 on Monday 7 June 2027, 1 gluten-free and 2 halal among them. "
        "Give the kitchen no names."
    )


@pytest.mark.parametrize(
    ("childcare", "session", "expected"),
    [
        (NO_SITTER, {}, ("flora", "ishbel", "rory")),
        (NO_SITTER.model_copy(update={"sitter": YES}), {}, ALL),
        (NO_SITTER.model_copy(update={"minded": ("Mon-Fri 09:00-15:00",)}), {}, ALL),
        (NO_SITTER, {"workers": (WorkerNeed(role="childcare"),)}, ALL),
    ],
    ids=["nobody", "a sitter", "school", "a creche"],
)
def test_a_parent_comes_with_a_creche_a_sitter_or_school_hours_and_not_without(
    childcare: Childcare, session: dict[str, object], expected: tuple[str, ...]
) -> None:
    programme = with_person(
        UNA, with_session(base(workers=(MINDER,)), **session), childcare=childcare
    )

    (answer,) = answers(planned(programme))

    assert answer[2] == expected


def test_fares_are_sent_before_the_day_and_a_day_too_near_for_that_is_flagged() -> None:
    buses = {
        "journeys": tuple(
            Journey(person="una", venue=venue, by="bus", out_minutes=9, pence=420)
            for venue in ("hall", "far")
        )
    }
    days = {"planned_on": on("Friday 4 June 2027"), "last_day": on("Tuesday 8 June 2027")}

    early, late = planned(base(**buses)), planned(base(**buses, **days))

    assert [task.due for task in early.sessions[0].tasks if "Send money" in task.what] == [
        on("Monday 31 May 2027")
    ]
    (note,) = late.sessions[0].notes
    assert note == (
        "Money for the way to it on Monday 7 June 2027 can no longer be sent 7 days ahead: "
        "have cash ready."
    )
    assert said(late, "Too late to send it ahead: have cash ready") != []


def test_unpaid_people_beside_paid_ones_are_warned_of_until_it_is_decided() -> None:
    unpaid, paid = planned(base()), planned(base(paid_roles=("lived experience",)))

    assert [w.partition(", and nobody")[0].partition(": ")[2] for w in unpaid.costs.warnings] == [
        "3 people with lived experience would sit beside people who are paid to be there"
    ]
    assert [w for w in paid.costs.warnings if "sit beside" in w] == []
    assert [
        (line.what, line.many, line.pence)
        for line in paid.costs.sessions[0].lines
        if line.kind == "time"
    ] == [("People's time, half a day", 3, 22_500)]


def test_more_than_somebody_wants_to_be_paid_is_flagged_and_keeps_nobody_away() -> None:
    twice = with_project(base(paid_roles=("lived experience",)), sessions=(MEETING, MEETING))
    limited = with_person(UNA, twice, pay=Pay(most_pence=10_000))

    free, bound = planned(twice), planned(limited)

    assert answers(free) == answers(bound)
    (flagged,) = (w for w in bound.costs.warnings if w not in free.costs.warnings)
    assert flagged == (
        "Una wants to be paid no more than £100.00 in a month; from Monday 7 June to Monday "
        "14 June 2027 it would be £150.00. Pay £100.00, and ask before Monday 14 June 2027 "
        "what is to become of the rest."
    )
    assert any("ask a benefits adviser" in w for w in free.costs.warnings)


@pytest.mark.parametrize(
    ("planning_day", "possible"),
    [(date(2027, 4, 12), True), (date(2027, 5, 10), False)],
    ids=["eight weeks before", "four weeks before"],
)
def test_who_needs_an_interpreter_has_one_in_time_or_nobody_meets(
    planning_day: date, possible: bool
) -> None:
    signing = with_person(UNA, base(workers=(SIGNER,), planned_on=planning_day), interpreter="BSL")
    near = signing.model_copy(update={"last_day": on("Sunday 20 June 2027")})

    plan = planned(near)

    assert plan.possible == possible
    assert said(plan, "Book Morag") == (["Book Morag (interpreter)."] if possible else [])


def taxis(programme: Programme, people: tuple[Person, ...], pence: int) -> Programme:
    journeys = tuple(
        Journey(person=p.code, venue=v, by="taxi", out_minutes=10, pence=pence + 100 * n)
        for n, p in enumerate(people)
        for v in ("hall", "far")
    )
    return programme.model_copy(update={"journeys": journeys})


def missed(plan: Plan) -> tuple[int, ...]:
    """Return the shares of sessions people with lived experience miss, worst first."""
    return next(
        level.value
        for level in plan.order
        if level.name == "Sessions missed (people with lived experience)"
    )


def test_raising_a_budget_never_makes_the_worst_off_worse() -> None:
    """Random money for taxis, rooms and workers: with more of it, the order never gets worse."""
    draw, days = Random(57), {"last_day": on("Wednesday 16 June 2027")}
    for _ in range(3):
        thrice = with_project(base(**days), sessions=(MEETING,) * 2)
        away = draw.choice(("Mon 10:00-14:00", "Tue 10:00-14:00", "Wed 10:00-14:00"))
        programme = with_person(FLORA, thrice, times=told(care=(away,)))
        programme = taxis(programme, (UNA, FLORA), draw.randrange(800, 1500))
        rooms = tuple(
            room.model_copy(update={"hire_pence": draw.randrange(2000, 9000)})
            for room in programme.venues
        )
        programme = programme.model_copy(update={"venues": rooms})
        before: tuple[int, ...] | None = None
        for most in (1500, 4000):
            budget = set_to(programme, "taxi_budget", {"most_pence": most})
            now = missed(planned(set_to(budget, "session_budget", {"most_pence": 5000 + most})))
            assert before is None or now <= before
            before = now


def test_a_budget_for_taxis_goes_to_whoever_would_miss_most_and_not_to_the_cheapest() -> None:
    twice = with_project(base(), sessions=(MEETING, MEETING))
    programme = taxis(twice, (UNA, FLORA), 1000)

    plan = planned(set_to(programme, "taxi_budget", {"most_pence": 2100}))

    assert sorted(missed(plan), reverse=True)[:2] == sorted(missed(plan))[-2:]
    came = [c.person for s in plan.sessions for c in s.coming if c.person in {"una", "flora"}]
    assert sorted(came) == ["flora", "una"]


def test_a_plan_whose_costs_were_tampered_with_is_found_out() -> None:
    programme = base(rates=(OwnRate(what="materials", pence=1200, by="The group"),))
    plan = planned(programme)
    cheaper = plan.costs.model_copy(update={"pence": plan.costs.pence - 100})

    breaches = audit(programme, plan.model_copy(update={"costs": cheaper}), registry())

    assert [breach.says for breach in breaches] == [
        "What the plan says it costs as a whole is another sum when reckoned again."
    ]
    assert GROUP.code == plan.costs.sessions[0].project
    assert answers(plan) == BEFORE != NEXT_DAY
