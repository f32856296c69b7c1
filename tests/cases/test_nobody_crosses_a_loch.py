"""Whole plans on two sides of a sea loch: no guess crosses water, nor brings who has no vehicle.

The glen is on one side of Loch Long, the town on the other, 16 km apart as the crow flies; the road
around the head of the loch is a good deal longer, and nobody says how long. The isle lies off the
shore and has no bridge. All is invented.
"""

from itertools import product

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.facts import NO, UNKNOWN, YES, Fact
from scheduler.journeys import Journey, Line, Water
from scheduler.lifts import Lift
from scheduler.people import Person, Travel
from scheduler.plan import Coming, Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.samples import GLEN, HALL, ISHBEL, RORY, TOWN
from scheduler.venues import Venue
from tests.whole_programmes import FAR, MEETING, base, with_project

LOCH = Water(name="Loch Long", points=((56.65, -4.5), (56.65, -3.5)))
INLAND = Water(name="Loch Beag", points=((56.65, -5.5), (56.65, -4.5)))
ISLE = TOWN.model_copy(
    update={"code": "isle", "name": "The Isle", "landmass": "Isle", "longitude": -3.9}
)
NAMELESS = TOWN.model_copy(update={"code": "nameless", "name": "Nameless", "landmass": ""})
UNPLACED = TOWN.model_copy(
    update={"code": "unplaced", "name": "Unplaced", "latitude": None, "longitude": None}
)
ANSWERS = (YES, NO, UNKNOWN)
HOMES = ("glen", "town", "isle", "nameless", "unplaced")


def living(home: str, car: Fact, taxi: Fact, number: int) -> Person:
    travel = Travel(car=car, taxi=taxi)
    return ISHBEL.model_copy(
        update={"code": f"p{number}", "name": f"Person {number}", "home": home, "travel": travel}
    )


EVERYBODY = tuple(
    living(home, car, taxi, number)
    for number, (home, car, taxi) in enumerate(product(HOMES, ANSWERS, ANSWERS))
)
"""One from each place for each answer to whether they have a car and can take a taxi."""


def around_the_loch(*venues: Venue, water: Water = LOCH, **given: object) -> Programme:
    """Return a programme of one session for everybody; professionals come from the glen."""
    people = (*EVERYBODY, RORY.model_copy(update={"home": "glen"}))
    programme = base(
        places=(GLEN, TOWN, ISLE, NAMELESS, UNPLACED),
        people=people,
        venues=tuple(venue.model_copy(update={"capacity": 60}) for venue in venues),
        constraints={"group_size": False, "quorum": {"least": 3}},
        waters=(water,),
        **given,
    )
    members = tuple(person.code for person in people)
    return with_project(programme, members=members, sessions=(MEETING,))


def planned(programme: Programme) -> Plan:
    """Return a plan that is sound and holds its session."""
    plan = make_plan(programme, registry())
    assert audit(programme, plan, registry()) == ()
    assert len(plan.sessions) == 1
    return plan


def on_a_guess(plan: Plan) -> list[Coming]:
    """Return whoever comes by a way that is guessed."""
    return [coming for coming in plan.sessions[0].coming if coming.way.estimated]


def sure(plan: Plan) -> set[str]:
    """Return whoever is counted on."""
    return {coming.person for coming in plan.sessions[0].coming if coming.sure}


def known(programme: Programme) -> dict[str, Person]:
    return {person.code: person for person in programme.people}


@pytest.mark.parametrize("hall", [HALL, FAR], ids=["in the glen", "in the town"])
def test_no_guess_crosses_a_loch_and_none_brings_who_has_neither_car_nor_taxi(hall: Venue) -> None:
    programme = around_the_loch(hall)

    plan = planned(programme)

    guessed = {coming.person for coming in on_a_guess(plan)}
    assert guessed == {
        person.code
        for person in programme.people
        if person.home == hall.place and (person.travel.car.is_yes or person.travel.taxi.is_yes)
    }
    assert sure(plan) == guessed


def test_where_the_loch_is_elsewhere_the_same_people_are_driven_by_a_guess() -> None:
    """What keeps them away above is the water and nothing else."""
    programme = around_the_loch(FAR, water=INLAND)

    plan = planned(programme)

    homes = {known(programme)[coming.person].home for coming in on_a_guess(plan)}
    assert homes == {"glen", "town"}
    assert all(
        person.travel.car.is_yes or person.travel.taxi.is_yes
        for person in (known(programme)[code] for code in sure(plan))
    )


@pytest.mark.parametrize("water", [LOCH, INLAND], ids=["across the loch", "by the road"])
def test_a_lift_both_agreed_to_brings_who_has_no_vehicle_and_never_across_water(
    water: Water,
) -> None:
    afoot, driver = (
        next(p.code for p in EVERYBODY if p.home == "glen" and p.travel == Travel(car=car, taxi=NO))
        for car in (NO, YES)
    )
    lift = Lift(driver=driver, driven=afoot, agreed_by=(driver, afoot))
    programme = around_the_loch(FAR, water=water)
    project = programme.projects[0].model_copy(update={"lifts": (lift,)})

    plan = planned(programme.model_copy(update={"projects": (project,)}))

    ways = {coming.person: coming.way for coming in on_a_guess(plan)}
    assert (afoot in ways, driver in ways) == (water == INLAND, water == INLAND)
    assert {code: way.driver for code, way in ways.items() if way.driver} == (
        {afoot: driver} if water == INLAND else {}
    )


def test_what_somebody_entered_crosses_the_loch_and_says_who_comes_by_it() -> None:
    """A ferry and a road around that were typed in are no guess."""
    (afoot,) = (
        person.code
        for person in EVERYBODY
        if person.home == "glen" and person.travel == Travel(car=NO, taxi=NO)
    )
    (driver, *_) = (p.code for p in EVERYBODY if p.home == "isle" and p.travel.car.is_yes)
    road = Journey(person=driver, venue="far", by="car", out_minutes=80)
    ferry = Line(
        name="Loch ferry", by="ferry", days="daily", from_place="glen", to_place="far",
        out=(("10:00", "10:20"),), back=(("13:30", "13:50"),), pence=0, source="a timetable",
    )  # fmt: skip
    programme = around_the_loch(FAR, journeys=(road,), lines=(ferry,))

    plan = planned(programme)

    ways = {coming.person: coming.way for coming in plan.sessions[0].coming}
    assert {afoot, driver} <= sure(plan)
    assert (ways[afoot].by, ways[afoot].estimated) == ("ferry", False)
    assert (ways[driver].by, ways[driver].estimated) == ("car", False)
    assert all(known(programme)[one.person].home == "town" for one in on_a_guess(plan))
