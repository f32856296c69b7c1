"""Sheets of paper as files: a page that holds its own styles, or plain text."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, select_autoescape

from scheduler.papers.sheet import Sheet
from web.wording import say

STYLES: Final = Path(__file__).with_name("static") / "paper.css"
READ_ALOUD: Final = frozenset({"text", "call", "radio"})
"""Sheets that are typed or said rather than printed: plain text serves them best."""


def sheet_file(sheet: Sheet) -> tuple[str, str]:
    """Return the ending of a file for a sheet, and what stands in it."""
    if sheet.kind in READ_ALOUD:
        return ".txt", sheet.text()
    template = _pages().get_template("sheet_file.html")
    return ".html", template.render(sheet=sheet, css=STYLES.read_text("utf-8"), say=say)


@lru_cache(maxsize=1)
def _pages() -> Environment:
    return Environment(
        loader=PackageLoader("web"),
        autoescape=select_autoescape(),
        trim_blocks=True,
        lstrip_blocks=True,
    )
