"""Childcare in a table of people: read, written back, and refused where it cannot be."""

from pathlib import Path

import pytest

from scheduler.facts import NO
from scheduler.files import write_programme
from scheduler.people import Childcare
from tests.scheduler.files.folders import TABLES, a_folder, read, sentences_of

HEAD = "code,name,roles,home,times.told,times.work,travel.car\n"
ROW = "ishbel,Ishbel,lived experience,glen,yes,Mon-Fri 09:00-12:00,yes\n"
OTHER = "rory,Rory,professional,XX2,yes,,no\n"
assert TABLES["people.csv"] == HEAD + ROW + OTHER


def told(tmp_path: Path, children: str, minded: str, sitter: str) -> Path:
    """Write the folder with what one person says of childcare."""
    more = "childcare.children,childcare.minded,childcare.sitter"
    people = f"{HEAD[:-1]},{more}\n{ROW[:-1]},{children},{minded},{sitter}\n{OTHER[:-1]},,,\n"
    return a_folder(tmp_path, people=(HEAD + ROW + OTHER, people))


def test_childcare_is_read_and_written_back(tmp_path: Path) -> None:
    programme = read(told(tmp_path, "2", "Mon-Fri 09:00-15:00", "no"))

    write_programme(programme, tmp_path / "again")

    assert programme.people[0].childcare == Childcare(
        children=2, minded=("Mon-Fri 09:00-15:00",), sitter=NO
    )
    assert read(tmp_path / "again") == programme


@pytest.mark.parametrize(
    ("children", "minded", "says"),
    [
        ("-1", "", 'childcare.children "-1" is out of range; write 0 to 20.'),
        ("21", "", 'childcare.children "21" is out of range; write 0 to 20.'),
        (
            "1",
            "school time",
            (
                'childcare.minded "school time" is not understood; write hours such as "Mon-Fri '
                '09:00-17:00" or a rota such as "4 on 4 off from 2027-01-04, 19:00-07:00", '
                'either with days such as "only 04-01/10-31 not 2027-05-03".'
            ),
        ),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, children: str, minded: str, says: str) -> None:
    assert sentences_of(told(tmp_path, children, minded, "")) == [f"people.csv line 2: {says}"]
