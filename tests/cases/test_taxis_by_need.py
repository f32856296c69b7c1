"""Who is brought by taxi where the money does not reach for all: by need, then by what it saves.

Need is settled first: nobody misses a session so that somebody else travels better. Only among ways
by which everybody comes does it count what a taxi saves: first it goes to whoever would travel
longer than they can bear, then where it saves the most minutes, and last where it costs least.
"""

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.facts import NO, YES
from scheduler.journeys import Journey
from scheduler.people import Travel
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.samples import HALL, on
from scheduler.workers import WHEELCHAIR_TAXI, Worker
from tests.whole_programmes import FLORA, UNA, base, set_to, with_person

TEN_POUNDS = 1000


def two_by_bus_or_taxi(**ways: dict[str, int]) -> Programme:
    """Return a programme in which two have a taxi of 10 minutes each, and a bus where one is told.

    Parameters
    ----------
    ways
        For each of the two, how many minutes the bus takes, what the taxi costs in pence, and how
        many minutes they can bear.
    """
    journeys = []
    programme = base()
    for person in (UNA, FLORA):
        own = ways[person.code]
        bears = own.get("bears", 120)
        travel = Travel(car=NO, taxi=YES, most_minutes=240, comfortable_minutes=bears)
        programme = with_person(person, programme, travel=travel)
        taxi = {"by": "taxi", "out_minutes": 10, "pence": own.get("fare", TEN_POUNDS)}
        bus = {"by": "bus", "out_minutes": own["bus"], "pence": 0} if "bus" in own else None
        journeys += [
            Journey(person=person.code, venue="hall", **way)  # type: ignore[arg-type]
            for way in (taxi, bus)
            if way
        ]
    return programme.model_copy(update={"journeys": tuple(journeys), "venues": (HALL,)})


def ways_with(programme: Programme, pence: int = TEN_POUNDS) -> dict[str, str]:
    """Return by what each of the two comes to the only session, with so much for taxis."""
    programme = set_to(programme, "taxi_budget", {"most_pence": pence})
    plan = make_plan(programme, registry())
    assert audit(programme, plan, registry()) == ()
    (held,) = plan.sessions
    return {one.person: one.way.by for one in held.coming if one.person in {"una", "flora"}}


def other(name: str) -> str:
    return {"una": "flora", "flora": "una"}[name]


@pytest.mark.parametrize("one", ["una", "flora"])
def test_whoever_has_no_other_way_goes_before_whoever_it_would_save_hours(one: str) -> None:
    programme = two_by_bus_or_taxi(**{one: {}, other(one): {"bus": 110}})

    assert ways_with(programme) == {one: "taxi", other(one): "bus"}


@pytest.mark.parametrize("one", ["una", "flora"])
def test_where_both_come_anyway_it_goes_where_it_saves_more_minutes(one: str) -> None:
    programme = two_by_bus_or_taxi(**{one: {"bus": 110}, other(one): {"bus": 50}})

    assert ways_with(programme) == {one: "taxi", other(one): "bus"}


@pytest.mark.parametrize("one", ["una", "flora"])
def test_whoever_cannot_bear_the_bus_goes_before_whoever_it_saves_more_minutes(one: str) -> None:
    programme = two_by_bus_or_taxi(
        **{one: {"bus": 50, "bears": 30}, other(one): {"bus": 110, "bears": 120}}
    )

    assert ways_with(programme) == {one: "taxi", other(one): "bus"}


@pytest.mark.parametrize("one", ["una", "flora"])
def test_where_it_saves_both_the_same_the_cheaper_taxi_is_taken(one: str) -> None:
    programme = two_by_bus_or_taxi(
        **{one: {"bus": 60, "fare": 700}, other(one): {"bus": 60, "fare": 900}}
    )

    assert ways_with(programme) == {one: "taxi", other(one): "bus"}


def test_with_money_for_both_both_are_fetched() -> None:
    programme = two_by_bus_or_taxi(una={"bus": 110}, flora={"bus": 50})

    assert ways_with(programme, 2 * TEN_POUNDS) == {"una": "taxi", "flora": "taxi"}


# Wheelchair taxis: a right, so they are never taken from one for what they would save another.

FETCHED = {"una", "flora"}
WHEELS = {"assistance": (WHEELCHAIR_TAXI,), "travel": Travel(car=NO, taxi=YES)}
VAN = Worker(code="van", name="Glen Taxis", roles=(WHEELCHAIR_TAXI,))
MONDAY, TUESDAY = on("Monday 7 June 2027"), on("Tuesday 8 June 2027")


def two_groups(**given: object) -> Programme:
    """Return two groups that want the same hour, each with somebody who needs the only vehicle."""
    lenient = {"group_size": False, "quorum": {"least": 1}, "balance": {"least_lived": 0}}
    first = base().projects[0].model_copy(update={"members": ("ishbel", "una")})
    second = first.model_copy(update={"code": "other", "members": ("flora", "rory")})
    programme = base(
        projects=(first, second),
        workers=(VAN,),
        journeys=tuple(
            Journey(person=code, venue="hall", by="taxi", out_minutes=minutes, pence=900)
            for code, minutes in (("una", 10), ("flora", 40))
        ),
        constraints={**lenient, "every_view": False},
        **given,
    )
    return with_person(UNA, with_person(FLORA, programme, **WHEELS), **WHEELS)


def test_two_groups_that_compete_for_one_vehicle_meet_on_two_days_and_nobody_misses() -> None:
    programme = two_groups(last_day=TUESDAY)

    plan = make_plan(programme, registry())

    assert audit(programme, plan, registry()) == ()
    assert sorted(one.start.date() for one in plan.sessions) == [MONDAY, TUESDAY]
    assert [one.workers for one in plan.sessions] == [("van",), ("van",)]
    assert {
        one.way.by for each in plan.sessions for one in each.coming if one.person in FETCHED
    } == {"taxi"}


def test_with_one_day_one_group_meets_and_the_other_is_refused_rather_than_left_without() -> None:
    plan = make_plan(two_groups(last_day=MONDAY), registry())

    assert (plan.possible, len(plan.sessions), len(plan.unplaced)) == (False, 1, 1)
    (held,) = plan.sessions
    assert [one.way.by for one in held.coming if one.person in FETCHED] == ["taxi"]
