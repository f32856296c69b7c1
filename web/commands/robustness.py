"""`commonground robustness`: what still stands when something drops out, and reserve dates."""

from argparse import ArgumentParser, Namespace

from constraints import registry
from scheduler.files.saving import json_text
from scheduler.robustness import robustness
from web.plan_folder import ask_for_both, both_at
from web.shown.robustness import robustness_text
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    ask_for_both(parser)
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(given: Namespace) -> int:
    """Ask of every session what it cannot do without, and print it with its reserve date."""
    constraints = registry()
    programme, plan = both_at(given)
    found = robustness(programme, plan, constraints)
    as_json = json_text(found, brief=False).rstrip() if given.json else ""
    say(as_json or robustness_text(programme, found))
    tell("Only the organiser should see this.")
    return Ending.DONE
