"""A day is a holiday at a place where the nation, the area or everybody has it."""

from datetime import date, timedelta

import pytest

from scheduler.calendars.tables import read_table
from scheduler.places.holidays import are_holidays, holiday_at
from scheduler.programme import LocalHoliday, Programme
from scheduler.samples import PROGRAMME
from tests.conftest import ROOT

CHANGES = read_table(ROOT / "constraints" / "data" / "bank_holiday_overrides.csv")
DAY = date(2027, 6, 8)


def holiday(programme: Programme, day: date, place: str = "glen") -> str:
    return holiday_at(programme, place, day=day, changes=CHANGES)


# GOV.UK, UK bank holidays: in Scotland 2 January and St Andrew's Day, not Easter Monday.
@pytest.mark.parametrize(
    ("day", "is_holiday"),
    [
        (date(2026, 11, 30), True),
        (date(2027, 1, 4), True),
        (date(2027, 3, 29), False),
        (date(2027, 6, 8), False),
    ],
)
def test_bank_holidays_are_those_of_the_nation(day: date, is_holiday: bool) -> None:
    assert bool(holiday(PROGRAMME, day)) is is_holiday


@pytest.mark.parametrize(
    ("area", "place", "found"),
    [
        ("", "glen", "Games"),
        ("The Glen", "glen", "Games"),
        ("Glen Council", "glen", "Games"),
        ("Orkney", "glen", ""),
        ("Orkney", "orkney", "Games"),
        ("Glen Council", "", ""),
    ],
)
def test_a_local_holiday_holds_in_its_area(area: str, place: str, found: str) -> None:
    local = LocalHoliday(day=DAY, name="Games", area=area)
    programme = PROGRAMME.model_copy(update={"local_holidays": (local,)})

    assert holiday(programme, DAY, place) == found


def test_a_local_holiday_without_a_name_is_one_all_the_same() -> None:
    programme = PROGRAMME.model_copy(update={"local_holidays": (LocalHoliday(day=DAY),)})

    assert holiday(programme, DAY) == "a local holiday"


@pytest.mark.parametrize("place", ["glen", "elsewhere"])
def test_many_days_at_once_are_the_holidays_of_each(place: str) -> None:
    games = LocalHoliday(day=DAY, area="The Glen", name="Games")
    programme = PROGRAMME.model_copy(update={"local_holidays": (games,)})
    days = [date(2026, 12, 20) + timedelta(days=number) for number in range(250)]

    found = are_holidays(programme, place, days=days, changes=CHANGES)

    assert found == [bool(holiday(programme, day, place)) for day in days]
