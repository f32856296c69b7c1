"""Any pattern of times that people type: weekly hours, a rota, or a recurrence rule.

Each may say which days it holds for: only in term time, only from April to October, not on some
days. Every pattern can be typed, shown again with `str`, and asked for `busy_between`. Hours are on
the wall clock in Scotland; `wall_time` says what happens when the clocks change.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scheduler.calendars.rotas import Rota, RuleRota
from scheduler.calendars.some_days import LIMITS, SomeDays, days_text, holds, read_days
from scheduler.calendars.wall_time import Hours, Interval, PatternError, busy_times
from scheduler.calendars.weekly_hours import WeeklyHours

__all__ = [
    "Hours",
    "Interval",
    "Limited",
    "Pattern",
    "PatternError",
    "Rota",
    "RuleRota",
    "WeeklyHours",
    "read_pattern",
]

AnyDay = WeeklyHours | Rota | RuleRota
"""A pattern that says nothing of the days it holds for."""


@dataclass(frozen=True)
class Limited:
    """A pattern that holds for some days only; a night belongs to the day it begins on."""

    pattern: AnyDay
    only: SomeDays = ()
    """The days it holds for; none means any."""
    leave_out: SomeDays = ()
    """Days it does not hold for, even so."""

    def __str__(self) -> str:
        """Return the pattern as it can be typed."""
        only = f" only {days_text(self.only)}" if self.only else ""
        leave_out = f" not {days_text(self.leave_out)}" if self.leave_out else ""
        return f"{self.pattern}{only}{leave_out}"

    def busy_between(self, first: date, last: date) -> tuple[Interval, ...]:
        """Return the hours that touch these days: whole, merged, in order, in UTC."""
        return busy_times(self.shifts_between(first, last), (first, last))

    def shifts_between(self, first: date, last: date) -> Iterator[tuple[date, Hours]]:
        """Yield the day and hours of each shift that may touch these days."""
        for day, hours in self.pattern.shifts_between(first, last):
            if holds(day, only=self.only, leave_out=self.leave_out):
                yield day, hours


Pattern = AnyDay | Limited
"""Any pattern of times that can be typed."""


def read_pattern(text: str) -> Pattern:
    """Return the weekly hours, rota or rule that a text stands for, and the days it holds for.

    Raises
    ------
    PatternError
        If it is none of them; it shows what to type.
    """
    found = LIMITS.fullmatch(text)
    only, leave_out = (found["only"], found["leave_out"]) if found else (None, None)
    pattern = _any_day(found["hours"] if found else text)
    if not only and not leave_out:
        return pattern
    return Limited(
        pattern,
        only=read_days(only, text) if only else (),
        leave_out=read_days(leave_out, text) if leave_out else (),
    )


def _any_day(text: str) -> AnyDay:
    if "FREQ=" in text.upper():
        return RuleRota.parse(text)
    if re.match(r"\s*\d+ on\b", text, re.IGNORECASE):
        return Rota.parse(text)
    return WeeklyHours.parse(text)
