"""`commonground checklist`: what to ask each venue of a plan on the phone."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scheduler.files.saving import save
from web.plan_folder import ask_for_both, both_at
from web.shown.checklist import checklist_table, checklist_text, to_ring
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    ask_for_both(parser)
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write it as a table to fill in, such as ring.csv"
    )


def run(given: Namespace) -> int:
    """Print what to ask, venue by venue, or write it as a table."""
    programme, plan = both_at(given)
    found = to_ring(programme, plan)
    if given.out:
        save({given.out: "\ufeff" + checklist_table(found)})
        tell(f"The list is in {given.out}; answers belong in venues.csv, in the column named.")
    else:
        say("\n".join(checklist_text(found)))
    return Ending.DONE
