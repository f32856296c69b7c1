"""Days as people in Britain type them."""

import pytest

from scheduler.typed_days import year_first


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
        ("01/02/2027/03/02/2027 painting", "2027-02-01/2027-02-03 painting"),
        ("01/02/2027 10:00/01/02/2027 12:00", "2027-02-01 10:00/2027-02-01 12:00"),
    ],
)
def test_day_with_its_year_last_is_turned_round(typed: str, read: str) -> None:
    assert year_first(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "2027-02-01",
        "2027-02-01/2027-02-03",
        "31/02/2027",
        "12/25/2027",
        "1 Foo 2027",
        "9.10-11.30",
        "10:00-12:00",
        "4 on 4 off",
        "01632 960 100",
    ],
)
def test_what_is_no_such_day_is_left_as_it_is(typed: str) -> None:
    assert year_first(typed) == ""
