"""The constraints a project is planned under.

The registry's, with the programme's and the project's settings.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from scheduler.by_phase import InPhase, by_phase
from scheduler.constraint import Constraint, Registry
from scheduler.programme import Programme, Project

Rules = tuple[Constraint, ...]


def in_force(registry: Registry, programme: Programme, project: Project) -> Rules:
    """Return every constraint that holds for a project.

    Set as the programme, then the project, then each phase says.
    """
    made = (_for_project(kind, programme, project) for kind in registry.values())
    return tuple(constraint for constraint in made if constraint is not None)


def settings_for(name: str, programme: Programme, project: Project) -> dict[str, Any] | bool:
    """Return a constraint's settings for a project; False where it is switched off."""
    wide, own = programme.constraints.get(name, {}), project.constraints.get(name)
    return _laid_over(wide=wide, own=own)


def _for_project(
    kind: type[Constraint], programme: Programme, project: Project
) -> Constraint | None:
    name = kind.name()
    wide = settings_for(name, programme, project)
    usual = _made(kind, settings=wide)
    own = tuple(
        InPhase(
            phase.name,
            _made(kind, settings=_laid_over(wide=wide, own=phase.constraints[name])),
            frozenset(_named(settings=phase.constraints[name])),
        )
        for phase in project.phases
        if name in phase.constraints
    )
    return by_phase(kind, usual, own) if own else usual


def _named(*, settings: dict[str, Any] | bool) -> Iterable[str]:
    return settings if isinstance(settings, dict) else ()


def _laid_over(
    *, wide: dict[str, Any] | bool, own: dict[str, Any] | bool | None
) -> dict[str, Any] | bool:
    """Return some settings with others laid over them."""
    if isinstance(own, bool):
        return own and (wide if isinstance(wide, dict) else {})
    if own is None:
        return {} if wide is True else wide
    return {**(wide if isinstance(wide, dict) else {}), **own}


def _made(kind: type[Constraint], *, settings: dict[str, Any] | bool) -> Constraint | None:
    if settings is False and not kind.is_right:
        return None
    read: Constraint = _reader(kind).validate_python({} if isinstance(settings, bool) else settings)
    return read


@cache
def _reader(kind: type[Constraint]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
