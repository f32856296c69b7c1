"""Times as people type them: weekly hours, rotas, opening hours, days of a timetable."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from scheduler.calendars.patterns import PatternError, read_pattern
from scheduler.files.checks.walking import times
from scheduler.files.findings import Finding, Path, suggestion
from scheduler.files.remedies import DAY, TIME
from scheduler.files.turned import reads, turned
from scheduler.named_days import known_names, names_in, spelled
from scheduler.people import Times
from scheduler.places.opening import read_opening
from scheduler.programme import Programme
from scheduler.weekdays import weekdays_named

PATTERN: Final = (
    'is not understood; write hours such as "Mon-Fri 09:00-17:00" '
    'or a rota such as "4 on 4 off from 2027-01-04, 19:00-07:00", either with days such as '
    '"only 04-01/10-31 not 2027-05-03"'
)
OPENING: Final = (
    'is not understood; write hours such as "Mo-Fr 09:00-22:00; Sa 10:00-16:00; PH off"'
)
MIDNIGHT: Final = "24:00"
NOTHING_BEGINS: Final = "is when nothing begins any more; write an earlier time, such as 09:30"
A_DAY: Final = re.compile(r"\d{1,4}-\d{1,2}-\d{1,2}")
OF_ANY_YEAR: Final = re.compile(r"\d\d-\d\d(/\d\d-\d\d)?")
MONTH_AND_DAY: Final = (
    "is on no calendar; write days of every year as month-day, such as 04-01/10-31"
)
A_TIME: Final = re.compile(r"\d{1,2}[:.]?\d{0,2}")
WEEKDAYS: Final = 'is not understood; write days such as "Mon-Fri", "Tue, Thu" or "daily"'


@dataclass(frozen=True)
class HoursAsTyped:
    """How hours are read in a programme: by themselves, or by days it has a name for."""

    programme: Programme
    all_named: bool
    """Whether every name of days could be read; else nothing is called unknown."""

    def faults(self, path: Path, text: str) -> Iterator[Finding]:
        """Find hours that cannot be read, and days in them that the programme has no name for."""
        named = self.programme.named_days
        known = known_names(named)
        unknown = [n for n in names_in(text) if " ".join(n.casefold().split()) not in known]
        for name in unknown if self.all_named else ():
            says = f'speaks of "{name}", which is the code of no named_days'
            yield Finding(path, text, f"{says}; {suggestion(name, known.values())}")
        if not unknown:
            yield from _tried(path, text, by=self._read, says=PATTERN)

    def _read(self, text: str) -> object:
        (in_days,) = spelled((text,), self.programme.named_days, perhaps=True)
        return read_pattern(in_days)

    def all_faults(self, path: Path, texts: tuple[str, ...]) -> Iterator[Finding]:
        """Find what is wrong with each of a list of hours."""
        for n, text in enumerate(texts):
            yield from self.faults((*path, n), text)


def times_not_understood(programme: Programme, *, all_named: bool = True) -> Iterator[Finding]:
    """Find texts that should say a time and do not.

    Parameters
    ----------
    all_named
        Whether every name of days could be read.
    """
    hours = HoursAsTyped(programme, all_named=all_named)
    for path, told in times(programme):
        for name in ("free", "work", "job_hours", "care", "if_need_be", "best"):
            yield from hours.all_faults((*path, name), getattr(told, name))
        yield from _late_rotas(path, told)
        yield from _day_too_short(path, told)
    for n, worker in enumerate(programme.workers):
        yield from hours.all_faults(("workers", n, "hours"), worker.hours)
    for n, venue in enumerate(programme.venues):
        if venue.opening:
            yield from _tried(
                ("venues", n, "opening"), venue.opening, by=read_opening, says=OPENING
            )
    for n, line in enumerate(programme.lines):
        yield from _tried(("lines", n, "days"), line.days, by=weekdays_named, says=WEEKDAYS)


def _day_too_short(path: Path, told: Times) -> Iterator[Finding]:
    """Find an earliest and a latest hour between which nothing can be held."""
    if told.not_before == MIDNIGHT:
        yield Finding((*path, "not_before"), MIDNIGHT, NOTHING_BEGINS)
    elif told.not_before and told.home_by and told.home_by <= told.not_before:
        remedy = f"is not after not_before {told.not_before}; swap them or correct one"
        yield Finding((*path, "home_by"), told.home_by, remedy)


def _late_rotas(path: Path, told: Times) -> Iterator[Finding]:
    """Find half of what is needed to ask in time whether somebody's times still hold."""
    begins, by = told.expected_from, told.confirm_by
    if begins and not by:
        remedy = "has no confirm_by; give the day by which these times will be known"
        yield Finding((*path, "expected_from"), str(begins), remedy)
    if by and not begins:
        remedy = "has no expected_from; give the first day that is only expected"
        yield Finding((*path, "confirm_by"), str(by), remedy)
    if begins and by and by > begins:
        remedy = f"is after expected_from {begins}; times are confirmed before they begin"
        yield Finding((*path, "confirm_by"), str(by), remedy)


def _tried(path: Path, text: str, *, by: Callable[[str], object], says: str) -> Iterator[Finding]:
    try:
        by(text)
    except PatternError as refused:
        yield Finding(path, text, turned(text, reads(by)) or _of_part(refused) or says)
    except ValueError:
        yield Finding(path, text, turned(text, reads(by)) or says)


def _of_part(refused: PatternError) -> str:
    """Return what is wrong with the part of a text that is not understood, where it can be told."""
    wrong = refused.remedy
    if days := [day for day in A_DAY.findall(refused.part) if not reads(date.fromisoformat)(day)]:
        return f'has "{days[0]}", which {DAY}'
    if OF_ANY_YEAR.fullmatch(refused.part):
        return f'has "{refused.part}", which {MONTH_AND_DAY}'
    if A_TIME.fullmatch(refused.part):
        wrong = TIME
    return f'has "{refused.part}", which {wrong}' if wrong else ""
