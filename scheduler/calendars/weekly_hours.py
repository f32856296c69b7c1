"""Hours that come back every week, as people type them: Mon-Fri 09:00-17:00; Sat 10:00-13:00."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from scheduler.calendars.wall_time import (
    ONE_DAY,
    Hours,
    Interval,
    PatternError,
    busy_times,
    days_from,
    read_hours,
)

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FULL_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKLY_EXAMPLE = "Mon-Fri 09:00-17:00; Sat 10:00-13:00"


@dataclass(frozen=True)
class WeeklyHours:
    """Hours that come back every week, such as Mon-Fri 09:00-17:00."""

    blocks: tuple[tuple[int, Hours], ...]
    """Weekday (Monday is 0) and hours, in order, none twice."""

    @classmethod
    def parse(cls, text: str) -> "WeeklyHours":
        """Return the hours in a text such as "Mon-Fri 09:00-17:00" or "daily 22:00-06:00".

        Raises
        ------
        PatternError
            If a part is not understood; it shows what to type.
        """
        blocks = {block for clause in text.split(";") for block in _clause(clause, text)}
        return cls(tuple(sorted(blocks)))

    def __str__(self) -> str:
        """Return the hours as they can be typed."""
        by_day = {
            day: ", ".join(str(hours) for _, hours in blocks)
            for day, blocks in groupby(self.blocks, key=lambda block: block[0])
        }
        days = {text: [day for day in by_day if by_day[day] == text] for text in by_day.values()}
        return "; ".join(f"{_days_text(days[text])} {text}" for text in days)

    def busy_between(self, first: date, last: date) -> tuple[Interval, ...]:
        """Return the hours that touch these days: whole, merged, in order, in UTC."""
        return busy_times(self.shifts_between(first, last), (first, last))

    def shifts_between(self, first: date, last: date) -> Iterator[tuple[date, Hours]]:
        """Yield the day and hours of each stretch that may touch these days."""
        # A night that began the evening before reaches into the first day.
        by_weekday = [
            [hours for weekday, hours in self.blocks if weekday == day]
            for day in range(len(WEEKDAYS))
        ]
        days = days_from(first - ONE_DAY, last)
        return ((day, hours) for day in days for hours in by_weekday[day.weekday()])


def _clause(clause: str, text: str) -> Iterator[tuple[int, Hours]]:
    found = re.fullmatch(r"\s*([A-Za-z][A-Za-z, -]*?)\s+(\d.*?)\s*", clause)
    if not found:
        raise PatternError(text, clause.strip(), WEEKLY_EXAMPLE)
    days = [day for part in found[1].split(",") for day in _days(part.strip(), text)]
    for typed in found[2].split(","):
        hours = _hours(typed, text)
        yield from ((day, hours) for day in days)


def _hours(typed: str, text: str) -> Hours:
    try:
        return read_hours(typed)
    except PatternError as refused:
        raise refused.within(text, refused.example) from refused


def _days(part: str, text: str) -> list[int]:
    if part.lower() == "daily":
        return list(range(7))
    ends = [_weekday(name.strip(), text) for name in part.split("-", 1)]
    # Fri-Mon runs over the end of the week.
    return [(ends[0] + n) % 7 for n in range((ends[-1] - ends[0]) % 7 + 1)]


def _weekday(name: str, text: str) -> int:
    for day, (short, full) in enumerate(zip(WEEKDAYS, FULL_NAMES, strict=True)):
        if name.lower() in {short.lower(), full.lower()}:
            return day
    raise PatternError(text, name, WEEKLY_EXAMPLE)


def _days_text(days: list[int]) -> str:
    """Return days as typed: daily, or runs such as Mon-Wed,Fri."""
    if len(days) == len(WEEKDAYS):
        return "daily"
    runs = groupby(enumerate(days), key=lambda pair: pair[1] - pair[0])
    return ",".join(_run_text([day for _, day in run]) for _, run in runs)


def _run_text(run: list[int]) -> str:
    return WEEKDAYS[run[0]] if len(run) == 1 else f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}"
