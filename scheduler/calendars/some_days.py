"""The days that hours hold for: in term time, in a season of every year, or all but some days."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from scheduler.calendars.wall_time import PatternError

LIMITS_EXAMPLE: Final = (
    "Mon-Fri 14:45-15:30 only 2027-01-06/2027-03-25 not 2027-02-15/2027-02-16, "
    "or daily 08:00-18:00 only 04-01/10-31 for every year"
)

LIMITS: Final = re.compile(
    r"\s*(?P<hours>.*?)(?:,?\s+only\s+(?P<only>.+?))?(?:,?\s+not\s+(?P<leave_out>.+?))?\s*",
    re.IGNORECASE | re.DOTALL,
)
"""Hours, then the days they hold for, then the days they do not."""

DAY: Final = r"(?:(\d{4})-)?(\d\d)-(\d\d)"
SPAN: Final = re.compile(rf"{DAY}(?:/{DAY})?", re.ASCII)
A_LEAP_YEAR: Final = 2024
"""A year that has every day of a year."""


@dataclass(frozen=True)
class Dated:
    """Days from a first to a last one, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Say whether a day is one of these."""
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """Return the days as they can be typed."""
        return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"


@dataclass(frozen=True)
class Yearly:
    """Days of every year, over its end where the last is before the first."""

    first: tuple[int, int]
    """Month and day."""
    last: tuple[int, int]

    def __contains__(self, day: date) -> bool:
        """Say whether a day is one of these."""
        on = (day.month, day.day)
        if self.last < self.first:
            return on >= self.first or on <= self.last
        return self.first <= on <= self.last

    def __str__(self) -> str:
        """Return the days as they can be typed."""
        first, last = (f"{month:02d}-{day:02d}" for month, day in (self.first, self.last))
        return first if first == last else f"{first}/{last}"


SomeDays = tuple[Dated | Yearly, ...]
"""Days, those of any of these."""


def read_days(text: str, whole: str) -> SomeDays:
    """Return the days in a text such as "2027-01-06/2027-03-25, 2027-04-12" or "04-01/10-31".

    Raises
    ------
    PatternError
        If a part is no day that there is, or its days stand the wrong way round.
    """
    return tuple(_span(part.strip(), whole) for part in text.split(","))


def days_text(days: SomeDays) -> str:
    """Return days as they can be typed."""
    return ", ".join(map(str, days))


def holds(day: date, *, only: SomeDays, leave_out: SomeDays) -> bool:
    """Say whether hours hold on a day; with no days of their own they hold on any."""
    return (not only or any(day in span for span in only)) and not any(
        day in span for span in leave_out
    )


def _span(part: str, whole: str) -> Dated | Yearly:
    found = SPAN.fullmatch(part)
    if not found:
        raise PatternError(whole, part, LIMITS_EXAMPLE)
    first, last = found.groups()[:3], found.groups()[3:]
    last = last if last[1] else first
    try:
        begins, ends = (date(int(y or A_LEAP_YEAR), int(m), int(d)) for y, m, d in (first, last))
    except ValueError as refused:
        raise PatternError(whole, part, LIMITS_EXAMPLE) from refused
    if bool(first[0]) != bool(last[0]) or (first[0] and ends < begins):
        raise PatternError(whole, part, LIMITS_EXAMPLE)
    if first[0]:
        return Dated(begins, ends)
    return Yearly((begins.month, begins.day), (ends.month, ends.day))
