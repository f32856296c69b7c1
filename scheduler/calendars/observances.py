"""Every festival and local event known between two days, and the years that are not known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from scheduler.calendars.festival_rules import (
    FIRST_YEAR,
    LAST_YEAR,
    FestivalRule,
    observances_of,
    read_rule,
)
from scheduler.calendars.local_events import (
    AnnouncedDate,
    LocalEvent,
    as_announced,
    by_rule,
    read_announced,
    read_local_event,
)
from scheduler.calendars.observance import Observance, from_dated_row
from scheduler.calendars.tables import Place, Table, TableError, read_table

__all__ = [
    "FestivalTables",
    "Observance",
    "UnknownYear",
    "observances_between",
    "read_festival_tables",
    "years_unknown",
]


class OutsideCalendarsError(ValueError):
    """The days asked for lie outside the years that every calendar covers."""


@dataclass(frozen=True, eq=False)
class FestivalTables:
    """What the tables of festivals and local events say, read once and handed around."""

    names: Mapping[str, str]
    """Name people read, by festival_id."""
    rules: tuple[FestivalRule, ...]
    dated: Mapping[tuple[str, int], Observance]
    """Observances from festival_dates.csv, by festival_id and the year they start in."""
    events: tuple[LocalEvent, ...]
    announced: Mapping[tuple[str, int], AnnouncedDate]


@dataclass(frozen=True, order=True)
class UnknownYear:
    """A festival or event without a date we trust in a year: somebody has to ask."""

    festival_id: str
    year: int
    name: str
    usually: str
    """When it usually is, in words; empty where the tables do not say."""


def read_festival_tables(folder: Path) -> FestivalTables:
    """Return the tables of festivals and local events in a folder.

    Raises
    ------
    TableError
        If a table is missing, has a bad value, or names a festival that has no name.
    """
    names = {row["festival_id"]: row["name"] for row in _table(folder, "festival_names").rows}
    dated = _table(folder, "festival_dates")
    rules = _table(folder, "festival_rules")
    events = tuple(map(read_local_event, _table(folder, "local_events").rows))
    announced = _table(folder, "local_event_dates")
    for table, known in (
        (dated, names),
        (rules, names),
        (announced, {e.festival_id for e in events}),
    ):
        _check_known(table, frozenset(known))
    return FestivalTables(
        names=names,
        rules=tuple(map(read_rule, rules.rows)),
        dated={_key(row): from_dated_row(row, names[row["festival_id"]]) for row in dated.rows},
        events=events,
        announced={_key(row): read_announced(row) for row in announced.rows},
    )


def observances_between(
    first: date, last: date, *, tables: FestivalTables
) -> tuple[Observance, ...]:
    """Return every observance that asks to keep clear any part of the days `first` to `last`.

    Sorted by the first day to keep clear. A festival that starts at sunset counts from the evening
    before. What is *not* known for these years is told by `years_unknown`.

    Raises
    ------
    OutsideCalendarsError
        If the days lie outside the years that every calendar covers.
    """
    years = _years(first, last)
    # Ramadan or Hogmanay may have begun in the year before; an eve may belong to the year after.
    found = (o for year in (years[0] - 1, *years, years[-1] + 1) for o in _of_year(tables, year))
    return tuple(sorted((o for o in found if o.touches(first, last)), key=_order))


def years_unknown(first: date, last: date, *, tables: FestivalTables) -> tuple[UnknownYear, ...]:
    """Return the festivals and events that have no trustworthy date in a year these days touch."""
    years = _years(first, last)
    ruled = {rule.festival_id for rule in tables.rules}
    dated = {each: tables.names[each] for each, _ in tables.dated if each not in ruled}
    festivals = (
        UnknownYear(festival_id, year, name, "")
        for festival_id, name in dated.items()
        for year in years
        if (festival_id, year) not in tables.dated
    )
    events = (
        UnknownYear(event.festival_id, year, event.name, event.rule)
        for event in tables.events
        for year in years
        if not event.rrule and (event.festival_id, year) not in tables.announced
    )
    return tuple(sorted((*festivals, *events)))


def _table(folder: Path, name: str) -> Table:
    return read_table(folder / f"{name}.csv")


def _key(row: Mapping[str, str]) -> tuple[str, int]:
    return row["festival_id"], int(row["year"])


def _check_known(table: Table, known: frozenset[str]) -> None:
    for line, row in enumerate(table.rows, start=2):
        if row["festival_id"] not in known:
            place = Place(f"{table.name}.csv", line, "festival_id")
            raise TableError(place, row["festival_id"], "Name it first, or correct its spelling.")


def _years(first: date, last: date) -> range:
    if not FIRST_YEAR <= first.year <= last.year <= LAST_YEAR:
        raise OutsideCalendarsError(
            f"{first} to {last} is not inside the years {FIRST_YEAR} to {LAST_YEAR}, or ends "
            "before it starts. Choose days inside those years, the earlier one first."
        )
    return range(first.year, last.year + 1)


@lru_cache(maxsize=512)
def _of_year(tables: FestivalTables, year: int) -> tuple[Observance, ...]:
    return (*_festivals(tables, year), *_events(tables, year))


def _festivals(tables: FestivalTables, year: int) -> Iterator[Observance]:
    for rule in tables.rules:
        # A year that sources agree on wins over what is only reckoned.
        if (rule.festival_id, year) not in tables.dated:
            yield from observances_of(rule, year, name=tables.names[rule.festival_id])
    yield from (o for (_, dated_year), o in tables.dated.items() if dated_year == year)


def _events(tables: FestivalTables, year: int) -> Iterator[Observance]:
    for event in tables.events:
        announced = tables.announced.get((event.festival_id, year))
        yield from by_rule(event, year) if announced is None else as_announced(event, announced)


def _order(observance: Observance) -> tuple[date, date, str]:
    return observance.block_start, observance.start, observance.festival_id
