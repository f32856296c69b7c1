"""A year of a place at a glance: its seasons, holidays, courtesy days and local events.

It tells of a programme's places and of seasons its people agreed to have said, and names nobody.
In a small group a season may point at somebody all the same, and the page says so.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from scheduler.calendars.days_kept import festival_tables
from scheduler.calendars.holidays import bank_holidays
from scheduler.calendars.observances import UnknownYear, observances_between, years_unknown
from scheduler.calendars.tables import read_table
from scheduler.calendars.tied_seasons import each_window, of_calendar, season_tables
from scheduler.degree import Degree
from scheduler.events_nearby import DEGREES, Nearby, events_of
from scheduler.people import Season
from scheduler.programme import Programme

MONTHS = 12
RULES = {
    "season": "land_year",
    "holiday": "holidays",
    "courtesy day": "courtesy_days",
    "local event": "local_events",
    "day to avoid": "dates_to_avoid",
}
"""The rule that keeps each kind of day clear."""


@dataclass(frozen=True, order=True)
class Stretch:
    """Days of the year here, of one of the kinds in `RULES`."""

    first: date
    last: date
    kind: str
    name: str
    source: str
    degree: Degree | None = None
    """How much it asks of a plan; none where it asks nothing."""

    @property
    def takes_the_day(self) -> bool:
        """Say whether its days are closed or to be avoided, rather than asked about or good."""
        return self.degree is not None and self.degree >= Degree.AVOID


@dataclass(frozen=True)
class MonthHere:
    """One month: what touches it, and how many of its days nothing takes."""

    first: date
    stretches: tuple[Stretch, ...]
    days: int
    free_days: int


@dataclass(frozen=True)
class YearHere:
    """Twelve months from the one a programme begins in."""

    months: tuple[MonthHere, ...]
    undated: tuple[UnknownYear, ...]
    """Local events near here without a day that we know."""
    local_holidays_known_to: date | None
    """The last local holiday somebody entered; none where nobody entered any."""

    @property
    def is_full(self) -> bool:
        """Say whether what is switched on leaves no month a day that nothing takes."""
        return not any(month.free_days for month in self.months)


def year_here(programme: Programme, folder: Path) -> YearHere:
    """Return the year of a programme's places, from a folder of tables."""
    begins = _begins(programme.first_day)
    days = (begins[0], begins[-1] - timedelta(days=1))
    near = _near(programme, folder)
    found = tuple(
        stretch
        for stretch in sorted(_stretches(programme, near, folder=folder, days=days))
        if programme.constraints.get(RULES[stretch.kind]) is not False
    )
    ids = {each.event.festival_id for each in near}
    unknown = years_unknown(*days, tables=festival_tables(folder))
    return YearHere(
        tuple(_month(first, found) for first in begins[:-1]),
        tuple(each for each in unknown if each.festival_id in ids),
        max((holiday.day for holiday in programme.local_holidays), default=None),
    )


def _begins(day: date) -> list[date]:
    """Return the first day of twelve months and of the one after them."""
    counted = (day.year * MONTHS + day.month - 1 + number for number in range(MONTHS + 1))
    return [date(many // MONTHS, many % MONTHS + 1, 1) for many in counted]


def _month(first: date, found: tuple[Stretch, ...]) -> MonthHere:
    days = [first + timedelta(days=n) for n in range(monthrange(first.year, first.month)[1])]
    here = tuple(each for each in found if each.first <= days[-1] and first <= each.last)
    taken = [each for each in here if each.takes_the_day]
    free = [day for day in days if not any(each.first <= day <= each.last for each in taken)]
    return MonthHere(first, here, len(days), len(free))


def _stretches(
    programme: Programme, near: tuple[Nearby, ...], *, folder: Path, days: tuple[date, date]
) -> Iterator[Stretch]:
    yield from _seasons(programme, folder, days)
    yield from _holidays(programme, folder, days)
    yield from _observances(near, folder, days)
    for avoided in programme.dates_to_avoid:
        says = avoided.note or "a day the programme keeps free"
        kind = "day to avoid"
        yield Stretch(avoided.first, avoided.last, kind, says, "the programme", Degree.NEVER)


def _seasons(programme: Programme, folder: Path, days: tuple[date, date]) -> Iterator[Stretch]:
    tables = season_tables(folder)
    told = [season for project in programme.projects for season in project.seasons]
    told += [s for person in programme.people if person.share_reasons for s in person.seasons]
    for season, (first, last) in each_window(tuple(dict.fromkeys(told)), days, tables=tables):
        usual = of_calendar(season, tables)
        name = usual.activity if usual else season.activity.replace("_", " ")
        source = usual.source if usual else "own days"
        degree = DEGREES.get(usual.hardness) if usual else Degree.AVOID
        yield Stretch(first, last, "season", name, _source(season, source), degree)


def _source(season: Season, source: str) -> str:
    own = (season.begins, season.ends, season.tups_in, season.tups_out)
    return f"own days; for other years {source}" if any(own) else source


def _holidays(programme: Programme, folder: Path, days: tuple[date, date]) -> Iterator[Stretch]:
    changes = read_table(folder / "bank_holiday_overrides.csv")
    for bank in bank_holidays(programme.nation, first=days[0], last=days[1], changes=changes):
        name = f"{bank.name} (expected)" if bank.expected else bank.name
        yield Stretch(bank.day, bank.day, "holiday", name, bank.source, Degree.NEVER)
    for local in programme.local_holidays:
        place = programme.place(local.area)
        area = place.name if place and place.name else local.area
        name = " in ".join(filter(None, (local.name or "local holiday", area)))
        source = local.source or "the programme"
        yield Stretch(local.day, local.day, "holiday", name, source, Degree.NEVER)


def _observances(
    near: tuple[Nearby, ...], folder: Path, days: tuple[date, date]
) -> Iterator[Stretch]:
    courtesy = {row["festival_id"] for row in read_table(folder / "courtesy_days.csv").rows}
    asks = {each.event.festival_id: each.degree for each in near}
    for kept in observances_between(*days, tables=festival_tables(folder)):
        span = (kept.block_start, kept.block_end)
        if kept.festival_id in courtesy:
            yield Stretch(*span, "courtesy day", kept.name, kept.source, Degree.NEVER)
        elif kept.festival_id in asks:
            degree = asks[kept.festival_id]
            yield Stretch(*span, "local event", kept.name, kept.source, degree)


def _near(programme: Programme, folder: Path) -> tuple[Nearby, ...]:
    """Return the events that concern the places the groups belong to, else any place told."""
    own = {place for each in programme.projects if (place := programme.place(each.near))}
    places = tuple(each for each in programme.places if each in own)
    tables = festival_tables(folder)
    found = (event for place in places or programme.places for event in events_of(place, tables))
    weakest_first = sorted(found, key=lambda each: each.degree)
    return tuple({each.event.festival_id: each for each in weakest_first}.values())
