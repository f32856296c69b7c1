"""Plans in and out: one JSON document, the same bytes for the same plan."""

from pathlib import Path

from scheduler.errors import ProgrammeError
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
    faults = (*document.faults, *document.faults_of(tuple(reading.findings)))
    if faults or reading.word is None:
        raise ProgrammeError(faults)
    return reading.word


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan as one JSON document with nothing left out."""
    save({path: json_text(plan, brief=False)})
