"""`commonground observances`: festivals and local events between two days."""

import csv
import io
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import constraints
from scheduler.calendars.observances import (
    Observance,
    OutsideCalendarsError,
    UnknownYear,
    observances_between,
    read_festival_tables,
    years_unknown,
)
from scheduler.spoken_days import spoken_days
from web.options import day
from web.terminal import Ending, RefusedError, say

COLUMNS: Final = (
    *("festival_id", "tradition", "year", "start", "end", "begins_evening_before", "alternates"),
    *("block_start", "block_end", "certainty", "sources", "name", "place", "council"),
)
"""Columns of the CSV: those of the tables of festivals, then what people read."""


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument(
        "--from", dest="first", type=day("--from"), required=True, metavar="DAY", help="2027-01-01"
    )
    parser.add_argument(
        "--to", dest="last", type=day("--to"), required=True, metavar="DAY", help="2027-12-31"
    )
    parser.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")


def run(given: Namespace) -> int:
    """Print every observance between the two days, and what is not known."""
    first, last = days_asked(given.first, given.last)
    tables = read_festival_tables(Path(constraints.__path__[0]) / "data")
    try:
        found = observances_between(first, last, tables=tables)
        unknown = years_unknown(first, last, tables=tables)
    except OutsideCalendarsError as refused:
        raise RefusedError(str(refused)) from refused
    say(_table(found) if given.csv else "\n".join((*_lines(found), *_questions(unknown))))
    return Ending.DONE


def days_asked(first: date, last: date) -> tuple[date, date]:
    """Return the first and the last day asked for.

    Raises
    ------
    RefusedError
        If they stand the wrong way round.
    """
    if last < first:
        msg = f"--to {last} is before --from {first}; swap them or correct one"
        raise RefusedError(msg)
    return first, last


def _table(found: Iterable[Observance]) -> str:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(map(_row, found))
    return text.getvalue().rstrip("\n")


def _row(one: Observance) -> tuple[str, ...]:
    return (
        one.festival_id,
        one.tradition,
        str(one.start.year),
        one.start.isoformat(),
        one.end.isoformat(),
        "yes" if one.begins_evening_before else "no",
        ";".join(day.isoformat() for day in one.alternates),
        one.block_start.isoformat(),
        one.block_end.isoformat(),
        one.certainty,
        one.source,
        one.name,
        one.place,
        one.council,
    )


def _lines(found: tuple[Observance, ...]) -> Iterator[str]:
    if not found:
        yield "Nothing we know of touches these days."
    width = max((len(_name(one)) for one in found), default=0)
    for one in found:
        when = f"{spoken_days(one.start, one.end)}{_eve(one)}"
        yield f"{_name(one):<{width}}  {when} ({one.certainty})"


def _eve(one: Observance) -> str:
    if one.services_evening_before:
        return ", with services on the evening before"
    return ", from the evening before" if one.begins_evening_before else ""


def _name(one: Observance) -> str:
    return f"{one.name}, {one.place}" if one.place else one.name


def _questions(unknown: tuple[UnknownYear, ...]) -> Iterator[str]:
    if unknown:
        yield "\nNo date we trust; somebody has to ask:"
    for one in unknown:
        yield f"{one.name}, {one.year}" + (f": usually {one.usually}" if one.usually else "")
