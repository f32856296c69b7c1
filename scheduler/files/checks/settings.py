"""Settings of constraints: known, of the right kind, and never a right switched off."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from scheduler.calendars.wall_time import CLOCK
from scheduler.constraint import Constraint, Registry
from scheduler.files.checks.named import words_of
from scheduler.files.findings import Finding, Path, shown, suggestion
from scheduler.files.remedies import TIME, remedy_for
from scheduler.programme import Programme, Settings

NO_BUDGET = -1
"""What a setting for money holds where nobody set an amount."""
NO_MONEY = "is no amount of money; write pence from 0 on, such as 3000 for £30, or leave it out"
NO_CONSTRAINT = "is no constraint"


def setting_kinds(constraint: type[Constraint]) -> Mapping[str, Any]:
    """Return what each setting of a constraint holds, by name."""
    hints = get_type_hints(constraint)
    return {each.name: hints[each.name] for each in fields(constraint)}  # type: ignore[arg-type]


def setting_faults(programme: Programme, constraints: Registry) -> Iterator[Finding]:
    """Find constraints and settings there are none of, or that hold what they cannot."""
    yield from _faults(("constraints",), programme.constraints, constraints=constraints, under={})
    for n, project in enumerate(programme.projects):
        path = ("projects", n, "constraints")
        under = programme.constraints
        yield from _faults(path, project.constraints, constraints=constraints, under=under)
        for p, phase in enumerate(project.phases):
            within: Path = ("projects", n, "phases", p, "constraints")
            below = {**under, **project.constraints}
            yield from _faults(within, phase.constraints, constraints=constraints, under=below)


def mentions_of_constraints(programme: Programme, constraints: Registry) -> Iterator[Finding]:
    """Find constraints that are to be passed over and do not exist, and rights that may not be."""
    listed = words_of(constraints, "seasons")
    for p, person in enumerate(programme.people):
        seasons = listed.union(season.activity for season in person.seasons)
        for n, name in enumerate(person.come_anyway):
            if name not in seasons:
                yield from _unknown(("people", p, "come_anyway", n), name, constraints=constraints)
    for n, unknown in enumerate(programme.accepted_unknowns):
        path: Path = ("accepted_unknowns", n, "constraint")
        yield from _unknown(path, unknown.constraint, constraints=constraints)
        if unknown.constraint in constraints and constraints[unknown.constraint].is_right:
            remedy = "guards a right, so nobody can decide to plan without knowing; take this away"
            yield Finding(path, unknown.constraint, remedy)


def _unknown(path: Path, name: str, *, constraints: Registry) -> Iterator[Finding]:
    if name not in constraints:
        yield Finding(path, name, f"{NO_CONSTRAINT}; {suggestion(name, constraints)}")


def _faults(
    path: Path, settings: Settings, *, constraints: Registry, under: Settings
) -> Iterator[Finding]:
    for name, given in settings.items():
        if name not in constraints:
            remedy = f"{NO_CONSTRAINT}; {suggestion(name, constraints)}"
            yield Finding((*path, name), "", remedy)
        elif given is False and constraints[name].is_right:
            remedy = "guards a right and cannot be switched off; take this away"
            yield Finding((*path, name), "false", remedy)
        elif isinstance(given, dict):
            below = under.get(name)
            whole = {**below, **given} if isinstance(below, dict) else given
            yield from _of_one((*path, name), constraints[name], given=given, whole=whole)


def _of_one(
    path: Path, constraint: type[Constraint], *, given: Mapping[str, Any], whole: Mapping[str, Any]
) -> Iterator[Finding]:
    kinds = setting_kinds(constraint)
    found = [
        each for name in given for each in _of_setting((*path, name), given[name], kinds=kinds)
    ]
    found = found or list(_of_clocks(path, constraint, given))
    yield from found
    if found or whole.keys() - kinds.keys():
        return
    try:
        constraint(**{name: _read(value, kinds[name]) for name, value in whole.items()})
    except ValidationError:
        return  # a setting of the whole programme does not fit, and is found there
    except ValueError as refused:
        yield Finding(path, shown(dict(whole)), f"cannot be: {refused}")


def _of_setting(path: Path, value: object, *, kinds: Mapping[str, Any]) -> Iterator[Finding]:
    name = str(path[-1])
    if name not in kinds:
        yield Finding(
            path, shown(value), f"is no setting of this constraint; {suggestion(name, kinds)}"
        )
        return
    try:
        read = _read(value, kinds[name])
    except ValidationError as refused:
        first, said = refused.errors(include_url=False)[0], shown(value)
        context = first.get("ctx", {})
        yield Finding(path, said, remedy_for(first["type"], said, context=context, field=name))
        return
    if name.endswith("_pence") and read < NO_BUDGET:
        yield Finding(path, shown(value), NO_MONEY)


def _of_clocks(
    path: Path, constraint: type[Constraint], given: Mapping[str, Any]
) -> Iterator[Finding]:
    """Find settings that hold a time of day by default and are given something else."""
    clocks = {f.name for f in fields(constraint) if CLOCK.fullmatch(str(f.default))}  # type: ignore[arg-type]
    for name in given.keys() & clocks:
        if not CLOCK.fullmatch(str(given[name])):
            yield Finding((*path, name), shown(given[name]), TIME)


def _read(value: object, kind: Any) -> Any:  # noqa: ANN401 - what the setting holds
    """Return a setting's value as its kind has it, refusing one that only looks like it."""
    return TypeAdapter(kind).validate_json(json.dumps(value), strict=True)
