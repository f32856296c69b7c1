"""Who rides with whom: as both agreed, as far as seats, roads and the driver's detour allow."""

import pytest

from scheduler.facts import NO, UNKNOWN
from scheduler.lifts import Lift
from scheduler.people import Person, Travel
from scheduler.programme import Journey, Programme, Project
from scheduler.rides import Ride, Rides, Riding, every_rides
from scheduler.samples import HALL, ISHBEL, PROGRAMME, PROJECT, RORY
from scheduler.venues import ONLINE
from scheduler.ways import NO_WAY, NOT_KNOWN, Way

UNA = ISHBEL.model_copy(
    update={"code": "una", "name": "Una", "home": "town", "travel": Travel(car=NO)}
)
FLORA = UNA.model_copy(update={"code": "flora", "name": "Flora"})
BOTH = ("rory", "una")
WITH_RORY = Lift(driver="rory", driven="una", agreed_by=BOTH)
BY_CAR = Journey(person="rory", venue="hall", by="car", out_minutes=40, back_minutes=45)


def a_project(*lifts: Lift) -> Project:
    members = ("ishbel", "rory", "una", "flora")
    return PROJECT.model_copy(update={"members": members, "lifts": lifts})


def a_programme(*lifts: Lift, people: tuple[Person, ...] = (), journeys: bool = True) -> Programme:
    by_code = {p.code: p for p in (ISHBEL, RORY, UNA, FLORA, *people)}
    update = {
        "people": tuple(by_code.values()),
        "projects": (a_project(*lifts),),
        "journeys": (BY_CAR,) if journeys else (),
    }
    return PROGRAMME.model_copy(update=update)


def way(programme: Programme, code: str, rides: Rides, own: Way = NOT_KNOWN) -> Way:
    person = next(each for each in programme.people if each.code == code)
    return Riding(programme, programme.projects[0], rides).way(HALL, person, own)


def agreed(driver: str, driven: str, **terms: object) -> Lift:
    return Lift(driver=driver, driven=driven, agreed_by=(driver, driven)).model_copy(update=terms)


@pytest.mark.parametrize("agreed_by", [(), ("rory",), ("una",)])
def test_a_lift_to_which_not_both_said_yes_does_not_exist(agreed_by: tuple[str, ...]) -> None:
    lift = WITH_RORY.model_copy(update={"agreed_by": agreed_by})

    assert every_rides(a_project(lift)) == ((),)


def test_with_both_sides_consent_one_may_ride_or_not() -> None:
    assert every_rides(a_project(WITH_RORY)) == ((), (Ride("rory", "una"),))


def test_a_lift_from_outside_the_group_does_not_exist() -> None:
    """A group split in two keeps the lifts of both halves, and each half has its own members."""
    project = a_project(WITH_RORY).model_copy(update={"members": ("ishbel", "una")})

    assert every_rides(project) == ((),)


def test_nobody_rides_with_two_at_once() -> None:
    lifts = WITH_RORY, agreed("ishbel", "una")

    assert every_rides(a_project(*lifts)) == (
        (),
        (Ride("rory", "una"),),
        (Ride("ishbel", "una"),),
    )


@pytest.mark.parametrize(("seats", "together"), [(1, False), (2, True)])
def test_a_driver_takes_as_many_as_there_are_seats(seats: int, together: bool) -> None:
    lifts = [agreed("rory", code, seats=seats) for code in ("una", "flora")]

    rides = every_rides(a_project(*lifts))

    assert ((Ride("rory", "una"), Ride("rory", "flora")) in rides) == together


def test_nobody_drives_who_is_driven() -> None:
    lifts = WITH_RORY, agreed("una", "flora")

    assert (Ride("rory", "una"), Ride("una", "flora")) not in every_rides(a_project(*lifts))


