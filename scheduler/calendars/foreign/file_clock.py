"""A clock as a calendar file describes it (VTIMEZONE), for clocks that have no other name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from scheduler.calendars.foreign.lines import Line
from scheduler.calendars.foreign.parts import Part
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rule_reading import read_rule
from scheduler.calendars.foreign.rule_times import Asked, Work, times_after
from scheduler.calendars.foreign.rules import Rule
from scheduler.calendars.wall_time import ONE_DAY

_OFFSET: Final = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?", re.ASCII)
_WALL: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?Z?", re.ASCII)
_A_DAY: Final = timedelta(hours=24)
_YEARS_BACK: Final = 5
"""How many years are looked at for the last change: a rule may hold in leap years only."""
_ALMOST_A_DAY: Final = timedelta(hours=23, minutes=59, seconds=59)
_ZERO: Final = timedelta()


@dataclass
class _Change:
    """A change of the clock that comes again: when, from what to what."""

    before: timedelta
    after: timedelta
    told: tuple[datetime, ...]
    """The changes told one by one, in order, on the clock as it stands before each."""
    rules: tuple[Rule, ...]
    work: Work
    by_year: dict[tuple[int, Rule], tuple[datetime, ...]] = field(default_factory=dict)

    def came(self, wall: datetime) -> tuple[datetime, timedelta] | None:
        """Return when it last came, in UTC, and what it changed the clock to."""
        last = self._last_at(wall)
        return (last - self.before, self.after) if last else None

    def _last_at(self, wall: datetime) -> datetime | None:
        """Return when it last came up to a time, both on the clock as it stands before."""
        found = [when for when in self.told if when <= wall]
        for rule in self.rules:
            ends = _wall(rule.until).year if rule.until else wall.year
            newest = min(wall.year, ends)
            for year in range(newest, max(newest - _YEARS_BACK, self.told[0].year - 1), -1):
                in_year = [when for when in self._in(year, rule) if when <= wall]
                if in_year:
                    found.append(in_year[-1])
                    break
        return max(found, default=None)

    def _in(self, year: int, rule: Rule) -> tuple[datetime, ...]:
        if (year, rule) not in self.by_year:
            first, last = datetime(year, 1, 1), datetime(year, 12, 31, 23, 59, 59)  # noqa: DTZ001 - local
            if rule.until and _wall(rule.until).year == year:
                # An end is told in UTC, a change on the clock; a day more does no harm to either.
                last = min(last, _wall(rule.until) + ONE_DAY)
            asked = Asked(first, last)
            self.by_year[year, rule] = tuple(
                times_after(rule, self.told[0], asked=asked, work=self.work)
            )
        return self.by_year[year, rule]


class FileClock(tzinfo):
    """A clock that goes by the changes a file tells of."""

    def __init__(self, changes: tuple[_Change, ...]) -> None:
        """Take the changes; there is at least one."""
        self._changes = changes
        # Most days have one offset from midnight to midnight, and are asked about often.
        self._by_day: dict[date, timedelta | None] = {}
        self._at_first = min(changes, key=lambda each: each.told[0]).before

    def utcoffset(self, moment: datetime | None, /) -> timedelta:
        """Return how far the clock is ahead of UTC at a time that it shows.

        Of a time it shows twice the first is meant, unless its `fold` says the second; one it never
        shows is read as if it had not yet changed (RFC 5545 3.3.5).
        """
        if moment is None:
            return self._at_first
        if moment.fold:
            return self._at_second(moment.replace(tzinfo=None, fold=0))
        day = moment.date()
        if day not in self._by_day:
            midnight = datetime.combine(day, time())
            found = {self._at(midnight), self._at(midnight + _ALMOST_A_DAY)}
            self._by_day[day] = found.pop() if len(found) == 1 else None
        known = self._by_day[day]
        return self._at(moment.replace(tzinfo=None)) if known is None else known

    def _at(self, wall: datetime) -> timedelta:
        return self._offset(
            each.came(wall - max(each.after - each.before, _ZERO)) for each in self._changes
        )

    def _at_second(self, wall: datetime) -> timedelta:
        return self._offset(each.came(wall - (each.after - each.before)) for each in self._changes)

    def fromutc(self, moment: datetime, /) -> datetime:
        """Return what the clock shows at a moment; `fold` tells the second of two alike."""
        utc = moment.replace(tzinfo=None)
        offset = self._offset(each.came(utc + each.before) for each in self._changes)
        shown = (utc + offset).replace(tzinfo=self)
        return shown.replace(fold=int(self.utcoffset(shown) != offset))

    def dst(self, moment: datetime | None, /) -> timedelta:
        """Return nothing: nobody asks."""
        del moment
        return _ZERO

    def tzname(self, moment: datetime | None, /) -> str:
        """Return no name: the file's may be anything."""
        del moment
        return ""

    def _offset(self, came: Iterable[tuple[datetime, timedelta] | None]) -> timedelta:
        """Return what the last of some changes changed the clock to."""
        last = max((each for each in came if each), default=None)
        return last[1] if last else self._at_first


def read_clock(part: Part, work: Work) -> FileClock:
    """Return the clock that a part of a file describes.

    Raises
    ------
    NotUnderstoodError
        If it cannot be followed.
    """
    for broken in (each for inner in (part, *part.parts) for each in inner.broken):
        raise broken
    changes = tuple(
        _change(inner, work) for inner in part.parts if inner.kind in {"STANDARD", "DAYLIGHT"}
    )
    if not changes:
        raise NotUnderstoodError(part.number, "describes no clock")
    return FileClock(changes)


def _change(part: Part, work: Work) -> _Change:
    begins = part.one("DTSTART")
    if begins is None:
        raise NotUnderstoodError(part.number, "does not say when the clock changes")
    told = [_told(begins.value, begins)]
    for line in part.lines.get("RDATE", ()):
        told += [_told(each.partition("/")[0], line) for each in line.value.split(",") if each]
    rules = tuple(read_rule(line) for line in part.lines.get("RRULE", ()))
    for rule in rules:
        if rule.frequency != "YEARLY":
            raise NotUnderstoodError(rule.line, "changes the clock more than by the year")
        if rule.until and not _WALL.fullmatch(rule.until):
            raise NotUnderstoodError(rule.line, "ends at no time")
    return _Change(
        _offset(part, "TZOFFSETFROM"), _offset(part, "TZOFFSETTO"), tuple(sorted(told)), rules, work
    )


def _told(text: str, line: Line) -> datetime:
    try:
        return _wall(text.strip())
    except ValueError:
        raise NotUnderstoodError(line.number, "changes the clock at no time") from None


def _wall(text: str) -> datetime:
    found = _WALL.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, month, day, hour, minute, second = (int(each or 0) for each in found.groups())
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - a time on this clock


def _offset(part: Part, name: str) -> timedelta:
    line = part.one(name)
    found = _OFFSET.fullmatch(line.value) if line else None
    if not found:
        raise NotUnderstoodError(line.number if line else part.number, f"holds no {name}")
    hours, minutes, seconds = (int(each or 0) for each in found.groups()[1:])
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if length >= _A_DAY:
        raise NotUnderstoodError(part.number, f"holds a {name} of more than a day")
    return -length if found[1] == "-" else length
