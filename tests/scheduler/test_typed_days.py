"""Days as people in Britain type them."""

from datetime import date

import pytest

from scheduler.typed_days import instead, readings


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("01/02/2027", "2027-02-01"),
        ("1/2/27", "2027-02-01"),
        ("1.2.2027", "2027-02-01"),
        ("01-02-2027", "2027-02-01"),
        ("1-Feb-27", "2027-02-01"),
        ("1st February 2027", "2027-02-01"),
        ("22 SEPT 2027", "2027-09-22"),
        ("Tuesday 24 November, 2026", "2026-11-24"),
        ("Tue, 24/11/2026", "2026-11-24"),
        ("2026/11/4", "2026-11-04"),
        ("01/02/2027/03/02/2027 painting", "2027-02-01/2027-02-03 painting"),
        ("01/02/2027 10:00/01/02/2027 12:00", "2027-02-01 10:00/2027-02-01 12:00"),
    ],
)
def test_day_with_its_year_last_is_turned_round(typed: str, read: str) -> None:
    assert readings(typed)[0] == read


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "2027-02-01",
        "2027-02-01/2027-02-03",
        "31/02/2027",
        "1 Foo 2027",
        "9.10-11.30",
        "10:00-12:00",
        "4 on 4 off",
        "01632 960 100",
    ],
)
def test_what_is_no_such_day_is_left_as_it_is(typed: str) -> None:
    assert readings(typed) == ()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("04/05/2027", ("2027-05-04", "2027-04-05")),
        ("05/05/2027", ("2027-05-05",)),
        ("24/11/2026", ("2026-11-24",)),
        ("12/25/2027", ("2027-12-25",)),
        ("4 May 2027", ("2027-05-04",)),
        ("04/05/2027-24/05/2027", ("2027-05-04-2027-05-24",)),
        ("13/13/2027", ()),
        ("04/05/2027-31/04/2027", ()),
    ],
)
def test_days_that_can_be_meant_two_ways_are_read_both_ways(
    typed: str, read: tuple[str, ...]
) -> None:
    """Of several days, what one cannot mean none of them means."""
    assert readings(typed) == read


def is_a_day(text: str) -> bool:
    return text in {str(date(2027, 5, 4)), str(date(2027, 4, 5)), str(date(2026, 11, 24))}


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("24/11/2026", "2026-11-24"),
        ("04/05/2027", "2027-05-04, or 2027-04-05 if the month comes first"),
        ("24/11/2026 or so", ""),
        ("soon", ""),
    ],
)
def test_only_what_can_be_read_is_offered_instead(typed: str, says: str) -> None:
    assert instead(typed, is_a_day) == says
