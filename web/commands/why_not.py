"""`commonground why-not`: what speaks against a date and a room."""

from argparse import ArgumentParser, Namespace

from web.options import moment, there
from web.terminal import Ending, say


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=there, help="a JSON document, or a folder")
    parser.add_argument("plan", type=there, help="the plan: plan.json, or its folder")
    parser.add_argument("--project", required=True, metavar="CODE")
    parser.add_argument(
        "--start",
        type=moment("--start"),
        required=True,
        metavar="WHEN",
        help="such as 2027-05-04T10:00",
    )
    parser.add_argument("--venue", metavar="CODE", help="one venue; without it, each in turn")


def run(given: Namespace) -> int:
    """Ask what speaks against the date, and print the answer."""
    # Imported here: what is wrong with an option is said before the planner is loaded.
    from web.answered import answer_text  # noqa: PLC0415

    say(
        answer_text(
            given.programme,
            given.plan,
            project=given.project,
            start=given.start,
            venue=given.venue,
        )
    )
    return Ending.DONE
