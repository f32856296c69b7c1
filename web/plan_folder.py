"""A plan's folder: the plan, and beside it the programme it was made from."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

from constraints import registry
from scheduler.errors import ProgrammeError
from scheduler.files import fingerprint, read_plan, read_programme, write_plan, write_programme
from scheduler.files.folder import TOML
from scheduler.plan import Plan
from scheduler.programme import Programme
from web.options import there
from web.terminal import RefusedError, tell

PLAN: Final = "plan.json"
PROGRAMME: Final = "programme"


def write_plan_folder(programme: Programme, plan: Plan, folder: Path) -> None:
    """Write a plan and its programme; the programme as a folder of tables, so one JSON is there."""
    write_plan(plan, folder / PLAN)
    try:
        write_programme(programme, folder / PROGRAMME)
    except ProgrammeError as refused:
        reasons = " ".join(fault.says for fault in refused.faults)
        tell(f"The programme is not kept beside the plan: {reasons}")
        tell("To write calendars, give it again with --programme.")


def plan_at(place: Path) -> Plan:
    """Return the plan in a file, or in a plan's folder.

    Raises
    ------
    RefusedError
        If it is a folder without a plan, such as that of a programme.
    ProgrammeError
        If there is none that can be read.
    """
    if place.is_dir() and not (place / PLAN).exists():
        kind = "holds a programme, not a plan" if (place / TOML).exists() else f"holds no {PLAN}"
        msg = f"{place}: this folder {kind}; give the one that plan --out wrote"
        raise RefusedError(msg)
    return read_plan(place / PLAN if place.is_dir() else place)


def programme_at(place: Path) -> Programme:
    """Return the programme in a document or a folder.

    Raises
    ------
    RefusedError
        If a plan was given in its place, or it is a folder without a programme.
    ProgrammeError
        If there is none that can be read.
    """
    is_folder = place.is_dir()
    if place.name == PLAN or (is_folder and (place / PLAN).exists()):
        beside = (place if is_folder else place.parent) / PROGRAMME
        kept = f", such as {beside}" if beside.exists() else ""
        msg = f"{place}: this is a plan; give the programme it was made from{kept}"
        raise RefusedError(msg)
    if is_folder and not (place / TOML).exists():
        msg = f"{place}: this folder holds no {TOML}; give the folder of a programme, or its JSON"
        raise RefusedError(msg)
    return read_programme(place, registry())


def programme_of(plan: Plan, place: Path, *, given: Path | None) -> Programme:
    """Return the programme a plan was made from: the one given, else the one beside it.

    Raises
    ------
    RefusedError
        If there is none beside it, or it is not the one the plan was made from.
    ProgrammeError
        If it cannot be read.
    """
    found = programme_place(place, given=given)
    if not found.exists():
        msg = f"{found}: no programme is there; give the one the plan was made from: --programme"
        raise RefusedError(msg)
    programme = programme_at(found)
    refuse_another(programme, plan, place=found)
    return programme


def programme_place(place: Path, *, given: Path | None) -> Path:
    """Return where the programme of a plan is: where it was given, else beside the plan."""
    return given or (place if place.is_dir() else place.parent) / PROGRAMME


def refuse_another(programme: Programme, plan: Plan, *, place: Path) -> None:
    """Refuse a programme that is not the one a plan was made from.

    Raises
    ------
    RefusedError
        If it is not; names the place and says what to do.
    """
    if fingerprint(programme) != plan.certificate.programme:
        msg = (
            f"{place}: the plan was made from another programme, or this one has changed since; "
            "plan again with `commonground plan`, or give the programme it was made from"
        )
        raise RefusedError(msg)


def ask_for_both(parser: ArgumentParser) -> None:
    """Let a command take a programme, and a plan that was made from it."""
    parser.add_argument("programme", type=there, help="a JSON document, or a folder")
    parser.add_argument("plan", type=there, help="the plan: plan.json, or its folder")


def both_at(given: Namespace) -> tuple[Programme, Plan]:
    """Return the programme and the plan that a command was given.

    Raises
    ------
    ProgrammeError
        If either cannot be read.
    RefusedError
        If the plan was made from another programme.
    """
    programme, plan = programme_at(given.programme), plan_at(given.plan)
    refuse_another(programme, plan, place=given.programme)
    return programme, plan
