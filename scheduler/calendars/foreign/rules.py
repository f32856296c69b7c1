"""A recurrence rule (RFC 5545 3.3.10) as it is told, with every part checked."""

from dataclasses import dataclass
from typing import Final, Literal

Frequency = Literal["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"]
"""How often something may come back. Every second is no pattern of somebody's life."""

FREQUENCIES: Final = frozenset({"YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"})
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Numbers = tuple[int, ...]


@dataclass(frozen=True)
class Rule:
    """How something comes back, part by part; an empty part was not told."""

    line: int
    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: str = ""
    """The last day or moment, as it is written."""
    months: Numbers = ()
    month_days: Numbers = ()
    year_days: Numbers = ()
    weeks: Numbers = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    """Which one, counted from either end or 0 for every one, and the weekday from 0 for Monday."""
    hours: Numbers = ()
    minutes: Numbers = ()
    seconds: Numbers = ()
    positions: Numbers = ()
    week_start: int = 0

    @property
    def is_by_clock(self) -> bool:
        """Say whether it comes back within a day."""
        return self.frequency in {"HOURLY", "MINUTELY"}
