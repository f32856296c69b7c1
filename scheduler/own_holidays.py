"""The holidays somebody has of their own: an employer's, a council's, or another nation's."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from scheduler.calendars.holidays import DIVISIONS, bank_holidays
from scheduler.calendars.some_days import LIMITS
from scheduler.calendars.tables import Table
from scheduler.named_days import NamedDays, days_by_name
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.taken import days_around, in_days

Own = Mapping[date, bool]
"""Somebody's holidays, each with whether it is sure: after the last proclaimed it is expected."""

NONE: Final[Own] = MappingProxyType({})


def own_holidays(programme: Programme, person: Person, *, changes: Table) -> Own:
    """Return the holidays somebody said are theirs, over a programme's days and some beyond.

    `changes` is bank_holiday_overrides.csv.
    """
    whose = person.times.holidays
    if not whose:
        return NONE
    areas = frozenset().union(*map(programme.areas_of, whose))
    by_name = days_by_name(programme.named_days, programme.areas_of(person.home))
    named = (by_name[word.casefold()] for word in whose if word.casefold() in by_name)
    local = (each.day for each in programme.local_holidays if each.area.casefold() in areas)
    return _own(
        tuple(nation for nation in DIVISIONS if nation in areas),
        frozenset((*local, *(day for each in named for day in _each(each)))),
        days=days_around(programme),
        changes=changes,
    )


def at_work(programme: Programme, person: Person, *, changes: Table) -> tuple[str, ...]:
    """Return somebody's hours of work with days by name written out, less their own holidays.

    A holiday that is only expected takes nobody off work yet.
    """
    texts = in_days(programme, person.times.work, home=person.home)
    own = own_holidays(programme, person, changes=changes)
    days = ", ".join(f"{day}" for day, sure in sorted(own.items()) if sure)
    return tuple(_less(text, days) for text in texts) if days else texts


def _less(text: str, days: str) -> str:
    found = LIMITS.fullmatch(text)
    leaves_some_out = found is not None and found["leave_out"]
    return f"{text}, {days}" if leaves_some_out else f"{text} not {days}"


@lru_cache(maxsize=256)
def _own(
    nations: tuple[str, ...], told: frozenset[date], *, days: tuple[date, date], changes: Table
) -> Own:
    found = dict.fromkeys(told, True)
    for nation in nations:
        banks = bank_holidays(nation, first=days[0], last=days[1], changes=changes)
        found |= {bank.day: not bank.expected for bank in banks if not found.get(bank.day)}
    return MappingProxyType({day: sure for day, sure in found.items() if days[0] <= day <= days[1]})


def _each(named: NamedDays) -> Iterator[date]:
    for span in named.days:
        for number in range((span.last - span.first).days + 1):
            yield span.first + timedelta(days=number)
