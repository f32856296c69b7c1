"""Lifts are between two members, each told of once."""

from pathlib import Path

import pytest

from scheduler.files import write_programme
from scheduler.lifts import Lift
from tests.scheduler.files.folders import a_folder, read, sentences_of

NEAR = 'near = "glen"\n'
GOOD = 'driver = "ishbel", driven = "rory", agreed_by = ["ishbel", "rory"], seats = 2'


def a_programme(tmp_path: Path, *lifts: str) -> Path:
    """Write a folder whose project has some lifts, each as TOML."""
    told = ", ".join(f"{{{lift}}}" for lift in lifts)
    return a_folder(tmp_path, programme=(NEAR, f"{NEAR}lifts = [{told}]\n"))


def test_they_are_read_and_written_back(tmp_path: Path) -> None:
    programme = read(a_programme(tmp_path, GOOD))

    write_programme(programme, tmp_path / "again")

    assert programme.projects[0].lifts == (
        Lift(driver="ishbel", driven="rory", agreed_by=("ishbel", "rory"), seats=2),
    )
    assert read(tmp_path / "again") == programme


@pytest.mark.parametrize(
    ("lifts", "says"),
    [
        (
            ('driver = "ishbel", driven = "rori"',),
            'lifts[1].driven "rori" is not in this group; did you mean "rory"?',
        ),
        (
            ('driver = "ishbel", driven = "ishbel"',),
            'lifts[1].driven "ishbel" drives already; name whom they drive.',
        ),
        (
            ('driver = "ishbel", driven = "rory", agreed_by = ["ishbel", "una"]',),
            'lifts[1].agreed_by[2] "una" is not one of the two; there are: ishbel, rory.',
        ),
        (
            # Of the right code under `agreed_by` it was said that the wrong one belongs there.
            ('driver = "ishbl", driven = "rory", agreed_by = ["ishbel", "rory"]',),
            'lifts[1].driver "ishbl" is not in this group; did you mean "ishbel"?',
        ),
        (
            ('driver = "rory", driven = "ishbel"',),
            'lifts[1].driver "rory" has no car to drive (`travel.car` is no); correct one of',
        ),
        (
            (GOOD, GOOD),
            'lifts[2].driven "rory" is told of already; keep one of them.',
        ),
        (
            (f"{GOOD}, most_detour_minutes = -1",),
            "lifts[1].most_detour_minutes",
        ),
    ],
)
def test_each_fault_is_refused_with_what_to_do(
    tmp_path: Path, lifts: tuple[str, ...], says: str
) -> None:
    sentences = sentences_of(a_programme(tmp_path, *lifts))

    assert [says in sentence for sentence in sentences] == [True]
