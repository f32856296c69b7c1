"""An invented programme as a folder that tests spoil, one fault at a time."""

from pathlib import Path

import pytest

from constraints import registry
from scheduler.errors import ProgrammeError
from scheduler.files import read_programme, write_programme
from scheduler.programme import Programme
from scheduler.samples import PROGRAMME

TOML = """\
name = "An invented programme"
phone = "01632 960001"
first_day = 2027-01-04
last_day = 2027-06-30

[[projects]]
code = "group"
members = ["ishbel", "rory"]
near = "glen"

[[projects.sessions]]
length_minutes = 120
"""

TABLES = {
    "people.csv": """\
code,name,roles,home,times.told,times.work,travel.car
ishbel,Ishbel,lived experience,glen,yes,Mon-Fri 09:00-12:00,yes
rory,Rory,professional,XX2,yes,,no
""",
    "venues.csv": """\
code,name,place,capacity,licensed,access.step-free,opening,closed
hall,Glen Hall,glen,30,no,yes,Mo-Su 08:00-22:00,2027-05-04/2027-05-06 painting
""",
    "places.csv": """\
code,name,latitude,longitude,postcode_district
glen,The Glen,56.6,-4.0,XX1
""",
}


def a_folder(tmp_path: Path, **spoilt: tuple[str, str]) -> Path:
    """Write the folder with one text of each named file put in place of another."""
    folder = tmp_path / "programme"
    folder.mkdir()
    texts = {"programme.toml": TOML} | TABLES
    for name, (good, bad) in spoilt.items():
        file = f"{name}.toml" if name == "programme" else f"{name}.csv"
        assert good in texts[file]
        texts[file] = texts[file].replace(good, bad, 1)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def a_document(tmp_path: Path, good: str = "", bad: str = "") -> Path:
    """Write the sample programme as JSON with one text put in place of another."""
    path = tmp_path / "programme.json"
    write_programme(PROGRAMME, path)
    text = path.read_text(encoding="utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    return path


def read(path: Path) -> Programme:
    """Read a programme under the constraints there are."""
    return read_programme(path, registry())


def faults_of(path: Path) -> list[tuple[str, int | None, str]]:
    """Return file, line and field of every fault found in reading, which writes nothing."""
    before = _contents(path)
    found = [(fault.file, fault.line, fault.field) for fault in _refusal(path).faults]
    assert _contents(path) == before
    return found


def sentences_of(path: Path) -> list[str]:
    """Return what reading says of every fault, a line each."""
    refused = _refusal(path)
    assert str(refused) == "\n".join(fault.says for fault in refused.faults)
    return str(refused).split("\n")


def _refusal(path: Path) -> ProgrammeError:
    with pytest.raises(ProgrammeError) as refused:
        read(path)
    return refused.value


def _contents(path: Path) -> dict[str, bytes]:
    files = path.parent.rglob("*")
    return {str(file): file.read_bytes() for file in files if file.is_file()}
