"""What kind of value each field of a programme takes."""

from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from scheduler.files.findings import Path
from scheduler.words import Word


def core(kind: Any) -> Any:  # noqa: ANN401 - a type, a union or an annotation
    """Return what a field holds if anything: without bounds, and without "or nothing"."""
    if get_origin(kind) is Annotated:
        return core(get_args(kind)[0])
    if get_origin(kind) in {Union, UnionType}:
        held = [part for part in get_args(kind) if part is not type(None)]
        return core(held[0]) if len(held) == 1 else kind
    return kind


def is_word(kind: Any) -> bool:  # noqa: ANN401
    """Say whether a kind is a group of named fields."""
    return isinstance(kind, type) and issubclass(kind, Word)


def item_kind(kind: Any) -> Any:  # noqa: ANN401
    """Return what a list holds; None where the kind is no list."""
    return core(get_args(kind)[0]) if get_origin(kind) is tuple else None


def options(kind: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return the words a field may hold, where it may hold only some."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, Enum) else ()


def fields_beside(model: type[Word], path: Path) -> tuple[str, ...]:
    """Return the names that could stand at the end of a path, for "did you mean"."""
    kind: Any = model
    for part in path[:-1]:
        kind = _inside(kind, part)
    if is_word(kind):
        return tuple(kind.model_fields)
    return options(core(get_args(kind)[0])) if get_origin(kind) is dict else ()


def _inside(kind: Any, part: str | int) -> Any:  # noqa: ANN401
    if is_word(kind):
        known = kind.model_fields.get(part)
        return core(known.annotation) if known else None
    return core(get_args(kind)[-1]) if get_origin(kind) is dict else item_kind(kind)
