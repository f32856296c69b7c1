"""Planning in a process of its own: what it leaves in the folder, and how it ends."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.files import read_plan
from scheduler.planner import make_plan
from scheduler.progress import Progress
from scheduler.replanned import Replanned
from scheduler.samples import PROGRAMME
from tests.scheduler.summer import two_apart
from tests.web.conftest import Planned
from tests.web.given import IMPOSSIBLE, written
from web.job_files import CANCEL, progress_so_far, refusal
from web.solve import STOPPED, keeping


def solved(folder: Path, *task: str) -> int:
    """Work on the programme of a folder in a process of its own."""
    words = [sys.executable, "-m", "web.solve", str(folder), *task]
    return subprocess.run(words, check=False, timeout=120).returncode


def names(folder: Path) -> list[str]:
    """Return what stands in a folder."""
    return sorted(place.name for place in folder.iterdir())


def test_plan_is_the_one_the_command_makes(planned: Planned, tmp_path: Path) -> None:
    # given
    written(PROGRAMME, tmp_path / "programme.json")

    # when
    ending = solved(tmp_path)

    # then
    plan = (tmp_path / "plan.json").read_bytes()
    assert (ending, plan) == (0, (planned.folder / "plan.json").read_bytes())
    assert names(tmp_path) == ["plan.json", "programme.json", "progress.jsonl"]
    assert [(p.done, p.of) for p in progress_so_far(tmp_path)] == [(0, 2), (1, 2)]


def test_best_part_is_written_where_a_plan_is_not_possible(tmp_path: Path) -> None:
    # given
    written(IMPOSSIBLE, tmp_path / "programme.json")

    # when
    ending = solved(tmp_path)

    # then
    assert (ending, read_plan(tmp_path / "plan.json").possible) == (3, False)


def test_programme_with_faults_is_refused_and_no_plan_written(tmp_path: Path) -> None:
    # given
    (tmp_path / "programme.json").write_text(json.dumps({"name": "x"}))

    # when
    ending = solved(tmp_path)

    # then
    assert (ending, names(tmp_path)) == (2, ["programme.json", "refused.json"])
    assert len(list(refusal(tmp_path))) == 3  # no first day, no last day, no projects


def test_other_good_plans_are_written_each_in_a_folder_of_its_own(tmp_path: Path) -> None:
    # given
    written(PROGRAMME, tmp_path / "programme.json")

    # when
    ending = solved(tmp_path, "compare")

    # then
    assert (ending, names(tmp_path)) == (
        0,
        ["answer.json", "best", "programme.json", "progress.jsonl"],
    )


def test_a_plan_made_again_after_a_change_is_written_with_what_it_changes(
    planned: Planned, tmp_path: Path
) -> None:
    # given
    written(PROGRAMME, tmp_path / "programme.json")
    written(PROGRAMME, tmp_path / "before_programme.json")
    shutil.copy(planned.folder / "plan.json", tmp_path / "before.json")

    # when
    ending = solved(tmp_path, "replan")

    # then
    found = Replanned.model_validate_json((tmp_path / "answer.json").read_bytes())
    assert (ending, [each.kind for each in found.sessions]) == (0, ["kept"])


@pytest.mark.parametrize("task", ["plan", "compare"])
def test_planning_told_to_stop_leaves_no_plan(task: str, tmp_path: Path) -> None:
    # given
    written(PROGRAMME, tmp_path / "programme.json")
    (tmp_path / "cancel").touch()

    # when
    ending = solved(tmp_path, task)

    # then
    assert (ending, names(tmp_path)) == (STOPPED, ["cancel", "programme.json"])


def test_planning_told_to_stop_once_all_have_dates_keeps_the_best_plan(tmp_path: Path) -> None:
    # given
    told = keeping(tmp_path)

    def stopped_as_soon_as_there_is_a_plan(progress: Progress) -> None:
        if progress.has_plan:
            (tmp_path / CANCEL).touch()
        told(progress)

    # when
    programme = two_apart()
    plan = make_plan(programme, registry(), told=stopped_as_soon_as_there_is_a_plan, processes=1)

    # then
    assert (plan.possible, plan.certificate.ended_by) == (True, "person")
    assert audit(programme, plan, registry()) == ()
    assert [told.has_plan for told in progress_so_far(tmp_path)][-1]


def test_planning_that_takes_too_much_memory_is_ended() -> None:
    # given
    greedy = "from web.solve import limit_memory; limit_memory(2 ** 31); bytearray(2 ** 32)"

    # when
    done = subprocess.run(
        [sys.executable, "-c", greedy], capture_output=True, text=True, check=False
    )

    # then
    assert (done.returncode, done.stderr.split()[-1]) == (1, "MemoryError")
