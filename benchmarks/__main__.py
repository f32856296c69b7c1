"""`python -m benchmarks NAME`: runs one measurement and prints a line of figures for each case."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks import explain, journeys, project
from benchmarks.asked import Asked, Line
from benchmarks.told import told

MEASUREMENTS: Final[Mapping[str, Callable[[Asked], Iterator[Line]]]] = {
    "project": project.lines,
    "explain": explain.lines,
    "journeys": journeys.lines,
}
"""What can be measured, by name."""
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
    _run(given)
    return 0


def _run(given: Namespace) -> None:
    asked = Asked(given.seeds, given.seconds, given.file)
    for line in MEASUREMENTS[given.name](asked):
        print(json.dumps(line) if given.json else told(line), flush=True)


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
        "--seconds", metavar="S", type=float, default=60, help="for the rival; 0 leaves it out"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, a line a case")
    return parser


def _seeds(text: str) -> range:
    first, colon, last = text.partition(":")
    if not (colon and first.isdecimal() and last.isdecimal() and int(first) < int(last)):
        msg = f"{text} is no range of seeds; write it as 0:20"
        raise ArgumentTypeError(msg)
    return range(int(first), int(last))


if __name__ == "__main__":
    sys.exit(main())
