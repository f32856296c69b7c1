"""Every time a part of a calendar file comes back: its rule, with dates put in and left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, Final

from dateutil.rrule import rrulestr
from icalendar.cal.component import Component

from scheduler.calendars.rotas import CYCLES
from scheduler.calendars.wall_time import LONDON, ONE_DAY, Interval
from scheduler.errors import Fault, ProgrammeError

FOLLOWED: Final = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
"""How often something may come back; every hour is no pattern of somebody's life."""


@dataclass(frozen=True)
class Part:
    """One part of a calendar file, with the file's name for whatever is wrong in it."""

    component: Component
    file: str

    def refused(self, name: str, remedy: str) -> ProgrammeError:
        """Return what to raise where a property of it cannot be used."""
        about = f"{self.component.name} {self.component.get('UID', '')}".strip()
        value = self.component.get(name)
        said = value.to_ical() if hasattr(value, "to_ical") else value or ""
        shown = said.decode() if isinstance(said, bytes) else str(said)
        return ProgrammeError((Fault(self.file, None, f"{about}: {name}", shown, remedy),))

    def moment(self, name: str) -> datetime | None:
        """Return a property that is a date with a time, on London's clock where it names none."""
        if name not in self.component:
            return None
        told = getattr(self.component[name], "dt", None)
        if not isinstance(told, datetime):
            raise self.refused(name, "is no date with a time; write one such as 20270504T100000")
        return told if told.tzinfo else told.replace(tzinfo=LONDON)

    def dates(self, name: str) -> Iterator[datetime]:
        """Give every date with a time that a property lists, however often it stands there."""
        told = self.component.get(name, [])
        for listed in told if isinstance(told, list) else [told]:
            for each in listed.dts:
                if not isinstance(each.dt, datetime):
                    raise self.refused(name, "is no list of dates with a time; write it as one")
                yield each.dt if each.dt.tzinfo else each.dt.replace(tzinfo=LONDON)

    def length(self) -> timedelta | None:
        """Return the length it tells; one that is none was refused as the file was read."""
        length: timedelta | None = getattr(self.component.get("DURATION"), "dt", None)
        return length

    def ends(self, begins: datetime) -> datetime:
        """Return when it ends the first time: as told, or after its length."""
        ends, length = self.moment("DTEND"), self.length()
        if ends is None and length is None:
            raise self.refused("DTEND", "is missing; give it, or a DURATION")
        found = ends or _after(begins, length or timedelta())
        if found.astimezone(UTC) <= begins.astimezone(UTC):
            name = "DTEND" if ends else "DURATION"
            raise self.refused(name, "ends it before it begins; correct one")
        return found


def times_of(part: Part, last: date, *, moved: frozenset[datetime]) -> Iterator[Interval]:
    """Give every time a part comes back up to a day, in UTC.

    A length told by DTEND passes the same in every season; days of a DURATION are days of the
    calendar (RFC 5545 3.8.5.3).

    Parameters
    ----------
    moved
        Times that other parts of the file put in place of, in UTC.
    """
    begins = part.moment("DTSTART")
    if begins is None:
        raise part.refused("DTSTART", "is missing; give it")
    exact = part.ends(begins).astimezone(UTC) - begins.astimezone(UTC)
    length = part.length()
    left_out = {each.astimezone(UTC) for each in part.dates("EXDATE")} | moved
    found = {each.astimezone(UTC): each for each in (*_by_rule(part, begins, last=last),)}
    found |= {each.astimezone(UTC): each for each in part.dates("RDATE")}
    for start in sorted(found.keys() - left_out):
        end = start + exact if length is None else _after(found[start], length)
        yield start, end.astimezone(UTC)


def _after(begins: datetime, length: timedelta) -> datetime:
    """Return when a length has passed: its days by the calendar, the rest by the clock."""
    # Adding days to a time on a wall clock keeps the hands.
    days = timedelta(days=length.days)
    return (begins + days).astimezone(UTC) + (length - days)


def _by_rule(part: Part, begins: datetime, *, last: date) -> Iterator[datetime]:
    told = part.component.get("RRULE")
    if told is None:
        yield begins
        return
    if isinstance(told, list) or told.get("FREQ", [""])[0] not in FOLLOWED:
        raise part.refused("RRULE", "comes back too often; give one rule of days, weeks or months")
    parts = {name: value for name, value in told.items() if name not in {"COUNT", "UNTIL"}}
    until = _until(told, begins, last=last)
    rule = f"{type(told)(parts).to_ical().decode()};UNTIL={_late(until):%Y%m%dT%H%M%S}"
    try:
        found = rrulestr(rule, dtstart=_late(begins.replace(tzinfo=None)))
    except ValueError as wrong:
        raise part.refused("RRULE", "cannot be followed; correct it") from wrong
    for each in islice(found, told.get("COUNT", [None])[0]):
        yield each.replace(year=each.year - CYCLES, tzinfo=begins.tzinfo)


def _until(told: Any, begins: datetime, *, last: date) -> datetime:  # noqa: ANN401 - a vRecur
    """Return the last moment a rule is followed to, on the clock it is told on."""
    ends = datetime.combine(last + ONE_DAY, datetime.max.time())
    (until,) = told.get("UNTIL", [ends])
    if not isinstance(until, datetime):
        until = datetime.combine(until, datetime.max.time())
    wall = until.astimezone(begins.tzinfo).replace(tzinfo=None) if until.tzinfo else until
    return min(wall, ends)


def _late(when: datetime) -> datetime:
    """Return a time so late that dateutil, which looks until the year 9999, soon stops."""
    return when.replace(year=when.year + CYCLES)
