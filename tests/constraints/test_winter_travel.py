"""In winter a project may want everybody home in the light; nothing is closed by it."""

from datetime import date, timedelta

import pytest

from constraints.winter_travel import WinterTravel
from scheduler.calendars.patterns import PatternError
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, TOWN, at
from scheduler.venues import ONLINE, Venue
from scheduler.ways import Way
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

TWENTY = Way(by="car", out_minutes=20, back_minutes=20)
DUSK, SUNSET = WinterTravel(home_before="dusk"), WinterTravel(home_before="sunset")
LATE = Objection(Degree.AVOID, "Ishbel would be on the road after sunset.")
WITHOUT_A_MAP = PROGRAMME.model_copy(update={"places": ()})
IN_UNST = HALL.model_copy(update={"latitude": 60.8, "longitude": -0.8})


def asked(
    words: str,
    rule: WinterTravel = SUNSET,
    *,
    person: Person = ISHBEL,
    venue: Venue = HALL,
    programme: Programme = PROGRAMME,
) -> Objection | None:
    start = at(words)
    return rule.check(start, start + timedelta(hours=2), programme, venue, person, TWENTY)


def test_the_way_home_ends_before_the_sun_sets_at_home() -> None:
    """On Tuesday 12 January 2027 the sun sets at 16:04 in the glen."""
    assert asked("Tuesday 12 January 2027 13:44") is None
    assert asked("Tuesday 12 January 2027 13:45") == LATE


def test_dusk_leaves_more_time_than_sunset() -> None:
    assert asked("Tuesday 12 January 2027 14:15") == LATE
    assert asked("Tuesday 12 January 2027 14:15", DUSK) is None


def test_winter_may_take_longer_on_the_road() -> None:
    slow = WinterTravel(home_before="sunset", extra_minutes=15)

    assert asked("Tuesday 12 January 2027 13:29", slow) is None
    assert asked("Tuesday 12 January 2027 13:30", slow) == LATE


def test_outside_winter_nothing_is_asked() -> None:
    assert asked("Monday 15 March 2027 18:00") == LATE
    assert asked("Tuesday 16 March 2027 18:00") is None


def test_nothing_is_asked_unless_a_project_sets_it() -> None:
    assert asked("Tuesday 12 January 2027 18:00", WinterTravel()) is None


@pytest.mark.parametrize(("where", "too_late"), [("home", 0), ("venue", 2), ("either", 2)])
def test_the_light_may_count_at_the_venue(where: str, too_late: int) -> None:
    """In Unst the sun sets 45 minutes earlier that day than in the glen."""
    rules = {
        "home": WinterTravel(home_before="sunset"),
        "venue": WinterTravel(home_before="sunset", dark_where="venue"),
        "either": WinterTravel(home_before="sunset", dark_where="either"),
    }

    found = asked("Tuesday 12 January 2027 13:30", rules[where], venue=IN_UNST)

    assert (found.degree if found else 0) == too_late


def test_on_line_nobody_travels() -> None:
    assert asked("Tuesday 12 January 2027 18:00", venue=ONLINE) is None


def test_whoever_joins_from_elsewhere_is_on_no_road() -> None:
    begins, rings = at("Tuesday 12 January 2027 18:00"), Way(by="by phone")

    said = SUNSET.check(begins, begins + timedelta(hours=2), PROGRAMME, HALL, ISHBEL, rings)

    assert said is None


@pytest.mark.parametrize("window", [WINDOWS[-1]])
def test_joining_from_elsewhere_is_looked_up_in_bulk(window: tuple[date, date]) -> None:
    joins = {"other_ways": ("by phone",), "other_ways_only": True}
    people = (ISHBEL.model_copy(update=joins), ISHBEL)

    assert forms_agree(SUNSET, a_grid(a_programme((HALL, ONLINE), window), people=people))


def test_where_nobody_knows_where_it_gets_dark_somebody_is_asked() -> None:
    assert asked("Tuesday 12 January 2027 11:00", programme=WITHOUT_A_MAP) == Objection(
        Degree.UNKNOWN, "Roughly where does Ishbel live?"
    )


def test_somebody_may_come_anyway() -> None:
    person = ISHBEL.model_copy(update={"come_anyway": ("winter_travel",)})

    assert asked("Tuesday 12 January 2027 18:00", person=person) is None


def test_a_winter_that_is_none_is_refused() -> None:
    with pytest.raises(PatternError, match="'11-31/02-30' is not understood"):
        WinterTravel(winter="11-31/02-30")


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize(
    "rule",
    [
        WinterTravel(),
        WinterTravel(home_before="dusk", winter="10-01/03-28"),
        WinterTravel(
            home_before="sunset", winter="01-01/12-31", extra_minutes=25, dark_where="either"
        ),
    ],
)
def test_both_forms_agree(window: tuple[date, date], rule: WinterTravel) -> None:
    nowhere = HALL.model_copy(update={"code": "tent", "place": "", "latitude": None})
    in_town = HALL.model_copy(update={"code": "school", "place": TOWN.code})
    people = [
        ISHBEL,
        ISHBEL.model_copy(update={"code": "b", "home": ""}),
        ISHBEL.model_copy(update={"code": "c", "come_anyway": ("winter_travel",)}),
    ]
    programme = a_programme((HALL, nowhere, in_town, ONLINE, IN_UNST), window)

    assert forms_agree(rule, a_grid(programme, people=people))
