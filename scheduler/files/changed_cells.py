"""A table with a few cells changed and everything else as somebody wrote it."""

import csv
import io
from collections.abc import Mapping

from scheduler.files.cells import text_of


def with_cells(text: str, code: str, cells: Mapping[str, str]) -> str:
    """Return a table with some cells of one row changed; empty if no row has the code."""
    header, *rows = csv.reader(io.StringIO(text, newline="")) if text else [[]]
    names = [name.strip().casefold() for name in header]
    missing = [name for name, cell in cells.items() if name not in names and cell]
    at = {name: at for at, name in enumerate([*names, *missing])}
    full = [row + [""] * len(missing) if len(row) == len(header) else row for row in rows]
    own = [row for row in full if _code(row, at) == code]
    for row in own:
        for name in cells.keys() & at.keys():
            row[at[name]] = cells[name]
    written = io.StringIO(newline="")
    ends = "\r\n" if "\r\n" in text else "\n"
    csv.writer(written, lineterminator=ends).writerows([[*header, *missing], *full])
    return written.getvalue() if own else ""


def _code(row: list[str], at: Mapping[str, int]) -> str:
    is_there = len(row) == len(at) and "code" in at
    return text_of(row[at["code"]]) if is_there else ""
