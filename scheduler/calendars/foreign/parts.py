"""The parts of a calendar file, one inside another, each with the lines that say when."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from scheduler.calendars.foreign.lines import WHEN, Line, content_lines, name_of, read_line
from scheduler.calendars.foreign.refused import NotUnderstoodError, UnreadableError

MOST_PARTS: Final = 10_000
"""Most parts of any kind; a diary has about 300 entries a year."""
MOST_DEEP: Final = 8
"""Deepest that parts may lie in one another; calendars need three."""


@dataclass
class Part:
    """One part of a file, such as an entry, with what is inside it."""

    kind: str
    """VEVENT and so on, in capitals."""
    number: int
    """The line it begins on."""
    lines: dict[str, list[Line]] = field(default_factory=dict)
    parts: list["Part"] = field(default_factory=list)
    broken: list[NotUnderstoodError] = field(default_factory=list)
    """Lines that should say when, and cannot be read."""

    def one(self, name: str) -> Line | None:
        """Return the first line of a name, if there is one."""
        return next(iter(self.lines.get(name, ())), None)

    def value(self, name: str) -> str:
        """Return what the first line of a name says, in capitals; empty where there is none."""
        line = self.one(name)
        return line.value.upper() if line else ""

    def every(self, kind: str) -> Iterator["Part"]:
        """Give every part of a kind in it, however deep."""
        for part in self.parts:
            if part.kind == kind:
                yield part
            yield from part.every(kind)


@dataclass
class CalendarFile:
    """A file taken apart."""

    calendars: tuple[Part, ...]
    passed_over: tuple[int, ...]
    """Lines that are none of a calendar, by number."""


def read_parts(text: str, *, keep: frozenset[str] = WHEN) -> CalendarFile:
    """Return the calendars of a file.

    Parameters
    ----------
    keep
        The properties that are kept; all others are thrown away as they are read.

    Raises
    ------
    UnreadableError
        If it holds none, is cut short, or holds too much.
    """
    building = _Building(keep)
    for number, line in content_lines(text):
        if line.strip():
            building.take(number, line)
    return building.whole()


@dataclass
class _Building:
    """The parts read so far, and those not yet ended."""

    keep: frozenset[str]
    calendars: list[Part] = field(default_factory=list)
    is_open: list[Part] = field(default_factory=list)
    passed_over: list[int] = field(default_factory=list)
    count: int = 0

    def take(self, number: int, text: str) -> None:
        """Take in one line."""
        name = name_of(text)
        if name == "BEGIN":
            self._begin(number, _kind(text))
        elif name == "END":
            self._end(number, _kind(text))
        elif name in self.keep and self.is_open:
            self._keep(number, text)
        elif not name or ":" not in text:
            self.passed_over.append(number)

    def whole(self) -> CalendarFile:
        """Return the file, once every line was taken in."""
        if self.is_open:
            part = self.is_open[-1]
            why = f"begins a {part.kind} that never ends; the file is cut short, export it again"
            raise UnreadableError(why, part.number)
        if not self.calendars:
            raise UnreadableError("holds no calendar; export it again as .ics")
        return CalendarFile(tuple(self.calendars), tuple(self.passed_over))

    def _begin(self, number: int, kind: str) -> None:
        self.count += 1
        if self.count > MOST_PARTS:
            raise UnreadableError(f"holds more than {MOST_PARTS:,} parts; export a shorter stretch")
        if len(self.is_open) >= MOST_DEEP:
            raise UnreadableError("holds parts that lie too deep in one another", number)
        part = Part(kind, number)
        if self.is_open:
            self.is_open[-1].parts.append(part)
        elif kind == "VCALENDAR":
            self.calendars.append(part)
        self.is_open.append(part)

    def _end(self, number: int, kind: str) -> None:
        # A letter too many at the end is seen in files that are whole: END:VCALENDARD.
        if not self.is_open or not kind.startswith(self.is_open[-1].kind):
            raise UnreadableError("ends a part that did not begin; export it again", number)
        self.is_open.pop()

    def _keep(self, number: int, text: str) -> None:
        part = self.is_open[-1]
        try:
            line = read_line(number, text)
        except NotUnderstoodError as broken:
            part.broken.append(broken)
            return
        part.lines.setdefault(line.name, []).append(line)


def _kind(text: str) -> str:
    kind = text.partition(":")[2].strip().upper()
    # What is said back to people is a name of a part, never whatever else might stand there.
    return kind if kind.replace("-", "").isalnum() and kind.isascii() and len(kind) < 40 else "?"  # noqa: PLR2004
