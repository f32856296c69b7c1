"""How planning stands, for whoever waits."""

from datetime import timedelta
from pathlib import Path

from scheduler.progress import Progress
from web import job_files
from web.jobs import SAYS, State
from web.shown.progress import shown_progress
from web.store import OF, KeptPlan


def begun(folder: Path) -> KeptPlan:
    """Return a plan that was begun a moment ago."""
    (folder / OF).write_text("programme")
    return KeptPlan(folder)


def test_whoever_waits_is_told_what_is_being_done_and_for_how_long(tmp_path: Path) -> None:
    plan = begun(tmp_path)
    weighing = Progress("Living well", "Weighing 40 dates.", 1, 2)

    now = plan.begun + timedelta(seconds=8)
    shown = shown_progress(plan, State("running", SAYS["running"], (weighing,)), now=now)

    assert (shown.says, shown.group, shown.since, shown.done, shown.of) == (
        "Weighing 40 dates.",
        "Living well",
        "8 seconds so far",
        1,
        2,
    )


def test_before_the_first_word_planning_is_about_to_begin(tmp_path: Path) -> None:
    plan = begun(tmp_path)

    shown = shown_progress(plan, State("queued", SAYS["queued"]), now=plan.begun)

    assert (shown.says, shown.of) == ("Planning is about to begin.", 0)


def test_once_told_to_stop_it_says_that_it_is_stopping(tmp_path: Path) -> None:
    plan = begun(tmp_path)
    (tmp_path / job_files.CANCEL).touch()

    shown = shown_progress(plan, State("running", SAYS["running"]), now=plan.begun)

    assert shown.says == "Stopping now."


def test_once_there_is_a_plan_stopping_says_that_it_is_kept(tmp_path: Path) -> None:
    plan = begun(tmp_path)
    (tmp_path / job_files.CANCEL).touch()
    planned = Progress("A region", "Every group has its dates.", 2, 4, has_plan=True)
    asking = Progress("Living well", "Leaving out one rule.", 2, 4)

    shown = shown_progress(
        plan, State("running", SAYS["running"], (planned, asking)), now=plan.begun
    )

    assert shown.says == "Stopping now. The best plan so far is being written down and checked."
