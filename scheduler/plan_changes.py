"""What became different since a plan was made: what a change file may say."""

from datetime import date
from pathlib import Path
from typing import Any

from scheduler.errors import ProgrammeError
from scheduler.files.json_document import read_json
from scheduler.files.toml_document import read_toml
from scheduler.files.typed import Reading
from scheduler.people import Person
from scheduler.words import Code, Label, Word


class VenueLost(Word):
    """A venue that cannot be used, on some days or for good."""

    venue: Code
    """Its code."""
    first: date | None = None
    """First day; without days, for good."""
    last: date | None = None
    """Last day, included; empty means the first day alone."""


class PersonAway(Word):
    """Somebody who cannot come on some days."""

    person: Code
    """Their code."""
    first: date
    """First day."""
    last: date | None = None
    """Last day, included; empty means the first day alone."""


class LineCancelled(Word):
    """A bus or ferry that does not run, on some days or for good."""

    line: Label
    """What people call it, as in the programme."""
    first: date | None = None
    """First day; without days, for good."""
    last: date | None = None
    """Last day, included; empty means the first day alone."""


class Joins(Word):
    """Somebody who joins a project."""

    project: Code
    """Code of the project."""
    person: Person
    """The whole person, as a programme has them."""


class Leaves(Word):
    """Somebody who leaves a project."""

    project: Code
    """Code of the project."""
    person: Code
    """Their code."""


class FieldSet(Word):
    """Any field of the programme that is different now."""

    field: Label
    """Where it stands, such as `people[ishbel].times.work`."""
    value: Any = None
    """What stands there now."""
    add: tuple[Any, ...] = ()
    """Or, for a list: what comes to it."""


class PlanChange(Word):
    """Everything that became different since a plan was made."""

    venues_lost: tuple[VenueLost, ...] = ()
    """Venues that cannot be used."""
    away: tuple[PersonAway, ...] = ()
    """People who cannot come on some days."""
    lines_cancelled: tuple[LineCancelled, ...] = ()
    """Buses and ferries that do not run."""
    joins: tuple[Joins, ...] = ()
    """People who join."""
    leaves: tuple[Leaves, ...] = ()
    """People who leave."""
    fields: tuple[FieldSet, ...] = ()
    """Anything else: needs, shifts, sessions, the day planning is done."""


def read_change(path: Path) -> PlanChange:
    """Return what a change file says.

    Raises
    ------
    ProgrammeError
        If anything is wrong with it; carries every fault found.
    """
    document = read_toml(path) if path.suffix == ".toml" else read_json(path)
    if not document.is_whole:
        raise ProgrammeError(document.faults)
    reading = Reading(PlanChange, document.tree, document.damaged)
    faults = (*document.faults, *document.faults_of(tuple(reading.findings)))
    if faults or reading.word is None:
        raise ProgrammeError(faults)
    return reading.word
