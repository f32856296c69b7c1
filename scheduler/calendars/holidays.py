"""Bank holidays in Scotland, in England and Wales, and in Northern Ireland."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from scheduler.calendars.tables import Row, Table

DIVISIONS: Mapping[str, str] = {
    "scotland": "SCT",
    "england-and-wales": "ENG",
    "northern-ireland": "NIR",
}
"""The divisions of GOV.UK, and what the holidays package calls them."""

PACKAGE = "the holidays package"
SATURDAY = 5


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
    days = {
        day: (name, PACKAGE)
        for day, name in _from_package(division, range(first.year, last.year + 1))
    }
    proclaimed = _apply([row for row in changes.rows if row["division"] == division], days)
    return tuple(
        Holiday(day, *days[day], expected=day > proclaimed)
        for day in sorted(days)
        if first <= day <= last
    )


@lru_cache(maxsize=64)
def _from_package(division: str, years: range) -> tuple[tuple[date, str], ...]:
    # Imported here because it is slow to load, and most commands never ask for a bank holiday.
    from holidays import country_holidays  # noqa: PLC0415

    found = country_holidays("GB", subdiv=DIVISIONS[division], years=years)
    # The package also names the Saturday or Sunday itself; the bank holiday is its substitute.
    return tuple((day, name) for day, name in sorted(found.items()) if day.weekday() < SATURDAY)


def _apply(changes: list[Row], days: dict[date, tuple[str, str]]) -> date:
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
