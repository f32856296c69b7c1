"""Days typed as in Britain are refused with what to write, in every field that holds days."""

from pathlib import Path

import pytest

from scheduler.files.turned import TURNED
from tests.scheduler.files.folders import TABLES, a_document, a_folder, read, sentences_of

CELLS = [
    ("people", "seasons", "lambing 24/11/2026", "lambing 2026-11-24/"),
    ("people", "seasons", "lambing 24/11/2026 - 2/12/2026", "lambing 2026-11-24/2026-12-02"),
    ("people", "seasons", "hay /24.11.26", "hay /2026-11-24"),
    (
        *("people", "seasons"),
        "lambing tups 14/11/2026/20/12/2026",
        "lambing tups 2026-11-14/2026-12-20",
    ),
    ("people", "times.away", "24/11/2026", "2026-11-24"),
    ("people", "times.away", "24/11/26 to 26/11/26 at sea", "2026-11-24/2026-11-26 at sea"),
    ("people", "times.busy", "24/11/2026 10:00-12:00", "2026-11-24 10:00/2026-11-24 12:00"),
    ("people", "times.busy", "24/11/26 10:00/12:00", "2026-11-24 10:00/2026-11-24 12:00"),
    ("people", "travel.lift.on", "24/11/2026", "2026-11-24"),
    ("venues", "bookings", "Tue 24 Nov 2026 10:00-12:00", "2026-11-24 10:00/2026-11-24 12:00"),
    ("venues", "licensed_days", "24/11/2026 - 25/11/2026 ceilidh", "2026-11-24/2026-11-25 ceilidh"),
    ("venues", "licensed.on", "24/11/2026", "2026-11-24"),
]
"""What stands in a cell, and what to write."""


def with_cell(tmp_path: Path, file: str, column: str, *, cell: str) -> Path:
    """Write the folder with one column more, filled in its first row."""
    folder = a_folder(tmp_path)
    head, first, *others = TABLES[f"{file}.csv"].splitlines()
    rows = (f"{head},{column}", f"{first},{cell}", *(f"{other}," for other in others))
    (folder / f"{file}.csv").write_text("\n".join(rows))
    return folder


@pytest.mark.parametrize(("file", "column", "cell", "write"), CELLS)
def test_what_is_to_be_written_can_be_read(
    tmp_path: Path, file: str, column: str, cell: str, write: str
) -> None:
    """A season with one day was to be written in a way that was then refused."""
    folder = with_cell(tmp_path, file, column, cell=cell)
    (says,) = sentences_of(folder)

    (folder / f"{file}.csv").write_text((folder / f"{file}.csv").read_text().replace(cell, write))

    assert says == f'{file}.csv line 2: {column} "{cell}" {TURNED} {write}.'
    assert read(folder).people[0].code == "ishbel"


def test_what_would_not_be_read_either_is_not_offered(tmp_path: Path) -> None:
    (says,) = sentences_of(
        with_cell(tmp_path, "people", "times.care", cell="1 on 1 off from 24/11/2026")
    )

    assert TURNED not in says


@pytest.mark.parametrize("field", ["first_day", "last_day"])
def test_a_day_of_a_document_that_can_be_meant_two_ways_is_told_both_ways(
    tmp_path: Path, field: str
) -> None:
    days = {"first_day": "2027-01-04", "last_day": "2027-06-30"}
    document = a_document(tmp_path, f'"{field}": "{days[field]}"', f'"{field}": "04/05/2027"')

    (says,) = sentences_of(document)

    both = "2027-05-04, or 2027-04-05 if the month comes first"
    assert says.partition(": ")[2] == f'{field} "04/05/2027" {TURNED} {both}.'
