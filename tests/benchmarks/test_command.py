"""What the command measures, and what it refuses."""

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.generator import a_programme
from benchmarks.spread import spread
from scheduler.files import write_programme


def test_spread_of_ten_figures_is_middle_nine_in_ten_and_largest() -> None:
    figures = [10.0, 1.0, 2.0, 9.0, 3.0, 8.0, 4.0, 7.0, 5.0, 6.0]

    assert spread(figures) == {"many": 10, "median": 5.5, "p90": 9.0, "max": 10.0}


def test_name_of_no_measurement_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    ending = main(["chess"])

    assert ending == 2
    assert capsys.readouterr().err == (
        "There is no measurement called chess. "
        "There is: project, tied-project, long-project, wide-project, beside, programme, replan, "
        "explain, csplib, meetings, calendars, journeys, timetabled, agree.\n"
    )


def test_file_that_is_not_there_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing = tmp_path / "none.json"

    ending = main(["project", str(missing)])

    assert ending == 2
    assert capsys.readouterr().err == f"{missing} is not there. Name a programme, or none.\n"


def test_programme_of_ones_own_is_measured_without_the_rival(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "programme.json"
    write_programme(a_programme(1, people=8, venues=10, weeks=5, sessions=2), file)

    ending = main(["project", str(file), "--json"])

    _, measured, summed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ending == 0
    assert (measured["programme"], measured["project"]) == ("programme.json", "group")
    assert (measured["gap"], measured["naive"], len(measured["levels"])) == ([], None, 16)
    assert list(measured["seconds"]) == ["screen", "columns", "series", "total", "processor"]
    assert (summed["sum"]["measured"], summed["sum"]["proven"]) == (1, 1)


def test_a_region_is_measured_to_its_first_plan(capsys: pytest.CaptureFixture[str]) -> None:
    ending = main(["programme", "--seeds", "3:4", "--sites", "2", "--seconds", "0", "--json"])

    _, measured, _ = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (ending, measured["programme"], measured["projects"]) == (0, "region 3", 2)
    assert (measured["ended_by"], measured["without_a_date"], measured["trail"]) == (
        "person",
        0,
        [],
    )
    assert measured["first_plan"]["seconds"] <= measured["audited_plan"]["seconds"]
    assert len(measured["levels"]) == 16


def test_planning_again_is_measured_beside_planning_from_the_start(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ending = main(["replan", "--seeds", "1:2", "--json"])

    _, measured, summed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (ending, measured["programme"], summed["sum"]["measured"]) == (0, "seed 1", 1)
    assert measured["moved"] >= 1
