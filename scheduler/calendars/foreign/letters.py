"""The text of a file that may be anything: too big, packed, or in other letters than it should."""

import codecs
from typing import Final

from scheduler.calendars.foreign.refused import UnreadableError

MOST_BYTES: Final = 5_000_000
"""Largest file read, in bytes; ten years of a full diary have under a million."""
_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x1f\x8b", "is packed with gzip; unpack it first, then give the .ics inside"),
    (b"PK\x03\x04", "is a zip archive; unpack it first, then give the .ics inside"),
)
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_of(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return what a file says, and a remark where its letters had to be guessed.

    Raises
    ------
    UnreadableError
        If it is empty, too big, packed, or no text.
    """
    if len(content) > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise UnreadableError(f"has more than {most} MB; export a shorter stretch of time")
    for mark, why in _MARKS:
        if content.startswith(mark):
            raise UnreadableError(why)
    if not content.strip():
        raise UnreadableError("is empty; export the calendar again")
    return _decoded(content)


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    if content.startswith(_WIDE):
        text = content.decode("utf-16", errors="replace")
        return text, ("The file is written in UTF-16, not in UTF-8 as it should be.",)
    try:
        text, remark = content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        # Every byte means something in Latin-1, and times are the same in both.
        text = content.decode("latin-1")
        remark = "The file is not written in UTF-8; it was read as Latin-1."
    if "\x00" in text:
        raise UnreadableError("holds NUL characters, so it is no text; export the calendar again")
    return text, (remark,) if remark else ()
