"""How long something lasts, as calendar files write it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from scheduler.calendars.foreign.lines import Line
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.values import When

_LENGTH: Final = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True)
class Length:
    """How long something lasts: days of the calendar, and time by the clock."""

    days: int
    rest: timedelta

    def after(self, start: When) -> When:
        """Return when it is over: days keep the hands of the clock, the rest passes."""
        if not isinstance(start, datetime):
            return start + timedelta(days=self.days) + self.rest
        wall = start + timedelta(days=self.days)
        return (wall.astimezone(UTC) + self.rest).astimezone(start.tzinfo)

    @property
    def is_backwards(self) -> bool:
        """Say whether it ends before it begins."""
        return timedelta(days=self.days) + self.rest < timedelta()


def length_in(text: str, line: Line) -> Length:
    """Return the length of a text that stands in a line."""
    found = _LENGTH.fullmatch(text.strip())
    if not found or not any(found.groups()[1:]):
        raise NotUnderstoodError(line.number, f"holds no length for {line.name}")
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups()[1:])
    sign = -1 if found[1] == "-" else 1
    rest = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return Length(sign * (7 * weeks + days), sign * rest)
