"""Bank holidays against the GOV.UK feed of 25 February 2026, and the day proclaimed later.

Beyond the feed they are compared with a second library, the holidays package.
"""

import json
import subprocess
import sys
from datetime import date

import pytest
from holidays import country_holidays

from scheduler.calendars.holidays import (
    DIVISIONS,
    SATURDAY,
    UnknownDivisionError,
    bank_holidays,
)
from scheduler.calendars.tables import Table, read_table
from tests.conftest import ROOT, shared_data

CHANGES = read_table(ROOT / "constraints" / "data" / "bank_holiday_overrides.csv")
WORLD_CUP = date(2026, 6, 15)


def table(*rows: dict[str, str]) -> Table:
    """Return a table of invented changes."""
    return Table(
        name="changes",
        title="changes (invented)",
        source="invented for this test",
        licence="CC0-1.0",
        checked=date(2026, 11, 23),
        good_until=date(2027, 12, 31),
        columns={},
        rows=rows,
    )


def test_every_bank_holiday_of_the_feed_is_known_and_none_besides_but_one() -> None:
    feed = json.loads(shared_data("calendars", "bank-holidays-govuk.json").read_text("utf-8"))
    published = {
        (division, date.fromisoformat(told["date"]))
        for division in DIVISIONS
        for told in feed[division]["events"]
    }

    ours = {
        (division, holiday.day)
        for division in DIVISIONS
        for holiday in bank_holidays(
            division, first=date(2012, 1, 1), last=date(2028, 12, 31), changes=CHANGES
        )
    }

    assert len(published) == 471
    assert (published - ours, ours - published) == (set(), {("scotland", WORLD_CUP)})


@pytest.mark.parametrize(
    ("division", "code"),
    [("scotland", "SCT"), ("england-and-wales", "ENG"), ("northern-ireland", "NIR")],
)
def test_every_year_agrees_with_a_second_library(division: str, code: str) -> None:
    """The package names the Saturday or Sunday itself too; the bank holiday is its substitute."""
    package = country_holidays("GB", subdiv=code, years=range(2012, 2071))
    theirs = {day for day in package if day.weekday() < SATURDAY}

    found = bank_holidays(
        division, first=date(2012, 1, 1), last=date(2070, 12, 31), changes=CHANGES
    )

    assert {holiday.day for holiday in found} == theirs


def test_no_library_of_all_countries_is_loaded_for_a_bank_holiday() -> None:
    """Loading it took most of a second, in every process that asked for one bank holiday."""
    asks = (
        "import sys; from datetime import date; from constraints.holidays import Holidays; "
        "from scheduler.samples import PROGRAMME, PROJECT; "
        "print(bool(Holidays().check(date(2027, 5, 3), PROGRAMME, PROJECT)), "
        "'holidays' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)

    assert said.stdout.split() == ["True", "False"]


def test_scottish_year_has_its_own_days() -> None:
    """GOV.UK, Scotland 2027: the second of January and St Andrew's Day, but no Easter Monday."""
    found = bank_holidays(
        "scotland", first=date(2027, 1, 1), last=date(2027, 12, 31), changes=CHANGES
    )

    assert [f"{holiday.day:%a %-d %b}" for holiday in found] == [
        "Fri 1 Jan",
        "Mon 4 Jan",
        "Fri 26 Mar",
        "Mon 3 May",
        "Mon 31 May",
        "Mon 2 Aug",
        "Tue 30 Nov",
        "Mon 27 Dec",
        "Tue 28 Dec",
    ]


def test_proclaimed_day_says_who_says_so() -> None:
    (found,) = bank_holidays("scotland", first=WORLD_CUP, last=WORLD_CUP, changes=CHANGES)

    assert (found.name, found.source[:32]) == (
        "World Cup bank holiday",
        "Royal Proclamation of February 2",
    )


def test_world_cup_day_is_scottish_only() -> None:
    assert (
        bank_holidays("england-and-wales", first=WORLD_CUP, last=WORLD_CUP, changes=CHANGES) == ()
    )


def test_days_after_the_last_proclaimed_are_only_expected() -> None:
    found = bank_holidays(
        "scotland", first=date(2028, 12, 1), last=date(2029, 1, 2), changes=CHANGES
    )

    assert [(holiday.day, holiday.expected) for holiday in found] == [
        (date(2028, 12, 25), False),
        (date(2028, 12, 26), False),
        (date(2029, 1, 1), True),
        (date(2029, 1, 2), True),
    ]


def test_removed_day_is_no_bank_holiday_and_nothing_is_proclaimed_without_a_row() -> None:
    christmas = date(2027, 12, 27)
    removed = table(
        {
            "division": "scotland",
            "date": "2027-12-27",
            "change": "remove",
            "name": "",
            "source": "invented",
        }
    )

    found = bank_holidays("scotland", first=christmas, last=date(2027, 12, 28), changes=removed)

    assert [(holiday.day, holiday.expected) for holiday in found] == [(date(2027, 12, 28), True)]


def test_unknown_division_is_refused_by_name() -> None:
    with pytest.raises(UnknownDivisionError) as refused:
        bank_holidays("Shetland", first=WORLD_CUP, last=WORLD_CUP, changes=CHANGES)

    assert str(refused.value) == (
        "No bank holidays for 'Shetland'. "
        "Write one of: scotland, england-and-wales, northern-ireland."
    )
