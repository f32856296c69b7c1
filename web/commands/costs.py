"""`commonground costs`: what a plan costs, line by line, and a table for whoever pays."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scheduler.files.saving import save
from web.funder_csv import funder_csv
from web.options import there
from web.plan_folder import plan_at, programme_at, refuse_another
from web.shown.costs import bill_text
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=there, help="a JSON document, or a folder")
    parser.add_argument("plan", type=there, help="the plan: plan.json, or its folder")
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="also write a table without names there"
    )


def run(given: Namespace) -> int:
    """Print what the plan costs, and write the table if asked."""
    programme = programme_at(given.programme)
    plan = plan_at(given.plan)
    refuse_another(programme, plan, place=given.programme)
    say(bill_text(programme, plan))
    if given.csv:
        save({given.csv: funder_csv(programme, plan)})
    tell("Only the organiser should see this.")
    return Ending.DONE
