"""Whole programmes about where to meet: alcohol on one date, and whose ground a place is.

Iriss, How to: Address power imbalance through co-production (2018).
"""

import pytest

from constraints import registry
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.samples import HALL
from scheduler.venues import DatedLicence
from scheduler.why_not import why_not
from tests.whole_programmes import (
    BEFORE,
    MONDAY,
    NEIGHBOUR,
    NEXT_DAY,
    answers,
    base,
    planned,
    with_person,
)

COUNCIL = "Council X"
RUN_BY_IT = {
    code: HALL.model_copy(
        update={"code": code, "name": name, "kind": kind, "operator": operator, **more}
    )
    for code, name, kind, operator, more in (
        ("office", "Council House", "council office", COUNCIL, {}),
        ("clinic", "The Clinic", "village hall", "Health Trust", {}),
        ("school", "Glen School", "school", COUNCIL, {}),
        ("grant", "Grant Hall", "village hall", "Hall Committee", {"funders": (COUNCIL,)}),
    )
}
WORKS_THERE = {"employer": COUNCIL, "places_of_service": ("clinic",)}


def only(*codes: str, social_worker: bool = True) -> Programme:
    """Return the programme with some venues, with or without a social worker of the council."""
    venues = tuple(RUN_BY_IT[code] for code in codes)
    return with_person(NEIGHBOUR, base(venues=venues), **(WORKS_THERE if social_worker else {}))


def asks(plan: Plan) -> list[str]:
    return [question.asks for question in plan.questions]


def test_a_hall_with_an_occasional_licence_is_refused_on_that_date_only() -> None:
    licence = DatedLicence(first=MONDAY, last=MONDAY, what="occasional licence")
    hall = HALL.model_copy(update={"licensed_days": (licence,)})

    plain, licensed = planned(base(venues=(HALL,))), planned(base(venues=(hall,)))

    why = why_not(
        base(venues=(hall,)),
        licensed,
        registry(),
        project="group",
        start=plain.sessions[0].start,
        venue="hall",
    )
    assert (answers(plain), answers(licensed)) == (BEFORE, NEXT_DAY)
    assert [reason for reason in why.reasons if "licence" in reason] != []
    assert licensed.possible


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("office", "Council House is an office of Council X, where a member works."),
        (
            "clinic",
            "The Clinic is where a member of the group usually sees people in their job.",
        ),
    ],
)
def test_a_social_worker_of_a_council_removes_its_office_and_their_places_and_says_so(
    place: str, says: str
) -> None:
    """With the social worker in the group it is out; once nobody works there it is not."""
    both = only(place, "grant")
    plan = planned(both)

    why = why_not(
        both, plan, registry(), project="group", start=plan.sessions[0].start, venue=place
    )

    assert plan.sessions[0].venue == "grant"
    assert says in why.reasons
    alone = planned(only(place))
    assert not alone.possible
    without = planned(only(place, social_worker=False))
    assert says not in {note for each in without.sessions for note in each.notes}
    assert without.possible


def test_the_councils_school_hall_is_for_the_group_to_say_and_a_grant_is_none_of_it() -> None:
    school, granted = planned(only("school")), planned(only("grant"))
    nobody = planned(only("school", social_worker=False))

    asked = "Council X runs Glen School, and a member works for it: is the group at ease"
    assert school.possible
    assert not school.final
    assert [each for each in asks(school) if each.startswith(asked)] != []
    assert [each for each in asks(nobody) if each.startswith(asked)] == []
    assert [each for each in asks(granted) if COUNCIL in each] == []
