"""`commonground equity`: whose limits shaped a plan, and who bent for it."""

from argparse import ArgumentParser, Namespace

from constraints import registry
from scheduler.equity import equity
from web.options import there
from web.plan_folder import plan_at, programme_at, refuse_another
from web.shown.equity import equity_text
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=there, help="a JSON document, or a folder")
    parser.add_argument("plan", type=there, help="the plan: plan.json, or its folder")


def run(given: Namespace) -> int:
    """Count who bent, and print it."""
    constraints = registry()
    programme = programme_at(given.programme)
    plan = plan_at(given.plan)
    refuse_another(programme, plan, place=given.programme)
    say(equity_text(equity(programme, plan, constraints)))
    tell("Only the organiser should see this.")
    return Ending.DONE
