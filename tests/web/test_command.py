"""The command line as those who call it see it: how it ends, what it says and where."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.files import read_plan, read_programme
from scheduler.samples import PROGRAMME
from tests.web.conftest import Planned
from tests.web.given import IMPOSSIBLE, commonground, written
from web.command import COMMANDS, Command, main


def test_plan_is_made_written_and_told(planned: Planned) -> None:
    # when
    plan = read_plan(planned.folder / "plan.json")

    # then
    assert (planned.done.ending, plan.possible) == (0, True)
    assert planned.done.said.splitlines()[:2] == ["An invented programme", "=" * 21]
    assert planned.done.told[0] == "Living well: Asking every rule about every date and room."
    assert audit(PROGRAMME, plan, registry()) == ()


def test_plan_is_the_only_json_beside_the_programme_it_was_made_from(planned: Planned) -> None:
    assert [file.name for file in planned.folder.rglob("*.json")] == ["plan.json"]
    assert read_programme(planned.folder / "programme", registry()) == PROGRAMME


def test_views_that_are_almost_one_are_pointed_out_before_planning(tmp_path: Path) -> None:
    people = tuple(
        person.model_copy(update={"view": view})
        for person, view in zip(IMPOSSIBLE.people, ("carers", "carer"), strict=True)
    )
    place = written(IMPOSSIBLE.model_copy(update={"people": people}), tmp_path / "p.json")

    done = commonground("plan", place)

    assert done.told[0] == (
        'Two views are almost alike: "carer" and "carers". If they are one, write them alike.'
    )


def test_plan_is_printed_as_it_is_written(planned: Planned) -> None:
    # when
    done = commonground("plan", planned.programme, "--json")

    # then
    assert (done.ending, done.said) == (0, (planned.folder / "plan.json").read_text("utf-8"))


def test_programme_with_faults_is_refused_with_a_line_for_each(tmp_path: Path) -> None:
    # given
    place = tmp_path / "programme.json"
    tree = {"name": "x", "first_day": "2027-01-04", "last_day": "2027-13-01", "projects": 3}
    place.write_text(json.dumps(tree))

    # when
    done = commonground("plan", place, "--out", tmp_path / "out")

    # then
    assert (done.ending, done.said, len(done.told)) == (2, "", 2)
    assert [line.split()[0] for line in done.told] == ["programme.json", "programme.json"]
    assert list(tmp_path.rglob("plan.json")) == []


def test_programme_with_no_day_left_is_impossible_and_explained(tmp_path: Path) -> None:
    # when
    done = commonground("plan", written(IMPOSSIBLE, tmp_path / "p.json"), "--out", tmp_path / "out")
    plan = read_plan(tmp_path / "out" / "plan.json")

    # then
    assert (done.ending, plan.possible) == (3, False)
    assert [f"  {conflict.says}"[:60] for conflict in plan.conflicts] == [
        line[:60] for line in done.said.splitlines() if line.startswith("  At least")
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("plan", "nothing.json"), "nothing.json is not there; check the name and the folder."),
        (("constraints", "Lambin"), '"Lambin" is no rule; did you mean "lambing"?'),
        (("constraints", "zzz"), '"zzz" is no rule; without names all are listed'),
        (
            ("import", "venues", "nothing.json"),
            "nothing.json is not there; check the name and the folder.",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(
    words: tuple[str, ...],
    line: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # given: an empty folder
    monkeypatch.chdir(tmp_path)

    # then
    assert (main(words), capsys.readouterr()) == (2, ("", f"{line}\n"))


def test_folder_that_cannot_be_written_is_refused_before_any_work(
    planned: Planned, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    # given
    taken = tmp_path / "taken"
    taken.write_text("")

    # when
    ending = main(["plan", str(planned.programme), "--out", str(taken)])

    # then
    assert (ending, capsys.readouterr()) == (
        2,
        ("", f"{taken}: this is a file or lies in one; give a folder\n"),
    )


@pytest.mark.parametrize("words", [[], ["dance"], ["plan"], ["serve", "--port", "x"]])
def test_command_nobody_knows_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(words)
    assert refused.value.code == 2


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_says_what_it_takes(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    # when
    with pytest.raises(SystemExit) as shown:
        main([command.name, "--help"])

    # then
    assert (shown.value.code, capsys.readouterr().out.split()[:3]) == (
        0,
        ["usage:", "commonground", command.name],
    )


def test_reader_that_goes_away_is_no_fault() -> None:
    """Python would otherwise end with a trace: `commonground constraints | head` did."""
    # given
    words = [sys.executable, "-m", "web.command", "schema"]
    child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None

    # when
    child.stdout.close()
    _, told = child.communicate(timeout=60)

    # then
    assert (child.returncode, told) == (0, b"")


def test_a_file_where_a_folder_belongs_is_refused_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("mine")
    place = written(PROGRAMME, tmp_path / "p.json")

    done = [commonground("plan", place, "--out", out) for out in (file, file / "inner")]

    assert [(each.ending, each.told) for each in done] == [
        (2, [f"{out}: this is a file or lies in one; give a folder"])
        for out in (file, file / "inner")
    ]
    assert file.read_text() == "mine"


def test_a_word_too_many_is_refused_by_the_command_it_was_given_to() -> None:
    done = commonground("plan", ".", "two")

    assert (done.ending, done.told) == (
        2,
        [
            "usage: commonground plan [-h] [--out DIR] [--json] programme",
            "commonground plan: error: does not take: two",
        ],
    )
