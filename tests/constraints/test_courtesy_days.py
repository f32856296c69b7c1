"""The main festivals of all traditions are kept clear for everybody."""

from datetime import date, timedelta

import pytest

from constraints.courtesy_days import CourtesyDays
from scheduler.degree import Degree
from scheduler.samples import HALL, at
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree


def degree_at(words: str, constraint: CourtesyDays | None = None) -> int:
    start = at(words)
    objection = (constraint or CourtesyDays()).check(start, start + timedelta(hours=2))
    return objection.degree if objection else 0


@pytest.mark.parametrize(
    "words",
    [
        "Friday 25 December 2026 11:00",
        "Friday 26 March 2027 11:00",
        "Sunday 28 March 2027 11:00",
        "Sunday 2 May 2027 11:00",  # Orthodox Easter
        "Saturday 2 October 2027 11:00",  # Rosh Hashanah
        "Monday 11 October 2027 11:00",  # Yom Kippur
        "Thursday 28 October 2027 11:00",  # Diwali, one reckoning
        "Friday 29 October 2027 11:00",  # Diwali, the other
        "Saturday 6 February 2027 11:00",  # Lunar New Year
        "Friday 31 December 2027 11:00",
    ],
)
def test_main_festivals_close_their_days(words: str) -> None:
    assert degree_at(words) == Degree.NEVER


def test_both_days_of_eid_are_kept_until_the_moon_is_seen() -> None:
    days = ("Tuesday 9 March 2027 11:00", "Wednesday 10 March 2027 11:00")

    assert [degree_at(day) for day in days] == [Degree.NEVER, Degree.NEVER]
    assert degree_at("Thursday 11 March 2027 11:00") == 0


def test_ramadan_is_too_long_to_close_for_everybody() -> None:
    assert degree_at("Tuesday 16 February 2027 11:00") == 0


def test_the_day_before_is_free_until_three_in_the_afternoon() -> None:
    eve = "Sunday 10 October 2027"

    assert [degree_at(f"{eve} {hour}") for hour in ("13:00", "13:30")] == [0, Degree.NEVER]


@pytest.mark.parametrize("eve", ["Saturday 1 May 2027", "Wednesday 6 January 2027"])
def test_the_evening_of_services_before_an_orthodox_feast_is_kept_too(eve: str) -> None:
    degrees = [degree_at(f"{eve} {hour}") for hour in ("11:00", "13:00", "18:00")]

    assert degrees == [0, 0, Degree.NEVER]


def test_a_festival_that_begins_in_the_morning_leaves_its_eve_free() -> None:
    assert degree_at("Thursday 25 March 2027 18:00") == 0


def test_the_group_may_read_the_plain_fact() -> None:
    start = at("Friday 26 March 2027 11:00")

    objection = CourtesyDays().check(start, start + timedelta(hours=2))

    assert objection is not None
    assert objection.group == "Friday 26 March 2027 is kept clear for Good Friday."


def test_relaxing_leaves_the_day_for_if_need_be() -> None:
    relaxed = CourtesyDays().relaxed(CourtesyDays.relaxations[1])

    assert degree_at("Friday 26 March 2027 11:00", relaxed) == Degree.AVOID


def test_relaxing_opens_the_afternoon_before() -> None:
    relaxed = CourtesyDays().relaxed(CourtesyDays.relaxations[0])

    assert degree_at("Sunday 10 October 2027 18:00", relaxed) == 0
    assert degree_at("Monday 11 October 2027 11:00", relaxed) == Degree.NEVER


@pytest.mark.parametrize("window", [*WINDOWS, (date(2027, 10, 9), date(2027, 10, 12))])
def test_both_forms_agree(window: tuple[date, date]) -> None:
    grid = a_grid(a_programme((HALL,), window))

    assert forms_agree(CourtesyDays(), grid)
    assert forms_agree(CourtesyDays(closed=False), grid)
