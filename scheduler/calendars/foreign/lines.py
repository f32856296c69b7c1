"""The lines of a calendar file that say when, and none of those that say what.

Titles, places and people are thrown away here, as each line is looked at, before anything else
sees them. The file is looked at once, from its first byte to its last; what is too big is refused
before that.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from scheduler.calendars.foreign.refused import NotUnderstoodError, UnreadableError

MOST_BYTES: Final = 5_000_000
"""Largest file read, in bytes; ten years of a full diary have under a million."""
MOST_LINES: Final = 400_000

WHEN: Final = frozenset(
    {
        *("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
        *("UID", "SEQUENCE", "DTSTAMP", "STATUS", "TRANSP", "METHOD", "FREEBUSY", "ATTENDEE"),
        *("TZID", "TZOFFSETFROM", "TZOFFSETTO", "BUSYTYPE", "PRIORITY"),
        *("X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-ALLDAYEVENT"),
    }
)
"""The only properties that are kept."""

_NAME: Final = re.compile(r"[A-Za-z0-9-]+")
_LINE: Final = re.compile(r'([A-Za-z0-9-]++)((?:[^":]++|"[^"]*")*+):(.*)', re.DOTALL)
_PARAMETER: Final = re.compile(r';\s*([A-Za-z0-9-]++)\s*=\s*("[^"]*"|[^";]*+)')
_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x1f\x8b", "is packed with gzip; unpack it first, then give the .ics inside"),
    (b"PK\x03\x04", "is a zip archive; unpack it first, then give the .ics inside"),
)
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that says when: its number in the file, its name, parameters and value."""

    number: int
    name: str
    parameters: str
    """As they stand there, each behind a semicolon."""
    value: str

    def parameter(self, name: str) -> str:
        """Return a parameter without its quotes; empty where there is none."""
        for each in _PARAMETER.finditer(self.parameters):
            if each[1].upper() == name:
                return each[2].strip().strip('"').strip()
        return ""


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


def content_lines(text: str) -> Iterator[tuple[int, str]]:
    """Give every line with its number, those that were folded joined again.

    Raises
    ------
    UnreadableError
        If there are too many.
    """
    if text.count("\n") > MOST_LINES:
        raise UnreadableError(f"has more than {MOST_LINES:,} lines; export a shorter stretch")
    parts: list[str] = []
    begun = 1
    for number, raw in enumerate(text.lstrip().split("\n"), start=1):
        piece = raw.removesuffix("\r")
        if not piece:
            # Some programs leave a line empty before they go on with a folded one.
            continue
        if piece[:1] in {" ", "\t"}:
            parts.append(piece[1:])
            continue
        if parts:
            yield begun, "".join(parts)
        parts, begun = [piece], number
    yield begun, "".join(parts)


def name_of(text: str) -> str:
    """Return the name a line begins with, in capitals; empty where it begins with none."""
    found = _NAME.match(text)
    return found[0].upper() if found else ""


def read_line(number: int, text: str) -> Line:
    """Return a line taken apart.

    Raises
    ------
    NotUnderstoodError
        If it is no line of a calendar.
    """
    found = _LINE.match(text)
    if not found:
        raise NotUnderstoodError(number, "is no line of a calendar")
    return Line(number, found[1].upper(), found[2], found[3].strip())
