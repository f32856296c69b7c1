"""What is written is read back the same, from either form."""

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.errors import ProgrammeError
from scheduler.files import fingerprint, write_programme
from scheduler.files.cells import cell_of, elements, is_formula, joined, text_of
from scheduler.files.toml_text import toml_text
from scheduler.programme import Programme
from scheduler.samples import PROGRAMME
from tests.scheduler.files.folders import a_document, a_folder, read
from tests.scheduler.files.programmes import AWKWARD, LABELS, PROGRAMMES, WRITTEN


@pytest.mark.parametrize("name", ["programme.json", "folder"])
def test_sample_programme_comes_back(tmp_path: Path, name: str) -> None:
    write_programme(PROGRAMME, tmp_path / name)

    assert read(tmp_path / name) == PROGRAMME


@settings(max_examples=60)
@given(programme=PROGRAMMES)
def test_any_programme_comes_back_from_both_forms(programme: Programme) -> None:
    with TemporaryDirectory() as folder:
        for name in ("programme.json", "folder"):
            path = Path(folder) / name

            write_programme(programme, path)

            back = read(path)
            assert back == programme
            assert fingerprint(back) == fingerprint(programme)


def test_folder_and_document_typed_by_hand_read_to_the_same(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    document = tmp_path / "again.json"
    write_programme(read(folder), document)

    assert read(document) == read(folder)


def test_same_programme_is_written_with_the_same_bytes(tmp_path: Path) -> None:
    write_programme(PROGRAMME, tmp_path / "one.json")
    write_programme(read(tmp_path / "one.json"), tmp_path / "two.json")

    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_fingerprint_changes_with_what_is_said_and_not_with_its_order(tmp_path: Path) -> None:
    same = read(a_document(tmp_path, '"told": "yes"', '"told":"yes"'))
    other = read(a_document(tmp_path, "Glen Hall", "Glan Hall"))

    assert fingerprint(same) == fingerprint(PROGRAMME)
    assert fingerprint(other) != fingerprint(PROGRAMME)
    assert len(fingerprint(PROGRAMME)) == 64


def test_table_that_nothing_is_left_of_goes(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    write_programme(PROGRAMME, folder)
    write_programme(PROGRAMME.model_copy(update={"venues": ()}), folder)

    names = sorted(file.name for file in folder.iterdir())
    assert names == ["people.csv", "places.csv", "programme.toml"]


def test_writing_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """Half a character cannot be saved in UTF-8."""
    document = tmp_path / "programme.json"
    write_programme(PROGRAMME, document)
    before = document.read_bytes()

    with pytest.raises(UnicodeEncodeError):
        write_programme(PROGRAMME.model_copy(update={"name": "\ud800"}), document)

    assert [file.name for file in tmp_path.iterdir()] == ["programme.json"]
    assert document.read_bytes() == before


def test_setting_that_is_null_is_refused_by_a_folder_alone(tmp_path: Path) -> None:
    settings = {"spacing": {"least_days": None, "kinds": [None]}}
    programme = PROGRAMME.model_copy(update={"constraints": settings})

    with pytest.raises(ProgrammeError) as refused:
        write_programme(programme, tmp_path / "folder")

    assert [fault.field for fault in refused.value.faults] == [
        "constraints.spacing.least_days",
        "constraints.spacing.kinds.0",
    ]
    assert list(tmp_path.iterdir()) == []


def test_settings_of_every_kind_can_be_written_as_toml() -> None:
    tree = {"a b": [{"x": 1, "y z": True}, 2.5, "\x7f"], "table": {"rows": [{"n": "\u00e0"}]}}

    assert tomllib.loads(toml_text(tree)) == tree


def test_table_as_a_spreadsheet_exports_it_is_read(tmp_path: Path) -> None:
    """Byte order mark, CRLF, capitals in headers and answers, empty rows, lines in cells."""
    folder = a_folder(tmp_path)
    (folder / "people.csv").write_bytes(
        "\ufeffCode,Name,Times.Told,Times.Work,Share_Reasons,Sessions_Wanted\r\n"
        "ishbel,Ishbel,Yes,Mon 09:00-12:00\nTue 09:00-12:00,TRUE,3.0\r\n,,,,,\r\n"
        'rory,\'+Rory,NO,"[]",false,\r\n'.replace(
            "Mon 09:00-12:00\nTue 09:00-12:00", '"Mon 09:00-12:00\nTue 09:00-12:00"'
        ).encode()
    )

    ishbel, rory = read(folder).people

    assert ishbel.times.work == ("Mon 09:00-12:00", "Tue 09:00-12:00")
    assert (ishbel.times.told, ishbel.share_reasons, ishbel.sessions_wanted) == ("yes", True, 3)
    assert (rory.name, rory.times.told, rory.times.work) == ("+Rory", "no", ())


@given(text=LABELS)
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    assert text_of(cell_of(text)) == text
    assert not is_formula(cell_of(text))


@given(texts=st.lists(AWKWARD | WRITTEN.map(str.strip)))
def test_list_in_a_cell_comes_back(texts: list[str]) -> None:
    stripped = [text.strip() for text in texts]

    assert list(elements(joined(stripped))) == stripped
