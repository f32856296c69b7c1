"""`commonground plan`: find dates, times and rooms for a programme."""

from argparse import ArgumentParser, Namespace

from web.options import folder, there


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=there, help="a JSON document, or a folder")
    parser.add_argument("--out", type=folder, metavar="DIR", help="also write plan.json there")
    parser.add_argument("--json", action="store_true", help="print the plan as JSON")


def run(given: Namespace) -> int:
    """Make the plan, write and print it, and return how it ended."""
    # Imported here: what is wrong with an option is said before the planner is loaded.
    from web.planned import plan_and_print  # noqa: PLC0415

    return plan_and_print(given.programme, out=given.out, as_json=given.json)
