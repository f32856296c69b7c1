"""`commonground observances`: what is listed, in words and as a table."""

import csv
import io

import pytest

from tests.conftest import shared_data
from web.command import main
from web.commands.observances import COLUMNS

Said = pytest.CaptureFixture[str]


def test_festivals_are_listed_in_words_with_how_sure_they_are(capsys: Said) -> None:
    eve = "with services on the evening before"
    seventh = f"on Thursday 7 January 2027, {eve} (tradition-dependent)"

    # when
    ending = main(["observances", "--from", "2027-01-05", "--to", "2027-01-08"])

    # then
    assert (ending, capsys.readouterr().out.splitlines()[:2]) == (
        0,
        [
            f"Orthodox Christmas                  {seventh}",
            "Scalloway Fire Festival, Scalloway  on Friday 8 January 2027 (rule)",
        ],
    )


def test_days_without_any_festival_say_so(capsys: Said) -> None:
    # when
    ending = main(["observances", "--from", "2027-01-13", "--to", "2027-01-13"])

    # then
    assert (ending, capsys.readouterr().out.splitlines()[0]) == (
        0,
        "Nothing we know of touches these days.",
    )


def test_events_nobody_has_announced_are_asked_for(capsys: Said) -> None:
    # when
    main(["observances", "--from", "2027-06-01", "--to", "2027-06-02"])
    said = capsys.readouterr().out

    # then
    _, heading, questions = said.partition("No date we trust; somebody has to ask:\n")
    assert (bool(heading), questions != "") == (True, True)


def test_table_has_the_columns_of_the_reference_and_its_dates(capsys: Said) -> None:
    # given: the reference, own compilation, checked against publishers
    reference = shared_data("calendars", "festivals_reference.csv")
    with reference.open(encoding="utf-8", newline="") as text:
        rows = {row["festival_id"]: row for row in csv.DictReader(text) if row["year"] == "2027"}

    # when
    main(["observances", "--from", "2027-03-20", "--to", "2027-03-31", "--csv"])
    table = csv.DictReader(io.StringIO(capsys.readouterr().out))
    (easter,) = (row for row in table if row["festival_id"] == "easter_sunday")

    # then
    assert tuple(table.fieldnames or ()) == COLUMNS
    assert tuple(rows["easter_sunday"]) == COLUMNS[:11]
    dates = ("start", "end", "begins_evening_before", "block_start", "block_end")
    assert {name: easter[name] for name in dates} == {
        name: rows["easter_sunday"][name] for name in dates
    }


@pytest.mark.parametrize(
    ("first", "last", "line"),
    [
        (
            *("1/5/2027", "2027-01-01"),
            (
                '--from "1/5/2027" is no day; write it as 2027-05-01, '
                "or 2027-01-05 if the month comes first"
            ),
        ),
        ("soon", "2027-01-01", '--from "soon" is no day; write it as 2027-05-04'),
        ("2027-01-01", "2027-02-30", '--to "2027-02-30" is no day; write it as 2027-05-04'),
        (
            "2027-02-01",
            "2027-01-01",
            "--to 2027-01-01 is before --from 2027-02-01; swap them or correct one",
        ),
    ],
)
def test_days_that_are_none_are_refused(first: str, last: str, line: str, *, capsys: Said) -> None:
    # when
    ending = main(["observances", "--from", first, "--to", last])

    # then
    assert (ending, capsys.readouterr()) == (2, ("", f"{line}\n"))


def test_years_no_calendar_covers_are_refused(capsys: Said) -> None:
    # when
    ending = main(["observances", "--from", "1500-02-01", "--to", "1500-03-01"])

    # then
    told = capsys.readouterr()
    assert (ending, told.out, told.err.split(" is ")[0]) == (2, "", "1500-02-01 to 1500-03-01")
