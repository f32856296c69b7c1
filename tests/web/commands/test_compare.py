"""`commonground compare`: plans to choose between, each in a folder that can be audited."""

from pathlib import Path

import pytest

from scheduler.samples import PROGRAMME
from tests.scheduler.choices_to_make import somebody_who_would_rather_not_come_early_in_the_week
from tests.web.given import IMPOSSIBLE, written
from web.command import main

Said = pytest.CaptureFixture[str]


def test_each_plan_is_printed_and_written_to_a_folder_of_its_own(
    tmp_path: Path, capsys: Said
) -> None:
    # given
    programme = written(
        somebody_who_would_rather_not_come_early_in_the_week(), tmp_path / "programme.json"
    )

    # when
    ending = main(["compare", str(programme), "--out", str(tmp_path / "plans")])

    # then
    said = capsys.readouterr()
    assert (ending, said.out.count("\n2. It is over soonest: ")) == (0, 1)
    assert said.err.splitlines()[-1] == "Only the organiser should see this."
    assert sorted(folder.name for folder in (tmp_path / "plans").iterdir()) == ["best", "earliest"]
    assert main(["audit", str(programme), str(tmp_path / "plans" / "earliest")]) == 0


def test_a_programme_that_cannot_be_held_has_nothing_to_choose(
    tmp_path: Path, capsys: Said
) -> None:
    # when
    ending = main(["compare", str(written(IMPOSSIBLE, tmp_path / "programme.json"))])

    # then
    assert (ending, capsys.readouterr().out.count("nothing to choose between yet.")) == (3, 1)


def test_nothing_is_written_without_being_asked(tmp_path: Path, capsys: Said) -> None:
    # given
    programme = written(PROGRAMME, tmp_path / "programme.json")

    # when
    ending = main(["compare", str(programme)])

    # then
    assert (ending, capsys.readouterr().out[:2]) == (0, "1.")
    assert [file.name for file in tmp_path.iterdir()] == ["programme.json"]
