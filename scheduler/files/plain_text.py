"""Text files as programs for tables and notes save them, refused where they are no such thing."""

import codecs
from pathlib import Path

from scheduler.errors import Fault

MOST_BYTES = 20_000_000
"""Largest file read, in bytes; a programme of 200 people has under a million."""

AS_UTF8 = "save it as UTF-8 (in a spreadsheet: CSV UTF-8)"


def read_text(path: Path) -> str | Fault:
    """Return what a text file says, or why it cannot be read."""
    if not path.exists():
        return _fault(path, "is not there; check the name and the folder")
    if not path.is_file():
        return _fault(path, "is not an ordinary file; give a file with text in it")
    if path.stat().st_size > MOST_BYTES:
        return _fault(path, f"has more than {MOST_BYTES // 1_000_000} MB; split the programme up")
    return _decoded(path, path.read_bytes())


def _decoded(path: Path, content: bytes) -> str | Fault:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _fault(path, f"is written in UTF-16; {AS_UTF8}")
    if content.startswith(b"PK\x03\x04"):
        return _fault(path, "is a spreadsheet or an archive, not text; export it as CSV UTF-8")
    if b"\x00" in content:
        line = content.count(b"\n", 0, content.index(b"\x00")) + 1
        return _fault(path, f"holds a NUL character, as UTF-16 does; {AS_UTF8}", line=line)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as refused:
        line = content.count(b"\n", 0, refused.start) + 1
        return _fault(path, f"is not written in UTF-8, perhaps in Latin-1; {AS_UTF8}", line=line)
    return text if text.strip() else _fault(path, "is empty; fill it in or take it away")


def _fault(path: Path, remedy: str, *, line: int | None = None) -> Fault:
    return Fault(path.name, line, "", "", remedy)
