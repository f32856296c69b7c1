"""The schema knows every field and constraint, with their meanings."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import pytest

from constraints import registry
from scheduler.constraint import Constraint, Objection
from scheduler.files import schema, write_programme
from scheduler.samples import PROGRAMME
from scheduler.venues import Venue

WHOLE = schema(registry())
Node = dict[str, Any]


@dataclass(frozen=True)
class Planted(Constraint):
    """A constraint of this test."""

    least: int = 3
    """Fewest of them."""
    words: tuple[str, ...] = ("a", "b")
    names: tuple[str, ...] = field(default_factory=tuple)
    title: ClassVar[str] = "Keep to the test"

    def check(self, venue: Venue) -> Objection | None:  # noqa: ARG002 - it asks and accepts
        """Object to nothing."""
        return None


@dataclass(frozen=True)
class Bare(Constraint):
    """A constraint of this test with a setting that must be given."""

    least: int
    title: ClassVar[str] = "Keep to nothing"

    def check(self, venue: Venue) -> Objection | None:  # noqa: ARG002 - it asks and accepts
        """Object to nothing."""
        return None


@dataclass(frozen=True)
class Guard(Planted):
    """A right of this test."""

    is_right: ClassVar[bool] = True


def resolved(node: Node, whole: Node = WHOLE) -> Node:
    """Follow a reference."""
    return whole["$defs"][node["$ref"].removeprefix("#/$defs/")] if "$ref" in node else node


def strangers(value: object, node: Node, path: str = "") -> Iterator[str]:
    """Find what a document holds and the schema does not allow, as far as names and kinds go."""
    node = resolved(node)
    if "anyOf" in node:
        found = [list(strangers(value, each, path)) for each in node["anyOf"]]
        yield from min(found, key=len)
    elif isinstance(value, dict):
        yield from () if node.get("type") == "object" else [path]
        known, other = node.get("properties", {}), node.get("additionalProperties", {})
        for name, inner in value.items():
            allowed = known.get(name, other)
            yield from (
                strangers(inner, allowed, f"{path}.{name}") if allowed else [f"{path}.{name}"]
            )
    elif isinstance(value, list):
        yield from () if node.get("type") == "array" else [path]
        for inner in value:
            yield from strangers(inner, node.get("items", {}), f"{path}[]")
    elif "enum" in node:
        yield from () if value in node["enum"] else [path]
    elif "const" in node:
        yield from () if value == node["const"] else [path]
    else:
        kinds = {
            str: "string",
            bool: "boolean",
            int: "integer",
            float: "number",
            type(None): "null",
        }
        yield from () if node.get("type") in {kinds[type(value)], None} else [path]


def test_what_is_written_is_what_the_schema_says(tmp_path: Path) -> None:
    settings = {"spacing": {"least_days": 3}, "capacity": True}
    write_programme(PROGRAMME.model_copy(update={"constraints": settings}), tmp_path / "p.json")

    written = json.loads((tmp_path / "p.json").read_text())

    assert list(strangers(written, WHOLE)) == []


@pytest.mark.parametrize(
    ("where", "value"),
    [("people", "ishbel"), ("horizon", 3), ("constraints", {"access_needs": False})],
)
def test_what_is_refused_is_not_in_the_schema(where: str, value: object) -> None:
    assert [each.split(".")[1] for each in strangers({where: value}, WHOLE)] == [where]


def test_every_field_says_what_it_means() -> None:
    words = {"Programme": WHOLE} | {
        name: node for name, node in WHOLE["$defs"].items() if "properties" in node
    }
    silent = [
        f"{word}.{name}"
        for word, node in words.items()
        if word != "Constraints"
        for name, inner in node["properties"].items()
        if "description" not in inner
    ]

    assert silent == []


def test_every_constraint_is_there_with_its_page() -> None:
    told = WHOLE["$defs"]["Constraints"]["properties"]

    assert set(told) == set(registry())
    assert [
        name for name, node in told.items() if not (node["title"] and node["description"])
    ] == []


def test_settings_have_kind_meaning_and_default() -> None:
    told = schema({"planted": Planted})["$defs"]["Constraints"]["properties"]["planted"]

    assert told["anyOf"] == [
        {
            "type": "object",
            "properties": {
                "least": {"type": "integer", "description": "Fewest of them.", "default": 3},
                "words": {"type": "array", "items": {"type": "string"}, "default": ["a", "b"]},
                "names": {"type": "array", "items": {"type": "string"}, "default": []},
            },
            "additionalProperties": False,
        },
        {"type": "boolean"},
    ]


def test_right_cannot_be_switched_off() -> None:
    told = schema({"guard": Guard})["$defs"]["Constraints"]["properties"]["guard"]

    assert told["anyOf"][1] == {"const": True}


def test_setting_without_meaning_or_default_has_its_kind() -> None:
    told = schema({"bare": Bare})["$defs"]["Constraints"]["properties"]["bare"]

    assert told["anyOf"][0]["properties"] == {"least": {"type": "integer"}}
