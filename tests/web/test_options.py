"""What options hold is looked at before anything is read or planned."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from web.command import main
from web.options import day, folder, moment, there
from web.terminal import RefusedError

NOT_LOADED = """
import sys
from web.command import main
assert main(sys.argv[1:]) == 2
print(sorted({"numpy", "pydantic"} & set(sys.modules)))
"""
"""Runs a command that is refused, and prints which of the libraries that plan were loaded."""


def refusal(read: Callable[[str], object], told: str) -> str:
    with pytest.raises(RefusedError) as refused:
        read(told)
    return str(refused.value)


@pytest.mark.parametrize(
    "words",
    [
        ("why-not", "here.toml", "here.toml", "--project", "p", "--start", "tomorrow"),
        ("why-not", "here.toml", "nowhere", "--project", "p", "--start", "2027-05-04T10:00"),
        ("plan", "here.toml", "--out", "here.toml"),
        ("plan", "nowhere"),
    ],
)
def test_what_is_wrong_with_an_option_is_said_before_the_planner_is_loaded(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    """A start that is none was refused only after a second of loading and reading."""
    (tmp_path / "here.toml").write_text("")

    asked = [sys.executable, "-c", NOT_LOADED, *words]
    done = subprocess.run(
        asked,
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.returncode) == ("[]\n", 0)


def test_a_folder_may_be_one_that_is_not_there_yet(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")

    assert folder(str(tmp_path / "new" / "inner")) == tmp_path / "new" / "inner"
    for path in (tmp_path / "taken", tmp_path / "taken" / "inner"):
        says = f"{path}: this is a file or lies in one; give a folder"
        assert refusal(folder, str(path)) == says


def test_what_is_to_be_read_has_to_be_there(tmp_path: Path) -> None:
    assert there(str(tmp_path)) == tmp_path
    says = "plan.json is not there; check the name and the folder."
    assert refusal(there, str(tmp_path / "plan.json")) == says


def test_a_day_is_read() -> None:
    assert day("--from")("2027-05-04") == date(2027, 5, 4)


@pytest.mark.parametrize(
    ("told", "better"),
    [
        ("24/11/2026 10:00", "2026-11-24T10:00"),
        ("24 November 2026", "2026-11-24T10:00"),
        ("4/5/2027 9:00 or so", "2027-05-04T10:00"),
    ],
)
def test_a_moment_that_is_none_is_told_as_we_read_it(told: str, better: str) -> None:
    says = f'--start "{told}" is no date and time; write it as {better}'

    assert refusal(moment("--start"), told) == says


def test_an_option_that_is_refused_ends_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["observances", "--from", "soon", "--to", "2027-01-01"]

    assert (main(words), capsys.readouterr().err) == (
        2,
        '--from "soon" is no day; write it as 2027-05-04\n',
    )
