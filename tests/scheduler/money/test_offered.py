"""More money is offered like any change: the least that does, and what taking it brings."""

import pytest

from constraints import registry
from scheduler.changes import change_called
from scheduler.in_force import in_force
from scheduler.money.offered import raised_as
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.unmet import Offer
from tests.scheduler.money.test_reach import drawn, planned, with_sums
from tests.whole_programmes import set_to

SHORT = (0, 1, 3, 5)
"""Programmes in which a session finds no date for want of money for everything."""


def taken(programme: Programme, plan: Plan, offer: Offer) -> Plan | None:
    """Return the plan where the group takes an offer; None where it must be asked about first."""
    (project,) = programme.projects
    rules = in_force(registry(), programme, project)
    lacking = tuple(one.number for one in plan.unplaced if one.required)
    change = raised_as(offer, project, rules) or change_called(
        offer.label, programme, project=project, rules=rules, lacking=lacking
    )
    return make_plan(change.made(programme), registry()) if change else None


def missed(plan: Plan, programme: Programme) -> str:
    """Say how often people miss a session, read off a plan."""
    lived = {person.code for person in programme.people if person.is_lived}
    said = []
    for who, own in (("People with lived experience", True), ("everyone else", False)):
        each = [one for one in plan.people if (one.person in lived) is own]
        wanted = sum(one.wanted for one in each)
        said.append(f"{who} would miss {wanted - sum(o.able for o in each)} of {wanted} times")
    return f"{' and '.join(said)}."


@pytest.mark.parametrize("number", SHORT)
def test_the_sum_offered_holds_every_session_and_a_penny_less_does_not(number: int) -> None:
    """Only what the plan nobody limited costs was named, and nothing was offered at all."""
    programme, plan = drawn(number), planned(number)
    (conflict,) = plan.conflicts

    (offer,) = [each for each in conflict.offers if each.kind == "money"]

    (pence,) = offer.settings.values()
    less = make_plan(with_sums(programme, {"everything": int(str(pence)) - 1}), registry())
    after = taken(programme, plan, offer)
    assert conflict.offers[-1] == offer
    assert (less.possible, after is not None and after.possible) == (False, True)


@pytest.mark.parametrize("number", SHORT)
def test_an_offer_says_how_often_people_would_miss_as_the_plan_with_it_has_it(number: int) -> None:
    """That nobody would come to fewer sessions hid that half the group would miss two of three."""
    programme, plan = drawn(number), planned(number)

    after = {each.label: taken(programme, plan, each) for each in plan.conflicts[0].offers}

    says = {each.label: each.gives for each in plan.conflicts[0].offers}
    known = {label: missed(then, programme) for label, then in after.items() if then is not None}
    assert {label: told in says[label] for label, told in known.items()} == dict.fromkeys(
        known, True
    )
    assert known


def test_money_that_helps_nothing_is_not_offered() -> None:
    programme = set_to(drawn(SHORT[0]), "spacing", {"least_days": 60})

    plan = make_plan(programme, registry())

    assert [each.kind for each in plan.conflicts[0].offers if each.kind == "money"] == []
