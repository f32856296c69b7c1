"""`python -m benchmarks NAME`: runs one measurement and prints a line of figures for each case."""

import json
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks import (
    agree,
    beside,
    calendars,
    csplib,
    explain,
    journeys,
    meetings,
    programme,
    project,
    replan,
    timetabled,
)
from benchmarks.asked import Asked, Line
from benchmarks.shapes import a_long_programme, a_tied_programme, a_wide_programme
from benchmarks.told import told

MEASUREMENTS: Final[Mapping[str, Callable[[Asked], Iterator[Line]]]] = {
    "project": project.lines,
    "tied-project": lambda asked: project.lines(replace(asked, each=(0,)), a_tied_programme),
    "long-project": lambda asked: project.lines(replace(asked, each=(0,)), a_long_programme),
    "wide-project": lambda asked: project.lines(replace(asked, each=(0,)), a_wide_programme),
    "beside": beside.lines,
    "programme": programme.lines,
    "replan": replan.lines,
    "explain": explain.lines,
    "csplib": csplib.lines,
    "meetings": meetings.lines,
    "calendars": calendars.lines,
    "journeys": journeys.lines,
    "timetabled": timetabled.lines,
    "agree": agree.lines,
}
"""What can be measured, by name."""
PUBLISHED: Final[Mapping[str, str]] = {
    "csplib": "csplib-meeting-scheduling",
    "meetings": "benchmarks/meetingscheduling",
}
"""Measurements on published instances, and the folder of each among the data from elsewhere."""
REFUSED: Final = 2
"""How the command ends where it was asked for what it cannot do."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a measurement and return how it ended."""
    given = _arguments().parse_args(argv)
    if given.name not in MEASUREMENTS:
        known = ", ".join(MEASUREMENTS)
        print(f"There is no measurement called {given.name}. There is: {known}.", file=sys.stderr)
        return REFUSED
    if given.file and not given.file.exists():
        print(f"{given.file} is not there. Name a programme, or none.", file=sys.stderr)
        return REFUSED
    if given.name in PUBLISHED and not _data(given).is_dir():
        where = "--data FOLDER names the folder of published instances"
        print(f"{_data(given)} is not there. {where}.", file=sys.stderr)
        return REFUSED
    _run(given)
    return 0


def _run(given: Namespace) -> None:
    asked = Asked(given.seeds, given.seconds, sites=given.sites, file=given.file, data=_data(given))
    for line in MEASUREMENTS[given.name](asked):
        print(json.dumps(line) if given.json else told(line), flush=True)


def _data(given: Namespace) -> Path:
    """Return the folder of published instances: as named, else as for the tests."""
    kept = os.environ.get("COMMONGROUND_DATA", "../shared/data")
    named: Path | None = given.data
    return named or Path(kept) / PUBLISHED.get(given.name, "")


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", metavar="NAME", help=f"one of: {', '.join(MEASUREMENTS)}")
    parser.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help="a programme or feed of yours"
    )
    parser.add_argument(
        "--seeds", metavar="A:B", type=_seeds, default=range(20), help="from A up to but not B"
    )
    parser.add_argument(
        "--seconds",
        metavar="S",
        type=_seconds,
        default=(60.0,),
        help="for the rival; 0: none; for regions: for us",
    )
    parser.add_argument(
        "--sites", metavar="N", type=int, nargs="+", default=(8, 32), help="sizes of the regions"
    )
    parser.add_argument("--data", metavar="FOLDER", type=Path, help="published instances")
    parser.add_argument("--json", action="store_true", help="print JSON, a line a case")
    return parser


def _seeds(text: str) -> range:
    first, colon, last = text.partition(":")
    if not (colon and first.isdecimal() and last.isdecimal() and int(first) < int(last)):
        msg = f"{text} is no range of seeds; write it as 0:20"
        raise ArgumentTypeError(msg)
    return range(int(first), int(last))


def _seconds(text: str) -> tuple[float, ...]:
    parts = text.split(",")
    if not all(part.replace(".", "", 1).isdecimal() for part in parts):
        msg = f"{text} is no number of seconds; write it as 60, or 5,15,60"
        raise ArgumentTypeError(msg)
    return tuple(map(float, parts))


if __name__ == "__main__":
    sys.exit(main())
