"""`commonground costs`: what a plan costs, line by line, and a table for whoever pays."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scheduler.files.saving import save
from web.funder_csv import funder_csv
from web.plan_folder import ask_for_both, both_at
from web.shown.costs import bill_text
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    ask_for_both(parser)
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="also write a table without names there"
    )


def run(given: Namespace) -> int:
    """Print what the plan costs, and write the table if asked."""
    programme, plan = both_at(given)
    say(bill_text(programme, plan))
    if given.csv:
        save({given.csv: funder_csv(programme, plan)})
    tell("Only the organiser should see this.")
    return Ending.DONE
