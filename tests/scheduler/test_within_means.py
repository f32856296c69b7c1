"""Where money is short a cheaper way is taken, and no way entered costs anybody a session."""

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

from constraints import registry
from constraints.taxi_budget import TaxiBudget
from scheduler.audit import audit
from scheduler.brute_force import best_by_trying
from scheduler.choosing import desk_for
from scheduler.concerns import Ledger
from scheduler.course import Course, course_of
from scheduler.facts import NO, YES
from scheduler.finished import Finished
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
    short = with_money(free_but_for(two_sessions(TAXI, BUS), TAXI, BUS), "project_budget", 2999)

    assert comes_by(short) == ["bus", "bus"]


def free_but_for(programme: Programme, *journeys: Journey) -> Programme:
    """Return a programme in which nothing costs anything but some journeys of Una's."""
    on_foot = tuple(
        Journey(person=person.code, venue="hall", by="walk", out_minutes=5)
        for person in programme.people
        if person.code != "una"
    )
    hall = tuple(venue.model_copy(update={"hire_pence": 0}) for venue in programme.venues)
    workers = tuple(w.model_copy(update={"session_pence": 0}) for w in programme.workers)
    update = {"journeys": (*journeys, *on_foot), "venues": hall, "workers": workers}
    return programme.model_copy(update=update)


def test_without_a_budget_the_faster_taxi_is_taken() -> None:
    assert comes_by(two_sessions(TAXI, BUS)) == ["taxi", "taxi"]


def test_where_there_is_no_other_way_the_plan_says_that_the_money_does_not_reach() -> None:
    assert comes_by(with_money(two_sessions(TAXI), "taxi_budget", 0)) == []


COMMUNITY = Journey(person="una", venue="hall", by="community transport", out_minutes=20, pence=500)


def test_money_for_one_taxi_of_two_pays_for_one_and_the_bus_does_for_the_other() -> None:
    """The bus was once not looked at where the money paid for some of the taxis."""
    some = with_money(two_sessions(TAXI, BUS), "taxi_budget", 3000)

    assert sorted(comes_by(some)) == ["bus", "taxi"]


def test_nobody_stays_at_home_for_a_taxi_somebody_else_needs_more() -> None:
    """Ishbel has no other way, so the money goes to her and Una takes the bus."""
    only = Journey(person="ishbel", venue="hall", by="taxi", out_minutes=10, pence=3000)
    made = two_sessions(TAXI, BUS, only)
    made = with_person("ishbel", made, travel=Travel(car=NO, taxi=YES))
    plan = make_plan(with_money(made, "taxi_budget", 6000), registry())

    taken = {c.person: c.way.by for held in plan.sessions for c in held.coming}
    assert len(plan.sessions) == 2
    assert all(len(held.absent) == 0 for held in plan.sessions)
    assert taken["ishbel"] == "taxi"
    assert taken["una"] == "bus"


def test_of_three_ways_the_one_between_is_taken_where_the_money_reaches_for_it() -> None:
    slow = BUS.model_copy(update={"out_minutes": 60})
    made = free_but_for(two_sessions(TAXI, COMMUNITY, slow), TAXI, COMMUNITY, slow)
    short = with_money(with_money(made, "taxi_budget", 0), "project_budget", 500)

    assert sorted(comes_by(short)) == ["bus", "community transport"]


def missed(programme: Programme) -> tuple[int, ...]:
    """Return what people with lived experience miss, worst first."""
    own = course(programme)
    found = best_series(own, Effort())
    # Levels are told in one order, whatever is settled first: sessions without a date, required
    # and optional, and then what people with lived experience miss.
    return found.values[2]


@pytest.mark.parametrize("number", [*range(6), 101, 180, 185])
def test_a_way_added_never_costs_anybody_a_session(number: int) -> None:
    """Where one way is known already, another is only more to choose from."""
    chance = Random(number)
    programme = with_money(drawn(number), "taxi_budget", chance.choice((900, 1800, 2700)))
    gone = chance.choice(("taxi", "bus"))
    fewer = tuple(j for j in programme.journeys if j.by != gone or chance.random() < 0.5)

    assert missed(programme) <= missed(programme.model_copy(update={"journeys": fewer}))


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


def test_a_taxi_to_a_booked_session_beyond_the_money_is_told_where_a_bus_would_do() -> None:
    """It could be otherwise, so it is a breach; the audit once broke off where nothing else was."""
    free = two_sessions(TAXI, BUS)
    plan = make_plan(free, registry())
    booked = tuple(
        SESSION.model_copy(
            update={"state": "booked", "day": held.start.date(), "start": f"{held.start:%H:%M}"}
            | {"venue": held.venue}
        )
        for held in plan.sessions
    )
    short = with_money(with_project(free, sessions=booked), "taxi_budget", 1000)
    rules = {"group": in_force(registry(), short, short.projects[0])}

    found = list(TaxiBudget(most_pence=1000).review(Finished.of(short, plan, rules)))

    assert [breach.number for breach in found] == [2]
    assert comes_by(short) == ["bus", "bus"]
