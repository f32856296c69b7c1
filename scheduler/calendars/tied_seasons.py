"""When a season ties somebody down: the farming calendar's days, unless they gave their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from scheduler.calendars.seasons import Season as CalendarSeason
from scheduler.calendars.seasons import lambing_window, read_seasons
from scheduler.calendars.tables import (
    Place,
    Table,
    TableError,
    read_table,
    read_table_of_one_file,
)
from scheduler.people import Person, Season

Window = tuple[date, date]
"""First and last day."""

Told = tuple[date | None, date | None]
"""First and last day as far as somebody told them."""

A_YEAR = 2001
"""Any year will do to see how long a season lasts; this one has no 29 February."""

LAMBING = "lambing"
ANY_FLOCK = "lambing_unknown_flock"
"""The season taken for a flock of which nothing more is known."""
EVERYWHERE = ("Scotland", "all ")
"""How a region begins that is all of Scotland."""


@dataclass(frozen=True, eq=False)
class SeasonTables:
    """The farming calendar by activity, and how long ewes carry."""

    seasons: Mapping[str, CalendarSeason]
    gestation: Table
    files: tuple[Table, ...]
    """The farming calendar, then seasons that have a file of their own."""

    def rested_on(self, seasons: Iterable[Season]) -> tuple[Table, ...]:
        """Return the tables in which any of some seasons stands; the farming calendar always."""
        names = {each.activity for season in seasons for each in named(season, self)}
        calendar, *own = self.files
        return (calendar, *(t for t in own if any(r["activity_id"] in names for r in t.rows)))


@lru_cache(maxsize=8)
def season_tables(folder: Path) -> SeasonTables:
    """Return the tables of seasons in a folder, read once.

    They are the farming calendar and every file in its folder `seasons`, one for each kind of
    season that a community wrote down.

    Raises
    ------
    TableError
        If a table has a bad value, or two seasons have the same name.
    """
    calendar = folder / "farming_calendar.csv"
    own = sorted((folder / "seasons").glob("*.toml"))
    files = (read_table(calendar), *(read_table_of_one_file(each, like=calendar) for each in own))
    seasons: dict[str, CalendarSeason] = {}
    for table in files:
        for number, season in enumerate(read_seasons(table), start=1):
            if season.activity_id in seasons:
                place = Place(table.name, number, "activity_id")
                raise TableError(
                    place, season.activity_id, "Another season has it; choose another."
                )
            seasons[season.activity_id] = season
    return SeasonTables(seasons, read_table(folder / "lambing_gestation.csv"), files)


def season_words(folder: Path) -> frozenset[str]:
    """Return the words by which a season of the farming calendar may be named."""
    return frozenset({LAMBING, *season_tables(folder).seasons})


def is_lambing(season: Season) -> bool:
    """Say whether a season is one of lambing, whatever the flock."""
    return season.activity.startswith(LAMBING)


@lru_cache(maxsize=1024)
def named(season: Season, tables: SeasonTables) -> tuple[Season, ...]:
    """Return a season by the names of the calendar: for a region, each season there like it.

    Seasons that name the region count before those of all Scotland; where there are none, the
    season stays as it was told.
    """
    if not season.region:
        return (season,)
    like = [each for each in tables.seasons.values() if _begins_like(each, season.activity)]
    region = season.region.casefold().removeprefix("the ")
    there = [each for each in like if region in each.region.casefold()]
    found = there or [each for each in like if each.region.startswith(EVERYWHERE)]
    names = (each.activity_id for each in found)
    return tuple(season.model_copy(update={"activity": name}) for name in names) or (season,)


def _begins_like(season: CalendarSeason, activity: str) -> bool:
    return f"{season.activity_id}_".startswith(f"{activity}_")


def of_calendar(season: Season, tables: SeasonTables) -> CalendarSeason | None:
    """Return the calendar's season of that name; any lambing is at least an unknown flock's."""
    otherwise = tables.seasons[ANY_FLOCK] if is_lambing(season) else None
    return tables.seasons.get(season.activity, otherwise)


def tied_between(season: Season, days: Window, *, tables: SeasonTables) -> tuple[Window, ...]:
    """Return the seasons of which any day lies from the first to the last of `days`, in order.

    Days somebody gave hold for the year they begin in; in other years the calendar's do.
    """
    usual, own = of_calendar(season, tables), _own(season, tables)
    windows = set(usual.windows_between(*days) if usual else ())
    if own:
        windows = {w for w in windows if w[0].year != own[0].year} | {own}
    return tuple(sorted(w for w in windows if w[0] <= days[1] and days[0] <= w[1]))


@lru_cache(maxsize=4096)
def each_window(
    seasons: tuple[Season, ...], days: Window, *, tables: SeasonTables
) -> tuple[tuple[Season, Window], ...]:
    """Return every season of somebody that touches some days, with its first and last day."""
    return tuple(
        (season, window)
        for told in seasons
        for season in named(told, tables)
        for window in tied_between(season, days, tables=tables)
    )


def ties_of(
    person: Person, days: Window, *, tables: SeasonTables
) -> tuple[tuple[Season, Window], ...]:
    """Return the seasons that tie somebody on some days, less those they can come in anyway."""
    anyway = person.come_anyway
    told = tuple(season for season in person.seasons if season.activity not in anyway)
    found = each_window(told, days, tables=tables)
    return tuple(tied for tied in found if tied[0].activity not in anyway)


def _own(season: Season, tables: SeasonTables) -> Window | None:
    """Return the days somebody told; an end they left out is as far off as in the calendar."""
    begins, ends = _told(season, tables)
    usual = of_calendar(season, tables)
    first, last = usual.window(A_YEAR) if usual else (date.min, date.min)
    if begins is None:
        return (ends - (last - first), ends) if ends else None
    return begins, max(begins, ends or begins + (last - first))


def _told(season: Season, tables: SeasonTables) -> Told:
    """Return the first and last day as told: own days, else reckoned from the tups."""
    if not is_lambing(season):
        return season.begins, season.ends
    tups_in, tups_out = season.tups_in, season.tups_out
    first = _lambs(tups_in, tables)[0] if tups_in else None
    last = _lambs(tups_out, tables)[1] if tups_out else None
    return season.begins or first, season.ends or last


def _lambs(mated: date, tables: SeasonTables) -> Window:
    return lambing_window(mated, mated, gestation=tables.gestation)
