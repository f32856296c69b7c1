"""A private no-go place closes a venue for the whole group, and nothing tells whose it is."""

import pytest

from constraints.no_go_places import NoGoPlaces
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import NO
from scheduler.people import Person
from scheduler.samples import HALL, ISHBEL
from scheduler.venues import BY_PHONE, Venue
from tests.constraints.taking_part import a_part

RULED_OUT = Objection(Degree.RIGHT, "A private need rules this out.", is_private=True)
STATION = HALL.model_copy(update={"kind": "police station", "operator": "Police Scotland"})


def not_to(*places: str, **told: object) -> Person:
    return ISHBEL.model_copy(update={"no_go": places, **told})


def said_of(venue: Venue, person: Person) -> Objection | None:
    return NoGoPlaces().check(venue=venue, person=person)


@pytest.mark.parametrize(
    "words",
    [
        "hall",
        "Glen Hall",
        "the glen hall",
        "police station",
        "Police",
        "authority",
        "POLICE SCOTLAND",
    ],
)
def test_place_is_known_by_code_name_kind_wider_kind_or_who_runs_it(words: str) -> None:
    assert said_of(STATION, not_to(words)) == RULED_OUT


@pytest.mark.parametrize("shares", [True, False])
def test_nothing_more_is_said_whatever_they_share(shares: bool) -> None:
    assert said_of(HALL, not_to("Glen Hall", share_reasons=shares)) == RULED_OUT


def test_another_place_is_open() -> None:
    assert said_of(HALL, not_to("police", "church")) is None


def test_somebody_with_no_such_place_can_go_anywhere() -> None:
    assert said_of(STATION, ISHBEL) is None


def test_what_kind_of_place_it_is_is_asked_whoever_is_in_the_group() -> None:
    """Else the question would tell that somebody has a place they must not go to."""
    asks = Objection(
        Degree.UNKNOWN, "What kind of place is Glen Hall, and who runs it?", is_private=True
    )

    assert said_of(HALL.model_copy(update={"kind": ""}), ISHBEL) == asks


def test_somebody_who_chose_another_way_takes_it_there_and_only_there() -> None:
    person = not_to("Glen Hall", other_ways=("on-line",))
    town = HALL.model_copy(update={"code": "far", "name": "Town Hall"})

    found = [NoGoPlaces().does_not_suit(a_part(person, venue)) for venue in (HALL, town)]

    assert said_of(HALL, person) is None
    assert found == [True, False]


def test_without_a_connection_the_place_stays_out() -> None:
    no_internet = HALL.model_copy(update={"internet": NO})

    assert said_of(no_internet, not_to("hall", other_ways=("on-line",))) == RULED_OUT


def test_whoever_never_comes_goes_nowhere() -> None:
    never = not_to("hall", other_ways=("on-line",), other_ways_only=True)

    assert said_of(HALL, never) is None


def test_a_place_of_no_known_kind_is_asked_before_it_is_open() -> None:
    says = "What kind of place is Glen Hall, and who runs it?"
    venue = HALL.model_copy(update={"kind": ""})

    assert said_of(venue, not_to("police")) == Objection(Degree.UNKNOWN, says, is_private=True)


def test_come_anyway_does_not_open_it() -> None:
    assert said_of(HALL, not_to("hall", come_anyway=("no_go_places",))) == RULED_OUT


def test_by_phone_nobody_goes_anywhere() -> None:
    assert said_of(BY_PHONE, not_to("by phone")) is None


def test_a_right_cannot_give() -> None:
    assert (NoGoPlaces.is_right, NoGoPlaces.relaxations) == (True, ())
