"""Why nothing fits, what would help, and the programme as it would then be."""

import pytest

from constraints import registry
from scheduler.in_force import in_force
from scheduler.unmet import Conflict, ConflictPart, Offer
from tests.web.plans import PLAN, TWO_SESSIONS
from web.shown.conflict import shown_conflicts, with_offer

SOONER = Offer(
    label="Let sessions follow each other within 3 days",
    constraint="spacing",
    placed=2,
    of=2,
    price="4 days",
)
CLASH = Conflict(
    project="group",
    parts=(
        ConflictPart(constraint="access_needs", person="ishbel", says="There are 19 stairs."),
        ConflictPart(constraint="spacing"),
    ),
    says="They clash.",
    offers=(SOONER,),
    confirmed=("one", "other"),
)


def test_a_clash_is_told_rule_by_rule_and_a_right_says_that_it_is_one() -> None:
    (shown,) = shown_conflicts(TWO_SESSIONS, PLAN.model_copy(update={"conflicts": (CLASH,)}))

    assert [(each.says, each.is_right) for each in shown.demands] == [
        ("There are 19 stairs.", True),
        ("Leave room between sessions", False),
    ]
    assert shown.confirmed == "This was checked in 2 ways."


def test_an_offer_says_what_it_brings_what_it_asks_and_that_nobody_gives() -> None:
    (shown,) = shown_conflicts(TWO_SESSIONS, PLAN.model_copy(update={"conflicts": (CLASH,)}))

    (offer,) = shown.offers
    assert (offer.then, offer.price, offer.gives, offer.can_try) == (
        "2 of 2 sessions could then be held.",
        "What it asks: 4 days.",
        ("Nobody would come to fewer sessions.",),
        True,
    )


def test_an_offer_taken_changes_that_rule_for_that_group_alone() -> None:
    group = TWO_SESSIONS.projects[0]
    own = group.model_copy(update={"constraints": {"spacing": {"most_days": 30}}})
    other = group.model_copy(update={"code": "other"})
    programme = TWO_SESSIONS.model_copy(update={"projects": (own, other)})

    changed = with_offer(programme, CLASH, offer=SOONER)

    settings = [
        next(r for r in in_force(registry(), changed, p) if r.name() == "spacing").settings()
        for p in changed.projects
    ]
    assert settings == [
        {"least_days": 3, "most_days": 30},
        {"least_days": 7, "most_days": 56},
    ]


def test_an_offer_that_no_rule_makes_cannot_be_taken() -> None:
    strange = SOONER.model_copy(update={"label": "Meet on the moon"})

    with pytest.raises(LookupError):
        with_offer(TWO_SESSIONS, CLASH, offer=strange)
