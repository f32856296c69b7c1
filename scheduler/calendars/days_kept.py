"""Which festivals and local events fall on a day, looked up at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from scheduler.calendars.observance import ONE_DAY, Observance
from scheduler.calendars.observances import (
    FestivalTables,
    UnknownYear,
    observances_between,
    read_festival_tables,
    years_unknown,
)


@lru_cache(maxsize=8)
def festival_tables(folder: Path) -> FestivalTables:
    """Return the tables of a folder, read once."""
    return read_festival_tables(folder)


def observances_on(day: date, tables: FestivalTables) -> tuple[Observance, ...]:
    """Return what is to be kept clear on a day, festivals that begin at its sunset among them."""
    return _by_day(day.year, tables).get(day, ())


def days_of(festival_ids: Collection[str], year: int, tables: FestivalTables) -> frozenset[date]:
    """Return the days of a year on which any of some festivals is to be kept clear."""
    told = _by_day(year, tables).items()
    return frozenset(day for day, own in told if any(o.festival_id in festival_ids for o in own))


def fills(observance: Observance, day: date) -> bool:
    """Say whether an observance takes the whole day, rather than only its evening."""
    return observance.block_start <= day <= observance.block_end


def in_a_year(festival_id: str, year: int, tables: FestivalTables) -> Observance | None:
    """Return a festival as it is kept in a year, on whichever day; None where nobody told us."""
    every = (own for days in _by_day(year, tables).values() for own in days)
    return next((own for own in every if own.festival_id == festival_id), None)


def unknown_in(year: int, tables: FestivalTables) -> tuple[UnknownYear, ...]:
    """Return the festivals and events whose days in a year nobody has told us."""
    return _unknown(year, tables)


@lru_cache(maxsize=64)
def _by_day(year: int, tables: FestivalTables) -> Mapping[date, tuple[Observance, ...]]:
    found: dict[date, tuple[Observance, ...]] = defaultdict(tuple)
    for observance in observances_between(date(year, 1, 1), date(year, 12, 31), tables=tables):
        first = min(observance.block_start, _eve(observance))
        for number in range((observance.block_end - first).days + 1):
            found[first + timedelta(days=number)] += (observance,)
    return found


@lru_cache(maxsize=64)
def _unknown(year: int, tables: FestivalTables) -> tuple[UnknownYear, ...]:
    return years_unknown(date(year, 1, 1), date(year, 12, 31), tables=tables)


def _eve(observance: Observance) -> date:
    """Return the day at whose sunset it begins; its first day where it begins in the morning."""
    return observance.start - ONE_DAY if observance.has_an_eve else observance.start
