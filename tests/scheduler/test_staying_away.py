"""Who would stay away from a session held otherwise: by a limit, for money, by agreement."""

from dataclasses import replace
from functools import lru_cache

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.facts import NO, YES
from scheduler.finished import Finished, Meeting
from scheduler.households import Household
from scheduler.in_force import in_force
from scheduler.people import Travel
from scheduler.plan import Plan
from scheduler.programme import Journey, Programme
from scheduler.samples import ISHBEL
from scheduler.staying_away import AS_RULES_ASK, who_stays_away
from scheduler.ties import ties_of
from tests.scheduler.summer import (
    SUMMER,
    planned,
    set_to,
    summer_plan,
    with_person,
    with_project,
)
from tests.whole_programmes import NEIGHBOUR, base


@lru_cache(maxsize=1)
def meetings() -> tuple[Meeting, ...]:
    """Return three sessions to which everybody comes: Tuesdays 11, 18 and 25 May 2027."""
    return Finished.of(SUMMER, summer_plan()).meetings


def staying(programme: Programme, *away: str) -> frozenset[str]:
    """Return who would stay away from the third session, beside those who cannot come."""
    (project,) = programme.projects
    ties = ties_of(in_force(registry(), programme, project))
    group = programme.group(project)
    own = [
        replace(m, programme=programme, project=project, group=group, coming=group)
        for m in meetings()
    ]
    able = tuple(person for person in group if person.code not in away)
    return who_stays_away(own[2], able, others=own[:2], ties=ties)


def a_household(comes: str) -> Programme:
    """Return the programme in which Una and Flora answer together."""
    pair = Household.model_validate({"members": ("una", "flora"), "comes": comes})
    return with_project(SUMMER, households=(pair,))


def with_taxis(pence: int) -> Programme:
    """Return the programme in which Una and Rory come by taxi for five pounds, with some money."""
    ways = tuple(
        Journey(person=code, venue="hall", by="taxi", out_minutes=10, pence=500)
        for code in ("rory", "una")
    )
    programme = SUMMER.model_copy(update={"journeys": ways})
    return set_to("taxi_budget", {"most_pence": pence}, programme)


def test_where_nobody_agreed_to_anything_all_come() -> None:
    assert staying(SUMMER) == frozenset()


@pytest.mark.parametrize(("agreed", "stays"), [(2, {"una"}), (3, set())])
def test_whoever_comes_to_as_many_others_as_agreed_stays_away(agreed: int, stays: set[str]) -> None:
    assert staying(with_person("una", SUMMER, most_sessions=agreed)) == stays


def test_a_limit_by_the_week_leaves_out_what_is_in_other_weeks() -> None:
    limited = {"most_sessions": 1, "most_sessions_in": "a week"}

    assert staying(with_person("una", SUMMER, **limited)) == frozenset()


@pytest.mark.parametrize(
    ("pence", "stays"), [(3000, set()), (2500, {"rory"}), (2000, {"una", "rory"})]
)
def test_short_money_for_taxis_goes_to_people_with_lived_experience_first(
    pence: int, stays: set[str]
) -> None:
    """Two sessions before cost ten pounds each."""
    assert staying(with_taxis(pence)) == stays


def test_of_those_who_come_together_nobody_comes_where_one_cannot() -> None:
    together = a_household("together")

    assert [staying(together, *away) for away in ((), ("una",), ("una", "flora"))] == [
        frozenset(),
        {"flora"},
        frozenset(),
    ]


def test_of_those_who_come_in_turn_one_stays_behind_unless_one_is_away_already() -> None:
    in_turn = a_household("in turn")

    assert [staying(in_turn, *away) for away in ((), ("una",))] == [{"flora"}, frozenset()]


def with_two_by_taxi(pence: int) -> Programme:
    """Return one who has lived experience, and two others by taxi who may not outnumber them."""
    neil = NEIGHBOUR.model_copy(update={"code": "neil", "name": "Neil"})
    by_taxi = Travel(car=NO, taxi=YES)
    people = tuple(
        each.model_copy(update={"travel": by_taxi, "share_reasons": True})
        for each in (NEIGHBOUR, neil)
    )
    journeys = tuple(
        Journey(person=each.code, venue=venue, by="taxi", out_minutes=10, pence=1500)
        for each in people
        for venue in ("hall", "far")
    )
    programme = base(people=(ISHBEL, *people), journeys=journeys)
    programme = with_project(programme, members=("ishbel", "rory", "neil"))
    balance: dict[str, object] = {"least_lived": 1, "stand_down": False, "hard": True}
    programme = set_to("balance", balance, set_to("quorum", {"least": 1}, programme))
    return set_to("taxi_budget", {"most_pence": pence}, set_to("every_view", False, programme))


@pytest.mark.parametrize("pence", [3000, 100_000])
def test_money_is_not_blamed_where_the_rules_keep_somebody_from_coming_as_well(pence: int) -> None:
    """Of a thousand pounds for taxis it was said that they did not reach."""
    programme = with_two_by_taxi(pence)

    plan = planned(programme)

    (held,) = plan.sessions
    (away,) = [absent.stays_away for absent in held.absent]
    assert away.partition(" ")[2] == AS_RULES_ASK
    assert not audit(programme, plan, registry())
    blamed = "could come by taxi, and the money there is does not reach."
    assert [breach.says for breach in audit(programme, _blaming(plan, blamed), registry())] == [
        f"Nothing keeps {away.partition(' ')[0]} away as the plan says."
    ]


def _blaming(plan: Plan, says: str) -> Plan:
    (held,) = plan.sessions
    (absent,) = held.absent
    blamed = absent.model_copy(
        update={"stays_away": f"{absent.stays_away.partition(' ')[0]} {says}"}
    )
    return plan.model_copy(update={"sessions": (held.model_copy(update={"absent": (blamed,)}),)})
