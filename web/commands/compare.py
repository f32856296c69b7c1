"""`commonground compare`: a handful of plans worth choosing between."""

from argparse import ArgumentParser, Namespace

from constraints import registry
from scheduler.alternatives import alternatives
from scheduler.files import read_programme
from scheduler.progress import Progress
from web.compare_text import compare_text
from web.meanings import with_meanings
from web.options import folder, there
from web.plan_folder import write_plan_folder
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=there, help="a JSON document, or a folder")
    parser.add_argument(
        "--out",
        type=folder,
        metavar="DIR",
        help="also write each plan there, in a folder of its own",
    )


def run(given: Namespace) -> int:
    """Make the plans, print them, and return how it ended."""
    constraints = registry()
    programme = read_programme(given.programme, constraints)
    found = alternatives(programme, constraints, told=_told)
    for one in found if given.out else ():
        folder = given.out / one.name
        folder.mkdir(parents=True, exist_ok=True)
        write_plan_folder(one.programme, one.plan, folder)
    say(with_meanings(compare_text(found)))
    tell("Only the organiser should see this.")
    return Ending.DONE if found[0].plan.possible else Ending.IMPOSSIBLE


def _told(progress: Progress) -> None:
    tell(f"{progress.project}: {progress.says}")
