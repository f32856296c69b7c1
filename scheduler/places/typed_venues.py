"""Venues typed by people, in a table or a document of our own: the columns of venues.csv."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from scheduler.errors import Fault, ProgrammeError
from scheduler.files.checks.codes import repeated_codes
from scheduler.files.checks.dates import days_of_no_age, ends_before_begins
from scheduler.files.checks.patterns import times_not_understood
from scheduler.files.checks.ranges import numbers_out_of_range
from scheduler.files.document import Document, column_name
from scheduler.files.findings import Finding
from scheduler.files.findings import Path as Within
from scheduler.files.tables import Table, read_table
from scheduler.files.typed import Reading
from scheduler.places.headings import HEADINGS
from scheduler.places.imported import ImportedRow, unknowns
from scheduler.places.osm_venues import code_from, ground_of_kind
from scheduler.programme import Programme
from scheduler.venues import Venue

TWICE: Final = "stands twice; keep one, or choose another code"
INSIDE: Final = 2
"""How many parts of a place in a programme say which venue it is."""

FaultOf = Callable[[Finding], Fault]
"""Says of a finding where in the file it stands."""


def rows_of_table(path: Path, place: str) -> tuple[ImportedRow, ...]:
    """Return the rows of a CSV file with the columns of venues.csv.

    Raises
    ------
    ProgrammeError
        If the file cannot be read, or its header has columns nobody knows.
    """
    table = read_table(path, Venue, HEADINGS)
    about_all = tuple(fault for fault in table.faults if fault.line in {None, 1})
    if about_all or not table.is_whole:
        raise ProgrammeError(about_all or tuple(table.faults))
    if all(column is None or column.header != "code" for column in table.columns):
        _give_codes(table)
    by_line: dict[int | None, list[Fault]] = {}
    for fault in table.faults:
        by_line.setdefault(fault.line, []).append(fault)
    twice, damaged = _standing_twice(table.items), _damaged(table.damaged)
    rows = (
        Typed(item, n in twice, damaged.get(n, frozenset()), tuple(by_line.get(line, ())))
        for n, (item, line) in enumerate(zip(table.items, table.lines, strict=True))
    )
    return tuple(
        row_of_item(n, row, fault_of=_in_table(path.name, line), place=place, file=path.name)
        for n, (row, line) in enumerate(zip(rows, table.lines, strict=True), start=1)
    )


def _give_codes(table: Table) -> None:
    """Give each row a code made from its name: such a table has none, and each needs a name."""
    taken: set[str] = set()
    for number, (item, line) in enumerate(zip(table.items, table.lines, strict=True), start=1):
        if "name" not in item:
            table.faults.append(Fault(table.file, line, "name", "", "is missing; give it"))
        code = code_from(str(item.get("name", "")), number)
        item["code"] = code if code not in taken else f"{code}-{number}"
        taken.add(item["code"])


def rows_of_document(document: Document, place: str, *, file: str) -> tuple[ImportedRow, ...]:
    """Return the rows of a JSON document that lists `venues` as a programme does."""
    items = document.tree["venues"]
    twice = _standing_twice(items)
    return tuple(
        row_of_item(
            n + 1,
            Typed(item, n in twice),
            fault_of=_in_document(document, n),
            place=place,
            file=file,
        )
        for n, item in enumerate(items)
    )


@dataclass(frozen=True)
class Typed:
    """Something in the words of a venue, as it was typed."""

    item: Any
    """Whatever was typed."""
    is_there_already: bool = False
    """Whether its code stands before it in the file."""
    damaged: frozenset[Within] = frozenset()
    """Places in it of which it was said already what is wrong."""
    faults: tuple[Fault, ...] = ()
    """What was said of them."""


def row_of_item(
    number: int, typed: Typed, *, fault_of: FaultOf, place: str, file: str
) -> ImportedRow:
    """Return the row of what somebody typed: taken, or refused with each fault.

    Parameters
    ----------
    place, file
        The place it stands in and the source it has, where it names none.
    """
    reading = Reading(Venue, typed.item, typed.damaged)
    findings = (*_told_twice(typed), *reading.findings, *_beyond(reading))
    if typed.faults or findings or reading.word is None:
        return _refused(number, typed.item, [*typed.faults, *map(fault_of, findings)])
    given = reading.word
    venue = given.model_copy(update={"place": given.place or place, "source": given.source or file})
    asked = unknowns(venue)
    remarks = (f"to ask: {', '.join(asked)}",) if asked else ()
    ground = ground_of_kind(venue.kind, venue.operator)
    return ImportedRow(number, "", venue.label, venue, remarks, ground=ground)


def _beyond(reading: Reading[Venue]) -> tuple[Finding, ...]:
    """Find what no field refuses and yet planning would: places at sea, hours nobody can read.

    By the very checks that a programme has to pass, so that what is taken here is taken there.
    """
    if reading.word is None:
        return ()
    around = Programme.model_construct(
        name="", first_day=date.min, last_day=date.max, projects=(), venues=(reading.word,)
    )
    found = (
        *numbers_out_of_range(around),
        *ends_before_begins(around),
        *days_of_no_age(reading.word),
        *repeated_codes(around),
        *times_not_understood(around, all_named=True),
    )
    inside = (
        each if each.path[:1] != ("venues",) else replace(each, path=each.path[INSIDE:])
        for each in found
    )
    return reading.at(inside)


def _standing_twice(items: Sequence[Any]) -> frozenset[int]:
    """Return which items have a code that stands before them, capitals or not, refused or taken."""
    codes = [item.get("code") if isinstance(item, dict) else None for item in items]
    same = [code.casefold() if isinstance(code, str) else "" for code in codes]
    first = {code: n for n, code in reversed(list(enumerate(same)))}
    return frozenset(n for n, code in enumerate(same) if code and first[code] != n)


def _told_twice(typed: Typed) -> Iterator[Finding]:
    if typed.is_there_already:
        yield Finding(("code",), typed.item["code"], TWICE)


def _damaged(places: Iterable[Within]) -> Mapping[object, frozenset[Within]]:
    """Return the damaged places of a table by the row they are in."""
    found: dict[object, frozenset[Within]] = {}
    for row, *within in places:
        found[row] = found.get(row, frozenset()) | {tuple(within)}
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
