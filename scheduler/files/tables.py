"""CSV tables in and out, as a spreadsheet exports them: one header row, one row for each item."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, Final

from scheduler.errors import Fault
from scheduler.files.cells import is_formula
from scheduler.files.columns import Column, columns_of
from scheduler.files.findings import Path, shown, suggestion
from scheduler.files.plain_text import read_text
from scheduler.spelling import folded
from scheduler.words import Word

Row = tuple[int, list[str]]
"""The line a row begins on, and its cells."""


@dataclass(frozen=True)
class Headings:
    """What may stand above the columns of a table beside their own names."""

    others: Mapping[str, Column] = field(default_factory=dict)
    """Columns by other words for them, folded as `scheduler.spelling.folded` does."""
    spared: frozenset[str] = frozenset()
    """Columns without which a table is read all the same."""


OWN_NAMES: Final = Headings()


@dataclass
class Table:
    """One table as it was read."""

    file: str
    model: type[Word]
    """What kind of thing a row tells of."""
    headings: Headings = OWN_NAMES
    columns: list[Column | None] = field(default_factory=list)
    """Its columns in order; None for one that is not read."""
    items: list[Any] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """The line each item begins on."""
    faults: list[Fault] = field(default_factory=list)
    damaged: set[Path] = field(default_factory=set)
    """Places in items, counted from 0, whose faults are already among `faults`."""
    is_whole: bool = True
    """Whether the file could be read at all."""

    def refuse(self, line: int | None, named: str, *, value: str = "", remedy: str) -> None:
        """Keep one more fault."""
        self.faults.append(Fault(self.file, line, named, shown(value), remedy))


def read_table(path: FilePath, model: type[Word], headings: Headings = OWN_NAMES) -> Table:
    """Return the items of a CSV file, and everything wrong with its rows and cells."""
    table = Table(path.name, model, headings)
    text = read_text(path)
    if isinstance(text, Fault):
        table.faults.append(text)
        table.is_whole = False
        return table
    rows = _rows(text, table)
    header = next(rows, (1, [""]))[1]
    table.columns = _header(header, table)
    for line, cells in rows:
        _read_row(table, cells, line=line)
    return table


def table_text(items: Sequence[Word]) -> str:
    """Return items as a CSV text: required columns, and every other that says something."""
    every = columns_of(type(items[0])).values()
    columns = [
        each for each in every if each.is_required or any(each.write(item) for item in items)
    ]
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(column.header for column in columns)
    writer.writerows([column.write(item) for column in columns] for item in items)
    return written.getvalue()


def _rows(text: str, table: Table) -> Iterator[Row]:
    """Give the rows that hold anything; a spreadsheet exports empty ones as commas alone."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begun = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begun, cells
            begun = reader.line_num + 1
    except csv.Error as refused:
        remedy = f"cannot be read as CSV from here on ({refused}); check its quotation marks"
        table.refuse(begun, "", remedy=remedy)
        table.is_whole = False


def _header(header: list[str], table: Table) -> list[Column | None]:
    others = table.headings.others
    known = {
        **columns_of(table.model),
        **{column.header.casefold(): column for column in others.values()},
    }
    names = [_own_name(name.strip(), known, others=others) for name in header]
    for position, name in enumerate(names):
        problem = _problem(name, names[:position], known=known)
        if problem:
            table.refuse(1, header[position].strip() or f"column {position + 1}", remedy=problem)
    for column in known.values():
        is_needed = column.is_required and column.header not in table.headings.spared
        if is_needed and column.header.casefold() not in names:
            table.refuse(1, column.header, remedy="is missing; add a column of that name")
    return [None if name in names[:n] else known.get(name) for n, name in enumerate(names)]


def _own_name(typed: str, known: Mapping[str, Column], *, others: Mapping[str, Column]) -> str:
    """Return the name of a column by what stands above it, which may be another word for it."""
    other = others.get(folded(typed))
    return other.header.casefold() if other and typed.casefold() not in known else typed.casefold()


def _problem(name: str, before: list[str], *, known: Mapping[str, Column]) -> str:
    if not name:
        return "has no name above it; name it or take it away"
    if ";" in name or "\t" in name:
        return "holds semicolons or tabs; save the table with commas between its cells"
    if name in before:
        return "stands twice; keep one column of that name"
    same = [each for each in before if name in known and each in known]
    same = [each for each in same if known[each].path == known[name].path]
    if same:
        return f"tells the same as {same[0]}; keep one of the two"
    offered = (column.header for column in known.values())
    return "" if name in known else f"is no column of this table; {suggestion(name, offered)}"


def _read_row(table: Table, cells: list[str], *, line: int) -> None:
    table.items.append({})
    table.lines.append(line)
    is_full = len(cells) == len(table.columns)
    if not is_full:
        counted = f"has {len(cells)} cells where the header has {len(table.columns)}"
        table.refuse(line, "", remedy=f"{counted}; put text with commas in quotes")
    # Of a row whose cells may have slipped, only the code is kept, so that others may refer to it.
    for column, cell in zip(table.columns, cells, strict=False):
        if column and cell.strip() and (is_full or column.header == "code"):
            _read_cell(table, column, cell=cell.strip())
    for column in columns_of(table.model).values():
        is_there = is_full and (column in table.columns or column.header in table.headings.spared)
        if column.is_required and not is_there:
            _forgive(table, column)


def _read_cell(table: Table, column: Column, *, cell: str) -> None:
    if not column.is_number and is_formula(cell):
        remedy = "begins like a formula; put an apostrophe before it, as in '+44"
        table.refuse(table.lines[-1], column.header, value=cell, remedy=remedy)
        _forgive(table, column)
        return
    remedy = column.refuses(cell)
    if remedy:
        table.refuse(table.lines[-1], column.header, value=cell, remedy=remedy)
        return
    within = table.items[-1]
    for part in column.path[:-1]:
        within = within.setdefault(part, {})
    within[column.path[-1]] = column.read(cell)


def _forgive(table: Table, column: Column) -> None:
    """Note that a field which is not there has been spoken of already."""
    if column.path[-1] not in table.items[-1]:
        table.damaged.add((len(table.items) - 1, *column.path))
