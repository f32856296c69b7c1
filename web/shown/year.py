"""The year of a programme's places as its page shows it, month by month."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import constraints
from scheduler.calendars.days_kept import festival_tables
from scheduler.calendars.observance import Observance
from scheduler.calendars.tied_seasons import season_tables
from scheduler.programme import Programme
from scheduler.recruiting_events import events_to_recruit_at
from scheduler.sentences import counted
from scheduler.spoken_days import in_the_year, spoken_day, spoken_days
from scheduler.year_here import MonthHere, Stretch, YearHere, year_here
from web.wording import say

TABLES: Final = Path(constraints.__path__[0]) / "data"
OFTEN: Final = 4
"""From how many times a month on something is counted rather than dated."""
KINDS: Final = ("season", "holiday", "courtesy day", "local event", "day to avoid")


@dataclass(frozen=True)
class ShownMonth:
    """One row of the year."""

    name: str
    touches: tuple[tuple[str, tuple[str, ...]], ...]
    """What touches the month, by kind; a kind of which there is nothing is left out."""
    free: str
    state: str
    """open, avoid or closed: whether most days, some or none are free of all this."""


@dataclass(frozen=True)
class SeasonThere:
    """A season that can be switched on."""

    code: str
    what: str
    days: str
    source: str


@dataclass(frozen=True)
class ShownYear:
    """The page of a year."""

    lead: str
    warning: str
    months: tuple[ShownMonth, ...]
    recruiting: tuple[str, ...]
    """Local events near here while the groups recruit."""
    unknown: tuple[str, ...]
    sources: tuple[str, ...]
    seasons: tuple[SeasonThere, ...]


def shown_year(programme: Programme) -> ShownYear:
    """Return the year of a programme's places."""
    year = year_here(programme, TABLES)
    first, last = year.months[0].first, year.months[-1].first
    return ShownYear(
        say("year.lead", first=f"{first:%B %Y}", last=f"{last:%B %Y}"),
        _warning(year),
        tuple(map(_month, year.months)),
        tuple(map(_event, events_to_recruit_at(programme, tables=festival_tables(TABLES)))),
        tuple(_unknown(year)),
        tuple(_sources(year)),
        _seasons(),
    )


def _month(month: MonthHere) -> ShownMonth:
    return ShownMonth(
        f"{month.first:%B %Y}",
        tuple((name, told) for name, told in _by_kind(month) if told),
        say("year.free_of", free=counted(month.free_days, "day"), days=month.days),
        _state(month),
    )


def _by_kind(month: MonthHere) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind in KINDS:
        by_name: dict[str, list[Stretch]] = defaultdict(list)
        for each in month.stretches:
            if each.kind == kind:
                by_name[each.name].append(each)
        told = (line for same in by_name.values() for line in _lines(same))
        yield say(f"year.{kind.replace(' ', '_')}"), tuple(told)


def _lines(same: list[Stretch]) -> tuple[str, ...]:
    """Say each stretch of one name; what comes every week of a month is said once."""
    if len(same) < OFTEN:
        return tuple(map(_told, same))
    return (say("year.often", name=same[0].name, times=len(same)),)


def _state(month: MonthHere) -> str:
    if not month.free_days:
        return "closed"
    return "open" if 2 * month.free_days > month.days else "avoid"


def _told(stretch: Stretch) -> str:
    days = in_the_year(stretch.first, stretch.last)
    how = say(f"year.degree_{int(stretch.degree or 0)}")
    name = stretch.name[:1].upper() + stretch.name[1:]
    return say("year.stretch", name=name, days=days) + (f" ({how})" if how else "")


def _warning(year: YearHere) -> str:
    if year.is_full:
        return say("year.full")
    full = [f"{month.first:%B}" for month in year.months if not month.free_days]
    return say("year.full_months", months=", ".join(full)) if full else ""


def _event(event: Observance) -> str:
    days = spoken_days(event.start, event.end)
    return say("year.event", name=event.name, place=event.place, days=days)


def _unknown(year: YearHere) -> list[str]:
    known = year.local_holidays_known_to
    local = say("year.local_to", day=spoken_day(known)) if known else say("year.local_none")
    return [
        local,
        *(
            say("year.undated", name=each.name, year=each.year, usually=each.usually)
            for each in year.undated
        ),
    ]


def _sources(year: YearHere) -> list[str]:
    stretches = (each for month in year.months for each in month.stretches)
    told = {(each.name[:1].upper() + each.name[1:], each.source) for each in stretches}
    return [say("year.source", name=name, source=source) for name, source in sorted(told)]


def _seasons() -> tuple[SeasonThere, ...]:
    return tuple(
        SeasonThere(
            season.activity_id,
            say("year.season_in", what=season.activity, region=season.region),
            in_the_year(*season.window(2001)),
            season.source,
        )
        for season in season_tables(TABLES).seasons.values()
    )
