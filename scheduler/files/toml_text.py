"""TOML out: tables, arrays of tables and plain values, as people would type them."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_text(tree: Mapping[str, Any]) -> str:
    """Return a document of JSON's kinds of value as TOML; it holds no null, for TOML has none."""
    return "\n".join(_table(tree, ())).lstrip("\n") + "\n"


def _table(table: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    """Write plain fields first: after a header, fields belong to that header's table."""
    inner = {name: value for name, value in table.items() if _is_table(value) or _is_tables(value)}
    for name, value in table.items():
        if name not in inner:
            yield f"{_name(name)} = {_value(value)}"
    for name, value in inner.items():
        dotted = (*names, name)
        brackets = "[{}]" if _is_table(value) else "[[{}]]"
        for each in [value] if _is_table(value) else value:
            yield ""
            yield brackets.format(".".join(map(_name, dotted)))
            yield from _table(each, dotted)


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_table, value))


def _value(value: Any) -> str:  # noqa: ANN401 - any kind JSON has
    if isinstance(value, dict):
        fields = (f"{_name(name)} = {_value(inner)}" for name, inner in value.items())
        return f"{{ {', '.join(fields)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    # DEL is the one character that JSON writes as it is and TOML refuses.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _name(name: str) -> str:
    return name if BARE.fullmatch(name) else _value(name)
