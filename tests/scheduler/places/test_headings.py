"""Tables of halls with plain headings, and money in pounds."""

from pathlib import Path

import pytest

from scheduler.errors import ProgrammeError
from scheduler.facts import Answer
from scheduler.places.importing import import_venues
from tests.scheduler.places.maps import written


def test_plain_headings_are_understood_and_codes_are_made_from_names(tmp_path: Path) -> None:
    """Headings such as "Price", "Lat" and "Town" were refused."""
    text = (
        "Name,Town,Capacity,Step free,Alcohol,Price,Tel,Lat,Lng,Opening hours\n"
        "Weem Hall,Weem,40,yes,no,£25,01632 960610,56.625,-3.88,Mo-Su 09:00-22:00\n"
        "Weem Hall,Dull,40,no,yes,12.5,,,,\n"
    )

    weem, dull = import_venues(written(text, tmp_path, "own.csv")).venues

    assert (weem.code, dull.code) == ("weem-hall", "weem-hall-2")
    assert (weem.place, weem.capacity, weem.phone) == ("Weem", 40, "01632 960610")
    assert (weem.latitude, weem.longitude) == (56.625, -3.88)
    assert (weem.meets("step-free").answer, dull.licensed.answer) == (Answer.YES, Answer.YES)
    assert (weem.hire_pence, dull.hire_pence) == (2500, 1250)


@pytest.mark.parametrize("heading", ["Price", "hire_pounds", "Hire (£)", "COST"])
@pytest.mark.parametrize(
    ("cell", "pence"), [("25", 2500), ("25.00", 2500), ('"£1,025.50"', 102_550), ("0", 0)]
)
def test_a_column_in_pounds_is_read_as_pounds(
    tmp_path: Path, heading: str, cell: str, pence: int
) -> None:
    path = written(f"code,{heading}\na,{cell}\n", tmp_path, "own.csv")

    assert [venue.hire_pence for venue in import_venues(path).venues] == [pence]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "code,Price\na,dear\n",
            (
                'own.csv line 2: hire_pounds "dear" is no amount in pounds; '
                "write one such as 25 or 25.50."
            ),
        ),
        (
            "code,hire_pence\na,25.00\n",
            (
                'own.csv line 2: hire_pence "25.00" is no whole number of pence; '
                "write 2500 for £25.00."
            ),
        ),
        (
            'code,Price\na,"25,50"\n',
            (
                'own.csv line 2: hire_pounds "25,50" is no amount in pounds; '
                "write one such as 25 or 25.50."
            ),
        ),
        ("Name,Town\n,Weem\n", "own.csv line 2: name is missing; give it."),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, says: str) -> None:
    """25.00 in a column of pence was taken for 25 pence, and 25.50 refused."""
    (row,) = import_venues(written(text, tmp_path, "own.csv")).rows

    assert row.refused == says


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("code,Lat,latitude", "own.csv line 1: latitude stands twice; keep one column of that"),
        ("code,Price,hire_pence", "own.csv line 1: hire_pence tells the same as hire_pounds;"),
        ("Colour", "own.csv line 1: Colour is no column of this table;"),
    ],
)
def test_headings_that_cannot_be_meant_are_refused(tmp_path: Path, header: str, says: str) -> None:
    with pytest.raises(ProgrammeError) as refused:
        import_venues(written(f"{header}\n", tmp_path, "own.csv"))

    assert refused.value.faults[0].says[: len(says)] == says
