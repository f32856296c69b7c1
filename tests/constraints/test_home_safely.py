"""Everybody is home in time, before dark where they asked for that."""

from datetime import date, timedelta

import pytest

from constraints.home_safely import HomeSafely
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.home_times import Where
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, TOWN, at
from scheduler.venues import ONLINE, Venue
from scheduler.ways import NO_WAY, NOT_KNOWN, Way
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

TWENTY = Way(by="car", out_minutes=20, back_minutes=20)
AT_HOME = Way(by="on-line")
WITHOUT_A_MAP = PROGRAMME.model_copy(update={"places": ()})


SUNSET, DUSK = HomeSafely(), HomeSafely(dark="dusk")


def needing(times: Times, **other: object) -> Person:
    return ISHBEL.model_copy(update={"times": times, **other})


def asked(  # noqa: PLR0913 - a test says what is not ordinary
    words: str,
    person: Person,
    *,
    way: Way = TWENTY,
    venue: Venue = HALL,
    programme: Programme = PROGRAMME,
    rule: HomeSafely = SUNSET,
) -> Objection | None:
    start = at(words)
    return rule.check(start, start + timedelta(hours=2), programme, venue, person, way)


DARK = needing(Times(home_before_dark=True))
BY_FIVE = needing(Times(home_by="17:00"))


def test_nobody_is_there_before_they_can_be() -> None:
    person = needing(Times(not_before="10:30"))

    assert asked("Tuesday 8 June 2027 10:30", person) is None
    assert asked("Tuesday 8 June 2027 10:29", person) == Objection(
        Degree.NEVER, "Ishbel cannot be there before 10:30."
    )


def test_the_way_home_counts() -> None:
    assert asked("Tuesday 8 June 2027 14:40", BY_FIVE) is None
    assert asked("Tuesday 8 June 2027 14:41", BY_FIVE) == Objection(
        Degree.NEVER, "Ishbel would be home at 17:01, and needs to be by 17:00."
    )


def test_a_winter_afternoon_ends_earlier_than_a_summer_one() -> None:
    assert asked("Tuesday 12 January 2027 14:00", DARK) is not None
    assert asked("Tuesday 8 June 2027 14:00", DARK) is None


def test_the_earlier_of_hour_and_sunset_counts() -> None:
    both = needing(Times(home_by="17:00", home_before_dark=True))

    winter = asked("Tuesday 12 January 2027 14:00", both)
    summer = asked("Tuesday 8 June 2027 15:00", both)

    assert winter is not None
    assert winter.organiser == "Ishbel would be home at 16:20, after sunset at 16:04."
    assert summer is not None
    assert summer.organiser == "Ishbel would be home at 17:20, and needs to be by 17:00."


def test_on_line_everybody_is_home() -> None:
    assert asked("Tuesday 12 January 2027 18:00", DARK, way=AT_HOME, venue=ONLINE) is None


def test_on_line_too_early_is_too_early() -> None:
    person = needing(Times(not_before="10:30"))

    assert asked("Tuesday 8 June 2027 10:00", person, way=AT_HOME, venue=ONLINE) is not None


def test_a_way_nobody_knows_is_asked_for() -> None:
    assert asked("Tuesday 8 June 2027 11:00", DARK, way=NOT_KNOWN) == Objection(
        Degree.UNKNOWN, "How long does Ishbel need to get home from Glen Hall?"
    )


def test_a_session_that_ends_too_late_needs_no_question() -> None:
    found = asked("Tuesday 8 June 2027 16:00", BY_FIVE, way=NOT_KNOWN)

    assert found is not None
    assert found.degree == Degree.NEVER


def test_where_there_is_no_way_another_rule_says_so() -> None:
    assert asked("Tuesday 8 June 2027 11:00", DARK, way=NO_WAY) is None


def test_the_venues_sunset_counts_where_home_is_not_on_the_map() -> None:
    at_no_place = needing(Times(home_before_dark=True), home="")

    assert asked("Tuesday 12 January 2027 14:00", at_no_place) is not None
    assert asked("Tuesday 12 January 2027 11:00", at_no_place) is None


