"""Councils' days from a table or a calendar. Every date here is invented."""

from datetime import date
from pathlib import Path

import pytest

from scheduler.calendars.council_days import (
    CouncilDays,
    CouncilDaysError,
    as_programme,
    read_council_days,
)
from tests.conftest import ROOT

HEADER = "council,first,last,kind,name,source,checked\n"
TATTIES = "Angus,2027-10-11,2027-10-22,school holiday,Tattie holidays,Angus Council,2026-11-24\n"
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//invented//EN
BEGIN:VEVENT
UID:1
SUMMARY:October break
DTSTART;VALUE=DATE:20271011
DTEND;VALUE=DATE:20271023
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:In-service day
DTSTART:20271115T090000
DTEND:20271115T160000
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:Local holiday
DTSTART;VALUE=DATE:20270927
END:VEVENT
BEGIN:VEVENT
UID:4
SUMMARY:Assembly
DTSTART;VALUE=DATE:20270927
RRULE:FREQ=WEEKLY
END:VEVENT
BEGIN:VEVENT
UID:5
SUMMARY:Some time
END:VEVENT
END:VCALENDAR
"""


def a_table(folder: Path, *rows: str) -> Path:
    """Write a table of councils' days."""
    path = folder / "days.csv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


def test_tattie_holidays_in_angus_are_one_row(tmp_path: Path) -> None:
    read = read_council_days(a_table(tmp_path, TATTIES))

    assert read.days == (
        CouncilDays(
            "Angus",
            date(2027, 10, 11),
            date(2027, 10, 22),
            "school holiday",
            "Tattie holidays",
            "Angus Council (checked 2026-11-24)",
        ),
    )
    assert (read.known_to(), read.not_known, read.refused) == (
        {"Angus": date(2027, 10, 22)},
        (),
        (),
    )


def test_the_template_names_all_32_councils_and_knows_nothing() -> None:
    read = read_council_days(ROOT / "examples" / "council-holidays.csv")

    assert (read.days, len(set(read.not_known)), read.refused) == ((), 32, ())


def test_a_council_with_a_day_is_not_among_the_unknown(tmp_path: Path) -> None:
    read = read_council_days(a_table(tmp_path, TATTIES, "Angus,,,,,,\n", "Fife,,,,,,\n"))

    assert read.not_known == ("Fife",)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            "Angus,11/10/2027,,school holiday,,,\n",
            (
                'line 2: first "11/10/2027" is no day; write it as 2027-10-11, '
                "or 2027-11-10 if the month comes first."
            ),
        ),
        (
            "Angus,2027-10-11,each October,school holiday,,,\n",
            'line 2: last "each October" is no day; write it as 2027-10-11, one row for each year.',
        ),
        (
            "Angus,2027-10-22,2027-10-11,school holiday,,,\n",
            "line 2: last 2027-10-11 is before first 2027-10-22; swap them or correct one.",
        ),
        (
            "Angus,2027-10-11,,holiday,,,\n",
            'line 2: kind "holiday" is none of: local holiday, school holiday, in-service day.',
        ),
        (",2027-10-11,,local holiday,,,\n", "line 2: it names no council."),
    ],
)
def test_a_row_that_is_not_understood_is_refused_with_what_to_do(
    tmp_path: Path, row: str, says: str
) -> None:
    read = read_council_days(a_table(tmp_path, row))

    assert (read.days, read.refused) == ((), (says,))


def test_a_calendar_of_a_council_is_read_day_by_day(tmp_path: Path) -> None:
    path = tmp_path / "fife.ics"
    path.write_text(CALENDAR, encoding="utf-8")

    read = read_council_days(path, council="Fife", source="Fife Council")

    assert [(each.kind, each.first, each.last) for each in read.days] == [
        ("school holiday", date(2027, 10, 11), date(2027, 10, 22)),
        ("in-service day", date(2027, 11, 15), date(2027, 11, 15)),
        ("local holiday", date(2027, 9, 27), date(2027, 9, 27)),
    ]
    assert {each.source for each in read.days} == {"Fife Council"}
    advice = "is no day; write it as 2027-10-11, one row for each year."
    assert read.refused == (
        f'entry 4: first "a rule that repeats it" {advice}',
        f'entry 5: first "that nobody can read" {advice}',
    )


@pytest.mark.parametrize(
    ("name", "content", "council", "says"),
    [
        (
            "fife.ics",
            CALENDAR,
            "",
            "fife.ics does not say whose days it holds; name the council with --area",
        ),
        ("days.csv", "council,day\n", "", f"days.csv line 1: the header has to be {HEADER[:-1]}"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(
    tmp_path: Path, name: str, content: str, council: str, says: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    with pytest.raises(CouncilDaysError) as refused:
        read_council_days(path, council=council)

    assert str(refused.value) == says


def test_what_is_no_calendar_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "fife.ics"
    path.write_text("BEGIN:VEVENT\n", encoding="utf-8")

    with pytest.raises(CouncilDaysError, match=r"fife\.ics is no calendar"):
        read_council_days(path, council="Fife")


def test_local_holidays_close_their_days_and_schools_days_are_to_be_avoided(
    tmp_path: Path,
) -> None:
    fair = "Angus,2027-09-24,2027-09-25,local holiday,,,\n"

    told = as_programme(read_council_days(a_table(tmp_path, TATTIES, fair)).days)

    assert told == {
        "local_holidays": [
            {"day": "2027-09-24", "area": "Angus"},
            {"day": "2027-09-25", "area": "Angus"},
        ],
        "dates_to_avoid": [
            {
                "first": "2027-10-11",
                "last": "2027-10-22",
                "note": "Tattie holidays, Angus, Angus Council (checked 2026-11-24)",
            }
        ],
        "named_days": [
            {
                "code": "no-school",
                "area": "Angus",
                "source": "Angus Council (checked 2026-11-24)",
                "known_from": "2027-10-11",
                "known_until": "2027-10-22",
                "days": [{"first": "2027-10-11", "last": "2027-10-22"}],
            }
        ],
    }
