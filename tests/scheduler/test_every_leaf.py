"""Alters every leaf of a plan: the audit refuses it, or it stands here why none can know it."""

import random
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from pydantic import ValidationError

from constraints import registry
from scheduler.audit import audit
from scheduler.audited_anew import open_breaches
from scheduler.finished import Breach
from scheduler.made_with import MADE_WITH
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.samples import on
from scheduler.words import Days
from tests.constraints.test_project_budget import priced, with_most
from tests.scheduler.leaves import altered
from tests.scheduler.summer import ONCE, away, planned, with_person, with_venue
from tests.scheduler.test_explain import small
from tests.scheduler.test_standoffs import one_room_one_day
from tests.whole_programmes import planned as whole_plan
from tests.whole_programmes import set_to

Check = Callable[[Programme, Plan], Iterable[Breach]]

SEARCHED: Final = "why nothing fits, and what would help, is found by planning again and again"
COUNTED: Final = "it is counted by asking every rule about every date and room"
ANOTHER_VERSION: Final = "what it was made with only the plan tells; the command says it is another"
SHARED: Final = "who stands in whose way is found by planning all groups at once"

NO_AUDIT_CAN_KNOW: Final = {
    "certificate.open_candidates": COUNTED,
    "obstacles left out": COUNTED,
    "obstacles twice": COUNTED,
    "obstacles.remedy": COUNTED,
    "obstacles.says": COUNTED,
    "unplaced.reason": COUNTED,
    "unplaced.remedy": SEARCHED,
    "left_out.remedy": SEARCHED,
    "conflicts left out": SEARCHED,
    "conflicts.confirmed": "which other methods agreed is known only when they are asked again",
    "conflicts.confirmed left out": SEARCHED,
    "conflicts.confirmed twice": SEARCHED,
    "conflicts.offers left out": SEARCHED,
    "conflicts.offers twice": SEARCHED,
    "conflicts.offers.gainers left out": SEARCHED,
    "conflicts.offers.gains": SEARCHED,
    "conflicts.offers.gains left out": SEARCHED,
    "conflicts.offers.gains twice": SEARCHED,
    "conflicts.offers.gives": SEARCHED,
    "conflicts.offers.gives left out": SEARCHED,
    "conflicts.offers.gives twice": SEARCHED,
    "conflicts.offers.label": SEARCHED,
    "conflicts.offers.pence_more": SEARCHED,
    "conflicts.offers.price": SEARCHED,
    "conflicts.offers.serves left out": SEARCHED,
    "conflicts.offers.settings": SEARCHED,
    "conflicts.parts.many": "for how many a rule asks it is counted where it clashes",
    "conflicts.tried left out": SEARCHED,
}
"""What the audit lets pass of one group, and why; the command finds all of it but one again."""
NOT_FOUND_AGAIN: Final = {"left_out.remedy"}
"""What the command lets pass too: what would let one person come is tried after the plan stands."""
NO_AUDIT_CAN_KNOW_OF_SEVERAL: Final = {
    "order.bound": "how good any plan could be is found by searching",
    "in_the_way left out": SHARED,
    "in_the_way.projects left out": SHARED,
    "in_the_way.venues left out": SHARED,
    "in_the_way.says": SHARED,
    "in_the_way.remedy": SHARED,
}
"""What it lets pass besides where several groups are in one another's way."""
NO_AUDIT_CAN_KNOW_OF_VERSIONS: Final = dict.fromkeys(MADE_WITH, ANOTHER_VERSION)
"""The packages of which the plan may tell another version."""


KEPT_BY_MONEY: Final = {
    "costs.reaches.says": "what the money kept from happening is found by planning again",
    "costs.reaches.says left out": "what the money kept from happening is found by planning again",
}
"""What the audit may let pass of money; the command finds it again."""