def test_from_the_same_place_nobody_goes_out_of_their_way() -> None:
    programme = a_programme(WITH_RORY)
    rides = (Ride("rory", "una"),)

    driver, driven = way(programme, "rory", rides), way(programme, "una", rides)

    assert (driver.out_minutes, driver.back_minutes, driver.drives) == (40, 45, ("una",))
    assert (driven.by, driven.out_minutes, driven.back_minutes) == ("lift", 40, 45)
    assert driven.driver == "rory"


def test_the_detour_somebody_told_is_counted_both_ways() -> None:
    programme = a_programme(agreed("rory", "una", detour_minutes=12))

    driver = way(programme, "rory", (Ride("rory", "una"),))

    assert (driver.out_minutes, driver.back_minutes) == (52, 57)


def test_a_detour_nobody_told_is_worked_out_from_the_map() -> None:
    """Ishbel lives in the glen by the hall: fetching Una from the town is there and back again."""
    lift = agreed("ishbel", "una", most_detour_minutes=120)
    programme = a_programme(lift, journeys=False)
    rides = (Ride("ishbel", "una"),)

    driver, driven = way(programme, "ishbel", rides), way(programme, "una", rides)

    assert driver.estimated
    assert driven.estimated
    assert driver.out_minutes > 2 * driven.out_minutes - 10
    assert driven.out_minutes < driver.out_minutes


@pytest.mark.parametrize(("most", "rides_along"), [(11, False), (12, True)])
def test_nobody_is_asked_further_out_of_their_way_than_agreed(most: int, rides_along: bool) -> None:
    programme = a_programme(agreed("rory", "una", detour_minutes=12, most_detour_minutes=most))

    assert (way(programme, "una", (Ride("rory", "una"),)).driver == "rory") == rides_along


def test_detours_for_several_are_counted_together() -> None:
    lifts = [
        agreed("rory", code, seats=2, detour_minutes=10, most_detour_minutes=15)
        for code in ("una", "flora")
    ]
    both = Ride("rory", "una"), Ride("rory", "flora")

    assert way(a_programme(*lifts), "una", both[:1]).driver == "rory"
    assert way(a_programme(*lifts), "una", both) == NOT_KNOWN


def test_where_nobody_knows_how_far_out_of_the_way_it_is_nobody_rides() -> None:
    nowhere = UNA.model_copy(update={"home": ""})

    assert way(a_programme(WITH_RORY, people=(nowhere,)), "una", (Ride("rory", "una"),)) == (
        NOT_KNOWN
    )


def test_who_has_no_car_or_does_not_say_drives_nobody() -> None:
    for car in (NO, UNKNOWN):
        rory = RORY.model_copy(update={"travel": Travel(car=car)})
        programme = a_programme(WITH_RORY, people=(rory,), journeys=False)

        assert way(programme, "una", (Ride("rory", "una"),)) == NOT_KNOWN


def test_a_lift_there_only_is_for_who_can_get_home_alone() -> None:
    programme = a_programme(agreed("rory", "una", back=False, detour_minutes=5))
    rides = (Ride("rory", "una"),)
    bus = Way(by="bus", out_minutes=80, back_minutes=70, changes=1)

    driver, driven = way(programme, "rory", rides), way(programme, "una", rides, bus)

    assert (driver.out_minutes, driver.back_minutes) == (45, 45)
    assert (driven.by, driven.driver, driven.back_minutes) == ("bus", "rory", 70)
    assert driven.out_minutes <= 45
    assert way(programme, "una", rides, NO_WAY) == NO_WAY
    assert way(programme, "una", rides, Way(by="taxi", back_minutes=20)).by == "taxi"


def test_nobody_rides_to_a_session_without_a_room() -> None:
    programme = a_programme(WITH_RORY)
    riding = Riding(programme, programme.projects[0], (Ride("rory", "una"),))

    assert not riding.is_possible(ONLINE)
    assert riding.way(ONLINE, UNA, Way(by="on-line")) == Way(by="on-line")


def test_a_ride_nobody_agreed_to_is_nobodys_way() -> None:
    programme = a_programme()

    assert way(programme, "una", (Ride("rory", "una"),), NO_WAY) == NO_WAY
