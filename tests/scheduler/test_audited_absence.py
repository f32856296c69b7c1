"""Nobody stays away for want of something of which there is enough, where a plan claims so."""

import pytest

from constraints import registry
from scheduler.audited_absence import needless_absences
from scheduler.finished import Finished
from scheduler.households import Household
from scheduler.in_force import in_force
from scheduler.judged import judge
from scheduler.plan import Absent, Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.samples import on
from scheduler.shared import ties_of_all
from tests.scheduler.tampered import changed, first
from tests.whole_programmes import (
    FAR,
    FLORA,
    MEETING,
    NEIGHBOUR,
    UNA,
    base,
    set_to,
    with_person,
    with_project,
)

TWICE = with_project(base(), sessions=(MEETING, MEETING))
AGREED = "Una comes to other sessions, as many as agreed."


def limited(most: int) -> Programme:
    """Return a programme of two sessions, to so many of which Una agreed."""
    return with_person(UNA, TWICE, most_sessions=most)


def without(plan: Plan, *codes: str) -> Plan:
    """Return a plan in which some stay away from the first session as if they had a limit."""
    coming = tuple(each for each in first(plan).coming if each.person not in codes)
    away = tuple(Absent(person=code, stays_away=AGREED) for code in codes)
    return changed(plan, coming=coming, absent=away)


def unproven(plan: Plan) -> Plan:
    """Return a plan that does not claim to be best at anything."""
    order = (level.model_copy(update={"proven": False}) for level in plan.order)
    return plan.model_copy(update={"order": tuple(order)})


def found(programme: Programme, plan: Plan) -> list[str]:
    """Return what the audit says of needless absences."""
    rules = {p.code: in_force(registry(), programme, p) for p in programme.projects}
    judged = judge(Finished.of(programme, plan, rules).meetings, rules)
    return [breach.says for breach in needless_absences(plan, judged, ties_of_all(rules))]


def test_somebody_left_out_although_the_limit_would_reach_is_found() -> None:
    programme = limited(2)

    assert found(programme, without(make_plan(programme, registry()), "una")) == [
        "Una could come without anything running short, and would miss less."
    ]


@pytest.mark.parametrize("most", [1, 2])
def test_a_plan_as_it_was_made_leaves_nobody_out_needlessly(most: int) -> None:
    assert found(limited(most), make_plan(limited(most), registry())) == []


def test_a_plan_that_does_not_claim_to_be_best_may_have_overlooked_it() -> None:
    programme = limited(2)

    assert found(programme, unproven(without(make_plan(programme, registry()), "una"))) == []


def test_those_who_come_only_together_are_thought_of_together() -> None:
    """Neither Una nor Flora can be added alone; both can."""
    pair = (Household(members=("una", "flora")),)
    programme = with_project(with_person(FLORA, limited(2), most_sessions=2), households=pair)

    assert found(programme, without(make_plan(programme, registry()), "una", "flora")) == [
        "Una and Flora could come without anything running short, and would miss less."
    ]


def test_whoever_wants_no_more_may_stay_away() -> None:
    programme = with_person(UNA, TWICE, most_sessions=2, sessions_wanted=1)
    plan = make_plan(programme, registry())

    assert [one.person for chosen in plan.sessions for one in chosen.absent] == ["una"]
    assert found(programme, plan) == []


def test_whoever_would_outnumber_the_others_may_stay_away() -> None:
    """Of three professionals two leave their place to others, whatever Una agreed to."""
    programme = with_person(FLORA, limited(2), roles=("professional",))
    programme = with_person(UNA, programme, roles=("professional",))

    assert found(programme, make_plan(programme, registry())) == []


def test_nobody_is_put_to_it_for_the_sake_of_others() -> None:
    """Flora comes only with Una, who wants one session of two and is put to it by the way there.

    The plan that keeps both at home from the other was proven best, and refused by its own check.
    """
    pair = Household(members=(UNA.code, FLORA.code))
    programme = with_project(
        base(venues=(FAR,), last_day=on("Tuesday 15 June 2027")),
        sessions=(MEETING, MEETING),
        households=(pair,),
    )
    programme = with_person(FLORA, programme, roles=("professional",))
    programme = with_person(NEIGHBOUR, programme, roles=("lived experience",))
    programme = with_person(UNA, programme, sessions_wanted=1)
    money: dict[str, object] = {"most_pence": 50_000, "people_may_stay_away": True}
    programme = set_to(set_to(programme, "quorum", {"least": 2}), "project_budget", money)

    plan = make_plan(programme, registry())

    assert sorted(sum(c.person == "una" for c in s.coming) for s in plan.sessions) == [0, 1]
    assert found(programme, plan) == []
