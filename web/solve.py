"""Planning in a process of its own: `python -m web.solve JOB_FOLDER [TASK]`.

The task is to plan, unless it says `compare`, for other plans to choose from, `replan`, for a
plan made again after something changed, or `reserves`, for dates held in case of need.

Ends with 0 and a plan; with 3 and the best part of one, where it is not possible; with 2 and what
is wrong with the programme; with 5 where it was told to stop before it had anything to show. Told
to stop once there is a whole plan, it ends with the best one so far, checked like any other. What
it says on the way stands in the folder, and nowhere else.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from constraints import registry
from scheduler.alternatives import alternatives
from scheduler.errors import ProgrammeError
from scheduler.files import read_plan, read_programme, write_plan
from scheduler.files.saving import json_text, save
from scheduler.planner import make_plan
from scheduler.progress import Enough, Progress, Told
from scheduler.replan import replan
from web.choices import write_choices
from web.job_files import (
    ANSWER,
    BEFORE,
    BEFORE_PROGRAMME,
    CANCEL,
    PLAN,
    PROGRAMME,
    add_progress,
    write_refusal,
)
from web.jobs import Task
from web.kept_reserves import write_reserves
from web.reserve_dates import reserve_dates
from web.terminal import Ending

MOST_MEMORY: Final = 4 * 1024**3
"""Most memory planning may take, in bytes: beyond it, better stop than slow everything down."""
STOPPED: Final = 5
"""How planning ends where it was told to stop."""


class StoppedError(Exception):
    """Somebody asked for planning to stop."""


def main(folder: Path, task: Task = "plan") -> int:
    """Work on the programme of a folder, and return how it ended."""
    limit_memory(MOST_MEMORY)
    try:
        is_possible = _TASKS[task](folder)
    except ProgrammeError as refused:
        write_refusal(folder, refused.faults)
        return Ending.REFUSED
    except (StoppedError, Enough):
        return STOPPED
    return Ending.DONE if is_possible else Ending.IMPOSSIBLE


def limit_memory(most_bytes: int) -> None:
    """Let this process take no more memory than this, where the system can see to that."""
    if find_spec("resource") is None:
        return
    # Imported here: Windows has no such module.
    import resource  # noqa: PLC0415

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    allowed = most_bytes if hard == resource.RLIM_INFINITY else min(most_bytes, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


def _planned(folder: Path) -> bool:
    constraints = registry()
    programme = read_programme(folder / PROGRAMME, constraints)
    plan = make_plan(programme, constraints, told=keeping(folder))
    write_plan(plan, folder / PLAN)
    return plan.possible


def _compared(folder: Path) -> bool:
    constraints = registry()
    programme = read_programme(folder / PROGRAMME, constraints)
    found = alternatives(programme, constraints, told=_telling(folder))
    _stop_if_asked(folder)
    write_choices(found, folder)
    return found[0].plan.possible or len(found) > 1


def _replanned(folder: Path) -> bool:
    constraints = registry()
    programme = read_programme(folder / PROGRAMME, constraints)
    before = read_programme(folder / BEFORE_PROGRAMME, constraints)
    plan, told = read_plan(folder / BEFORE), _telling(folder)
    found = replan(programme, plan, constraints, before=before, told=told)
    _stop_if_asked(folder)
    save({folder / ANSWER: json_text(found, brief=False)})
    return found.plan.possible


def _reserved(folder: Path) -> bool:
    programme = read_programme(folder / PROGRAMME, registry())
    plan = read_plan(folder / BEFORE)
    found = reserve_dates(programme, plan)
    _stop_if_asked(folder)
    write_reserves(programme, plan, found, folder=folder)
    return plan.possible


_TASKS: Mapping[Task, Callable[[Path], bool]] = {
    "plan": _planned,
    "compare": _compared,
    "replan": _replanned,
    "reserves": _reserved,
}
"""What may be asked for; each says whether every required session can be held."""


def keeping(folder: Path) -> Told:
    """Return what writes down how far planning has come, and ends it once asked to.

    What was found until then is kept, so that there is a plan is written down in any case.
    """

    def told(progress: Progress) -> None:
        is_over = (folder / CANCEL).exists()
        if progress.has_plan or not is_over:
            add_progress(folder, progress)
        if is_over:
            raise Enough

    return told


def _telling(folder: Path) -> Told:
    """Return what writes down how far work has come, and stops it with nothing once asked to."""

    def told(progress: Progress) -> None:
        _stop_if_asked(folder)
        add_progress(folder, replace(progress, has_plan=False))

    return told


def _stop_if_asked(folder: Path) -> None:
    if (folder / CANCEL).exists():
        raise StoppedError


if __name__ == "__main__":
    asked: Task = next((task for task in _TASKS if task in sys.argv[2:]), "plan")
    sys.exit(main(Path(sys.argv[1]), asked))
