"""Programmes in and out: a JSON document or a folder of TOML and tables, read to the same thing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from scheduler.constraint import Registry
from scheduler.errors import Fault, ProgrammeError
from scheduler.files.checks.childcare import childcare_faults
from scheduler.files.checks.codes import empty_names, repeated_codes, repeated_mentions
from scheduler.files.checks.contact import contact_faults
from scheduler.files.checks.dates import (
    days_of_no_age,
    days_outside,
    ends_before_begins,
    first_shares_no_day,
    horizon_faults,
    hours_outside,
    promises_out_of_order,
    runs_out_of_order,
    sessions_half_told,
)
from scheduler.files.checks.go_betweens import repeated_go_betweens, unknown_go_betweens
from scheduler.files.checks.households import household_faults
from scheduler.files.checks.lifts import lift_faults
from scheduler.files.checks.named import seasons_nobody_knows, slips_in_what_is_kept
from scheduler.files.checks.other_ways import other_ways_faults
from scheduler.files.checks.patterns import times_not_understood
from scheduler.files.checks.phases import phase_faults, phases_of_a_tie, phases_outside
from scheduler.files.checks.ranges import numbers_out_of_range
from scheduler.files.checks.references import unknown_references
from scheduler.files.checks.roles import roles_nobody_knows
from scheduler.files.checks.settings import mentions_of_constraints, setting_faults
from scheduler.files.checks.sites import sites_unknown
from scheduler.files.checks.told_in_full import (
    broken_lines,
    groups_of_nobody,
    held_in_time_to_come,
    slips_in_no_go,
)
from scheduler.files.document import Document
from scheduler.files.findings import Finding
from scheduler.files.folder import TABLES, TOML, folder_texts, read_folder
from scheduler.files.json_document import read_json
from scheduler.files.mending import Mending
from scheduler.files.published import with_timetables
from scheduler.files.saving import canonical_pieces, json_text, save
from scheduler.files.typed import Reading
from scheduler.programme import Programme

HORIZON = (("first_day",), ("last_day",))
HOURS = (("earliest",), ("latest",))
ALWAYS = (
    empty_names,
    repeated_codes,
    repeated_mentions,
    numbers_out_of_range,
    sessions_half_told,
    promises_out_of_order,
    first_shares_no_day,
    ends_before_begins,
    runs_out_of_order,
    days_of_no_age,
    repeated_go_betweens,
    household_faults,
    lift_faults,
    other_ways_faults,
    phase_faults,
    groups_of_nobody,
    held_in_time_to_come,
    broken_lines,
)
"""Checks that whatever was read can pass, left out places or not."""
WITH_CONSTRAINTS = (
    phases_of_a_tie,
    setting_faults,
    mentions_of_constraints,
    seasons_nobody_knows,
    slips_in_what_is_kept,
    slips_in_no_go,
)
"""The same, of what constraints know."""


def read_programme(path: Path, constraints: Registry) -> Programme:
    """Return the programme that a JSON document or a folder tells of.

    Raises
    ------
    ProgrammeError
        If anything is wrong with it; carries every fault that could be found.
    """
    document = _document(path)
    if document.tree is None and document.faults:
        raise ProgrammeError(document.faults)
    return with_timetables(
        understood(document, constraints), path if path.is_dir() else path.parent
    )


def understood(document: Document, constraints: Registry) -> Programme:
    """Return the programme that a document tells of.

    Raises
    ------
    ProgrammeError
        If anything is wrong with it; carries every fault that could be found.
    """
    reading = Reading(Programme, document.tree, document.damaged)
    found = tuple(reading.findings)
    if reading.word is not None:
        found += reading.at(
            _checked(reading.word, constraints, document=document, gaps=reading.mending)
        )
    faults = (*document.faults, *document.faults_of(found))
    if faults or reading.word is None:
        raise ProgrammeError(tuple(sorted(faults, key=_by_place)))
    return reading.word


def write_programme(programme: Programme, path: Path) -> None:
    """Write a programme: one JSON document where the name ends in .json, else a folder.

    Raises
    ------
    ProgrammeError
        If a setting is null: a folder has no word for that, JSON has.
    """
    if path.suffix == ".json":
        save({path: json_text(programme, brief=True)})
        return
    texts = folder_texts(programme)
    path.mkdir(exist_ok=True)
    save({path / name: text for name, text in texts.items()})
    for name in TABLES:
        if f"{name}.csv" not in texts:
            (path / f"{name}.csv").unlink(missing_ok=True)


def fingerprint(programme: Programme) -> str:
    """Return the SHA-256 of everything a programme says: equal programmes have equal ones."""
    return _fingerprint(_TheSame(programme))


@dataclass(frozen=True, eq=False)
class _TheSame:
    """A programme, equal to nothing but the very same one."""

    programme: Programme

    def __eq__(self, other: object) -> bool:
        """Say whether it is the very same."""
        return isinstance(other, _TheSame) and self.programme is other.programme

    def __hash__(self) -> int:
        """Return a number that is the same for the very same one."""
        return id(self.programme)


@lru_cache(maxsize=1)
def _fingerprint(one: _TheSame) -> str:
    # A plan is written and then audited: the programme is taken down once for both.
    found = sha256()
    for piece in canonical_pieces(one.programme):
        found.update(piece.encode())
    return found.hexdigest()


def _document(path: Path) -> Document:
    if path.is_dir():
        return read_folder(path)
    if path.suffix.casefold() in {".toml", ".csv"} and path.exists():
        fault = Fault(path.name, None, "", "", f"is part of a folder; give the folder with {TOML}")
        return Document(None, dict, (fault,), is_whole=False)
    return read_json(path)


def _all_named(document: Document, gaps: Mending) -> bool:
    """Say whether every name of days could be read."""
    return document.is_whole and not any("named_days" in gap for gap in gaps.removed)


def _checked(
    programme: Programme, constraints: Registry, *, document: Document, gaps: Mending
) -> Iterator[Finding]:
    """Find everything that does not hold together, as far as what was read can tell."""
    for check in ALWAYS:
        yield from check(programme)
    yield from times_not_understood(programme, all_named=_all_named(document, gaps))
    yield from childcare_faults(programme, all_named=_all_named(document, gaps))
    yield from contact_faults(programme, all_named=_all_named(document, gaps))
    for compare in WITH_CONSTRAINTS:
        yield from compare(programme, constraints)
    if document.is_whole and not any("other_roles" in gap for gap in gaps.removed):
        yield from roles_nobody_knows(programme)
    if document.is_whole:
        yield from unknown_references(programme, gaps.without_codes)
        yield from sites_unknown(programme, gaps.without_codes)
        yield from unknown_go_betweens(programme, gaps.without_codes)
    if not gaps.removed.intersection(HORIZON):
        yield from horizon_faults(programme)
        yield from days_outside(programme)
        yield from phases_outside(programme)
    if not gaps.removed.intersection(HOURS):
        yield from hours_outside(programme)


def _by_place(fault: Fault) -> tuple[str, int]:
    return fault.file, fault.line or 0
