"""`commonground why-not`: what speaks against a date and a room."""

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from constraints import registry
from scheduler.files import read_programme
from scheduler.programme import Programme
from scheduler.why_not import WhyNot, why_not
from web.plan_folder import plan_at, refuse_another
from web.terminal import Ending, RefusedError, say


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=Path, help="a JSON document, or a folder")
    parser.add_argument("plan", type=Path, help="the plan: plan.json, or its folder")
    parser.add_argument("--project", required=True, metavar="CODE")
    parser.add_argument("--start", required=True, metavar="WHEN", help="such as 2027-05-04T10:00")
    parser.add_argument("--venue", metavar="CODE", help="one venue; without it, each in turn")


def run(given: Namespace) -> int:
    """Ask what speaks against the date, and print the answer."""
    constraints = registry()
    programme = read_programme(given.programme, constraints)
    plan, start = plan_at(given.plan), _moment(programme, given.start)
    refuse_another(programme, plan, place=given.programme)
    try:
        answer = why_not(
            programme, plan, constraints, project=given.project, start=start, venue=given.venue
        )
    except ValueError as refused:
        raise RefusedError(str(refused)) from refused
    say("\n".join(_lines(programme, answer)))
    return Ending.DONE


def _moment(programme: Programme, told: str) -> datetime:
    try:
        moment = datetime.fromisoformat(told)
    except ValueError as refused:
        msg = f'--start "{told}" is no date and time; write it as 2027-05-04T10:00'
        raise RefusedError(msg) from refused
    return moment if moment.tzinfo else moment.replace(tzinfo=programme.tz)


def _lines(programme: Programme, answer: WhyNot) -> list[str]:
    labels = {venue.code: venue.label for venue in programme.venues}
    named = [(labels.get(code, code), says) for code, says in answer.venues]
    width = max((len(label) for label, _ in named), default=0)
    return [
        answer.says,
        *(f"  {reason}" for reason in answer.reasons),
        *(f"  {label:<{width}}  {says}" for label, says in named),
    ]
