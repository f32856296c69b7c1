"""What is begun beside a plan: begun once, in a folder of its owner alone."""

import stat
import time
from pathlib import Path

from constraints import registry
from scheduler.files.saving import json_text
from scheduler.planner import make_plan
from tests.scheduler.summer import fortnight, planned
from web import job_files
from web.beside import look_for_alternatives, plan_again
from web.choices import read_choices
from web.store import Run

PATIENCE_SECONDS = 60


def ended(run: Run) -> str:
    """Wait until a run is over, and return how it ended."""
    until = time.monotonic() + PATIENCE_SECONDS
    while run.job.state().name in {"queued", "running"} and time.monotonic() < until:
        time.sleep(0.05)
    return run.job.state().name


def test_other_good_plans_are_looked_for_in_a_folder_of_their_own(tmp_path: Path) -> None:
    run = Run(tmp_path / "alternatives")
    was_begun = run.is_begun

    look_for_alternatives(run, fortnight())

    assert (was_begun, run.is_begun, ended(run)) == (False, True, "done")
    best = make_plan(fortnight(), registry())
    assert json_text(read_choices(run.folder)[0].plan, brief=False) == json_text(best, brief=False)
    assert stat.S_IMODE(run.folder.stat().st_mode) == 0o700


def test_a_plan_is_made_again_from_the_plan_there_was(tmp_path: Path) -> None:
    run = Run(tmp_path / "replanning")

    plan_again(run, fortnight(), before=(fortnight(), planned(fortnight())))

    assert ended(run) == "done"
    assert '"kind": "kept"' in (run.folder / job_files.ANSWER).read_text("utf-8")


def test_what_is_under_way_is_left_to_go_on(tmp_path: Path) -> None:
    run = Run(tmp_path / "alternatives")
    look_for_alternatives(run, fortnight())
    child = (run.folder / job_files.PROCESS).read_text()

    look_for_alternatives(run, fortnight())

    assert (run.folder / job_files.PROCESS).read_text() == child
    assert ended(run) == "done"
