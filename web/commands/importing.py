"""`commonground import`.

Bring in venues from a map extract or a table, with a report row by row; or show when somebody is
free by a calendar file of theirs.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scheduler.calendars.availability import stretches_in
from scheduler.calendars.told_availability import availability_lines
from scheduler.places.importing import import_venues
from scheduler.places.saved import write_venues
from scheduler.places.told_imports import report_lines
from web.commands.observances import days_asked
from web.options import day
from web.terminal import Ending, RefusedError, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("what", choices=["venues", "availability"], help="what the file holds")
    parser.add_argument(
        "file",
        type=Path,
        help="GeoJSON or Overpass JSON with its tags, or a venues.csv; for availability, an .ics",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write them there: venues.csv, or a .json"
    )
    parser.add_argument(
        "--place", default="", metavar="CODE", help="the named place they all stand in"
    )
    parser.add_argument(
        "--from",
        dest="first",
        type=day("--from"),
        metavar="DAY",
        help="for availability: 2027-01-01",
    )
    parser.add_argument(
        "--to", dest="last", type=day("--to"), metavar="DAY", help="for availability: 2027-12-31"
    )


def run(given: Namespace) -> int:
    """Read the file, report on every row, and write what was read."""
    if given.what == "availability":
        if given.first is None or given.last is None:
            msg = "For availability, --from and --to are needed; write them as 2027-05-04."
            raise RefusedError(msg)
        first, last = days_asked(given.first, given.last)
        found = stretches_in(given.file.read_bytes(), first, last, file=given.file.name)
        say("\n".join(availability_lines(found)))
        return Ending.DONE
    imported = import_venues(given.file, place=given.place)
    say("\n".join(report_lines(imported)))
    if given.out:
        write_venues(tuple(row.venue for row in imported.rows if row.venue), given.out)
        tell(f"Written to {given.out}.")
    return Ending.DONE
