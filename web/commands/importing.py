"""`commonground import`.

Bring in venues from a map extract or a table, with a report row by row.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scheduler.places.importing import import_venues
from scheduler.places.saved import write_venues
from scheduler.places.told_imports import report_lines
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("what", choices=["venues"], help="what the file holds")
    parser.add_argument(
        "file", type=Path, help="GeoJSON or Overpass JSON with its tags, or a venues.csv"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write them there: venues.csv, or a .json"
    )
    parser.add_argument(
        "--place", default="", metavar="CODE", help="the named place they all stand in"
    )


def run(given: Namespace) -> int:
    """Read the file, report on every row, and write what was read."""
    imported = import_venues(given.file, place=given.place)
    say("\n".join(report_lines(imported)))
    if given.out:
        write_venues(tuple(row.venue for row in imported.rows if row.venue), given.out)
        tell(f"Written to {given.out}.")
    return Ending.DONE
