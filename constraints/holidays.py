"""Hold nothing on bank holidays and local holidays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from scheduler.calendars.holidays import Holiday, bank_holidays
from scheduler.calendars.tables import Table, read_table, table_at
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.local_holidays import is_here, told_local_holidays
from scheduler.programme import LocalHoliday, Programme, Project
from scheduler.samples import PROGRAMME, on
from scheduler.sources import BANK_HOLIDAYS, COUNCILS_DAYS
from scheduler.spoken_days import spoken_day

TABLES = Path(__file__).with_name("data")
FAIR = LocalHoliday(day=on("Monday 14 June 2027"), name="Fair Monday", area="Glen Council")
WITH_FAIR = PROGRAMME.model_copy(update={"local_holidays": (FAIR,)})


@dataclass(frozen=True)
class Holidays(Constraint):
    """On a holiday buses run to other times, halls and crèches are shut, and families have plans.

    Bank holidays are those of the programme's nation. Local holidays are those the programme
    lists for the place the project belongs to or its council.
    """

    bank_holidays_closed: bool = True
    """Whether nothing is held on a bank holiday, rather than only if need be."""
    local_holidays_closed: bool = True
    """Whether nothing is held on a local holiday, rather than only if need be."""

    title: ClassVar[str] = "Keep bank holidays and local holidays free"
    sources: ClassVar[tuple[Source, ...]] = (
        BANK_HOLIDAYS,
        COUNCILS_DAYS,
        Source(
            "Scope for business, Accessible events toolkit: school holidays and bank holidays",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The first Monday of May.",
            given={"day": on("Monday 3 May 2027")},
            expects="Monday 3 May 2027 is a bank holiday: May Day.",
        ),
        Example(
            says="A local holiday where the project belongs.",
            given={"day": on("Monday 14 June 2027"), "programme": WITH_FAIR},
            expects="Monday 14 June 2027 is a local holiday: Fair Monday.",
        ),
        Example(says="The day after a bank holiday.", given={"day": on("Tuesday 4 May 2027")}),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Meet on a local holiday if need be", {"local_holidays_closed": False}, price=8),
        Relaxation("Meet on a bank holiday if need be", {"bank_holidays_closed": False}, price=10),
    )

    @classmethod
    def tables(cls, programme: Programme, project: Project) -> tuple[Table, ...]:
        """Return what the dates are taken from; local holidays are good until the last told."""
        told = told_local_holidays(programme, project)
        return (table_at(TABLES / "bank_holiday_overrides.csv"), *told)

    def check(self, day: date, programme: Programme, project: Project) -> Objection | None:
        """Object on a bank holiday of the nation and on a local holiday of the project's area."""
        bank = _of_year(programme.nation, day.year).get(day)
        if bank is not None:
            kind = "is expected to be a bank holiday" if bank.expected else "is a bank holiday"
            says = f"{spoken_day(day)} {kind}: {bank.name}."
            return Objection(_degree(closed=self.bank_holidays_closed), says, says)
        for holiday in programme.local_holidays:
            if holiday.day == day and is_here(holiday, programme, project=project):
                says = (
                    f"{spoken_day(day)} is a local holiday{holiday.name and ': ' + holiday.name}."
                )
                return Objection(_degree(closed=self.local_holidays_closed), says, says)
        return None


@lru_cache(maxsize=128)
def _of_year(nation: str, year: int) -> Mapping[date, Holiday]:
    changes = read_table(TABLES / "bank_holiday_overrides.csv")
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = bank_holidays(nation, first=first, last=last, changes=changes)
    return {holiday.day: holiday for holiday in found}


def _degree(*, closed: bool) -> Degree:
    return Degree.NEVER if closed else Degree.AVOID
