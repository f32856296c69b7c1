"""Which times of a programme came from which calendar of whom."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from scheduler.calendars.foreign.spoken_busy import whole_minutes
from scheduler.calendars.wall_time import Interval
from scheduler.errors import Fault, ProgrammeError
from scheduler.words import Code, Days, Label, Spell, Word

RECORD: Final = "imported-busy.json"


class ImportedTimes(Word):
    """Times that came from one calendar of one person."""

    person: Code
    """Whose."""
    calendar: Label
    """Which of their calendars; work and home may come apart."""
    busy: tuple[Spell, ...] = ()
    """Times that were put into the programme."""
    away: tuple[Days, ...] = ()
    """Whole days that were put into the programme."""

    def is_like(self, other: "ImportedTimes") -> bool:
        """Say whether both are of the same calendar."""
        return (self.person, self.calendar) == (other.person, other.calendar)


class ImportRecord(Word):
    """Every calendar that was brought into a programme."""

    imports: tuple[ImportedTimes, ...] = ()
    """One for each person and calendar."""


def times_from(
    person: str, calendar: str, *, busy: Iterable[Interval], away: Iterable[Days] = ()
) -> ImportedTimes:
    """Return times as a programme holds them: whole minutes, on London's clock."""
    whole = map(whole_minutes, busy)
    spells = tuple(Spell(start=start, end=end) for start, end in whole)
    return ImportedTimes(person=person, calendar=calendar, busy=spells, away=tuple(away))


def record_at(path: Path) -> Path:
    """Return where the record of a programme stands: in its folder, or beside its document."""
    return path / RECORD if path.is_dir() else path.with_name(f"{path.stem}.{RECORD}")


def read_record(place: Path) -> ImportRecord:
    """Return which times came from which calendar.

    Raises
    ------
    ProgrammeError
        If the record cannot be read.
    """
    if not place.exists():
        return ImportRecord()
    try:
        return ImportRecord.model_validate_json(place.read_text("utf-8"))
    except (ValidationError, UnicodeDecodeError) as wrong:
        remedy = "cannot be read; take it away, and busy times it tells of count as typed"
        raise ProgrammeError((Fault(place.name, None, "", "", remedy),)) from wrong
