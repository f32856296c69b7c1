"""`commonground audit`: clean plans and broken ones."""

import json
from pathlib import Path

import pytest

from constraints import registry
from tests.web.conftest import Planned
from tests.web.given import IMPOSSIBLE, written
from web.command import main

Said = pytest.CaptureFixture[str]


def test_plan_that_keeps_every_rule_is_clean(planned: Planned, capsys: Said) -> None:
    # when
    ending = main(["audit", str(planned.programme), str(planned.folder)])

    # then
    assert (ending, capsys.readouterr().out) == (0, "The plan keeps every rule.\n")


def test_every_breach_is_a_line_with_the_session_and_the_rule(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    # given: the session is moved to Good Friday
    tree = json.loads((planned.folder / "plan.json").read_text("utf-8"))
    tree["sessions"][0] |= {
        "start": "2027-03-26T10:00:00+00:00",
        "end": "2027-03-26T12:00:00+00:00",
    }
    moved = tmp_path / "moved.json"
    moved.write_text(json.dumps(tree))

    # when
    ending = main(["audit", str(planned.programme), str(moved)])
    said = capsys.readouterr().out.splitlines()

    # then
    assert ending == 4
    assert [line for line in said if "bank holiday" in line] == [
        (
            "Living well, session 1: Friday 26 March 2027 is a bank holiday: Good Friday. "
            f"({registry()['holidays'].title})"
        )
    ]


def test_another_number_of_open_dates_and_rooms_is_a_line(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    # given
    tree = json.loads((planned.folder / "plan.json").read_text("utf-8"))
    stands = tree["certificate"]["open_candidates"]
    tree["certificate"]["open_candidates"] = stands + 1
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(tree))

    # when
    ending = main(["audit", str(planned.programme), str(changed)])

    # then
    told = f"the plan says {stands + 1}, counted again there are {stands}."
    said = capsys.readouterr().out.splitlines()
    assert (ending, f"  Those that nothing rules out: {told}" in said) == (4, True)


def test_plan_made_with_another_version_is_clean_and_it_is_said(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    """After an upgrade of any library every plan kept ended with 4."""
    # given
    tree = json.loads((planned.folder / "plan.json").read_text("utf-8"))
    here = tree["certificate"]["versions"]["numpy"]
    tree["certificate"]["versions"]["numpy"] = "1.0"
    older = tmp_path / "older.json"
    older.write_text(json.dumps(tree))

    # when
    ending = main(["audit", str(planned.programme), str(older)])

    # then
    assert ending == 0
    kept, remark = capsys.readouterr().out.splitlines()
    assert (kept, remark) == (
        "The plan keeps every rule.",
        (
            "It was made with other versions of what it rests on than are here: numpy 1.0, here "
            f"{here}. Where these say something else, plan again with `commonground plan`."
        ),
    )


def test_plan_that_is_none_is_refused(planned: Planned, tmp_path: Path, capsys: Said) -> None:
    # given
    programme = written(IMPOSSIBLE, tmp_path / "p.json")

    # then: the programme is no plan, and every field it lacks is named
    assert main(["audit", str(planned.programme), str(programme)]) == 2
    assert capsys.readouterr().out == ""
