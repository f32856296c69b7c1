"""A dated table is refused at the door, with the file, line, column, value and what to do."""

from datetime import date
from pathlib import Path

import pytest

from scheduler.calendars.tables import (
    Place,
    Table,
    TableError,
    read_table,
    read_table_of_one_file,
)

ABOUT = """\
title = "Fairs (invented)"
source = "invented for this test"
licence = "CC0-1.0"
checked = 2026-11-23
good_until = 2027-12-31
key = ["fair"]

[columns]
fair = "name of the fair"
day = "its day"
days = "other days"
length = "days it lasts"
opens = "month and day it opens"
how = "how sure"

[kinds]
fair = "required"
day = "date"
days = "dates"
length = "whole number?"
opens = "month-day"
how = "sure | unsure"
"""
HEADER = "fair,day,days,length,opens,how"
GOOD = "Muir Fair,2027-06-04,2027-06-05;2027-06-06,2,06-04,sure"


def written(folder: Path, *lines: str, about: str = ABOUT) -> Path:
    """Write a table and the .toml beside it; return where the table is."""
    path = folder / "fairs.csv"
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    path.with_suffix(".toml").write_text(about, encoding="utf-8")
    return path


def test_table_is_read_with_its_rows_and_what_is_told_about_it(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, GOOD))

    assert (table.name, table.title, table.checked) == (
        "fairs",
        "Fairs (invented)",
        date(2026, 11, 23),
    )
    assert table.rows == (
        {
            "fair": "Muir Fair",
            "day": "2027-06-04",
            "days": "2027-06-05;2027-06-06",
            "length": "2",
            "opens": "06-04",
            "how": "sure",
        },
    )


def test_table_is_good_up_to_and_on_its_last_good_day(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, GOOD))

    assert [table.is_good_for(date(2027, 12, 31)), table.is_good_for(date(2028, 1, 1))] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("row", "column", "value", "advice"),
    [
        (",2027-06-04,,2,06-04,sure", "fair", "", "Fill it in."),
        ("A,4 June,,2,06-04,sure", "day", "4 June", "Write a date such as 2026-11-23."),
        ("A,20270604,,2,06-04,sure", "day", "20270604", "Write a date such as 2026-11-23."),
        (
            "A,2027-06-04,soon,2,06-04,sure",
            "days",
            "soon",
            "Write dates such as 2026-11-23;2026-11-24, or leave it empty.",
        ),
        ("A,2027-06-04,,two,06-04,sure", "length", "two", "Write a whole number such as 2."),
        ("A,2027-06-04,,2,02-29,sure", "opens", "02-29", "Write month and day such as 04-15."),
        ("A,2027-06-04,,2,06-04,maybe", "how", "maybe", "Write one of: sure, unsure."),
        (
            "Muir Fair,2027-06-04,,2,06-04,sure",
            "fair",
            "Muir Fair",
            "Line 2 says the same; keep one of them.",
        ),
        (
            "A,2027-06-04",
            "fair",
            "A,2027-06-04",
            "Give 6 values, one for each column.",
        ),
    ],
)
def test_bad_row_is_refused_with_its_place_and_what_to_do(
    tmp_path: Path, row: str, column: str, value: str, advice: str
) -> None:
    path = written(tmp_path, GOOD, row)

    with pytest.raises(TableError) as refused:
        read_table(path)

    assert refused.value.place == Place("fairs.csv", 3, column)
    assert str(refused.value) == f"fairs.csv line 3, {column}: {value!r}. {advice}"


def test_an_optional_number_may_be_left_empty(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "A,2027-06-04,,,06-04,sure"))

    assert table.rows[0]["length"] == ""


def test_table_without_its_toml_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    path.with_suffix(".toml").unlink()

    with pytest.raises(TableError) as refused:
        read_table(path)

    assert str(refused.value) == (
        "fairs.toml line 1, file: 'missing'. Write it beside the CSV file."
    )


@pytest.mark.parametrize("field", ["title", "source", "licence", "checked", "good_until"])
def test_toml_without_a_field_is_refused(tmp_path: Path, field: str) -> None:
    about = "\n".join(line for line in ABOUT.splitlines() if not line.startswith(f"{field} ="))
    path = written(tmp_path, GOOD, about=about)

    with pytest.raises(TableError) as refused:
        read_table(path)

    assert refused.value.place == Place("fairs.toml", 1, field)


def test_toml_with_a_date_in_quotes_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD, about=ABOUT.replace("2027-12-31", '"2027-12-31"'))

    with pytest.raises(TableError) as refused:
        read_table(path)

    assert (refused.value.place.column, refused.value.value) == ("good_until", "2027-12-31")


def test_column_that_is_not_documented_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD, about=ABOUT.replace('days = "other days"\n', "", 1))

    with pytest.raises(TableError) as refused:
        read_table(path)

    assert refused.value.place == Place("fairs.csv", 1, "header")


def test_table_without_a_key_may_repeat_itself(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD, GOOD, about=ABOUT.replace('key = ["fair"]\n', ""))

    assert len(read_table(path).rows) == 2


OF_ITS_OWN = """\
title = "A fair of its own (invented)"
source = "invented for this test"
licence = "CC0-1.0"
checked = 2026-11-23
good_until = 2027-12-31
[[rows]]
fair = "Muir Fair"
day = "2027-06-04"
opens = "06-04"
how = "sure"
"""


def in_one_file(folder: Path, text: str = OF_ITS_OWN) -> Table:
    """Write a table in one file, like another, and read it."""
    path = folder / "muir.toml"
    path.write_text(text, encoding="utf-8")
    return read_table_of_one_file(path, like=written(folder, GOOD))


def test_a_table_may_be_one_file_with_its_rows_and_what_may_be_empty_left_out(
    tmp_path: Path,
) -> None:
    table = in_one_file(tmp_path)

    assert (table.name, table.good_until) == ("muir", date(2027, 12, 31))
    assert [(row["fair"], row["length"], row["days"]) for row in table.rows] == [
        ("Muir Fair", "", "")
    ]


@pytest.mark.parametrize(
    ("good", "bad", "column", "advice"),
    [
        ("2027-06-04", "4 June", "day", "Write a date such as 2026-11-23."),
        ("fair =", "fare =", "fare", "There is no such column; write one of: fair, day, "),
        ('"sure"', "1", "how", "Put it in quotes."),
        ('source = "invented for this test"\n', "", "source", "Add source to the file."),
    ],
)
def test_a_table_in_one_file_is_refused_like_any_other(
    tmp_path: Path, good: str, bad: str, column: str, advice: str
) -> None:
    with pytest.raises(TableError) as refused:
        in_one_file(tmp_path, OF_ITS_OWN.replace(good, bad))

    found = refused.value
    assert (found.place.file, found.place.line, found.place.column) == ("muir.toml", 1, column)
    assert found.advice.startswith(advice)
