"""A way there can never be money for is taken only where no other is open."""

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.brute_force import best_by_trying
from scheduler.choosing import desk_for
from scheduler.concerns import Ledger
from scheduler.course import Course, course_of
from scheduler.facts import NO, YES
from scheduler.in_force import in_force
from scheduler.journeys import Journey, Line
from scheduler.model import best_values
from scheduler.people import Travel
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.search import Effort
from scheduler.series import best_series
from tests.random_projects import a_project
from tests.scheduler.summer import SESSION, fortnight, with_person, with_project

TAXI = Journey(person="una", venue="hall", by="taxi", out_minutes=10, pence=3000)
BUS = Journey(person="una", venue="hall", by="bus", out_minutes=31, pence=0)
LINE = Line(
    name="252 bus", days="Mon-Fri", from_place="glen", to_place="hall",
    out=(("10:20", "10:55"),), back=(("13:05", "13:40"),), pence=0, source="a timetable",
)  # fmt: skip


def two_sessions(*journeys: Journey, **given: object) -> Programme:
    """Return two sessions in the hall, to which Una has some ways and no car."""
    made = fortnight(SESSION, SESSION, journeys=journeys, **given)
    made = with_person("una", made, travel=Travel(car=NO, taxi=YES))
    return with_project(made, venues=("hall",))


def with_money(programme: Programme, budget: str, pence: int) -> Programme:
    settings = {**programme.constraints, budget: {"most_pence": pence}}
    return programme.model_copy(update={"constraints": settings})


def comes_by(programme: Programme) -> list[str]:
    """Return how Una comes in the plan, session by session; the plan is sound."""
    plan = make_plan(programme, registry())
    assert audit(programme, plan, registry()) == ()
    return [c.way.by for held in plan.sessions for c in held.coming if c.person == "una"]


@pytest.mark.parametrize("pence", [0, 2999])
def test_a_bus_is_taken_where_the_money_pays_for_no_taxi(pence: int) -> None:
    """Una once stayed at home: her taxi was the faster, and there was no money for it."""
    assert comes_by(with_money(two_sessions(TAXI, BUS), "taxi_budget", pence)) == ["bus", "bus"]


def test_a_typed_line_is_taken_in_the_place_of_a_guessed_taxi() -> None:
    found = with_money(two_sessions(lines=(LINE,)), "taxi_budget", 0)

    assert comes_by(found) == ["bus", "bus"]


def test_sessions_are_not_lost_for_a_taxi_beside_a_bus() -> None:
    """All else costs nothing, and one taxi more than there is."""
    free = two_sessions(TAXI, BUS)
    on_foot = tuple(
        Journey(person=person.code, venue="hall", by="walk", out_minutes=5)
        for person in free.people
        if person.code != "una"
    )
    hall = tuple(venue.model_copy(update={"hire_pence": 0}) for venue in free.venues)
    workers = tuple(w.model_copy(update={"session_pence": 0}) for w in free.workers)
    update = {"journeys": (TAXI, BUS, *on_foot), "venues": hall, "workers": workers}
    short = with_money(free.model_copy(update=update), "project_budget", 2999)

    assert comes_by(short) == ["bus", "bus"]


def test_without_a_budget_the_faster_taxi_is_taken() -> None:
    assert comes_by(two_sessions(TAXI, BUS)) == ["taxi", "taxi"]


def test_where_there_is_no_other_way_the_plan_says_that_the_money_does_not_reach() -> None:
    assert comes_by(with_money(two_sessions(TAXI), "taxi_budget", 0)) == []


def drawn(number: int) -> Programme:
    """Return a random project with two ways for some and money for few taxis or for little."""
    chance = Random(number)
    programme = a_project(number, days=3)
    rows = tuple(
        journey
        for person, venue in product(programme.people, programme.venues)
        if chance.random() < 0.5
        for journey in _two_ways(chance, person.code, venue.code)
    )
    settings = {"taxi_budget": {"most_pence": chance.choice((0, 1000, 2600))}}
    if chance.random() < 0.3:
        settings["project_budget"] = {"most_pence": chance.choice((800, 20_000))}
    update = {"journeys": rows, "constraints": {**programme.constraints, **settings}}
    return programme.model_copy(update=update)


def _two_ways(chance: Random, person: str, venue: str) -> Iterator[Journey]:
    dear, cheap = chance.choice((900, 2500)), chance.choice((0, 300))
    quick, slow = chance.randint(10, 40), chance.randint(20, 60)
    yield Journey(person=person, venue=venue, by="taxi", pence=dear, out_minutes=quick)
    yield Journey(person=person, venue=venue, by="bus", pence=cheap, out_minutes=slow)


def course(programme: Programme) -> Course:
    (project,) = programme.projects
    desk = desk_for(programme, project, in_force(registry(), programme, project))
    return course_of(desk.columns, desk.ties, Ledger.of(programme, project))


@pytest.mark.parametrize("number", range(4))
def test_search_solver_and_trying_everything_agree_with_two_ways(number: int) -> None:
    programme = drawn(number)
    own = course(programme)

    found = best_series(own, Effort()).values

    assert found == best_values(own)
    assert found == tuple(value for _, value in best_by_trying(programme, registry()))
    assert audit(programme, make_plan(programme, registry()), registry()) == ()
