"""`commonground checklist`: what to ask each venue of a plan on the phone."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scheduler.files.saving import save
from web.options import there
from web.plan_folder import plan_at, programme_at, refuse_another
from web.shown.checklist import checklist_table, checklist_text, to_ring
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=there, help="a JSON document, or a folder")
    parser.add_argument("plan", type=there, help="the plan: plan.json, or its folder")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write it as a table to fill in, such as ring.csv"
    )


def run(given: Namespace) -> int:
    """Print what to ask, venue by venue, or write it as a table."""
    programme = programme_at(given.programme)
    plan = plan_at(given.plan)
    refuse_another(programme, plan, place=given.programme)
    found = to_ring(programme, plan)
    if given.out:
        save({given.out: "\ufeff" + checklist_table(found)})
        tell(f"The list is in {given.out}; answers belong in venues.csv, in the column named.")
    else:
        say("\n".join(checklist_text(found)))
    return Ending.DONE
