"""Households are of people in the group, and nobody is in two."""

from pathlib import Path

import pytest

from scheduler.files import write_programme
from scheduler.households import Household
from tests.scheduler.files.folders import a_folder, read, sentences_of

NEAR = 'near = "glen"\n'


def a_programme(tmp_path: Path, *households: str) -> Path:
    """Write a folder whose project has some households, each with its members as TOML."""
    told = ", ".join(f"{{members = [{members}]}}" for members in households)
    return a_folder(tmp_path, programme=(NEAR, f"{NEAR}households = [{told}]\n"))


def test_they_are_read_and_written_back(tmp_path: Path) -> None:
    programme = read(a_programme(tmp_path, '"ishbel", "rory"'))

    write_programme(programme, tmp_path / "again")

    assert programme.projects[0].households == (Household(members=("ishbel", "rory")),)
    assert read(tmp_path / "again") == programme


@pytest.mark.parametrize(
    ("households", "says"),
    [
        (
            ('"ishbel", "rori"',),
            (
                'projects[group].households[1].members[2] "rori" is not in this group; '
                'did you mean "rory"?'
            ),
        ),
        (
            ('"ishbel", "ishbel"',),
            (
                'projects[group].households[1].members[2] "ishbel" is in a household already; '
                "name everybody once."
            ),
        ),
        (
            ('"ishbel", "rory"', '"una", "rory"'),
            (
                'projects[group].households[2].members[1] "una" is not in this group; '
                "there are: ishbel, rory.\n"
                'projects[group].households[2].members[2] "rory" is in a household already; '
                "name everybody once."
            ),
        ),
    ],
)
def test_each_fault_is_refused_with_what_to_do(
    tmp_path: Path, households: tuple[str, ...], says: str
) -> None:
    sentences = sentences_of(a_programme(tmp_path, *households))

    assert [sentence.partition(": ")[2] for sentence in sentences] == says.split("\n")


def test_one_person_is_no_household(tmp_path: Path) -> None:
    (sentence,) = sentences_of(a_programme(tmp_path, '"ishbel"'))

    assert "projects[group].households[1].members" in sentence
