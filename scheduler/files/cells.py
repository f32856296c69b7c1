"""Cells of a table: lists with semicolons, and text that no spreadsheet takes for a formula."""

import re
from collections.abc import Iterable, Iterator

FORMULA = re.compile("[=+@\\-\uff1d\uff0b\uff20\uff0d]")
"""What a spreadsheet may take for the beginning of a formula, the wide forms among them."""
GUARDED = re.compile(f"'+{FORMULA.pattern}")
"""Apostrophes before such a beginning: the first only guards and is no part of the text."""
ELEMENT = re.compile(r'[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^;\n]*))(?:;|\n|\Z)')
NO_ELEMENTS = "[]"
"""How a list says that it is empty, where an empty cell would take the default."""


def is_formula(cell: str) -> bool:
    """Say whether a spreadsheet might run a cell instead of showing it."""
    return bool(FORMULA.match(cell.strip()))


def text_of(cell: str) -> str:
    """Return what a cell says: without the apostrophe that guards it, if one does."""
    said = cell.strip()
    return said[1:] if GUARDED.match(said) else said


def cell_of(text: str) -> str:
    """Return a text as a cell that spreadsheets show as it is: behind an apostrophe if need be."""
    return f"'{text}" if FORMULA.match(text) or GUARDED.match(text) else text


def elements(text: str) -> Iterator[str]:
    """Return what a list holds, parted by semicolons or line ends; quotes keep those together."""
    at = len(text) if text == NO_ELEMENTS else 0
    while at < len(text) and (found := ELEMENT.match(text, at)):
        at = found.end()
        if found[1] is not None:
            yield found[1].replace('""', '"')
        elif found[2].strip():
            yield found[2].strip()


def joined(texts: Iterable[str]) -> str:
    """Return a list as one cell holds it."""
    return "; ".join(map(_quoted, texts)) or NO_ELEMENTS


def _quoted(text: str) -> str:
    is_plain = text and text != NO_ELEMENTS and not re.search(r'^"|[;\n]', text)
    return text if is_plain else '"' + text.replace('"', '""') + '"'
