"""Which clock a name in a calendar file stands for.

A name that the world's list of time zones knows is that zone: programs write its rules beside it
as they stood in some year, or wrongly. Any other name is what the file itself says it is, or what
Windows means by it. Times without one are on London's clock; so are those with a name nobody
knows, but they have to be asked about.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from scheduler.calendars.foreign.file_clock import FileClock, read_clock
from scheduler.calendars.foreign.lines import Line
from scheduler.calendars.foreign.parts import Part
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rule_times import Work
from scheduler.calendars.foreign.values import FLOATING, UNKNOWN

_ESCAPED: Final = re.compile(r"\\([,;\\])")
_KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}")


class Zones:
    """The clocks of one file, by the names it uses."""

    def __init__(self, parts: Iterable[Part], work: Work) -> None:
        """Take in the clocks a file describes; none is read before it is asked for."""
        named = ((part.one("TZID"), part) for part in parts)
        self._parts = {_ESCAPED.sub(r"\1", line.value): part for line, part in named if line}
        self._work = work
        self._found: dict[str, tzinfo | NotUnderstoodError] = {}
        self.unknown: list[int] = []
        """Lines on which a name first stands that nobody knows."""

    def of(self, line: Line) -> tzinfo:
        """Return the clock a line is told on; London's where it names none.

        Raises
        ------
        NotUnderstoodError
            If the file describes a clock that cannot be followed.
        """
        name = line.parameter("TZID").removeprefix("TZID=")
        if not name:
            return FLOATING
        if name not in self._found:
            self._found[name] = self._find(name, line)
        found = self._found[name]
        if isinstance(found, NotUnderstoodError):
            why = f"is told on the clock of line {found.line}, which {found.why}"
            raise NotUnderstoodError(line.number, why)
        return found

    def _find(self, name: str, line: Line) -> tzinfo | NotUnderstoodError:
        if known := world_clock(name):
            return known
        try:
            own = self._own(name)
        except NotUnderstoodError as wrong:
            return wrong
        if found := own or windows_clock(name) or next(_endings(name), None):
            return found
        self.unknown.append(line.number)
        return UNKNOWN

    def _own(self, name: str) -> FileClock | None:
        part = self._parts.get(name)
        return read_clock(part, self._work) if part else None


class Within:
    """The clocks of a file, where times that name none are told on a clock of their own."""

    def __init__(self, zones: Zones, clock: tzinfo | None) -> None:
        """Take the clock that is meant where none is named."""
        self._zones = zones
        self._clock = clock

    def of(self, line: Line) -> tzinfo:
        """Return the clock a line is told on."""
        if self._clock and not line.parameter("TZID"):
            return self._clock
        return self._zones.of(line)


@lru_cache(maxsize=256)
def world_clock(name: str) -> ZoneInfo | None:
    """Return the zone of the world's list that has this name."""
    if not _KEY.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=256)
def windows_clock(name: str) -> ZoneInfo | None:
    """Return the zone that Windows means by a name."""
    # Imported here: it brings the whole of icalendar, which most files do not need.
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415

    known = WINDOWS_TO_OLSON.get(name)
    return world_clock(known) if known else None


def _endings(name: str) -> Iterator[ZoneInfo]:
    """Give the zones that a longer name ends in: /mozilla.org/20050126_1/Europe/London."""
    parts = name.split("/")
    for many in (3, 2):
        known = world_clock("/".join(parts[-many:])) if len(parts) > many else None
        if known:
            yield known
