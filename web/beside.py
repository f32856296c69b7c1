"""What is worked out beside a plan: other plans, a plan after a change, dates in reserve."""

from contextlib import suppress
from shutil import rmtree

from scheduler.files import write_plan, write_programme
from scheduler.plan import Plan
from scheduler.programme import Programme
from web import job_files
from web.jobs import JobError, start
from web.store import KeptPlan, Run


def look_for_alternatives(run: Run, programme: Programme) -> None:
    """Begin to look for other good plans; where that is under way already, leave it be."""
    run.folder.mkdir(exist_ok=True, mode=0o700)
    write_programme(programme, run.folder / job_files.PROGRAMME)
    with suppress(JobError):
        start(run.folder, "compare")


def plan_again(run: Run, programme: Programme, *, before: tuple[Programme, Plan]) -> None:
    """Begin to plan again after something changed; where that is under way, leave it be.

    Parameters
    ----------
    before
        The programme as it was, and its plan.
    """
    run.folder.mkdir(exist_ok=True, mode=0o700)
    write_programme(before[0], run.folder / job_files.BEFORE_PROGRAMME)
    write_programme(programme, run.folder / job_files.PROGRAMME)
    write_plan(before[1], run.folder / job_files.BEFORE)
    with suppress(JobError):
        start(run.folder, "replan")


def look_for_reserves(run: Run, programme: Programme, plan: Plan) -> None:
    """Begin to look for dates in reserve; where that is under way already, leave it be."""
    run.folder.mkdir(exist_ok=True, mode=0o700)
    write_programme(programme, run.folder / job_files.PROGRAMME)
    write_plan(plan, run.folder / job_files.BEFORE)
    with suppress(JobError):
        start(run.folder, "reserves")


def reserves_after(earlier: KeptPlan, taken: KeptPlan) -> None:
    """Look for dates in reserve of the plan that took another's place, where that one had some.

    They are worked out anew: a hold beside one series of dates may stand in the way of another.
    """
    if earlier.reserves.is_begun and not taken.reserves.is_begun:
        look_for_reserves(taken.reserves, taken.programme(), taken.plan())


def forget(run: Run) -> None:
    """Stop what is under way and forget what was found."""
    if run.is_begun:
        run.job.end()
        rmtree(run.folder, ignore_errors=True)
