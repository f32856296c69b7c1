"""Files sent to us: read together, refused with every fault, names never used as paths."""

from io import BytesIO
from pathlib import Path

import pytest
from werkzeug.datastructures import FileStorage

from scheduler.errors import ProgrammeError
from scheduler.files import write_programme
from tests.web.plans import TWO_SESSIONS
from web.uploads import received


def sent(name: str, content: bytes = b"") -> FileStorage:
    """Return a file as a browser sends it."""
    return FileStorage(BytesIO(content), filename=name)


def folder_of(programme: Path) -> list[FileStorage]:
    """Return every file of a folder as a browser sends them."""
    return [sent(file.name, file.read_bytes()) for file in programme.iterdir()]


def refused(*files: FileStorage) -> list[str]:
    """Return what is said of files that are refused."""
    with pytest.raises(ProgrammeError) as found:
        received(files)
    return [fault.says for fault in found.value.faults]


def test_one_document_is_read_whatever_its_name(tmp_path: Path) -> None:
    write_programme(TWO_SESSIONS, tmp_path / "a.json")

    programme = received([sent("../../Etc/My group.JSON", (tmp_path / "a.json").read_bytes())])

    assert programme == TWO_SESSIONS


def test_the_files_of_a_folder_are_read_together(tmp_path: Path) -> None:
    write_programme(TWO_SESSIONS, tmp_path)

    assert received(folder_of(tmp_path)) == TWO_SESSIONS


def test_a_folder_that_came_with_its_name_is_read_too(tmp_path: Path) -> None:
    write_programme(TWO_SESSIONS, tmp_path)
    named = [sent(f"C:\\glens\\{file.name}", file.read_bytes()) for file in tmp_path.iterdir()]

    assert received(named) == TWO_SESSIONS


def test_nothing_chosen_says_what_to_choose() -> None:
    assert refused(sent("")) == [
        "No file was chosen; choose one JSON document, or all files of a folder."
    ]


def test_a_zip_file_is_refused_with_what_to_do() -> None:
    assert refused(sent("programme.zip", b"PK")) == [
        "programme.zip is a zip file; unpack it, then choose the files in it.",
        "programme.toml is not among the files; choose it together with the tables.",
    ]


def test_everything_wrong_with_the_choice_is_said_at_once() -> None:
    files = [sent("people.csv"), sent("people.csv"), sent("all.json"), sent("venue.csv")]

    assert refused(*files) == [
        "These files have the same name; choose the files of one programme only.",
        (
            "all.json is a document of its own; choose it by itself, or choose the files of a "
            "folder without it."
        ),
        'venue.csv is no file of a programme; did you mean "venues.csv"?',
    ]


def test_every_fault_in_a_document_names_its_line_and_what_to_do() -> None:
    text = b'{\n "name": "A",\n "first_day": "2027-13-01",\n "last_day": 7,\n "projects": []\n}'

    assert refused(sent("a.json", text)) == [
        (
            'programme.json line 3: first_day "2027-13-01" is no day of the calendar; write one as '
            "YYYY-MM-DD, such as 2027-05-04."
        ),
        (
            'programme.json line 4: last_day "7" is no day of the calendar; write one as '
            "YYYY-MM-DD, such as 2027-05-04."
        ),
        'programme.json line 5: projects "[]" is empty; give at least one.',
    ]


def test_what_we_keep_beside_a_programme_may_come_along(tmp_path: Path) -> None:
    write_programme(TWO_SESSIONS, tmp_path)
    beside = [
        sent("imported-busy.json", b"{}"),
        sent("replies.json", b"{}"),
        sent("people.before-import", b"code"),
    ]

    assert received([*folder_of(tmp_path), *beside]) == TWO_SESSIONS
