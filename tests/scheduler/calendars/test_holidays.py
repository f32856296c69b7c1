"""Bank holidays against the GOV.UK feed of 25 February 2026, and the day proclaimed later."""

import json
from datetime import date

import pytest

from scheduler.calendars.holidays import DIVISIONS, UnknownDivisionError, bank_holidays
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
