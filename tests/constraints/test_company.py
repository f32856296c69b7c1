"""People who must not meet do not, and nothing tells who they are."""

from dataclasses import replace

import pytest

from constraints.company import Company
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import NO
from scheduler.people import Person
from scheduler.samples import HALL, ISHBEL, PROGRAMME, RORY
from scheduler.venues import BY_PHONE, ONLINE, Venue
from tests.constraints.taking_part import a_part

RULED_OUT = Objection(Degree.RIGHT, "A private need rules this out.", is_private=True)
APART = ISHBEL.model_copy(update={"not_with": ("rory",)})
RINGS_IN = {"other_ways": ("by phone",)}


def said_of(*group: Person, venue: Venue = HALL, person: Person = APART) -> Objection | None:
    programme = PROGRAMME.model_copy(update={"people": (APART, RORY, *group)})
    return Company().check(programme=programme, venue=venue, person=person, group=group)


@pytest.mark.parametrize("shares", [True, False])
def test_both_in_one_group_rules_every_room_out(shares: bool) -> None:
    person = APART.model_copy(update={"share_reasons": shares})

    assert said_of(person, RORY, person=person) == RULED_OUT


def test_the_other_one_is_told_nothing() -> None:
    assert said_of(APART, RORY, person=RORY) is None


def test_whoever_asked_for_it_may_choose_to_ring_in_and_nobody_else_for_them() -> None:
    """A session was planned to which the other one rang in, on one line with them in the room."""
    rings_in = APART.model_copy(update=RINGS_IN)
    other = RORY.model_copy(update=RINGS_IN)
    never_comes = other.model_copy(update={"other_ways_only": True})

    assert said_of(rings_in, RORY, person=rings_in) is None
    assert said_of(APART, other) == RULED_OUT
    assert said_of(APART, never_comes) == RULED_OUT


def test_whoever_asked_for_it_rings_in_if_they_chose_so_and_the_other_one_comes() -> None:
    rory, ishbel = (each.model_copy(update=RINGS_IN) for each in (RORY, APART))

    assert (joins(ishbel, RORY), joins(rory, ishbel)) == (True, False)


def joins(person: Person, other: Person) -> bool:
    """Say whether the room does not suit somebody, the other being in the group."""
    return Company().does_not_suit(a_part(person, others=(other,)))


def test_whoever_asked_for_it_and_never_comes_keeps_nobody_away() -> None:
    ishbel = APART.model_copy(update={**RINGS_IN, "other_ways_only": True})
    deaf_spot = HALL.model_copy(update={"phone_reception": NO})

    assert said_of(ishbel, RORY, person=ishbel) is None
    assert not Company().does_not_suit(a_part(RORY, deaf_spot, others=(ishbel,)))


def test_where_nobody_can_ring_in_no_room_will_do() -> None:
    rings_in = APART.model_copy(update=RINGS_IN)
    deaf_spot = HALL.model_copy(update={"phone_reception": NO})

    assert said_of(rings_in, RORY, venue=deaf_spot, person=rings_in) == RULED_OUT


def test_the_place_where_the_other_one_works_does_not_suit_either() -> None:
    rory = RORY.model_copy(update={"places_of_service": ("hall",)})
    person = APART.model_copy(update={**RINGS_IN, "not_with": ("rory",)})
    part = replace(a_part(person, others=(rory,)), group=(person,))

    assert Company().does_not_suit(part)


def test_one_of_two_others_in_the_room_is_one_too_many() -> None:
    apart = APART.model_copy(update={"not_with": ("rory", "morag")})
    morag = RORY.model_copy(update={"code": "morag", **RINGS_IN})

    assert said_of(apart, RORY, morag, person=apart) == RULED_OUT


def test_a_group_without_the_other_one_may_meet() -> None:
    assert said_of(APART) is None


def test_place_where_the_other_one_works_is_out_though_they_are_not_in_the_group() -> None:
    rory = RORY.model_copy(update={"places_of_service": ("hall",)})
    programme = PROGRAMME.model_copy(update={"people": (APART, rory)})

    objection = Company().check(programme=programme, venue=HALL, person=APART, group=(APART,))

    assert objection == RULED_OUT


def test_the_other_one_ringing_in_does_not_open_the_place_where_they_work() -> None:
    rory = RORY.model_copy(update={"places_of_service": ("hall",), **RINGS_IN})

    assert said_of(APART, rory) == RULED_OUT


def test_come_anyway_does_not_open_it() -> None:
    person = APART.model_copy(update={"come_anyway": ("company",)})

    assert said_of(person, RORY, person=person) == RULED_OUT


@pytest.mark.parametrize("call", [ONLINE, BY_PHONE], ids=lambda call: call.code)
def test_on_one_call_they_are_together(call: Venue) -> None:
    """Nothing was said of a call: two who must not meet were brought together on it."""
    assert said_of(APART, RORY, venue=call) == RULED_OUT


def test_a_call_of_the_kind_they_chose_is_theirs_to_choose() -> None:
    rings_in = APART.model_copy(update=RINGS_IN)

    assert said_of(rings_in, RORY, venue=BY_PHONE, person=rings_in) is None
    assert said_of(rings_in, RORY, venue=ONLINE, person=rings_in) == RULED_OUT


def test_a_right_cannot_give() -> None:
    assert (Company.is_right, Company.relaxations) == (True, ())
