"""The hours somebody keeps clear for what they observe, by the code they named."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from scheduler.calendars.daylight import sunset
from scheduler.calendars.days_kept import (
    days_of,
    festival_tables,
    fills,
    in_a_year,
    observances_on,
    unknown_in,
)
from scheduler.calendars.named_feasts import Feasts, as_named, strays
from scheduler.calendars.nightfall import nightfall
from scheduler.calendars.observance import ONE_DAY, Observance
from scheduler.calendars.observances import FestivalTables
from scheduler.calendars.tables import Row, read_table
from scheduler.calendars.wall_time import days_from, moment
from scheduler.degree import Degree
from scheduler.weekdays import weekdays_named

Position = tuple[float, float]
WHOLE_DAY = ("00:00", "24:00")
EVENING = ("sunset-18", "24:00")
"""Candles are lit 18 minutes before sunset (Hebcal's default); other traditions begin at sunset."""
SERVICES = ("sunset", "24:00")
"""Vespers open the day of the eastern churches; the vigil and the Paschal midnight follow."""

FROM_NOON = 12 * 60
"""When an evening begins for somebody whose place on the map is not known: never too late."""

TO_MIDNIGHT = 24 * 60


@dataclass(frozen=True)
class KeptHours:
    """One row of kept_hours.csv."""

    festival_ids: tuple[str, ...]
    weekdays: frozenset[int]
    hours: tuple[str, str]
    """When it begins and ends: "12:15", "sunset-60", "nightfall"; empty: as the festival itself."""
    degree: Degree


@dataclass(frozen=True, eq=False)
class KeptCalendars:
    """Everything that tells which hours an observance takes."""

    festivals: FestivalTables
    hours: Mapping[str, tuple[KeptHours, ...]]
    """Rows of kept_hours.csv by code."""
    names: frozenset[str]
    """Festivals and local events that have a calendar."""


@dataclass(frozen=True)
class Kept:
    """A stretch of a day that is kept clear."""

    begin: datetime
    end: datetime
    degree: Degree


@lru_cache(maxsize=8)
def kept_calendars(folder: Path) -> KeptCalendars:
    """Return the calendars in a folder of tables, read once."""
    tables = festival_tables(folder)
    hours: dict[str, tuple[KeptHours, ...]] = defaultdict(tuple)
    for row in read_table(folder / "kept_hours.csv").rows:
        hours[row["code"]] += (_kept_hours(row),)
    events = (event.festival_id for event in tables.events)
    return KeptCalendars(tables, dict(hours), frozenset({*tables.names, *events}))


def kept_words(folder: Path) -> frozenset[str]:
    """Return the words by which a date, an hour or a day of rest may be named that is kept."""
    calendars = kept_calendars(folder)
    return calendars.names | calendars.hours.keys()


def is_known(code: str, year: int, *, calendars: KeptCalendars) -> bool:
    """Say whether we know on which days of a year something is kept."""
    rows = calendars.hours.get(code, ())
    wanted = {code} if not rows else {name for row in rows for name in row.festival_ids}
    missing = {unknown.festival_id for unknown in unknown_in(year, calendars.festivals)}
    return wanted <= calendars.names and not wanted & missing


@lru_cache(maxsize=1024)
def days_told(code: str, year: int, *, calendars: KeptCalendars) -> frozenset[date]:
    """Return the days of a year on which keeping `code` may take any time, if nobody named days."""
    rows = _rows_of(code, calendars)
    ids = {festival for row in rows for festival in row.festival_ids}
    weekdays = {weekday for row in rows for weekday in row.weekdays}
    told = days_of(ids, year, calendars.festivals)
    every = days_from(date(year, 1, 1), date(year, 12, 31))
    return told | {day for day in every if day.weekday() in weekdays}


def _rows_of(code: str, calendars: KeptCalendars) -> tuple[KeptHours, ...]:
    whole = KeptHours((code,), frozenset(), ("", ""), Degree.NEVER)
    return calendars.hours.get(code) or (whole,)


@lru_cache(maxsize=65536)
def kept_on(
    day: date, code: str, *, position: Position | None, calendars: KeptCalendars, named: Feasts = ()
) -> tuple[Kept, ...]:
    """Return the stretches of a day that keeping `code` takes, at a place if it is known.

    `named` are first main days of festivals that somebody named or goes by: they end the doubt.
    """
    if not named and day not in days_told(code, day.year, calendars=calendars):
        return ()
    rows = _rows_of(code, calendars)
    told = _told_on(day, rows, calendars=calendars)
    held = tuple(as_named(day, told, code=code, named=named))
    stray = strays(day, told, code=code, named=named)
    found = [Kept(moment(day, 0), moment(day, TO_MIDNIGHT), Degree.NEVER)] if stray else []
    if (code, day + ONE_DAY) in named and strays(
        day + ONE_DAY, _told_on(day + ONE_DAY, rows, calendars=calendars), code=code, named=named
    ):
        held += tuple(_eve_of(day + ONE_DAY, code, calendars=calendars))
    for row in rows:
        for begins, ends in _hours_on(day, row, held=held):
            begin = _moment(day, begins, position=position, otherwise=FROM_NOON)
            end = _moment(day, ends, position=position, otherwise=TO_MIDNIGHT)
            # In whole minutes, never shorter than it is.
            whole = begin.replace(second=0, microsecond=0)
            found.append(Kept(whole, _minute_after(end), row.degree))
    return tuple(found)


def kept_between(
    days: tuple[date, date],
    code: str,
    *,
    position: Position | None,
    calendars: KeptCalendars,
    named: Feasts = (),
) -> Iterator[Kept]:
    """Give what `kept_on` finds from the first of two days to the last, in order."""
    # A feast on a day somebody named may carry others along: then every day is looked at.
    is_usual = not any(own == code for own, _ in named)
    for day in days_from(*days):
        if not is_usual or day in days_told(code, day.year, calendars=calendars):
            yield from kept_on(day, code, position=position, calendars=calendars, named=named)


def _hours_on(
    day: date, row: KeptHours, *, held: tuple[Observance, ...]
) -> Iterator[tuple[str, str]]:
    if day.weekday() in row.weekdays:
        yield row.hours
    for observance in held:
        if observance.festival_id in row.festival_ids:
            whole = fills(observance, day)
            # Its own hours are those of a day; the evening before belongs to the festival.
            if any(row.hours):
                yield from (row.hours,) if whole else ()
            else:
                yield WHOLE_DAY if whole else _eve(observance)


def _told_on(
    day: date, rows: tuple[KeptHours, ...], *, calendars: KeptCalendars
) -> tuple[Observance, ...]:
    """Return what our calendars hold for possible on a day, of the festivals in some rows."""
    told = observances_on(day, calendars.festivals)
    return tuple(o for o in told if any(o.festival_id in row.festival_ids for row in rows))


def _eve_of(day: date, code: str, *, calendars: KeptCalendars) -> Iterator[Observance]:
    """Give a festival moved to a day somebody named, if its evening before is kept too."""
    usual = in_a_year(code, day.year, calendars.festivals)
    if usual is not None and usual.has_an_eve:
        yield replace(usual, start=day, end=day, block_start=day, block_end=day)


def _eve(observance: Observance) -> tuple[str, str]:
    return EVENING if observance.begins_evening_before else SERVICES


def _moment(day: date, mark: str, *, position: Position | None, otherwise: int) -> datetime:
    if mark[0].isdigit():
        hours, minutes = mark.split(":")
        return moment(day, int(hours) * 60 + int(minutes))
    if position is None:
        return moment(day, otherwise)
    if mark == "nightfall":
        return nightfall(day, latitude=position[0], longitude=position[1])
    north, east = position
    return sunset(day, latitude=north, longitude=east) + timedelta(
        minutes=int(mark.removeprefix("sunset") or 0)
    )


def _minute_after(when: datetime) -> datetime:
    """Return the first whole minute that is not before a moment."""
    whole = when.replace(second=0, microsecond=0)
    return whole if whole == when else whole + timedelta(minutes=1)


def _kept_hours(row: Row) -> KeptHours:
    return KeptHours(
        festival_ids=tuple(filter(None, row["festival_ids"].split(";"))),
        weekdays=weekdays_named(row["weekdays"]) if row["weekdays"] else frozenset(),
        hours=(row["begins"], row["ends"]),
        degree=Degree[row["degree"].upper()],
    )
