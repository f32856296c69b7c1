"""Whoever chose so joins from elsewhere where the room or the way there does not suit."""

from dataclasses import dataclass, replace

import pytest

from constraints.access_needs import AccessNeeds
from constraints.travel import Travel
from scheduler.facts import NO, UNKNOWN, YES, Fact
from scheduler.people import Person
from scheduler.people import Travel as Means
from scheduler.programme import Line
from scheduler.samples import HALL, ISHBEL, RORY, on
from scheduler.taking_part import connection_of, other_way, way_of
from scheduler.venues import ONLINE, Venue
from scheduler.ways import NO_WAY, Way
from tests.constraints.taking_part import BY_CAR, BY_PHONE, a_part
from tests.constraints.venue_grids import a_grid, a_programme

RULES = (AccessNeeds(), Travel())
RINGS_IN = ISHBEL.model_copy(update={"other_ways": ("by phone",)})
ONLY_RINGS_IN = RINGS_IN.model_copy(update={"other_ways_only": True})
EITHER = ISHBEL.model_copy(update={"other_ways": ("on-line", "by phone")})


def hall(internet: Fact = UNKNOWN, phone: Fact = UNKNOWN) -> Venue:
    return HALL.model_copy(update={"internet": internet, "phone_reception": phone})


@dataclass(frozen=True)
class Case:
    """Somebody, a room, the way there, and how they take part."""

    says: str
    person: Person
    venue: Venue
    way: Way
    takes: Way


CASES = (
    Case("nobody asked for another way", ISHBEL, HALL, NO_WAY, NO_WAY),
    Case("the room and the way suit", RINGS_IN, HALL, BY_CAR, BY_CAR),
    Case("there is no way", RINGS_IN, HALL, NO_WAY, BY_PHONE),
    Case("only by phone, although they could drive", ONLY_RINGS_IN, HALL, BY_CAR, BY_PHONE),
    Case("no way and no reception", RINGS_IN, hall(phone=NO), NO_WAY, NO_WAY),
    Case("only by phone, and no reception", ONLY_RINGS_IN, hall(phone=NO), BY_CAR, BY_PHONE),
    Case("no internet, so by phone", EITHER, hall(internet=NO), NO_WAY, BY_PHONE),
    Case("everybody is on-line", ONLY_RINGS_IN, ONLINE, Way(by="on-line"), Way(by="on-line")),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_way_of(case: Case) -> None:
    assert way_of(RULES, a_part(case.person, case.venue, way=case.way)) == case.takes


def test_each_way_to_join_has_its_own_connection() -> None:
    venue = hall(internet=YES, phone=NO)

    assert (connection_of(venue, "on-line"), connection_of(venue, "by phone")) == (YES, NO)


def test_the_first_way_chosen_that_is_not_ruled_out_is_taken() -> None:
    found = [other_way(EITHER, venue) for venue in (hall(), hall(NO), hall(NO, NO))]

    assert found == ["on-line", "by phone", ""]


def test_in_bulk_only_those_who_chose_so_join_where_a_room_does_not_suit() -> None:
    steps = HALL.model_copy(update={"code": "steps", "access": {"step-free": NO}})
    una = RINGS_IN.model_copy(update={"code": "una", "needs": ("step-free",)})
    people = (una, RORY, RINGS_IN)
    grid = replace(a_grid(a_programme((HALL, steps)), people=people), rules=RULES)

    found = [[grid.way(0, venue, p).by for venue in (0, 1)] for p in range(3)]

    assert found == [["car", "by phone"], ["car", "car"], ["car", "car"]]


def test_in_bulk_a_bus_that_does_not_run_makes_somebody_ring_in_that_day_only() -> None:
    bus = Line(
        name="Bus",
        days="Fri",
        from_place="glen",
        to_place="hall",
        out=(("09:00", "09:30"),),
        back=(("12:00", "12:30"),),
    )
    programme = a_programme((HALL,)).model_copy(update={"lines": (bus,)})
    on_foot = RINGS_IN.model_copy(update={"travel": Means(car=NO)})
    grid = replace(a_grid(programme, people=(on_foot,)), rules=RULES)

    by_bus = {grid.starts[s].date() for s in range(grid.shape[0]) if grid.way(s, 0, 0).by == "bus"}
    rings = {grid.starts[s].date() for s in range(grid.shape[0]) if grid.way(s, 0, 0).is_remote}

    assert by_bus == {on("Friday 26 March 2027")}
    assert rings == set(grid.days)
