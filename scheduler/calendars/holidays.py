"""Bank holidays in Scotland, in England and Wales, and in Northern Ireland."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from dateutil.easter import easter

from scheduler.calendars.tables import Row, Table, table_at

DIVISIONS: Final = ("scotland", "england-and-wales", "northern-ireland")
"""The divisions of GOV.UK."""

RULES: Final = Path(__file__).with_name("data") / "bank_holidays.csv"
EVERY_YEAR: Final = "every year"
SATURDAY: Final = 5
ONE_DAY: Final = timedelta(days=1)
A_WEEK: Final = timedelta(weeks=1)

Named = tuple[str, str]
"""The name people read, and who says so."""


@dataclass(frozen=True, order=True)
class Holiday:
    """A bank holiday; whether a person is off work that day is for their employer to say."""

    day: date
    name: str
    source: str
    expected: bool = False
    """True where the day is worked out from custom and nobody has proclaimed it yet."""


class UnknownDivisionError(ValueError):
    """The name of a division that has bank holidays is not known."""


def bank_holidays(division: str, *, first: date, last: date, changes: Table) -> tuple[Holiday, ...]:
    """Return the bank holidays of a division from `first` to `last`, in order.

    `changes` is bank_holiday_overrides.csv: days added or removed by proclamation, and the last
    day that was proclaimed, after which every holiday is marked `expected`.

    Raises
    ------
    UnknownDivisionError
        If the division is not one of `DIVISIONS`.
    """
    if division not in DIVISIONS:
        raise UnknownDivisionError(
            f"No bank holidays for {division!r}. Write one of: {', '.join(DIVISIONS)}."
        )
    days: dict[date, Named] = {}
    for year in range(first.year, last.year + 1):
        days |= _of_year(division, year)
    proclaimed = _apply([row for row in changes.rows if row["division"] == division], days)
    return tuple(
        Holiday(day, *days[day], expected=day > proclaimed)
        for day in sorted(days)
        if first <= day <= last
    )


@lru_cache(maxsize=512)
def _of_year(division: str, year: int) -> Mapping[date, Named]:
    """Return the bank holidays of a year, as custom gives them and as it differed in that year."""
    rows = [row for row in table_at(RULES).rows if row["division"] in {"all", division}]
    custom = [(_day(row["when"], year), row) for row in rows if row["change"] == EVERY_YEAR]
    found = dict(_on_weekdays(sorted(custom, key=lambda each: each[0])))
    for row in rows:
        if row["change"] != EVERY_YEAR and row["when"].startswith(f"{year}-"):
            day = date.fromisoformat(row["when"])
            found.pop(day, None)
            if row["change"] == "once":
                found[day] = (row["name"], row["source"])
    return MappingProxyType(found)


def _on_weekdays(custom: list[tuple[date, Row]]) -> Iterator[tuple[date, Named]]:
    """Give each day with its name; of a weekend, the next weekday that is none yet."""
    taken = {day for day, _ in custom if day.weekday() < SATURDAY}
    for nominal, row in custom:
        day = nominal
        while day.weekday() >= SATURDAY or (day != nominal and day in taken):
            day += ONE_DAY
        taken.add(day)
        substitute = "" if day == nominal else " (substitute day)"
        yield day, (f"{row['name']}{substitute}", row["source"])


def _day(when: str, year: int) -> date:
    """Return the day of a year that a rule names: 12-25, easter-2, or first Monday of 05."""
    if when.startswith("easter"):
        offset = timedelta(days=int(when.removeprefix("easter")))
        sunday: date = easter(year)
        return sunday + offset
    if "Monday" not in when:
        return date.fromisoformat(f"{year}-{when}")
    month = int(when[-2:])
    if when.startswith("first"):
        return _monday_from(date(year, month, 1))
    return _monday_from(date(year + month // 12, month % 12 + 1, 1)) - A_WEEK


def _monday_from(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _apply(changes: list[Row], days: dict[date, Named]) -> date:
    """Add and remove what was proclaimed; return the last day proclaimed."""
    proclaimed = date.min
    for row in changes:
        day = date.fromisoformat(row["date"])
        if row["change"] == "add":
            days[day] = (row["name"], row["source"])
        elif row["change"] == "remove":
            days.pop(day, None)
        else:
            proclaimed = day
    return proclaimed