def let_pass(
    check: Check, programme: Programme, plan: Plan, *, only: tuple[str, ...] = ("",)
) -> set[str]:
    """Return the kinds of leaves of which one altered is let pass, of those that begin so.

    One of each kind is altered, drawn with a fixed seed; what is no plan any more is refused when
    it is read.
    """
    kinds: dict[str, list[Plan]] = {}
    for kind, document in altered(plan.model_dump(mode="json")):
        if kind.startswith(only):
            kinds.setdefault(kind, []).extend(_plans(document))
    drawn = random.Random(20261130)
    return {
        kind
        for kind, plans in kinds.items()
        if plans and not [*check(programme, drawn.choice(plans))]
    }


def _plans(document: object) -> Iterable[Plan]:
    try:
        yield Plan.model_validate(document)
    except ValidationError:
        return


def the_audit(programme: Programme, plan: Plan) -> Iterable[Breach]:
    return audit(programme, plan, registry())


def the_command(programme: Programme, plan: Plan) -> Iterable[Breach]:
    """Give what `commonground audit` finds."""
    return the_audit(programme, plan) or open_breaches(programme, plan, registry())


def with_budgets() -> Programme:
    """Return a group with money for everything and for taxis, in which both keep something off."""
    programme = priced(hall=1000, far=1000)
    return with_most(set_to(programme, "taxi_budget", {"most_pence": 2000}), 3600)


def test_what_is_told_of_budgets_is_found_again() -> None:
    """Sentences of what the money kept could be altered, left out or doubled, and all of it too."""
    programme = with_budgets()
    plan = whole_plan(programme)

    of_audit = let_pass(the_audit, programme, plan, only=("costs.",))
    of_command = let_pass(the_command, programme, plan, only=("costs.",))

    assert len(plan.costs.reaches) == 2
    assert of_audit <= KEPT_BY_MONEY.keys()
    assert of_command == set()


SHUT = Days(first=on("Tuesday 1 June 2027"), last=on("Wednesday 30 June 2027"))
NO_HALL = with_venue("hall", small(), closed=(SHUT,))
"""A group of three whose only hall is shut."""


@lru_cache
def plan_without_a_hall() -> Plan:
    return planned(NO_HALL)


def test_every_leaf_of_a_plan_that_is_altered_is_refused() -> None:
    """It takes seconds, as every kind of leaf is audited once: nothing less finds a gap."""
    una_away = with_person("una", ONCE, times=away("Monday 10 May 2027"))
    programme = with_venue("hall", una_away, capacity=None)

    assert let_pass(the_audit, programme, planned(programme)) == {"certificate.open_candidates"}


def test_of_a_plan_that_is_not_possible_only_what_is_listed_is_let_pass() -> None:
    """Groups too small and the versions a plan was made with could be altered unseen."""
    assert let_pass(the_audit, NO_HALL, plan_without_a_hall()) == NO_AUDIT_CAN_KNOW.keys()


def test_the_command_finds_again_what_the_audit_alone_cannot_know() -> None:
    unknown = tuple(NO_AUDIT_CAN_KNOW)

    passed = let_pass(the_command, NO_HALL, plan_without_a_hall(), only=unknown)

    assert passed == NOT_FOUND_AGAIN


def test_of_groups_in_one_anothers_way_only_what_is_listed_is_let_pass() -> None:
    programme, plan = one_room_one_day()

    passed = let_pass(the_audit, programme, plan, only=("in_the_way", "order."))

    assert passed == NO_AUDIT_CAN_KNOW_OF_SEVERAL.keys()


def test_another_version_is_let_pass_but_none_that_is_no_version_or_not_told() -> None:
    """After an upgrade of any library every plan kept failed its audit, told as a breach."""
    plan = planned(ONCE)

    def told(**changed: str) -> list[Breach]:
        versions = plan.certificate.versions | changed
        told = {name: version for name, version in versions.items() if version != "left out"}
        certificate = plan.certificate.model_copy(update={"versions": told})
        return [*the_audit(ONCE, plan.model_copy(update={"certificate": certificate}))]

    let_pass = {name for name in plan.certificate.versions if not told(**{name: "0.0.1"})}

    assert dict.fromkeys(let_pass, ANOTHER_VERSION) == NO_AUDIT_CAN_KNOW_OF_VERSIONS
    assert len(told(numpy="newest")) == len(told(numpy="left out")) == 1
    assert len(told(commonground="left out")) == len(told(pandas="3.1.1")) == 1
