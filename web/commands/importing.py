"""`commonground import`: bring in venues from a map extract, with a report row by row."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import constraints
from scheduler.calendars.tables import read_table
from scheduler.files.saving import json_text, save
from scheduler.files.tables import table_text
from scheduler.places.import_report import report_lines
from scheduler.places.kinds import read_kinds
from scheduler.places.venue_import import import_venues
from scheduler.venues import Venue
from scheduler.words import Word
from web.terminal import Ending, say, tell

TABLES: Final = Path(constraints.__path__[0]) / "data"


class Venues(Word):
    """Venues as a programme in JSON holds them."""

    venues: tuple[Venue, ...]
    """The venues read, in the order of the file."""


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("what", choices=["venues"], help="what the file holds")
    parser.add_argument("file", type=Path, help="GeoJSON or Overpass JSON with its tags")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write them there: venues.csv, or a .json"
    )
    parser.add_argument(
        "--place", default="", metavar="CODE", help="the named place they all stand in"
    )


def run(given: Namespace) -> int:
    """Read the file, report on every row, and write what was read."""
    found = import_venues(given.file, read_table(TABLES / "osm_kinds.csv"), place=given.place)
    say("\n".join(report_lines(found, read_kinds(TABLES / "venue_kinds.csv"))))
    if given.out:
        save({given.out: _text(found.venues, is_json=given.out.suffix == ".json")})
        tell(f"Written to {given.out}.")
    return Ending.DONE


def _text(venues: Sequence[Venue], *, is_json: bool) -> str:
    if is_json:
        return json_text(Venues(venues=tuple(venues)), brief=True)
    return f"\ufeff{table_text(venues)}"  # spreadsheets know UTF-8 by this mark
