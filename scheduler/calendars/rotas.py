"""Rotas as people type them: days on and days off in turn, or the days of a recurrence rule."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice

from dateutil.rrule import rrulestr

from scheduler.calendars.wall_time import (
    ONE_DAY,
    Hours,
    Interval,
    PatternError,
    busy_times,
    days_from,
    read_hours,
)

ROTA_EXAMPLE = "4 on 4 off from 2027-01-04, 19:00-07:00"
RULE_EXAMPLE = "FREQ=DAILY;INTERVAL=8 from 2027-01-04, 07:00-19:00"

ROTA = re.compile(r"(\d{1,3}) on,? (\d{1,3}) off from (\S+?),? (\S+)", re.ASCII | re.IGNORECASE)
RULE = re.compile(r"(\S*FREQ=\S+) from (\S+?),? (\S+)", re.ASCII | re.IGNORECASE)
RULE_PARTS = {
    "FREQ": r"DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d{0,3}",
    "COUNT": r"[1-9]\d{0,4}",
    "UNTIL": r"\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])",
    "BYDAY": r"[-+]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(,[-+]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*",
    "BYMONTH": r"([1-9]|1[0-2])(,([1-9]|1[0-2]))*",
    "BYMONTHDAY": r"-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*",
    "BYSETPOS": r"-?[1-9]\d?(,-?[1-9]\d?)*",
    "WKST": r"MO|TU|WE|TH|FR|SA|SU",
}
"""The parts of an RFC 5545 rule that can be typed. Others are refused rather than passed over."""

CYCLES = 19 * 400
"""Years that rules are moved by while dateutil follows them. The calendar repeats every 400 years,
weekdays included; and dateutil looks until the year 9999 for a 30 February, which is now near."""


@dataclass(frozen=True)
class Rota:
    """Days on and days off in turn from a first day, with the same hours; nothing before it."""

    days_on: int
    days_off: int
    starts: date
    """The first day on. A rota says nothing about earlier days."""
    hours: Hours

    @classmethod
    def parse(cls, text: str) -> "Rota":
        """Return the rota in a text such as "4 on 4 off from 2027-01-04, 19:00-07:00".

        A rota of days and nights is two rotas: "2 on 6 off" for the days, another for the nights.

        Raises
        ------
        PatternError
            If a part is not understood; it shows what to type.
        """
        found = ROTA.fullmatch(text.strip())
        if not found or int(found[1]) == 0:
            raise PatternError(text, text.strip(), ROTA_EXAMPLE)
        starts, hours = _starts_and_hours(found[3], found[4], text=text, example=ROTA_EXAMPLE)
        return cls(int(found[1]), int(found[2]), starts, hours)

    def __str__(self) -> str:
        """Return the rota as it can be typed."""
        return f"{self.days_on} on {self.days_off} off from {self.starts}, {self.hours}"

    def busy_between(self, first: date, last: date) -> tuple[Interval, ...]:
        """Return the shifts that touch these days: whole, merged, in order, in UTC."""
        return busy_times(self.shifts_between(first, last), (first, last))

    def shifts_between(self, first: date, last: date) -> Iterator[tuple[date, Hours]]:
        """Yield the day and hours of each shift that may touch these days."""
        days = days_from(max(first - ONE_DAY, self.starts), last)
        return ((day, self.hours) for day in days if self._is_on(day))

    def _is_on(self, day: date) -> bool:
        return (day - self.starts).days % (self.days_on + self.days_off) < self.days_on


@dataclass(frozen=True)
class RuleRota:
    """Shifts on the days of an RFC 5545 recurrence from a first day; before that day, nothing."""

    rule: str
    """Such as FREQ=DAILY;INTERVAL=8."""
    starts: date
    hours: Hours

    def __post_init__(self) -> None:
        """Refuse a rule that cannot be followed, such as one until 31 February."""
        self._days(self.starts)

    @classmethod
    def parse(cls, text: str) -> "RuleRota":
        """Return the rota in "FREQ=DAILY;INTERVAL=8 from 2027-01-04, 07:00-19:00" and the like.

        Raises
        ------
        PatternError
            If a part is not understood; it shows what to type.
        """
        found = RULE.fullmatch(text.strip())
        if not found:
            raise PatternError(text, text.strip(), RULE_EXAMPLE)
        starts, hours = _starts_and_hours(found[2], found[3], text=text, example=RULE_EXAMPLE)
        return cls(_checked_rule(found[1].upper().removeprefix("RRULE:"), text), starts, hours)

    def __str__(self) -> str:
        """Return the rota as it can be typed."""
        return f"{self.rule} from {self.starts}, {self.hours}"

    def busy_between(self, first: date, last: date) -> tuple[Interval, ...]:
        """Return the shifts that touch these days: whole, merged, in order, in UTC."""
        return busy_times(self.shifts_between(first, last), (first, last))

    def shifts_between(self, first: date, last: date) -> Iterator[tuple[date, Hours]]:
        """Yield the day and hours of each shift that may touch these days."""
        return ((day, self.hours) for day in self._days(last) if day >= first - ONE_DAY)

    def _days(self, last: date) -> Iterator[date]:
        parts = dict(part.split("=") for part in self.rule.split(";"))
        count = int(parts.pop("COUNT")) if "COUNT" in parts else None
        try:
            ends = min(last, date.fromisoformat(parts.pop("UNTIL", str(last))))
            rule = ";".join(f"{name}={value}" for name, value in parts.items())
            # A last day written into the rule would make dateutil load its reader of dates.
            found = rrulestr(rule, dtstart=_late(self.starts)).replace(until=_late(ends))
        except ValueError as refused:
            raise PatternError(str(self), self.rule, RULE_EXAMPLE) from refused
        return (day.date().replace(year=day.year - CYCLES) for day in islice(found, count))


def _starts_and_hours(starts: str, hours: str, *, text: str, example: str) -> tuple[date, Hours]:
    try:
        return date.fromisoformat(starts), read_hours(hours)
    except PatternError as refused:
        raise refused.within(text, example) from refused
    except ValueError as refused:
        raise PatternError(text, starts, example) from refused


def _late(day: date) -> datetime:
    return datetime.combine(day.replace(year=day.year + CYCLES), time())


def _checked_rule(rule: str, text: str) -> str:
    named = [part.partition("=")[0] for part in rule.split(";")]
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        known = RULE_PARTS.get(name)
        if known is None or not re.fullmatch(known, value) or named.count(name) > 1:
            raise PatternError(text, part, RULE_EXAMPLE)
        # Weekdays are counted (the last Friday) only in months and years; dateutil passes over it.
        if name == "BYDAY" and re.search(r"\d", value) and re.search("DAILY|WEEKLY", rule):
            raise PatternError(text, part, RULE_EXAMPLE)
    # RFC 5545 3.3.10: a position is one among the days that another part names.
    if "BYSETPOS" in named and not {"BYDAY", "BYMONTHDAY"} & set(named):
        raise PatternError(text, "BYSETPOS", RULE_EXAMPLE)
    return rule
