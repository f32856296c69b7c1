"""Plans a programme for the command line: told on the way, written, and as it is printed."""

from datetime import datetime
from pathlib import Path

from constraints import registry
from scheduler.files.saving import json_text
from scheduler.hints import hints
from scheduler.planner import make_plan
from scheduler.progress import Progress
from web.plan_folder import programme_at, write_plan_folder
from web.plan_text import plan_text
from web.stopping import stoppable
from web.terminal import Ending, say, tell
from web.wording import say as sentence


def plan_and_print(place: Path, *, out: Path | None, as_json: bool) -> int:
    """Make the plan, write and print it, and return how it ended."""
    constraints = registry()
    programme = programme_at(place)
    for hint in hints(programme, constraints):
        tell(hint)
    if out:
        out.mkdir(parents=True, exist_ok=True)  # before the work, not after it
    with stoppable(_told) as stop:
        plan = make_plan(programme, constraints, told=stop.hear)
    if plan.certificate.ended_by == "person":
        tell(sentence("stopping.kept"))
    if out:
        write_plan_folder(programme, plan, out)
    today = datetime.now(programme.tz).date()
    say(
        json_text(plan, brief=False).rstrip()
        if as_json
        else plan_text(programme, plan, today=today)
    )
    return Ending.DONE if plan.possible else Ending.IMPOSSIBLE


def _told(progress: Progress) -> None:
    tell(f"{progress.project}: {progress.says}")
