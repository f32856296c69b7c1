"""Any pattern of times that people type: weekly hours, a rota, or a recurrence rule.

Every pattern can be typed, shown again with `str`, and asked for `busy_between`. Hours are on the
wall clock in Scotland; `wall_time` says what happens when the clocks change.
"""

import re

from scheduler.calendars.rotas import Rota, RuleRota
from scheduler.calendars.wall_time import Hours, Interval, PatternError
from scheduler.calendars.weekly_hours import WeeklyHours

__all__ = [
    "Hours",
    "Interval",
    "Pattern",
    "PatternError",
    "Rota",
    "RuleRota",
    "WeeklyHours",
    "read_pattern",
]

Pattern = WeeklyHours | Rota | RuleRota
"""Any pattern of times that can be typed."""


def read_pattern(text: str) -> Pattern:
    """Return the weekly hours, rota or rule that a text stands for.

    Raises
    ------
    PatternError
        If it is none of them; it shows what to type.
    """
    if "FREQ=" in text.upper():
        return RuleRota.parse(text)
    if re.match(r"\s*\d+ on\b", text, re.IGNORECASE):
        return Rota.parse(text)
    return WeeklyHours.parse(text)
