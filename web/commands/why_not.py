"""`commonground why-not`: what speaks against a date and a room."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from textwrap import wrap
from typing import Final

from constraints import registry
from scheduler.answers import WhyNot, alike
from scheduler.programme import Programme
from scheduler.sentences import listed
from scheduler.typed_days import year_first
from scheduler.why_not import why_not
from web.plan_folder import plan_at, programme_at, refuse_another
from web.terminal import Ending, RefusedError, say

WIDTH: Final = 79


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
    programme = programme_at(given.programme)
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
    moment = _read(told)
    if moment is None or ":" not in told:
        what = "has no hour" if moment else "is no date and time"
        turned = _read(year_first(told)) or moment
        example = f"{turned:%Y-%m-%dT}{turned:%H:%M}" if turned and ":" in told else ""
        day = f"{turned:%Y-%m-%d}T10:00" if turned else "2027-05-04T10:00"
        msg = f'--start "{told}" {what}; write it as {example or day}'
        raise RefusedError(msg)
    return moment if moment.tzinfo else moment.replace(tzinfo=programme.tz)


def _read(told: str) -> datetime | None:
    try:
        return datetime.fromisoformat(told)
    except ValueError:
        return None


def _lines(programme: Programme, answer: WhyNot) -> Iterator[str]:
    labels = {venue.code: venue.label for venue in programme.venues}
    yield from filter(None, (answer.instead, answer.says))
    if answer.venues and answer.reasons:
        yield "  At every venue:"
    room = "    " if answer.venues else "  "
    yield from (f"{room}{reason}" for reason in answer.reasons)
    for group in alike(answer):
        names = listed([labels.get(code, code) for code in group.venues])
        yield from wrap(f"{names}:", WIDTH, initial_indent="  ", subsequent_indent="    ")
        yield from (f"    {says}" for says in (group.says, *group.reasons))
