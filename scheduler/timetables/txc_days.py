"""On which days the journeys of a TransXChange document run."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from xml.etree.ElementTree import Element

from dateutil.easter import easter

from scheduler.calendars.holidays import bank_holidays
from scheduler.calendars.tables import Table
from scheduler.errors import Fault
from scheduler.timetables.rows import Faults
from scheduler.timetables.txc_text import range_of, text_of

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SPANS: Mapping[str, range] = {
    "MondayToFriday": range(5),
    "MondayToSaturday": range(6),
    "MondayToSunday": range(7),
    "Weekend": range(5, 7),
}
OPEN_ENDED = timedelta(days=366)
"""How long a document without a last day is taken to hold: a year."""
NOTHING_PROCLAIMED = Table(
    name="",
    title="",
    source="",
    licence="",
    checked=date.min,
    good_until=date.min,
    columns={},
    rows=(),
)
"""No change to the bank holidays that custom gives."""

Named = Callable[[int], date]
NAMED: Mapping[str, Named] = MappingProxyType(
    {
        "NewYearsDay": lambda year: date(year, 1, 1),
        "Jan2ndScotland": lambda year: date(year, 1, 2),
        "GoodFriday": lambda year: easter(year) - timedelta(days=2),
        "EasterMonday": lambda year: easter(year) + timedelta(days=1),
        "StAndrewsDay": lambda year: date(year, 11, 30),
        "ChristmasEve": lambda year: date(year, 12, 24),
        "ChristmasDay": lambda year: date(year, 12, 25),
        "BoxingDay": lambda year: date(year, 12, 26),
        "NewYearsEve": lambda year: date(year, 12, 31),
    }
)
"""Holidays that have a name of their own there, each year's."""


@dataclass(frozen=True)
class Days:
    """What a document says of days: holidays of schools, and whose bank holidays hold."""

    root: Element
    nation: str

    def period(self, service: Element) -> tuple[date, date]:
        """Return the first and the last day of a service."""
        told = service.find("{*}OperatingPeriod")
        if told is None or not text_of(told, "StartDate"):
            return date.min, date.min
        first = date.fromisoformat(text_of(told, "StartDate"))
        last = text_of(told, "EndDate")
        return first, date.fromisoformat(last) if last else first + OPEN_ENDED

    @cached_property
    def organisations(self) -> Mapping[str, Mapping[str, frozenset[date]]]:
        """Working days and holidays of schools and others, by code."""
        return {
            text_of(one, "OrganisationCode"): {
                kind: _ranges(one.iterfind(f"{{*}}{kind}/{{*}}DateRange"))
                for kind in ("WorkingDays", "Holidays")
            }
            for one in self.root.iterfind("{*}ServicedOrganisations/{*}ServicedOrganisation")
        }

    def known_until(self) -> date | None:
        """Return the last day up to which school days are known; None where none matter."""
        used = {ref.text for ref in self.root.iterfind(".//{*}ServicedOrganisationRef")}
        ends = [
            max(frozenset[date]().union(*kinds.values()), default=date.min)
            for code, kinds in self.organisations.items()
            if code in used
        ]
        return min(ends, default=None)

    def holidays(self, name: str, years: range) -> frozenset[date] | None:
        """Return the days of a kind of holiday; None where nobody knows it."""
        if name in {"AllBankHolidays", "AllHolidaysExceptChristmas"}:
            first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
            found = bank_holidays(self.nation, first=first, last=last, changes=NOTHING_PROCLAIMED)
            days = frozenset(holiday.day for holiday in found)
            christmas = {date(year, 12, day) for year in years for day in (25, 26)}
            return days - christmas if name.endswith("Christmas") else days
        named = NAMED.get(name)
        return None if named is None else frozenset(named(year) for year in years)


def days_of(
    days: Days, service: Element, profiles: Sequence[Element | None], *, faults: Faults
) -> frozenset[date]:
    """Return the days a journey runs: its own profile goes before that of its service."""
    first, last = days.period(service)
    if first == date.min:
        code = text_of(service, "ServiceCode")
        faults.add(Fault(code, None, "OperatingPeriod", "", "has no first day; ask the publisher"))
        return frozenset()
    told = [profile for profile in profiles if profile is not None]
    weekdays = next((found for found in map(_weekdays, reversed(told)) if found), set[int]())
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    runs = {day for day in every if day.weekday() in weekdays}
    for profile in told:
        runs = _with_exceptions(days, profile, runs, faults=faults)
    return frozenset(day for day in runs if first <= day <= last)


def _weekdays(profile: Element) -> set[int]:
    told = profile.find("{*}RegularDayType/{*}DaysOfWeek")
    if told is None:
        return set()
    names = [part.tag.rsplit("}", 1)[-1] for part in told]
    if not names and profile.find("{*}RegularDayType/{*}HolidaysOnly") is None:
        return set(range(7))
    spans = {number for name in names for number in SPANS.get(name, ())}
    return spans | {WEEKDAYS.index(name) for name in names if name in WEEKDAYS}


def _with_exceptions(days: Days, profile: Element, runs: set[date], *, faults: Faults) -> set[date]:
    """Add and take out days: of schools, then bank holidays, then single ones."""
    years = range(min(runs, default=date(2000, 1, 1)).year, max(runs, default=date.min).year + 2)
    for kind in ("ServicedOrganisationDayType", "BankHolidayOperation", "SpecialDaysOperation"):
        for part in profile.iterfind(f"{{*}}{kind}/*"):
            found = _days_told(days, part, years=years, faults=faults)
            if part.tag.endswith("DaysOfNonOperation"):
                runs = runs - found
            elif kind == "ServicedOrganisationDayType":
                runs = runs & found
            else:
                runs = runs | found
    return runs


def _days_told(days: Days, part: Element, *, years: range, faults: Faults) -> frozenset[date]:
    found = set(_ranges(part.iterfind("{*}DateRange")))
    for each in part:
        name = each.tag.rsplit("}", 1)[-1]
        if name in {"WorkingDays", "Holidays"}:
            for ref in each.iterfind("{*}ServicedOrganisationRef"):
                found |= days.organisations.get(ref.text or "", {}).get(name, frozenset())
        elif name != "DateRange":
            known = days.holidays(name, years)
            found |= known or set()
            if known is None:
                remedy = "is no holiday known here; ask the publisher for a GTFS feed instead"
                faults.add(Fault("TransXChange", None, part.tag.rsplit("}", 1)[-1], name, remedy))
    return frozenset(found)


def _ranges(parts: Iterable[Element]) -> frozenset[date]:
    spans = [range_of(part) for part in parts]
    return frozenset(
        first + timedelta(days=n) for first, last in spans for n in range((last - first).days + 1)
    )
