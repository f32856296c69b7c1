"""A plan's folder: the plan, the programme beside it, and nothing taken for what it is not."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scheduler.files import fingerprint
from scheduler.samples import PROGRAMME
from tests.web.conftest import Planned
from web.plan_folder import plan_at, programme_at, programme_of, write_plan_folder
from web.terminal import RefusedError


def test_plan_is_found_by_its_folder_and_by_its_name(planned: Planned) -> None:
    assert plan_at(planned.folder) == plan_at(planned.folder / "plan.json")


def test_programme_is_found_beside_the_plan(planned: Planned) -> None:
    # given
    plan = plan_at(planned.folder)

    # when
    found = [
        programme_of(plan, place, given=None)
        for place in (planned.folder, planned.folder / "plan.json")
    ]

    # then
    assert [fingerprint(programme) for programme in found] == [plan.certificate.programme] * 2


def test_programme_given_comes_before_the_one_beside_the_plan(planned: Planned) -> None:
    # given
    plan = plan_at(planned.folder)

    # then
    assert programme_of(plan, planned.programme, given=planned.programme) == PROGRAMME


def test_plan_without_its_programme_is_refused_with_what_to_do(
    planned: Planned, tmp_path: Path
) -> None:
    # given
    shutil.copy(planned.folder / "plan.json", tmp_path)

    # when
    with pytest.raises(RefusedError) as refused:
        programme_of(plan_at(tmp_path), tmp_path, given=None)

    # then
    assert str(refused.value) == (
        f"{tmp_path / 'programme'}: no programme is there; "
        "give the one the plan was made from: --programme"
    )


def test_programme_that_changed_since_is_refused(planned: Planned, tmp_path: Path) -> None:
    # given
    changed = tmp_path / "changed.json"
    tree = json.loads(planned.programme.read_text("utf-8"))
    changed.write_text(json.dumps(tree | {"phone": "01632 960002"}))

    # when
    with pytest.raises(RefusedError) as refused:
        programme_of(plan_at(planned.folder), planned.folder, given=changed)

    # then
    assert str(refused.value) == (
        f"{changed}: the plan was made from another programme, or this one has changed since; "
        "plan again with `commonground plan`, or give the programme it was made from"
    )


def test_programme_a_folder_cannot_hold_is_told_and_the_plan_still_written(
    planned: Planned, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # given: a setting that is null, for which TOML has no word
    programme = PROGRAMME.model_copy(update={"constraints": {"spacing": {"most_days": None}}})

    # when
    write_plan_folder(programme, plan_at(planned.folder), tmp_path)

    # then
    told = capsys.readouterr().err.splitlines()
    assert [told[0][:43], told[1]] == [
        "The programme is not kept beside the plan: ",
        "To write calendars, give it again with --programme.",
    ]
    assert sorted(place.name for place in tmp_path.iterdir()) == ["plan.json"]


def refused_by(ask: Callable[[Path], object], place: Path) -> str:
    """Return what is said of a place that is not what was asked for."""
    with pytest.raises(RefusedError) as refused:
        ask(place)
    return str(refused.value).removeprefix(f"{place}: ")


def test_plan_given_for_a_programme_is_refused_with_where_that_is(planned: Planned) -> None:
    kept = planned.folder / "programme"
    says = f"this is a plan; give the programme it was made from, such as {kept}"

    told = [
        refused_by(programme_at, each) for each in (planned.folder, planned.folder / "plan.json")
    ]

    assert told == [says, says]


def test_lone_plan_given_for_a_programme_is_refused(planned: Planned, tmp_path: Path) -> None:
    shutil.copy(planned.folder / "plan.json", tmp_path)

    assert refused_by(programme_at, tmp_path) == (
        "this is a plan; give the programme it was made from"
    )


def test_programme_given_for_a_plan_is_refused(planned: Planned) -> None:
    assert refused_by(plan_at, planned.folder / "programme") == (
        "this folder holds a programme, not a plan; give the one that plan --out wrote"
    )


def test_folder_of_neither_is_refused(tmp_path: Path) -> None:
    assert [refused_by(ask, tmp_path) for ask in (plan_at, programme_at)] == [
        "this folder holds no plan.json; give the one that plan --out wrote",
        "this folder holds no programme.toml; give the folder of a programme, or its JSON",
    ]
