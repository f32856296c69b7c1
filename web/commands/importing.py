"""`commonground import`.

Bring in venues from a map extract or a table, or the days of councils, with a report row by row; or
show when somebody is free or busy by a calendar file of theirs, and put it into a programme.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from scheduler.calendars.availability import stretches_in
from scheduler.calendars.council_days import (
    CouncilDaysError,
    ReadDays,
    as_programme,
    read_council_days,
)
from scheduler.calendars.told_availability import availability_lines
from scheduler.files.saving import save
from scheduler.files.toml_text import toml_text
from scheduler.places.importing import import_venues
from scheduler.places.merging import merge
from scheduler.places.near_members import near_members
from scheduler.places.saved import write_venues
from scheduler.places.told_imports import merge_lines, report_lines
from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day, spoken_days
from scheduler.venues import Venue
from web import bringing_busy
from web.options import there
from web.plan_folder import programme_at
from web.terminal import Ending, RefusedError, say, tell

EPILOG: Final = (
    "venues: rooms from a map or a table, and what has to be asked of each. "
    "holidays: the local holidays of councils, and days without school. "
    "availability: when somebody can come and cannot, by a calendar of theirs, to type in. "
    "busy: when somebody is busy, by a calendar of any kind, shown or put into a programme. "
    "Each says row by row what it took and what it did not understand. "
    "Where a row of your own, or of a council's days, was refused, it ends with 2; "
    "what was taken is written all the same."
)


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.epilog = EPILOG
    parser.add_argument(
        "what",
        choices=["venues", "holidays", "availability", "busy"],
        help="what the file holds",
    )
    parser.add_argument(
        "file",
        type=Path,
        help="venues: GeoJSON or Overpass JSON with its tags, a directory in Open Referral UK, "
        "places in A11yJSON, a venues.csv, or a .json with venues; "
        "holidays: a table like examples/council-holidays.csv, or a council's .ics; "
        "availability, busy: an .ics",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="write them there: venues.csv, a .json or a .geojson for other maps, "
        "where what people said stays; "
        "holidays: a .toml for programme.toml",
    )
    _of_venues(parser)
    parser.add_argument(
        "--area",
        default="",
        metavar="COUNCIL",
        help="for holidays: whose they are, where the file is a calendar",
    )
    parser.add_argument(
        "--source",
        default="",
        metavar="WHO",
        help="for holidays: who published them, where the file does not say",
    )
    bringing_busy.arguments(parser)


def _of_venues(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--place",
        default="",
        metavar="CODE",
        help="for venues: the named place all of them stand in",
    )
    parser.add_argument(
        "--near",
        type=there,
        metavar="PROGRAMME",
        help="for venues: take only those near where members of its groups live",
    )
    parser.add_argument(
        "--within", type=int, default=25, metavar="KM", help="for venues: how near that is (25)"
    )


def run(given: Namespace) -> int:
    """Read the file, report on every row, and write what was read."""
    reads = {"venues": _venues, "holidays": _holidays, "availability": _availability}
    reads["busy"] = bringing_busy.run
    return reads[given.what](given)


def _availability(given: Namespace) -> int:
    first, last = bringing_busy.days_of(given)
    found = stretches_in(given.file.read_bytes(), first, last, file=given.file.name)
    say("\n".join(availability_lines(found)))
    return Ending.DONE


def _venues(given: Namespace) -> int:
    imported = import_venues(given.file, place=given.place)
    refused = imported.refused if imported.is_ours else 0
    if given.near:
        imported = near_members(imported, programme_at(given.near), within=given.within)
    say("\n".join(report_lines(imported)))
    if given.out:
        merged = merge(_already_at(given.out, place=given.place), imported)
        if merged.changed or merged.kept or merged.gone:
            say("\n".join(("", f"Against what {given.out} held:", *merge_lines(merged))))
        write_venues(merged.venues, given.out)
        tell(f"Written to {given.out}.")
    return _ended(refused)


def _already_at(out: Path, *, place: str) -> tuple[Venue, ...]:
    """Return the venues a file holds before it is written to again: what people said must stay."""
    if not out.exists():
        return ()
    rows = import_venues(out, place=place).rows
    refused = [f"{out} is not written to: {row.refused}" for row in rows if row.refused]
    if refused:
        raise RefusedError("\n".join(refused))
    return tuple(row.venue for row in rows if row.venue)


def _holidays(given: Namespace) -> int:
    try:
        read = read_council_days(given.file, council=given.area, source=given.source)
    except (CouncilDaysError, OSError, UnicodeDecodeError) as refused:
        raise RefusedError(str(refused)) from refused
    say("\n".join(_told(read)))
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        save({given.out: toml_text(as_programme(read.days))})
        tell(f"Written to {given.out}.")
    return _ended(len(read.refused))


def _ended(refused: int) -> int:
    """Return how it ended: what somebody typed and nobody took must not be overlooked."""
    if not refused:
        return Ending.DONE
    rows = counted(refused, "row was", "rows were")
    says = "refused, as told above, and not taken in. Put that right and bring the file in again."
    tell(f"{rows} {says}")
    return Ending.REFUSED


def _told(read: ReadDays) -> Iterator[str]:
    for each in read.days:
        named = f": {each.name}" if each.name else ""
        yield f"{each.council}, {each.kind} {spoken_days(each.first, each.last)}{named}."
    yield from (f"Refused, {says}" for says in read.refused)
    for council, last in sorted(read.known_to().items()):
        yield f"{council}: not known beyond {spoken_day(last)}."
    if read.not_known:
        yield f"Nothing is known of: {', '.join(read.not_known)}. Ask each council."
