"""Files in a programme's folder that nobody would read: which table each was meant to be."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scheduler.errors import Fault
from scheduler.files.columns import columns_of
from scheduler.files.findings import suggestion
from scheduler.files.plain_text import read_text
from scheduler.spelling import GUESS, meant
from scheduler.words import Word

TABLE: Final = ".csv"
SPREADSHEETS: Final = frozenset({".xlsx", ".ods"})
LOOKED_AT: Final = frozenset({TABLE, ".toml", *SPREADSHEETS})
FEWEST_COLUMNS: Final = 2
"""How many columns a file has in common with a table, at least, to be taken for it."""

LONGEST_HEAD: Final = 10_000
"""How many characters of a first line are looked at."""


@dataclass(frozen=True)
class Strange:
    """A file of a name that none of a programme has."""

    fault: Fault
    lacking: str
    """The file it was meant to be and that is not there, as far as that can be told; else empty."""


def strange_files(
    folder: Path, tables: Mapping[str, type[Word]], *, toml: str
) -> Iterator[Strange]:
    """Give the files nobody would read: a wrong name would lose all in them without a word."""
    known = {toml, *(f"{name}{TABLE}" for name in tables)}
    for found in sorted(folder.iterdir()):
        is_left = found.name.startswith((".", "~")) or found.name in known
        if not is_left and (found.suffix.casefold() in LOOKED_AT or _ends_twice(found)):
            likely = _likely(found, tables, toml=toml)
            lacking = likely if likely and not _is_there(folder, likely) else ""
            remedy = _remedy(found, likely, lacking=lacking, known=known)
            yield Strange(Fault(found.name, None, "", "", remedy), lacking)


def _ends_twice(found: Path) -> bool:
    """Say whether it is a table to which a program gave an ending more: people.csv.txt."""
    return TABLE in (ending.casefold() for ending in found.suffixes)


def _is_there(folder: Path, name: str) -> bool:
    return name in {each.name for each in folder.iterdir()}


def _likely(found: Path, tables: Mapping[str, type[Word]], *, toml: str) -> str:
    """Return the file it was meant to be, by its columns, else by its name; else nothing."""
    if found.suffix.casefold() == ".toml":
        return toml
    named = meant(found.name.partition(".")[0], tables, alike=GUESS)
    name = _by_columns(found, tables) or named
    return f"{name}{TABLE}" if name else ""


def _by_columns(found: Path, tables: Mapping[str, type[Word]]) -> str:
    text = "" if found.suffix.casefold() in SPREADSHEETS else read_text(found)
    lines = [line[:LONGEST_HEAD] for line in text.splitlines()[:1]] if isinstance(text, str) else []
    head = {name.strip().casefold() for row in csv.reader(lines) for name in row}
    shared = {name: len(head & columns_of(model).keys()) for name, model in tables.items()}
    name = max(shared, key=lambda each: shared[each])
    return name if shared[name] >= FEWEST_COLUMNS else ""


def _remedy(found: Path, likely: str, *, lacking: str, known: set[str]) -> str:
    if found.suffix.casefold() in SPREADSHEETS:
        name = f'"{likely or "people.csv"}"'
        return f"is a spreadsheet; save its table as CSV UTF-8, such as {name}, and take it away"
    if lacking:
        return f'is no file of a programme, and {lacking} is not there; did you mean "{lacking}"?'
    hint = f'did you mean "{likely}"?' if likely else suggestion("", known)
    return f"is no file of a programme; {hint}"
