"""The bank holidays and local holidays of the place where a venue stands."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from scheduler.calendars.holidays import bank_holidays
from scheduler.calendars.tables import Table
from scheduler.places.names import is_same_name
from scheduler.programme import Programme


def holiday_at(programme: Programme, place: str, *, day: date, changes: Table) -> str:
    """Return what holiday a day is at a place, and nothing where it is none.

    Parameters
    ----------
    place
        A named place of the programme, as a venue or a home gives it.
    changes
        The bank holidays added or removed by proclamation.
    """
    bank = _bank_holidays(programme.nation, day.year, changes=changes).get(day)
    if bank is not None:
        return bank
    for holiday in programme.local_holidays:
        if holiday.day == day and _holds_at(programme, place, area=holiday.area):
            return holiday.name or "a local holiday"
    return ""


def are_holidays(
    programme: Programme, place: str, *, days: Sequence[date], changes: Table
) -> list[bool]:
    """Say of some days whether each is a holiday at a place, as `holiday_at` does."""
    nation, years = programme.nation, {day.year for day in days}
    found = {day for year in years for day in _bank_holidays(nation, year, changes=changes)}
    local = (each for each in programme.local_holidays if each.day not in found)
    found.update(each.day for each in local if _holds_at(programme, place, area=each.area))
    return [day in found for day in days]


@lru_cache(maxsize=64)
def _bank_holidays(nation: str, year: int, *, changes: Table) -> Mapping[date, str]:
    found = bank_holidays(nation, first=date(year, 1, 1), last=date(year, 12, 31), changes=changes)
    return {holiday.day: holiday.name for holiday in found}


def _holds_at(programme: Programme, place: str, *, area: str) -> bool:
    named = programme.place(place)
    names = (place, named.code, named.name, named.council) if named else (place,)
    return not area or any(is_same_name(area, name) for name in names)
