"""The holidays somebody has of their own: an employer's, a council's, or another nation's."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from scheduler.calendars.holidays import DIVISIONS, bank_holidays
from scheduler.calendars.some_days import LIMITS, Dated, days_text
from scheduler.calendars.tables import Table
from scheduler.named_days import FOR_EVER, LONG_AGO, ONE_DAY, NamedDays, days_by_name
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
    areas = _areas(programme, person)
    local = (each.day for each in programme.local_holidays if each.area.casefold() in areas)
    return _own(
        tuple(nation for nation in DIVISIONS if nation in areas),
        frozenset((*local, *(day for each in _named(programme, person) for day in _each(each)))),
        days=days_around(programme),
        changes=changes,
    )


def not_told_yet(programme: Programme, person: Person) -> tuple[Dated, ...]:
    """Return the days of which nobody knows whether they are a holiday of somebody's own.

    Days by name say how far they are known. Of a council nothing is known after the last of its
    local holidays that was told.
    """
    if not person.times.holidays:
        return ()
    areas = _areas(programme, person)
    local = [each.day for each in programme.local_holidays if each.area.casefold() in areas]
    councils = (Dated(max(local) + ONE_DAY, FOR_EVER),) if local else ()
    return (*councils, *_past_what_is_known(programme, person))


def at_work(
    programme: Programme, person: Person, *, changes: Table, perhaps: bool
) -> tuple[str, ...]:
    """Return somebody's hours of work with days by name written out, less their own holidays.

    Parameters
    ----------
    perhaps
        Whether they are taken to be at work where nobody knows: on a holiday that is only expected,
        and past the last day that is known of their employer's.
    """
    texts = in_days(programme, person.times.work, home=person.home, perhaps=perhaps)
    if not texts or not person.times.holidays:
        return texts
    own = own_holidays(programme, person, changes=changes)
    days = tuple(Dated(day, day) for day, sure in sorted(own.items()) if sure or not perhaps)
    not_known = () if perhaps else tuple(_past_what_is_known(programme, person))
    off = days_text((*days, *not_known))
    return tuple(_less(text, off) for text in texts) if off else texts


def _areas(programme: Programme, person: Person) -> frozenset[str]:
    return frozenset().union(*map(programme.areas_of, person.times.holidays))


def _named(programme: Programme, person: Person) -> Iterator[NamedDays]:
    """Give the days by name that somebody said are holidays to them."""
    by_name = days_by_name(programme.named_days, programme.areas_of(person.home))
    words = (word.casefold() for word in person.times.holidays)
    yield from (by_name[word] for word in words if word in by_name)


def _past_what_is_known(programme: Programme, person: Person) -> Iterator[Dated]:
    for named in _named(programme, person):
        yield Dated(named.is_known_until + ONE_DAY, FOR_EVER)
        if named.known_from:
            yield Dated(LONG_AGO, named.known_from - ONE_DAY)


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
