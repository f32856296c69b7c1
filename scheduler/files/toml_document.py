"""TOML documents in, each field with the line it stands on."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from functools import partial
from pathlib import Path as FilePath
from typing import Any

from scheduler.errors import Fault
from scheduler.files.document import Document, Spot
from scheduler.files.findings import Path
from scheduler.files.plain_text import read_text
from scheduler.files.remedies import DAY, TIME
from scheduler.files.turned import reads, turned

NAME = r"""[\w-]+|"[^"]*"|'[^']*'"""
NAMES = rf"(?:{NAME})(?:\s*\.\s*(?:{NAME}))*"
HEADER = re.compile(rf"\s*(\[\[?)\s*({NAMES})\s*\]\]?")
FIELD = re.compile(rf"\s*({NAMES})\s*=")
TYPED_DAY = re.compile(
    r"""([\w.-]+)\s*=\s*((?:\d{1,4}[-/.]){2}\d{1,4}(?:[T ]\d\d?:\d\d[^\s,}\]#]*)?)"""
    r"""(?=\s*(?:[,}\]\#]|$))"""
)
"""A field whose value was meant for a day, out of quotes, and nothing else up to the next."""
TYPED_TIME = re.compile(r"""([\w.-]+)\s*=\s*(\d\d?:\d\d(?::\d\d)?)(?=\s*(?:[,}\]\#]|$))""")
LINE_NUMBER = re.compile(r"at line (\d+)")


def read_toml(path: FilePath) -> Document:
    """Return a TOML document with where its fields stand, or what is wrong with the file."""
    text = read_text(path)
    if isinstance(text, Fault):
        return Document({}, dict, (text,), is_whole=False)
    try:
        tree = tomllib.loads(text)
    except (ValueError, RecursionError) as refused:
        return Document({}, dict, (_unreadable(path.name, refused, text=text),), is_whole=False)
    return Document(_as_json(tree), partial(spots_of, text, path.name))


def spots_of(text: str, file: str) -> Mapping[Path, Spot]:
    """Return the line of every table and field that begins a line of a TOML text."""
    return {path: Spot(file, line) for path, line in _places(text)} | {(): Spot(file)}


def _places(text: str) -> Iterator[tuple[Path, int]]:
    table: Path = ()
    tables: dict[Path, int] = {}
    for number, line in _lines_outside_long_text(text):
        if header := HEADER.match(line):
            table = _table(_names(header[2]), tables, is_new=header[1] == "[[")
            yield table, number
        elif field := FIELD.match(line):
            yield (*table, *_names(field[1])), number


def _lines_outside_long_text(text: str) -> Iterator[tuple[int, str]]:
    is_inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not is_inside:
            yield number, line
        marks = line.count('"""') + line.count("'''")
        is_inside = is_inside != (marks % 2 == 1)


def _table(names: tuple[str, ...], tables: dict[Path, int], *, is_new: bool) -> Path:
    """Return where a header's table stands, counting the tables of each array as they come."""
    path: Path = ()
    for depth, name in enumerate(names, start=1):
        path = (*path, name)
        if is_new and depth == len(names):
            tables[path] = tables.get(path, -1) + 1
        if path in tables:
            path = (*path, tables[path])
    return path


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in re.findall(NAME, dotted))


def _as_json(value: Any) -> Any:  # noqa: ANN401 - any part of a document
    """Return TOML's days and hours as the text that JSON has for them."""
    if isinstance(value, dict):
        return {name: _as_json(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    if isinstance(value, time):
        return value.isoformat().removesuffix(":00")
    return value.isoformat() if isinstance(value, date | datetime) else value


def _unreadable(file: str, refused: Exception, *, text: str) -> Fault:
    if isinstance(refused, RecursionError):
        return Fault(file, None, "", "", "is nested too deeply; write it flatter")
    found = LINE_NUMBER.search(str(refused))
    line = int(found[1]) if found else None
    name, _, value = text.split("\n")[line - 1].partition("=") if line else ("", "", "")
    remedy = turned(value.strip(), _is_toml)
    if remedy:
        return Fault(file, line, name.strip(), value.strip(), remedy)
    if line and (wrong := no_day_in(text.split("\n")[line - 1])):
        return Fault(file, line, *wrong)
    remedy = f"cannot be read as TOML ({refused}); it may be cut short"
    return Fault(file, line, "", "", remedy)


def no_day_in(line: str) -> tuple[str, str, str] | None:
    """Return field, value and remedy of the first day or time in a line of TOML that is none."""
    for typed, says in ((TYPED_DAY, DAY), (TYPED_TIME, TIME)):
        for name, value in typed.findall(line):
            if not _is_toml(value):
                return name, value, says
    return None


def _is_toml(value: str) -> bool:
    return reads(lambda text: tomllib.loads(f"value = {text}"))(value)
