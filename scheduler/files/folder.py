"""A programme as a folder: programme.toml, and tables as a spreadsheet exports them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any

from scheduler.errors import Fault, ProgrammeError
from scheduler.files.document import Document, Spot
from scheduler.files.findings import Path
from scheduler.files.strange import strange_files
from scheduler.files.tables import Table, read_table, table_text
from scheduler.files.toml_document import read_toml
from scheduler.files.toml_text import toml_text
from scheduler.people import Person
from scheduler.programme import Journey, Line, Programme
from scheduler.venues import Place, Venue
from scheduler.words import Word
from scheduler.workers import Worker

TOML = "programme.toml"
TABLES: Mapping[str, type[Word]] = MappingProxyType(
    {
        "people": Person,
        "venues": Venue,
        "workers": Worker,
        "places": Place,
        "journeys": Journey,
        "lines": Line,
    }
)
"""What may stand in a table of its own, by field of the programme; the file is named for it."""


@dataclass
class Folder:
    """Everything a folder held, gathered file by file."""

    toml: Document
    tree: dict[str, Any]
    rows: dict[Path, Spot] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    damaged: set[Path] = field(default_factory=set)
    is_whole: bool = True

    def add(self, name: str, table: Table) -> None:
        """Put the items of a table after those the TOML gives under the same name."""
        given = self.tree.get(name, [])
        if not isinstance(given, list):
            remedy = f"is no list; put square brackets round it, or leave it to {table.file}"
            self.faults.append(Fault(TOML, None, name, "", remedy))
            given = []
        self.tree[name] = [*given, *table.items]
        begun = len(given)
        for position, line in enumerate(table.lines, start=begun):
            self.rows[(name, position)] = Spot(table.file, line, is_row=True)
        self.damaged |= {(name, begun + int(row), *rest) for row, *rest in table.damaged}
        self.faults += table.faults
        self.is_whole = self.is_whole and table.is_whole

    def spots(self) -> Mapping[Path, Spot]:
        """Return where everything stands: rows of tables, lines of the TOML."""
        return {(): Spot(TOML), **self.toml.spots(), **self.rows}


def read_folder(path: FilePath) -> Document:
    """Return everything a folder holds as one document, and what is wrong with its files."""
    toml = read_toml(path / TOML)
    strange = tuple(strange_files(path, TABLES, toml=TOML))
    folder = Folder(toml, dict(toml.tree), faults=[*toml.faults, *(each.fault for each in strange)])
    # Of whom a table under another name tells, nobody can say that they are unknown.
    folder.is_whole = not any(each.lacking for each in strange)
    if not toml.is_whole:
        # What the TOML would have said is not missing: it could not be read.
        folder.damaged |= {(name,) for name in Programme.model_fields}
        folder.is_whole = False
    for name, model in TABLES.items():
        table = path / f"{name}.csv"
        if table.exists():
            folder.add(name, read_table(table, model))
            folder.damaged.discard((name,))
    return Document(
        folder.tree,
        folder.spots,
        tuple(folder.faults),
        frozenset(folder.damaged),
        folder.is_whole,
    )


def folder_texts(programme: Programme) -> Mapping[str, str]:
    """Return the files of a programme's folder by name; tables begin with the mark of UTF-8.

    Raises
    ------
    ProgrammeError
        If a setting is null: TOML has no word for that.
    """
    tree = programme.model_dump(mode="json", exclude_defaults=True)
    rest = {name: value for name, value in tree.items() if name not in TABLES}
    nulls = tuple(_nulls(rest, ()))
    if nulls:
        raise ProgrammeError(nulls)
    tables = {name: getattr(programme, name) for name in TABLES if getattr(programme, name)}
    return {
        TOML: toml_text(rest),
        **{f"{name}.csv": f"\ufeff{table_text(items)}" for name, items in tables.items()},
    }


def _nulls(value: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - any part of a document
    """Find settings that say nothing: TOML has no word for that."""
    if value is None:
        remedy = "is null, which a folder cannot say; write one JSON document"
        yield Fault(TOML, None, ".".join(map(str, path)), "", remedy)
    elif isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for part, inner in parts:
            yield from _nulls(inner, (*path, part))
