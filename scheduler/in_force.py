"""The constraints a project is planned under.

The registry's, with the programme's and the project's settings.
"""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from scheduler.constraint import Constraint, Registry
from scheduler.programme import Programme, Project

Rules = tuple[Constraint, ...]


def in_force(registry: Registry, programme: Programme, project: Project) -> Rules:
    """Return every constraint that holds for a project.

    Set as the programme and then the project says.
    """
    made = (
        _made(kind, settings=settings_for(name, programme, project))
        for name, kind in registry.items()
    )
    return tuple(constraint for constraint in made if constraint is not None)


def settings_for(name: str, programme: Programme, project: Project) -> dict[str, Any] | bool:
    """Return a constraint's settings for a project; False where it is switched off."""
    wide, own = programme.constraints.get(name, {}), project.constraints.get(name)
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
