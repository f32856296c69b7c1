"""`commonground import venues`: bring in venues from a map extract, with a report row by row."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

import constraints
from scheduler.calendars.tables import read_table
from scheduler.files.venues_file import write_venues
from scheduler.places.import_report import report_lines
from scheduler.places.kinds import read_kinds
from scheduler.places.venue_import import import_venues
from web.terminal import Ending, say, tell

DATA = Path(constraints.__path__[0]) / "data"


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("what", choices=["venues"], help="what the file holds")
    parser.add_argument("file", type=Path, help="GeoJSON or Overpass JSON with OpenStreetMap tags")
    parser.add_argument("--place", default="", metavar="CODE", help="named place they stand in")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write them there: .csv or .json")


def run(given: Namespace) -> int:
    """Read the file, say what was found row by row, and write the venues where that is asked."""
    found = import_venues(given.file, read_table(DATA / "osm_kinds.csv"), place=given.place)
    say("\n".join(report_lines(found, read_kinds(DATA / "venue_kinds.csv"))))
    if given.out is not None:
        write_venues(found.venues, given.out)
        tell(f"Wrote {len(found.venues)} venues to {given.out}.")
    return Ending.DONE
