"""The lines of a calendar file that say when, and none of those that say what.

Titles, places and people are thrown away here, as each line is looked at, before anything else
sees them. The file is looked at once, from its first byte to its last; what is too big is refused
before that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from scheduler.calendars.foreign.refused import NotUnderstoodError, UnreadableError

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
_PARAMETER: Final = re.compile(r';\s*([A-Za-z0-9-]+)\s*=\s*("[^"]*"|[^";]*)')


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
    for number, raw in enumerate(text.split("\n"), start=1):
        piece = raw.removesuffix("\r")
        if not piece:
            # Some programs leave a line empty before they go on with a folded one.
            continue
        if parts and piece[:1] in {" ", "\t"}:
            parts.append(piece[1:])
            continue
        if parts:
            yield begun, "".join(parts)
        parts, begun = [piece.lstrip()], number
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
    name, colon = _NAME.match(text), _colon(text)
    if not name or colon < name.end():
        raise NotUnderstoodError(number, "is no line of a calendar")
    return Line(number, name[0].upper(), text[name.end() : colon], text[colon + 1 :].strip())


def _colon(text: str) -> int:
    """Return where the first colon stands that is in no quotes; -1 where there is none.

    Walked through by hand: patterns that never go back are read wrong by some versions of Python.
    """
    at = colon = 0
    while True:
        colon = text.find(":", at) if colon < at or not at else colon
        quote = text.find('"', at)
        if colon < 0 or quote < 0 or colon < quote:
            return colon
        closing = text.find('"', quote + 1)
        if closing < 0:
            return -1
        at = closing + 1
