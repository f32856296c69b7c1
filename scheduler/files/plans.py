"""Plans in and out: one JSON document, the same bytes for the same plan."""

from collections.abc import Iterator
from pathlib import Path

from scheduler.errors import ProgrammeError
from scheduler.files.checks.dates import days_of_no_age, moments_without_offset
from scheduler.files.findings import Finding
from scheduler.files.json_document import read_json
from scheduler.files.saving import json_text, save
from scheduler.files.typed import Reading
from scheduler.plan import Plan


def read_plan(path: Path) -> Plan:
    """Return the plan that a JSON document holds.

    Raises
    ------
    ProgrammeError
        If anything is wrong with the document; carries every fault found.
    """
    document = read_json(path)
    if document.tree is None and document.faults:
        raise ProgrammeError(document.faults)
    reading = Reading(Plan, document.tree, document.damaged)
    found = tuple(reading.findings)
    if reading.word is not None:
        found += reading.at(_checked(reading.word))
    faults = (*document.faults, *document.faults_of(found))
    if faults or reading.word is None:
        raise ProgrammeError(faults)
    return reading.word


def _checked(plan: Plan) -> Iterator[Finding]:
    yield from days_of_no_age(plan)
    yield from moments_without_offset(plan)


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan as one JSON document with nothing left out."""
    save({path: json_text(plan, brief=False)})
