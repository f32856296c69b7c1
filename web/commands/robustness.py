"""`commonground robustness`: what still stands when something drops out, and reserve dates."""

from argparse import ArgumentParser, Namespace

from constraints import registry
from scheduler.files.saving import json_text
from scheduler.robustness import robustness
from web.options import there
from web.plan_folder import plan_at, programme_at, refuse_another
from web.shown.robustness import robustness_text
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=there, help="a JSON document, or a folder")
    parser.add_argument("plan", type=there, help="the plan: plan.json, or its folder")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(given: Namespace) -> int:
    """Ask of every session what it cannot do without, and print it with its reserve date."""
    constraints = registry()
    programme = programme_at(given.programme)
    plan = plan_at(given.plan)
    refuse_another(programme, plan, place=given.programme)
    found = robustness(programme, plan, constraints)
    as_json = json_text(found, brief=False).rstrip() if given.json else ""
    say(as_json or robustness_text(programme, found))
    tell("Only the organiser should see this.")
    return Ending.DONE
