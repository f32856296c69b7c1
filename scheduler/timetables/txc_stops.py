"""Where the stops of a TransXChange document are, as far as anybody says."""

import csv
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from scheduler.errors import Fault
from scheduler.timetables.feed import Stop
from scheduler.timetables.rows import Faults
from scheduler.timetables.txc_text import text_of

SOUTHMOST, NORTHMOST, WESTMOST, EASTMOST = 49.0, 61.5, -11.0, 3.0
"""Around Great Britain and Ireland with all their islands, in degrees."""

Spots = dict[str, tuple[float, float]]
"""Positions in degrees, by code of the stop."""


def stops_of(root: Element, table: Path | None, faults: Faults) -> tuple[Stop, ...]:
    """Return a document's stops.

    Their positions come from a table, else from the stops themselves, else from the road drawn
    between them. One without any can only be found by its name.
    """
    spots = dict(_drawn(root)) | dict(_own(root)) | (_listed(table, faults) if table else {})
    return tuple(
        Stop(code, _name(stop), *spots.get(code, (None, None)))
        for stop in root.iterfind("{*}StopPoints/{*}AnnotatedStopPointRef")
        for code in [text_of(stop, "StopPointRef")]
    )


def _name(stop: Element) -> str:
    place, name = text_of(stop, "LocalityName"), text_of(stop, "CommonName")
    return f"{place}, {name}" if place else name


def _own(root: Element) -> Iterator[tuple[str, tuple[float, float]]]:
    for stop in root.iterfind("{*}StopPoints/{*}AnnotatedStopPointRef"):
        for location in stop.iterfind("{*}Location"):
            yield from _spot(text_of(stop, "StopPointRef"), location)


def _drawn(root: Element) -> Iterator[tuple[str, tuple[float, float]]]:
    """Give the ends of each piece of road that is drawn from stop to stop."""
    for link in root.iterfind(".//{*}RouteLink"):
        points = link.findall("{*}Track/{*}Mapping/{*}Location")
        for end, own in (("From", points[:1]), ("To", points[-1:])):
            for location in own:
                yield from _spot(text_of(link, f"{end}/StopPointRef"), location)


def _spot(code: str, location: Element) -> Iterator[tuple[str, tuple[float, float]]]:
    """Give where a stop is; nothing where that is not in these islands at all.

    The school bus of Nairn has its road drawn off the coast of Africa.
    """
    try:
        north, east = (float(text_of(location, name)) for name in ("Latitude", "Longitude"))
    except ValueError:
        return
    if SOUTHMOST <= north <= NORTHMOST and WESTMOST <= east <= EASTMOST:
        yield code, (north, east)


def _listed(table: Path, faults: Faults) -> Spots:
    """Return the positions a table gives, with the columns of NaPTAN."""
    if not table.is_file():
        faults.add(Fault(table.name, None, "", "", "is not there; name a table of stops"))
        return {}
    with table.open(encoding="utf-8-sig", newline="") as opened:
        rows = csv.DictReader(opened)
        missing = {"ATCOCode", "Latitude", "Longitude"} - set(rows.fieldnames or ())
        for column in sorted(missing):
            faults.add(Fault(table.name, 1, column, "", "has no column; take NaPTAN's table"))
        return {} if missing else dict(_rows(rows, table.name, faults))


def _rows(
    rows: "csv.DictReader[str]", file: str, faults: Faults
) -> Iterator[tuple[str, tuple[float, float]]]:
    for row in rows:
        try:
            if row["Latitude"] and row["Longitude"]:
                yield row["ATCOCode"], (float(row["Latitude"]), float(row["Longitude"]))
        except ValueError:
            remedy = "is no number of degrees; correct it or leave it empty"
            faults.add(Fault(file, rows.line_num, "Latitude", row["Latitude"], remedy))
