"""A table under another name is told once, and nothing is called unknown for want of it."""

from pathlib import Path

import pytest

from tests.scheduler.files.folders import TABLES, a_folder, sentences_of


def renamed(tmp_path: Path, name: str, other: str) -> Path:
    """Write the folder with one file under another name."""
    folder = a_folder(tmp_path)
    (folder / name).rename(folder / other)
    return folder


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("people.csv", "person.csv"),
        ("people.csv", "members.csv"),
        ("people.csv", "people.csv.txt"),
        ("venues.csv", "halls.csv"),
        ("places.csv", "Places.CSV"),
    ],
)
def test_a_table_of_another_name_is_told_by_its_columns(
    tmp_path: Path, name: str, other: str
) -> None:
    """Everybody in it was called unknown, and person.csv was taken for places.csv."""
    assert sentences_of(renamed(tmp_path, name, other)) == [
        f'{other} is no file of a programme, and {name} is not there; did you mean "{name}"?'
    ]


def test_a_table_of_no_columns_we_know_is_told_by_its_name(tmp_path: Path) -> None:
    folder = renamed(tmp_path, "people.csv", "peopel.csv")
    (folder / "peopel.csv").write_bytes(b"PK\x03\x04")

    is_not_there = 'people.csv is not there; did you mean "people.csv"?'
    assert sentences_of(folder) == [f"peopel.csv is no file of a programme, and {is_not_there}"]


def test_a_second_table_hides_no_other_fault(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, people=("glen,yes", "glenn,yes"))
    (folder / "person.csv").write_text(TABLES["people.csv"])

    assert [says.partition(" is no ")[0] for says in sentences_of(folder)] == [
        'people.csv line 2: home "glenn"',
        "person.csv",
    ]


def test_a_spreadsheet_is_to_be_saved_as_a_table(tmp_path: Path) -> None:
    folder = renamed(tmp_path, "people.csv", "people.xlsx")
    (folder / "all.ods").write_bytes(b"PK\x03\x04")

    says = 'is a spreadsheet; save its table as CSV UTF-8, such as "people.csv", and take it away.'
    assert sentences_of(folder) == [f"all.ods {says}", f"people.xlsx {says}"]


def test_a_table_nobody_knows_is_told_what_there_is(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "households.csv").write_text("members\nishbel\n")

    known = "journeys.csv, lines.csv, people.csv, places.csv, programme.toml, venues.csv"
    assert sentences_of(folder) == [
        f"households.csv is no file of a programme; there are: {known}, workers.csv."
    ]


def test_a_toml_of_another_name_is_told_with_its_own(tmp_path: Path) -> None:
    assert sentences_of(renamed(tmp_path, "programme.toml", "program.toml")) == [
        (
            "program.toml is no file of a programme, and programme.toml is not there; "
            'did you mean "programme.toml"?'
        ),
        "programme.toml is not there; check the name and the folder.",
    ]


@pytest.mark.parametrize(
    ("members", "says"),
    [('"[]"', "is empty; give at least 2."), ('"["ishbel"]"', "has only 1; give at least 2.")],
)
def test_a_household_of_too_few_is_told_how_many_it_needs(
    tmp_path: Path, members: str, says: str
) -> None:
    """One with a member in it was called empty."""
    household = f'near = "glen"\nhouseholds = [{{members = {members[1:-1]}}}]'
    folder = a_folder(tmp_path, programme=('near = "glen"', household))

    assert sentences_of(folder) == [
        f"programme.toml line 10: projects[group].households[1].members {members} {says}"
    ]
