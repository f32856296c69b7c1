"""Venues typed by people, in a table or a document of our own: the columns of venues.csv."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from scheduler.errors import Fault, ProgrammeError
from scheduler.files.checks.positions import slips_in_position
from scheduler.files.document import Document, column_name
from scheduler.files.findings import Finding, shown
from scheduler.files.tables import read_table
from scheduler.files.typed import Reading
from scheduler.places.imported import ImportedRow, unknowns
from scheduler.places.opening import read_opening
from scheduler.places.osm_venues import ground_of_kind
from scheduler.venues import Venue


def rows_of_table(path: Path, place: str) -> tuple[ImportedRow, ...]:
    """Return the rows of a CSV file with the columns of venues.csv.

    Raises
    ------
    ProgrammeError
        If the file cannot be read, or its header has columns nobody knows.
    """
    table = read_table(path, Venue)
    about_all = tuple(fault for fault in table.faults if fault.line in {None, 1})
    if about_all or not table.is_whole:
        raise ProgrammeError(about_all or tuple(table.faults))
    by_line: dict[int | None, list[Fault]] = {}
    for fault in table.faults:
        by_line.setdefault(fault.line, []).append(fault)
    return tuple(
        _refused(n, item, by_line[line])
        if line in by_line
        else row_of_item(n, item, fault_of=_in_table(path.name, line), place=place, file=path.name)
        for n, (item, line) in enumerate(zip(table.items, table.lines, strict=True), start=1)
    )


def rows_of_document(document: Document, place: str, *, file: str) -> tuple[ImportedRow, ...]:
    """Return the rows of a JSON document that lists `venues` as a programme does."""
    return tuple(
        row_of_item(n + 1, item, fault_of=_in_document(document, n), place=place, file=file)
        for n, item in enumerate(document.tree["venues"])
    )


def row_of_item(
    number: int,
    item: Any,  # noqa: ANN401 - whatever was typed
    *,
    fault_of: Callable[[Finding], Fault],
    place: str,
    file: str,
) -> ImportedRow:
    """Return the row of something in the words of a venue: taken, or refused with each fault.

    Parameters
    ----------
    fault_of
        Says of a finding where in the file it stands.
    place, file
        The place it stands in and the source it has, where it names none.
    """
    reading = Reading(Venue, item, frozenset())
    findings = reading.findings or (_beyond(reading.word) if reading.word else [])
    if findings or reading.word is None:
        return _refused(number, item, [fault_of(finding) for finding in findings])
    given = reading.word
    venue = given.model_copy(update={"place": given.place or place, "source": given.source or file})
    asked = unknowns(venue)
    remarks = (f"to ask: {', '.join(asked)}",) if asked else ()
    ground = ground_of_kind(venue.kind, venue.operator)
    return ImportedRow(number, "", venue.label, venue, remarks, ground=ground)


def _beyond(venue: Venue) -> list[Finding]:
    """Find what no field refuses and yet cannot be: places beyond the Earth, unreadable hours."""
    found = [
        Finding((name,), shown(value), f"is no position; write {most} or less, either way")
        for name, value, most in (
            ("latitude", venue.latitude, 90),
            ("longitude", venue.longitude, 180),
        )
        if value is not None and abs(value) > most
    ]
    if (venue.latitude is None) != (venue.longitude is None):
        found.append(Finding(("latitude",), "", "and longitude belong together; give both"))
    found.extend(slips_in_position((), venue))
    try:
        read_opening(venue.opening or "24/7")
    except ValueError as refused:
        found.append(Finding(("opening",), "", f"cannot be used: {refused}"))
    return found


def _in_table(file: str, line: int) -> Callable[[Finding], Fault]:
    return lambda found: Fault(file, line, column_name(found.path), found.value, found.remedy)


def _in_document(document: Document, n: int) -> Callable[[Finding], Fault]:
    return lambda found: document.faults_of(
        (Finding(("venues", n, *found.path), found.value, found.remedy),)
    )[0]


def _refused(number: int, item: Any, faults: list[Fault]) -> ImportedRow:  # noqa: ANN401
    said = item if isinstance(item, dict) else {}
    why = " ".join(fault.says for fault in faults)
    return ImportedRow(
        number, "", str(said.get("name") or said.get("code") or "")[:80], refused=why
    )
