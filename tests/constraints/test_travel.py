"""Nobody is asked to travel further than they can, and no way back is no way."""

from datetime import date

import pytest

from constraints.travel import Travel
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.people import Travel as Means
from scheduler.programme import Line, Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, at
from scheduler.venues import ONLINE
from scheduler.ways import NO_WAY, NOT_KNOWN, Way, way_for
from tests.constraints.taking_part import a_part
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, accepting, forms_agree

QUIET = ISHBEL.model_copy(update={"share_reasons": False})
ANYWAY = ISHBEL.model_copy(update={"come_anyway": ("travel",)})
CANNOT = Objection(Degree.NEVER, "Ishbel cannot come then.", "")
LONG = Way(by="bus", out_minutes=91, back_minutes=20)
HOW = Objection(
    Degree.UNKNOWN,
    (
        "How could Ishbel get to Glen Hall and home again? "
        "Enter a journey there and back, or say yes to a taxi."
    ),
    "",
)
BUS = Line(
    name="The bus",
    days="Mon-Fri",
    from_place="town",
    to_place="glen",
    out=(("08:00", "08:40"), ("11:00", "12:50")),
    back=(("15:00", "15:40"), ("18:00", "20:30")),
)


def said_of(
    way: Way, person: Person = ISHBEL, programme: Programme = PROGRAMME
) -> Objection | None:
    return Travel().check(programme=programme, person=person, venue=HALL, way=way)


def limited(most_minutes: int | None = None, most_changes: int | None = None) -> Person:
    means = Means(most_minutes=most_minutes, most_changes=most_changes)
    return ISHBEL.model_copy(update={"travel": means})


@pytest.mark.parametrize("legs", [(90, 90), (0, 90), (90, 0)])
def test_ninety_minutes_each_way_with_two_changes_can_be_borne(legs: tuple[int, int]) -> None:
    assert said_of(Way(by="bus", out_minutes=legs[0], back_minutes=legs[1], changes=2)) is None


@pytest.mark.parametrize("legs", [(91, 20), (20, 91)])
def test_the_longer_leg_counts(legs: tuple[int, int]) -> None:
    says = "Ishbel would travel 91 minutes one way to Glen Hall; 90 is the most."

    way = Way(by="bus", out_minutes=legs[0], back_minutes=legs[1])

    assert said_of(way) == Objection(Degree.NEVER, says, "")


@pytest.mark.parametrize(
    ("person", "way", "is_refused"),
    [
        (limited(most_minutes=120), Way(by="bus", out_minutes=110, back_minutes=110), False),
        (limited(most_minutes=30), Way(by="bus", out_minutes=31, back_minutes=31), True),
        (limited(most_minutes=0), Way(by="walk", out_minutes=1, back_minutes=1), True),
        (limited(most_changes=0), Way(by="bus", changes=1), True),
        (limited(most_changes=3), Way(by="bus", changes=3), False),
    ],
)
def test_what_a_person_said_goes_before_the_settings(
    person: Person, way: Way, is_refused: bool
) -> None:
    assert (said_of(way, person) is not None) == is_refused


@pytest.mark.parametrize("way", [NO_WAY, LONG, Way(by="bus", changes=3)])
def test_a_private_person_only_cannot_come(way: Way) -> None:
    assert said_of(way, QUIET) == CANNOT


@pytest.mark.parametrize("way", [NO_WAY, LONG, Way(by="bus", changes=3)])
def test_who_will_come_anyway_may(way: Way) -> None:
    assert said_of(way, ANYWAY) is None


@pytest.mark.parametrize("person", [ISHBEL, QUIET, ANYWAY])
def test_a_way_nobody_knows_is_asked_for(person: Person) -> None:
    assert said_of(NOT_KNOWN, person) == HOW


def test_a_way_nobody_knows_may_be_accepted_in_writing() -> None:
    assert said_of(NOT_KNOWN, programme=accepting(PROGRAMME, "travel", about="ishbel")) is None
    assert said_of(NOT_KNOWN, programme=accepting(PROGRAMME, "travel", about="rory")) == HOW


def test_an_estimated_way_is_good_enough_and_said_nowhere() -> None:
    assert said_of(Way(by="car", out_minutes=30, back_minutes=30, estimated=True)) is None


def test_a_session_on_line_asks_nobody_to_travel() -> None:
    time = (at("Tuesday 8 June 2027 11:00"), at("Tuesday 8 June 2027 13:00"))
    way = way_for(PROGRAMME, limited(most_minutes=0), ONLINE, time=time)

    assert Travel().check(PROGRAMME, limited(most_minutes=0), ONLINE, way) is None


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree_where_buses_differ_by_day_and_hour(window: tuple[date, date]) -> None:
    by_bus = ISHBEL.model_copy(update={"code": "by-bus", "home": "town", "travel": Means()})
    lost = by_bus.model_copy(update={"code": "lost", "home": ""})
    near = by_bus.model_copy(update={"code": "near", "travel": Means(most_minutes=40)})
    anyway = by_bus.model_copy(update={"code": "anyway", "come_anyway": ("travel",)})
    away = HALL.model_copy(update={"code": "away", "place": "town"})
    programme = a_programme((HALL, away), window).model_copy(update={"lines": (BUS,)})
    grid = a_grid(programme, people=(ISHBEL, by_bus, lost, near, anyway))

    assert forms_agree(Travel(), grid)
    assert set(Travel().screen(grid).degrees.ravel()) == {0, Degree.UNKNOWN, Degree.NEVER}


def test_a_group_of_nobody_has_no_journeys() -> None:
    grid = a_grid(a_programme((HALL,)), people=())

    assert Travel().screen(grid).degrees.shape == (1, 1, 0)


@pytest.mark.parametrize("way", [NO_WAY, LONG])
def test_no_way_and_too_long_a_way_do_not_suit(way: Way) -> None:
    found = [Travel().does_not_suit(a_part(person, way=way)) for person in (ISHBEL, ANYWAY)]

    assert found == [True, False]


def test_a_way_nobody_knows_of_is_asked_about_first() -> None:
    assert not Travel().does_not_suit(a_part(way=NOT_KNOWN))
