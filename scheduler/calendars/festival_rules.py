"""Festivals that follow a calendar of their own: Hebrew, Islamic, Hindu, Chinese or Easter."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import sxtwl
from dateutil.easter import EASTER_ORTHODOX, easter
from hijridate import Gregorian, Hijri
from pyluach.dates import HebrewDate

from scheduler.calendars.lunar_days import day_of_lunar_day
from scheduler.calendars.observance import Observance

FIRST_YEAR, LAST_YEAR = 1930, 2070
"""Years every calendar here covers with room to spare: the Islamic one runs from 1924 to 2077."""

WHOLE_MONTH = "month"


@dataclass(frozen=True)
class FestivalRule:
    """One row of festival_rules.csv: where a festival stands in a calendar of its own."""

    festival_id: str
    tradition: str
    calendar: str
    month: int
    """Month in that calendar; 0 for Easter, which needs none."""
    day: int
    hours: tuple[timedelta, ...]
    """Of a Hindu month: the hours of a day in India at which its lunar day is looked for.

    The first gives the main day, the others the days other places and schools may keep.
    """
    offset: timedelta
    """From that date to the first main day."""
    length: timedelta | None
    """From the first main day to the last; None for the whole lunar month."""
    begins_evening_before: bool
    services_evening_before: bool
    days_later: int
    """How many days later some communities keep it."""
    days_before: timedelta
    days_after: timedelta
    certainty: str
    source: str


def read_rule(row: Mapping[str, str]) -> FestivalRule:
    """Return the rule in a row of festival_rules.csv."""
    whole_month = row["length_days"] == WHOLE_MONTH
    return FestivalRule(
        festival_id=row["festival_id"],
        tradition=row["tradition"],
        calendar=row["calendar"],
        month=int(row["month"] or 0),
        day=int(row["day"] or 0),
        hours=tuple(map(_hour, filter(None, row["hours"].split(";")))),
        offset=timedelta(days=int(row["offset_days"])),
        length=None if whole_month else timedelta(days=int(row["length_days"]) - 1),
        begins_evening_before=row["begins_evening_before"] == "yes",
        services_evening_before=row["services_evening_before"] == "yes",
        days_later=int(row["may_be_days_later"]),
        days_before=timedelta(days=int(row["block_days_before"])),
        days_after=timedelta(days=int(row["block_days_after"])),
        certainty=row["certainty"],
        source=row["source"],
    )


@lru_cache(maxsize=8192)
def observances_of(rule: FestivalRule, year: int, *, name: str) -> tuple[Observance, ...]:
    """Return the observances of a festival that start in a Gregorian year: none, one or two."""
    return tuple(_observance(rule, start, name=name) for start in _starts(rule, year))


def _hour(told: str) -> timedelta:
    """Return how long after midnight an hour is; "29:48" is 05:48 of the next day."""
    hours, minutes = told.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))


def _starts(rule: FestivalRule, year: int) -> list[date]:
    # An offset may carry a date over the year end, so the neighbouring years are looked at too.
    found = {
        written + rule.offset
        for near in (year - 1, year, year + 1)
        for written in CALENDARS[rule.calendar](near, rule)
    }
    return sorted(start for start in found if start.year == year)


def _observance(rule: FestivalRule, start: date, *, name: str) -> Observance:
    length = _rest_of_lunar_month(start) if rule.length is None else rule.length
    alternates = _alternates(rule, start)
    return Observance(
        festival_id=rule.festival_id,
        name=name,
        tradition=rule.tradition,
        start=start,
        end=start + length,
        begins_evening_before=rule.begins_evening_before,
        services_evening_before=rule.services_evening_before,
        alternates=alternates,
        block_start=min(start, *alternates, start) - rule.days_before,
        block_end=max(start, *alternates, start + rule.days_after) + length,
        certainty=rule.certainty,
        source=rule.source,
    )


def _alternates(rule: FestivalRule, start: date) -> tuple[date, ...]:
    """Return the other days some communities keep: a little later, or another hour's lunar day."""
    later = [start + timedelta(days=number + 1) for number in range(rule.days_later)]
    others = (_hindu_day(start.year, rule, at=hour) + rule.offset for hour in rule.hours)
    return tuple(sorted({*later, *others} - {start}))


def _rest_of_lunar_month(start: date) -> timedelta:
    islamic = Gregorian.fromdate(start).to_hijri()
    return timedelta(days=islamic.month_length() - islamic.day)


def _hebrew(year: int, rule: FestivalRule) -> Iterator[date]:
    # The Hebrew year changes in September or October.
    for hebrew_year in (year + 3760, year + 3761):
        yield HebrewDate(hebrew_year, rule.month, rule.day).to_pydate()


def _islamic(year: int, rule: FestivalRule) -> Iterator[date]:
    # 33 Islamic years pass in about 32 of ours, so one of our years touches up to three of theirs.
    about = (year - 622) * 33 // 32
    for islamic_year in (about, about + 1, about + 2):
        yield date.fromordinal(Hijri(islamic_year, rule.month, rule.day).to_gregorian().toordinal())


def _chinese(year: int, rule: FestivalRule) -> Iterator[date]:
    yield _chinese_day(year, rule.month, rule.day)


@lru_cache(maxsize=1024)
def _chinese_day(year: int, month: int, day: int) -> date:
    # Each look-up takes milliseconds, and a year is looked at for its neighbours too.
    found = sxtwl.fromLunar(year, month, day)
    return date(found.getSolarYear(), found.getSolarMonth(), found.getSolarDay())


def _hindu(year: int, rule: FestivalRule) -> Iterator[date]:
    yield _hindu_day(year, rule, at=rule.hours[0])


def _hindu_day(year: int, rule: FestivalRule, *, at: timedelta) -> date:
    return day_of_lunar_day(year, rule.month, rule.day, at=at)


def _fixed(year: int, rule: FestivalRule) -> Iterator[date]:
    yield date(year, rule.month, rule.day)


def _easter(year: int, _rule: FestivalRule) -> Iterator[date]:
    yield easter(year)


def _orthodox_easter(year: int, _rule: FestivalRule) -> Iterator[date]:
    yield easter(year, EASTER_ORTHODOX)


CALENDARS: dict[str, Callable[[int, FestivalRule], Iterator[date]]] = {
    "hebrew": _hebrew,
    "islamic": _islamic,
    "hindu": _hindu,
    "chinese": _chinese,
    "fixed": _fixed,
    "easter": _easter,
    "orthodox easter": _orthodox_easter,
}
