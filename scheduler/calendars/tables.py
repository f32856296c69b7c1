"""Dated tables: a CSV file, and a .toml beside it that says its source and how long it is good."""

import csv
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, str]
"""One row of a table: the value in each column."""

ABOUT_ITS_SOURCE = ("title", "source", "licence", "checked", "good_until")
ABOUT_THE_TABLE = (*ABOUT_ITS_SOURCE, "columns")


@dataclass(frozen=True)
class Place:
    """Where something stands in a table: the file, the line (the header is 1) and the column."""

    file: str
    line: int
    column: str


class TableError(ValueError):
    """A table cannot be used: says the file, line, column and value, and what to do about it."""

    def __init__(self, place: Place, value: str, advice: str) -> None:
        """Say what stands at `place` and what to do about it."""
        self.place = place
        self.value = value
        self.advice = advice
        super().__init__(f"{place.file} line {place.line}, {place.column}: {value!r}. {advice}")


@dataclass(frozen=True, eq=False)
class Table:
    """A dated table as read: its rows in file order, and what the .toml beside it says."""

    name: str
    title: str
    source: str
    licence: str
    checked: date
    good_until: date
    columns: Mapping[str, str]
    rows: tuple[Row, ...]

    def is_good_for(self, day: date) -> bool:
        """Say whether the table still holds on that day."""
        return day <= self.good_until


def read_table(csv_path: Path) -> Table:
    """Return the table in a CSV file and the .toml of the same name.

    Raises
    ------
    TableError
        If the .toml is missing or incomplete, a column is not documented, or a value is not of
        its kind; it names the file, the line, the column, the value and what to do.
    """
    about = _about(csv_path.with_suffix(".toml"))
    rows = _rows(csv_path, about["columns"])
    _check_values(rows, about.get("kinds", {}), file=csv_path.name)
    _check_key(rows, about.get("key", []), file=csv_path.name)
    told = {field: about[field] for field in ABOUT_THE_TABLE}
    return Table(name=csv_path.stem, rows=tuple(row for _, row in rows), **told)


@lru_cache(maxsize=64)
def table_at(csv_path: Path) -> Table:
    """Return the table in a CSV file, read once."""
    return read_table(csv_path)


def read_table_of_one_file(path: Path, *, like: Path) -> Table:
    """Return the table in a .toml that holds its rows too, under `rows`.

    It has the columns of the CSV file `like`; one that may be empty may be left out.

    Raises
    ------
    TableError
        As `read_table` does; rows are counted from 1.
    """
    model, told = _about(like.with_suffix(".toml")), _about(path, needs=ABOUT_ITS_SOURCE)
    columns = model["columns"]
    rows = [
        (number, _told_row(row, columns, place=Place(path.name, number, "rows")))
        for number, row in enumerate(told.get("rows", []), start=1)
    ]
    _check_values(rows, model.get("kinds", {}), file=path.name)
    _check_key(rows, model.get("key", []), file=path.name)
    about = {field: told[field] for field in ABOUT_ITS_SOURCE}
    return Table(name=path.stem, columns=columns, rows=tuple(row for _, row in rows), **about)


def _told_row(row: Row, columns: Mapping[str, str], *, place: Place) -> Row:
    for column, value in row.items():
        where = Place(place.file, place.line, column)
        if column not in columns:
            advice = f"There is no such column; write one of: {', '.join(columns)}."
            raise TableError(where, str(value), advice)
        if not isinstance(value, str):
            raise TableError(where, str(value), "Put it in quotes.")
    return {column: row.get(column, "") for column in columns}


def _about(path: Path, needs: tuple[str, ...] = ABOUT_THE_TABLE) -> dict[str, Any]:
    if not path.is_file():
        raise TableError(Place(path.name, 1, "file"), "missing", "Write it beside the CSV file.")
    about = tomllib.loads(path.read_text(encoding="utf-8"))
    for field in needs:
        if not about.get(field):
            raise TableError(Place(path.name, 1, field), "", f"Add {field} to the file.")
    for field in ("checked", "good_until"):
        if type(about[field]) is not date:
            advice = "Write a bare date such as 2026-11-23."
            raise TableError(Place(path.name, 1, field), str(about[field]), advice)
    return about


def _rows(path: Path, columns: Mapping[str, str]) -> list[tuple[int, Row]]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        header = next(reader, [])
        if header != list(columns):
            advice = f"The header must be the columns of the .toml, in order: {','.join(columns)}."
            raise TableError(Place(path.name, 1, "header"), ",".join(header), advice)
        found = ((Place(path.name, reader.line_num, header[0]), cells) for cells in reader)
        return [(place.line, _row(cells, header, place=place)) for place, cells in found]


def _row(cells: list[str], header: list[str], *, place: Place) -> Row:
    if len(cells) != len(header):
        advice = f"Give {len(header)} values, one for each column."
        raise TableError(place, ",".join(cells), advice)
    return dict(zip(header, cells, strict=True))


def _check_values(rows: list[tuple[int, Row]], kinds: Mapping[str, str], *, file: str) -> None:
    for line, row in rows:
        for column, kind in kinds.items():
            if advice := _advice(row[column], kind):
                raise TableError(Place(file, line, column), row[column], advice)


def _advice(value: str, kind: str) -> str:
    """Return what to do about a value that is not of its kind, or nothing where it is."""
    if kind.endswith("?") and not value:
        return ""
    if "|" in kind:
        choices = [choice.strip() for choice in kind.split("|")]
        return "" if value in choices else f"Write one of: {', '.join(choices)}."
    holds, advice = KINDS[kind.removesuffix("?")]
    return "" if holds(value) else advice


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_whole(value: str) -> bool:
    return re.fullmatch(r"-?\d{1,6}", value, re.ASCII) is not None


KINDS: dict[str, tuple[Callable[[str], bool], str]] = {
    "required": (bool, "Fill it in."),
    "date": (_is_date, "Write a date such as 2026-11-23."),
    "dates": (
        lambda value: not value or all(map(_is_date, value.split(";"))),
        "Write dates such as 2026-11-23;2026-11-24, or leave it empty.",
    ),
    "whole number": (_is_whole, "Write a whole number such as 2."),
    "month-day": (
        # A day that every year has: 2001 had no 29 February.
        lambda value: _is_date(f"2001-{value}"),
        "Write month and day such as 04-15.",
    ),
}


def _check_key(rows: list[tuple[int, Row]], key: list[str], *, file: str) -> None:
    """Refuse two rows about the same thing: one would silently win over the other."""
    seen: dict[tuple[str, ...], int] = {}
    for line, row in rows if key else []:
        values = tuple(row[column] for column in key)
        first = seen.setdefault(values, line)
        if first != line:
            advice = f"Line {first} says the same; keep one of them."
            raise TableError(Place(file, line, ", ".join(key)), ", ".join(values), advice)
