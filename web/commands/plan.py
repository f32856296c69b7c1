"""`commonground plan`: find dates, times and rooms for a programme."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from constraints import registry
from scheduler.files.saving import json_text
from scheduler.hints import hints
from scheduler.planner import make_plan
from scheduler.progress import Progress
from web.plan_folder import programme_at, write_plan_folder
from web.plan_text import plan_text
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=Path, help="a JSON document, or a folder")
    parser.add_argument("--out", type=Path, metavar="DIR", help="also write plan.json there")
    parser.add_argument("--json", action="store_true", help="print the plan as JSON")


def run(given: Namespace) -> int:
    """Make the plan, write and print it, and return how it ended."""
    constraints = registry()
    programme = programme_at(given.programme)
    for hint in hints(programme, constraints):
        tell(hint)
    if given.out:
        given.out.mkdir(parents=True, exist_ok=True)  # before the work, not after it
    plan = make_plan(programme, constraints, told=_told)
    if given.out:
        write_plan_folder(programme, plan, given.out)
    say(json_text(plan, brief=False).rstrip() if given.json else plan_text(programme, plan))
    return Ending.DONE if plan.possible else Ending.IMPOSSIBLE


def _told(progress: Progress) -> None:
    tell(f"{progress.project}: {progress.says}")
