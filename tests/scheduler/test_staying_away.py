"""Who would stay away from a session held otherwise: by a limit, for money, by agreement."""

from dataclasses import replace
from functools import lru_cache

import pytest

from constraints import registry
from scheduler.finished import Finished, Meeting
from scheduler.households import Household
from scheduler.in_force import in_force
from scheduler.programme import Journey, Programme
from scheduler.staying_away import who_stays_away
from scheduler.ties import ties_of
from tests.scheduler.summer import SUMMER, set_to, summer_plan, with_person, with_project


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
