"""The leaves of a document, and the document with one of them altered."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TypeAlias

Path = tuple[str | int, ...]
"""The way to a leaf: names of fields and places in lists."""
Part: TypeAlias = "dict[str, Part] | list[Part] | str | int | float | bool | None"
"""A document, or a part of it."""


def altered(document: dict[str, Part]) -> Iterator[tuple[str, Part]]:
    """Give a document with one thing in it altered, again and again, with the kind of leaf it is.

    Each leaf says something else once, and each thing of a list is left out once and told twice
    once. The kind of leaf is its way without places, such as `sessions.coming.way.by`.
    """
    for path, leaf in _leaves(document):
        kind = ".".join(name for name in path if isinstance(name, str))
        yield kind, _with(document, path, _other(leaf))
    for path, things in _lists(document):
        kind = ".".join(name for name in path if isinstance(name, str))
        for place in range(len(things)):
            yield f"{kind} left out", _with(document, path, things[:place] + things[place + 1 :])
            yield f"{kind} twice", _with(document, path, [*things, things[place]])


def _leaves(part: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    inside = _inside(part)
    if not inside:
        yield path, part
    for name, each in inside:
        yield from _leaves(each, (*path, name))


def _lists(part: Part, path: Path = ()) -> Iterator[tuple[Path, list[Part]]]:
    if isinstance(part, list):
        yield path, part
    for name, each in _inside(part):
        yield from _lists(each, (*path, name))


def _inside(part: Part) -> list[tuple[str | int, Part]]:
    if isinstance(part, dict):
        return list(part.items())
    return list(enumerate(part)) if isinstance(part, list) else []


def _with(part: Part, path: Path, new: Part) -> Part:
    if not path:
        return new
    inside = dict(_inside(part))
    inside[path[0]] = _with(inside[path[0]], path[1:], new)
    if isinstance(part, list):
        return list(inside.values())
    return {str(name): each for name, each in inside.items()}


def _other(leaf: Part) -> Part:
    """Return something else of the same kind."""
    if isinstance(leaf, bool):
        return not leaf
    if isinstance(leaf, int | float):
        return leaf + 1
    if isinstance(leaf, str):
        return _other_words(leaf)
    if leaf is None:
        return 7
    return ["x"] if isinstance(leaf, list) else {"x": 1}


def _other_words(leaf: str) -> str:
    try:
        if "T" in leaf:
            return (datetime.fromisoformat(leaf) + timedelta(minutes=15)).isoformat()
        return (date.fromisoformat(leaf) + timedelta(days=1)).isoformat()
    except ValueError:
        return f"{leaf} x" if leaf else "x"
