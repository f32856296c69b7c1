"""What was booked although it passes over somebody's right counts for nobody until it is settled.

Somebody barred from a booked hall was counted among those coming: in the quorum, in who bends, in a
calendar that called the date firm, and a taxi was ordered for them. To make them absent by name
would have told whose need it is.
"""

from functools import lru_cache

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.brute_force import best_by_trying
from scheduler.calendars.from_plan import Reader, calendar_files
from scheduler.equity import equity
from scheduler.people import Travel
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.robustness import robustness
from scheduler.samples import HALL, on
from scheduler.settling import NOT_COUNTED, SETTLE
from tests.scheduler.promised_against import against, plan_against
from tests.scheduler.summer import LOFT, SESSION, fortnight, planned, with_person, with_session
from tests.scheduler.tampered import changed
from web.plan_text import plan_text
from web.shown.equity import equity_text
from web.shown.group import group_page
from web.shown.robustness import robustness_text

BOOKED: dict[str, object] = {
    "state": "booked",
    "day": on("Wednesday 9 June 2027"),
    "start": "11:00",
    "venue": "loft",
}
NEEDS: tuple[tuple[str, dict[str, object]], ...] = (
    ("una", {"no_go": ("Upstairs Hall",)}),
    ("rory", {"needs": ("step-free",), "share_reasons": False}),
)
"""Whom the booked hall bars, and why: nobody may read either."""


@lru_cache
def barring(code: str, state: str = "booked") -> Programme:
    """Return two sessions, the first booked in a hall that one person must not be sent to."""
    programme = fortnight(SESSION, SESSION, last_day=on("Friday 18 June 2027"), venues=(HALL, LOFT))
    taxi = Travel.model_validate({"taxi": "yes", "car": "no"})
    programme = with_person("mairi", programme, home="town", travel=taxi)
    programme = with_session(1, programme, **{**BOOKED, "state": state})
    return with_person(code, programme, **dict(NEEDS)[code])


@lru_cache
def plan_of(code: str, state: str = "booked") -> Plan:
    """Return its plan."""
    return planned(barring(code, state))


def test_nobody_is_counted_at_it_and_everybody_is_expected() -> None:
    first = plan_of("una").sessions[0]

    assert (first.counts, first.coming, first.absent) == (False, (), ())
    assert [one.person for one in first.expected] == list(barring("una").projects[0].members)


def test_it_makes_no_quorum_and_is_missed_by_all_alike() -> None:
    """That too few can be counted on is not said of it either: nobody is counted."""
    plan = plan_of("una")

    assert plan.sessions[0].breaks == ("A private need rules this out.",)
    missed = {level.name: level.value for level in plan.order if "missed" in level.name}
    assert {value for values in missed.values() for value in values} == {1}
    assert {(one.able, one.not_counted) for one in plan.people} == {(1, 1)}


def test_the_plan_is_not_final_and_says_by_when_to_ring_everybody() -> None:
    plan, tasks = plan_of("una"), plan_of("una").sessions[0].tasks

    assert (plan.possible, plan.final) == (True, False)
    assert [(str(task.due), task.what) for task in tasks if "right" in task.what] == [
        ("2027-05-26", SETTLE)
    ]


def test_no_taxi_is_ordered_before_it_is_settled() -> None:
    taxis = [
        [task for task in c.tasks if task.what.startswith("Order 1 taxi")]
        for c in plan_of("una").sessions
    ]

    assert list(map(len, taxis)) == [0, 1]


@pytest.mark.parametrize("person", ["una", "rory"])
def test_its_entry_is_tentative_in_every_calendar(person: str) -> None:
    ((_, content),) = calendar_files(barring("una"), plan_of("una"), Reader("person", person))

    assert content.count(b"STATUS:TENTATIVE") == content.count(b"BEGIN:VEVENT") >= 2


def test_two_programmes_that_differ_in_whose_need_is_broken_read_alike_to_everybody() -> None:
    """Una has a place she must not be sent to, Rory cannot climb stairs: nobody can tell which."""
    one, other = (
        (programme, plan.model_copy(update={"certificate": plan_of("una").certificate}))
        for programme, plan in (
            (barring("una"), plan_of("una")),
            (barring("rory"), plan_of("rory")),
        )
    )

    assert one[1] == other[1]
    for told in (_texts, _reports, calendar_files):
        assert told(*one) == told(*other)


def _texts(programme: Programme, plan: Plan) -> tuple[object, ...]:
    return plan_text(programme, plan), group_page(programme, plan, project=programme.projects[0])


def _reports(programme: Programme, plan: Plan) -> tuple[str, str]:
    return (
        equity_text(equity(programme, plan, registry())),
        robustness_text(programme, robustness(programme, plan, registry())),
    )


def test_who_bends_and_what_stands_say_that_it_is_not_counted() -> None:
    bends, stands = _reports(barring("una"), plan_of("una"))

    assert "Not counted for anybody until it is settled: session 1" in bends.replace("\n", " ")
    assert NOT_COUNTED in stands.replace("\n    ", " ")


def test_who_shares_their_reasons_is_told_by_name_to_the_organiser_alone() -> None:
    programme = with_person("rory", barring("rory"), share_reasons=True)

    plan = planned(programme)

    assert plan.sessions[0].breaks == ("Rory cannot come: Upstairs Hall has no step-free way in.",)
    assert "Rory" not in str(group_page(programme, plan, project=programme.projects[0]))


def test_what_was_held_counts_for_nobody_either_but_leaves_nothing_to_settle() -> None:
    plan = plan_of("una", "held")

    assert [chosen.counts for chosen in plan.sessions] == [False, True]
    assert (plan.final, plan.sessions[0].tasks) == (True, ())


def test_the_search_counts_it_as_trying_everything_does() -> None:
    values = best_by_trying(barring("una"), registry())

    assert tuple((level.name, level.value) for level in plan_of("una").order) == values


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (
            {"counts": True, "coming": "all", "expected": ()},
            "Whether it counts is wrongly told: it was promised and passes over a right.",
        ),
        ({"coming": "all"}, "People are counted although the session does not say so."),
    ],
)
def test_the_audit_finds_people_counted_at_it(told: dict[str, object], says: str) -> None:
    plan = plan_against()
    everybody = plan.sessions[1].expected
    told = {name: everybody if given == "all" else given for name, given in told.items()}

    breaches = audit(against(), changed(plan, 2, **told), registry())

    assert says in [breach.says for breach in breaches if breach.kind == "people"]
