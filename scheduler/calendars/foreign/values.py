"""Days, moments, lengths and periods as calendar files write them."""

import re
from datetime import UTC, date, datetime, time, tzinfo
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from scheduler.calendars.foreign.lines import Line
from scheduler.calendars.foreign.refused import NotUnderstoodError

When = date | datetime
"""A whole day, or a moment with its zone."""

FLOATING: Final = ZoneInfo.no_cache("Europe/London")
"""London's clock where a time names none: not the same object as the clock that a file names."""

UNKNOWN: Final = ZoneInfo.no_cache("Europe/London")
"""London's clock in place of one that nobody knows: whatever is told on it has to be asked."""

YEARS: Final = range(1900, 2200)
"""Years that times of an entry may lie in."""
MOST_LISTED: Final = 20_000
"""Most times one entry may list."""

_DAY: Final = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_MOMENT: Final = re.compile(
    r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z?)", re.ASCII | re.IGNORECASE
)
LEAP_SECOND: Final = 60


class ZonesTold(Protocol):
    """Whatever knows which clock a name stands for."""

    def of(self, line: Line) -> tzinfo:
        """Return the clock a line is told on."""
        ...


def read_when(line: Line, zones: ZonesTold) -> When:
    """Return the day or moment of a line that holds one."""
    return when_in(line.value, line, zones)


def listed(line: Line) -> list[str]:
    """Return the values of a line that lists them."""
    values = [each.strip() for each in line.value.split(",")]
    if len(values) > MOST_LISTED:
        raise NotUnderstoodError(line.number, f"lists more than {MOST_LISTED:,} times")
    return [each for each in values if each]


def when_in(text: str, line: Line, zones: ZonesTold) -> When:
    """Return the day or moment of a text that stands in a line."""
    try:
        return _when(text, line, zones)
    except (ValueError, OverflowError):
        raise NotUnderstoodError(line.number, f"holds no day or time for {line.name}") from None


def day_of(when: When) -> date:
    """Return the day of a time, on the clock it is told on."""
    return when.date() if isinstance(when, datetime) else when


def _when(text: str, line: Line, zones: ZonesTold) -> When:
    told = text.strip()
    if day := _DAY.fullmatch(told):
        return _in_range(date(*(int(each) for each in day.groups())), line)
    found = _MOMENT.fullmatch(told)
    if not found:
        raise ValueError(told)
    year, month, number, hour, minute, second = (int(each or 0) for each in found.groups()[:6])
    clock = UTC if found[7] else zones.of(line)
    second -= second == LEAP_SECOND
    return datetime.combine(
        _in_range(date(year, month, number), line), time(hour, minute, second), tzinfo=clock
    )


def _in_range(day: date, line: Line) -> date:
    if day.year not in YEARS:
        why = f"lies outside the years {YEARS.start} to {YEARS.stop - 1}"
        raise NotUnderstoodError(line.number, why)
    return day