def test_a_venue_may_stand_elsewhere_than_its_place() -> None:
    """In Unst the sun sets an hour earlier in January than in the glen."""
    at_no_place = needing(Times(home_before_dark=True), home="")
    in_unst = HALL.model_copy(update={"latitude": 60.8, "longitude": -0.8})

    assert asked("Tuesday 12 January 2027 13:30", at_no_place) is None
    assert asked("Tuesday 12 January 2027 13:30", at_no_place, venue=in_unst) is not None


def test_a_group_may_say_that_dusk_is_dark_enough() -> None:
    """On 12 January 2027 the sun is six degrees down at 16:50 in the glen; it sets at 16:04."""
    late = asked("Tuesday 12 January 2027 15:00", DARK, rule=DUSK)

    assert asked("Tuesday 12 January 2027 14:25", DARK, rule=DUSK) is None
    assert late is not None
    assert late.organiser == "Ishbel would be home at 17:20, after dusk at 16:50."


@pytest.mark.parametrize(
    ("where", "darkest"), [("home", "16:04"), ("venue", "15:21"), ("either", "15:21")]
)
def test_a_group_may_say_where_it_has_to_be_light(where: Where, darkest: str) -> None:
    in_unst = HALL.model_copy(update={"latitude": 60.8, "longitude": -0.8})
    rule = HomeSafely(dark_where=where)

    found = asked("Tuesday 12 January 2027 14:00", DARK, venue=in_unst, rule=rule)

    assert found is not None
    assert found.organiser == f"Ishbel would be home at 16:20, after sunset at {darkest}."


def test_a_sunset_nobody_can_work_out_is_asked_for() -> None:
    found = asked("Tuesday 12 January 2027 11:00", DARK, programme=WITHOUT_A_MAP)

    assert found == Objection(Degree.UNKNOWN, "By when does Ishbel need to be home?")


def test_an_hour_of_their_own_needs_no_map() -> None:
    assert asked("Tuesday 8 June 2027 11:00", BY_FIVE, programme=WITHOUT_A_MAP) is None


def test_private_reasons_stay_private() -> None:
    private = needing(Times(home_before_dark=True), share_reasons=False)

    assert asked("Tuesday 12 January 2027 15:00", private) == Objection(
        Degree.NEVER, "Ishbel cannot come then."
    )


def test_somebody_may_come_anyway() -> None:
    person = needing(Times(home_by="12:00", not_before="12:00"), come_anyway=("home_safely",))

    assert asked("Tuesday 8 June 2027 11:00", person) is None


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("rule", [SUNSET, HomeSafely(dark="dusk", dark_where="either")])
def test_both_forms_agree(window: tuple[date, date], rule: HomeSafely) -> None:
    nowhere = HALL.model_copy(update={"code": "tent", "place": "", "latitude": None})
    in_town = HALL.model_copy(update={"code": "school", "place": TOWN.code})
    people = [
        needing(Times(home_before_dark=True), code="a", home="town"),
        needing(Times(home_before_dark=True, home_by="16:00"), code="b", home=""),
        needing(Times(home_by="24:00", not_before="09:30"), code="c"),
        needing(Times(not_before="12:00"), code="d"),
        needing(Times(home_by="12:00"), code="e", come_anyway=("home_safely",)),
    ]
    programme = a_programme((HALL, nowhere, in_town, ONLINE), window)

    assert forms_agree(rule, a_grid(programme, people=people))
    assert forms_agree(rule, a_grid(programme))


def test_whoever_joins_from_elsewhere_is_home_already() -> None:
    assert asked("Tuesday 8 June 2027 20:00", BY_FIVE, way=Way(by="by phone")) is None


def test_joining_from_elsewhere_is_looked_up_in_bulk() -> None:
    joins = {"other_ways": ("by phone",), "other_ways_only": True}
    people = (BY_FIVE.model_copy(update=joins), BY_FIVE, DARK.model_copy(update=joins))

    assert forms_agree(HomeSafely(), a_grid(a_programme((HALL, ONLINE)), people=people))
