"""Each season of the land ties people down in its own way."""

from datetime import date

import pytest

from constraints.land_year import LandYear
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person, Season
from scheduler.samples import HALL, ISHBEL, on
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree


def who(*activities: str, **other: object) -> Person:
    seasons = tuple(Season(activity=activity) for activity in activities)
    return ISHBEL.model_copy(update={"seasons": seasons, **other})


def degree_on(words: str, person: Person) -> int:
    objection = LandYear().check(on(words), person)
    return objection.degree if objection else 0


@pytest.mark.parametrize(
    ("activity", "words", "degree"),
    [
        ("harvest_spring_barley_wheat", "Tuesday 17 August 2027", Degree.NEVER),
        ("shearing", "Tuesday 8 June 2027", Degree.AVOID),
        ("winter_feeding", "Tuesday 12 January 2027", Degree.AVOID),
        ("muirburn", "Tuesday 2 March 2027", Degree.UNKNOWN),
        ("creel_fishing_slack", "Tuesday 4 May 2027", 0),
        ("shearing", "Tuesday 3 August 2027", 0),
        ("lambing_hill_blackface", "Tuesday 4 May 2027", 0),
    ],
)
def test_a_season_asks_what_the_calendar_says(activity: str, words: str, degree: int) -> None:
    assert degree_on(words, who(activity)) == degree


def test_a_season_may_run_over_the_new_year() -> None:
    days = ("Wednesday 21 October 2026", "Monday 15 February 2027", "Tuesday 16 February 2027")

    assert [degree_on(day, who("stalking_hinds")) for day in days] == [
        Degree.AVOID,
        Degree.AVOID,
        0,
    ]


def test_the_stronger_of_two_seasons_counts() -> None:
    both = who("silage_second_cut", "harvest_spring_barley_wheat")

    assert degree_on("Tuesday 17 August 2027", both) == Degree.NEVER


def test_own_days_take_the_place_of_the_calendars() -> None:
    own = Season(activity="shearing", begins=date(2027, 7, 5), ends=date(2027, 7, 9))
    person = ISHBEL.model_copy(update={"seasons": (own,)})

    assert degree_on("Tuesday 8 June 2027", person) == 0
    assert LandYear().check(on("Tuesday 6 July 2027"), person) == Objection(
        Degree.AVOID,
        "Ishbel has clipping/shearing and gathers from Monday 5 July to Friday 9 July 2027.",
    )


def test_a_season_no_calendar_knows_counts_on_the_days_told() -> None:
    own = Season(activity="kelp", begins=date(2027, 7, 5), ends=date(2027, 7, 9))
    person = ISHBEL.model_copy(update={"seasons": (own,)})

    assert [degree_on(f"{day} July 2027", person) for day in ("Tuesday 6", "Saturday 10")] == [
        Degree.AVOID,
        0,
    ]


def test_private_reasons_stay_private() -> None:
    day = on("Tuesday 8 June 2027")

    assert LandYear().check(day, who("shearing", share_reasons=False)) == Objection(
        Degree.AVOID, "Ishbel would rather not come then."
    )


def test_she_may_come_anyway() -> None:
    assert degree_on("Tuesday 8 June 2027", who("shearing", come_anyway=("land_year",))) == 0


@pytest.mark.parametrize("window", [*WINDOWS, (date(2027, 7, 28), date(2027, 8, 16))])
def test_both_forms_agree(window: tuple[date, date]) -> None:
    people = [
        who("shearing", "muirburn", code="a"),
        who("kelp", "winter_feeding", code="b"),
        who("stalking_hinds", "harvest_spring_barley_wheat", code="c"),
        who("shearing", code="d", come_anyway=("land_year",)),
    ]
    programme = a_programme((HALL,), window).model_copy(update={"start_every_minutes": 240})

    assert forms_agree(LandYear(), a_grid(programme, people=people))


def test_she_may_come_anyway_in_one_season_and_not_in_another() -> None:
    """Second cut of silage runs through July and August, clipping through June and July."""
    person = who("shearing", "silage_second_cut", come_anyway=("shearing",))

    assert [degree_on(day, person) for day in ("Tuesday 8 June 2027", "Tuesday 6 July 2027")] == [
        0,
        Degree.UNKNOWN,
    ]
