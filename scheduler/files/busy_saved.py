"""Busy times from a calendar put into a programme, and taken out again when it comes anew.

Beside the programme a record says which times came from which calendar of whom, so that bringing
it in again replaces those alone, and whatever somebody typed stays.
"""

from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scheduler.constraint import Registry
from scheduler.errors import Fault, ProgrammeError
from scheduler.files.busy_record import ImportedTimes, ImportRecord, read_record, record_at
from scheduler.files.changed_cells import with_cells
from scheduler.files.columns import columns_of
from scheduler.files.findings import suggestion
from scheduler.files.plain_text import read_text
from scheduler.files.programmes import read_programme
from scheduler.files.saving import json_text, save
from scheduler.people import Person
from scheduler.programme import Programme

PEOPLE: Final = "people.csv"
BEFORE: Final = ".before-import"
"""What the file is called that holds what stood there before: people.before-import."""
COLUMNS: Final = ("times.busy", "times.away")


@dataclass(frozen=True)
class Saved:
    """What bringing a calendar in changed."""

    added: int
    """How many times and days were put in."""
    taken_out: int
    """How many of an earlier import were taken out."""
    backup: Path
    """Where what stood there before is kept."""


def save_busy(path: Path, new: ImportedTimes, registry: Registry) -> Saved:
    """Put times into a programme, in place of those that came from the same calendar before.

    What stood there is kept beside it; all is written or nothing.

    Raises
    ------
    ProgrammeError
        If the programme cannot be read, the person is not in it, or stands where nothing is put.
    """
    programme = read_programme(path, registry)
    person = person_in(programme, new.person)
    record = read_record(record_at(path))
    before = next((each for each in record.imports if each.is_like(new)), None)
    changed, added = with_times(person, new, before)
    place, text = _written(path, programme, changed)
    backup = place.with_name(f"{place.stem}{BEFORE}")
    others = tuple(each for each in record.imports if not each.is_like(new))
    kept = ImportRecord(imports=(*others, added))
    save(
        {
            backup: place.read_text("utf-8"),
            record_at(path): json_text(kept, brief=True),
            place: text,
        }
    )
    return Saved(_many(added), _many(before) if before else 0, backup)


def person_in(programme: Programme, code: str) -> Person:
    """Return a person by code.

    Raises
    ------
    ProgrammeError
        If there is none.
    """
    people = {each.code: each for each in programme.people}
    if code not in people:
        remedy = f"is nobody of this programme; {suggestion(code, people)}"
        raise ProgrammeError((Fault("people", None, "code", code, remedy),))
    return people[code]


def with_times(
    person: Person, new: ImportedTimes, before: ImportedTimes | None
) -> tuple[Person, ImportedTimes]:
    """Return a person with times in place of earlier ones, and those of them that were added."""
    old = before or ImportedTimes(person=new.person, calendar=new.calendar)
    busy = tuple(each for each in person.times.busy if each not in old.busy)
    away = tuple(each for each in person.times.away if each not in old.away)
    # What was typed already is not taken out one day because a calendar says it as well.
    added = new.model_copy(
        update={
            "busy": tuple(each for each in new.busy if each not in busy),
            "away": tuple(each for each in new.away if each not in away),
        }
    )
    times = person.times.model_copy(
        update={"busy": (*busy, *added.busy), "away": (*away, *added.away)}
    )
    return person.model_copy(update={"times": times}), added


def _many(times: ImportedTimes) -> int:
    return len(times.busy) + len(times.away)


def _written(path: Path, programme: Programme, person: Person) -> tuple[Path, str]:
    """Return the file that a person stands in, and what it says once they are changed."""
    if not path.is_dir():
        people = tuple(person if each.code == person.code else each for each in programme.people)
        return path, json_text(programme.model_copy(update={"people": people}), brief=True)
    place = path / PEOPLE
    columns = columns_of(Person)
    cells = {name: columns[name].write(person) for name in COLUMNS}
    text = read_text(place) if place.exists() else ""
    changed = with_cells(text, person.code, cells) if isinstance(text, str) else ""
    if not changed:
        remedy = f'does not hold "{person.code}"; nothing was put in, so type the times by hand'
        raise ProgrammeError((Fault(PEOPLE, None, "code", "", remedy),))
    mark = "\ufeff" if place.read_bytes().startswith(BOM_UTF8) else ""
    return place, f"{mark}{changed}"
