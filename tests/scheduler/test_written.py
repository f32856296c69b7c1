"""What a plan says beside a name, and what it asks."""

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.facts import UNKNOWN
from scheduler.people import Childcare
from scheduler.plan import Plan
from scheduler.programme import AcceptedUnknown, Programme
from scheduler.samples import GLEN, HALL, TOWN, on
from tests.scheduler.summer import fortnight, planned, told, with_person

ASK_FLORA = "Something about coming is not yet known for Flora: ask them."
LOOP = "Does the room at Glen Hall have a hearing loop, and who there can work it?"
SITTER = "Is a sitter agreed and paid for while Flora is at a session?"
HOME = "How long does Flora need to get home from Glen Hall?"
WAY = (
    "How could Flora get to Glen Hall and home again? "
    "Enter a journey there and back, or say yes to a taxi."
)
ISLE = TOWN.model_copy(update={"code": "isle", "name": "The Isle", "landmass": "The Isle"})

LOOP_NOT_KNOWN = fortnight(
    venues=(HALL.model_copy(update={"access": {**HALL.access, "hearing loop": UNKNOWN}}),)
)
ON_THE_ISLE = fortnight(
    places=(GLEN, TOWN, ISLE), venues=(HALL,), constraints={"inclusive_hours": False}
)


def beside(plan: Plan, code: str) -> tuple[str, ...]:
    """Return what is not known, as it stands beside a name."""
    return next(each.unsure_because for each in plan.sessions[0].coming if each.person == code)


def asked(plan: Plan) -> set[tuple[str, str]]:
    """Return what a plan asks, each with the rule it names."""
    return {(question.asks, question.constraint) for question in plan.questions}


def breaches(programme: Programme, plan: Plan) -> list[str]:
    """Return what the audit finds in a plan."""
    return [breach.says for breach in audit(programme, plan, registry())]


@pytest.mark.parametrize("shares", [True, False])
def test_what_a_venue_is_asked_stands_beside_no_name_and_names_no_rule(*, shares: bool) -> None:
    """An unknown need was tied to its owner in the reasons why they are not sure."""
    programme = with_person("flora", LOOP_NOT_KNOWN, needs=("hearing loop",), share_reasons=shares)

    plan = planned(programme)

    assert (beside(plan, "flora"), asked(plan)) == ((), {(LOOP, "")})
    assert breaches(programme, plan) == []


@pytest.mark.parametrize(("shares", "says"), [(True, (HOME, WAY)), (False, (ASK_FLORA, WAY))])
def test_nobody_is_said_to_have_to_be_home_before_dark_who_shares_no_reasons(
    *, shares: bool, says: tuple[str, ...]
) -> None:
    times = told(home_before_dark=True)
    programme = with_person("flora", ON_THE_ISLE, home="isle", times=times, share_reasons=shares)

    plan = planned(programme)

    assert set(beside(plan, "flora")) == set(says)
    assert {asks for asks, _ in asked(plan)} == set(says)
    assert breaches(programme, plan) == []


def test_two_private_questions_are_one_and_hold_back_while_either_does() -> None:
    """Which of them was accepted in writing must not lift the other."""
    programme = with_person(
        "flora",
        ON_THE_ISLE,
        home="isle",
        times=told(home_before_dark=True),
        childcare=Childcare(children=1),
        share_reasons=False,
    )
    accepted = AcceptedUnknown(
        constraint="home_safely", about="flora", by="Mairi", on=on("Monday 12 April 2027")
    )
    programme = programme.model_copy(update={"accepted_unknowns": (accepted,)})

    plan = planned(programme)

    assert beside(plan, "flora").count(ASK_FLORA) == 1
    assert [each.holds_back for each in plan.questions if each.asks == ASK_FLORA] == [True]
    assert breaches(programme, plan) == []
