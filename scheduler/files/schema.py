"""The JSON Schema of a programme: fields with their meanings, constraints with their settings."""

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python

from scheduler.constraint import Constraint, Registry
from scheduler.facts import Answer
from scheduler.files.checks.settings import setting_kinds
from scheduler.programme import Programme

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(constraints: Registry) -> Schema:
    """Return the JSON Schema of a programme under these constraints."""
    whole = Programme.model_json_schema()
    known = whole["$defs"]
    known["Fact"] = _fact(known["Fact"])
    settings = {name: _constraint(kind, known) for name, kind in constraints.items()}
    known["Constraints"] = {
        "description": "Settings of constraints by file name; one not named has its defaults.",
        "type": "object",
        "properties": settings,
        "additionalProperties": False,
    }
    for holder in (whole, known["Project"], known["Phase"]):
        described = holder["properties"]["constraints"]["description"]
        holder["properties"]["constraints"] = {
            "$ref": "#/$defs/Constraints",
            "description": described,
            "default": {},
        }
    return {"$schema": DIALECT, **whole}


def _fact(full: Schema) -> Schema:
    """Let a bare answer stand for a fact, as it is read and written."""
    answers = {"type": "string", "enum": [answer.value for answer in Answer]}
    return {"description": full["description"], "anyOf": [answers, full]}


def _constraint(constraint: type[Constraint], known: Schema) -> Schema:
    """Describe one constraint: its settings, or false to switch it off where it guards no right."""
    settings = {
        "type": "object",
        "properties": _settings(constraint, known),
        "additionalProperties": False,
    }
    switch = {"const": True} if constraint.is_right else {"type": "boolean"}
    return {
        "title": constraint.title,
        "description": inspect.getdoc(constraint) or "",
        "anyOf": [settings, switch],
    }


def _settings(constraint: type[Constraint], known: Schema) -> Mapping[str, Schema]:
    described = _meanings(constraint)
    found: dict[str, Schema] = {}
    for name, kind in setting_kinds(constraint).items():
        setting = TypeAdapter(kind).json_schema()
        known.update(setting.pop("$defs", {}))
        found[name] = setting | described[name] | _default(constraint, name)
    return found


def _default(constraint: type[Constraint], name: str) -> Schema:
    given = next(each for each in fields(constraint) if each.name == name)  # type: ignore[arg-type]
    if given.default is not MISSING:
        return {"default": to_jsonable_python(given.default)}
    if given.default_factory is not MISSING:
        return {"default": to_jsonable_python(given.default_factory())}
    return {}


def _meanings(constraint: type[Constraint]) -> Mapping[str, Schema]:
    """Return what each setting means: the text that stands below it in the constraint's file."""
    body = ast.parse(textwrap.dedent(inspect.getsource(constraint))).body[0]
    lines = body.body if isinstance(body, ast.ClassDef) else []
    told = {
        name: meaning for line, after in pairwise(lines) for name, meaning in _meaning(line, after)
    }
    return {
        name: {"description": told[name]} if name in told else {}
        for name in setting_kinds(constraint)
    }


def _meaning(line: ast.stmt, after: ast.stmt) -> Iterator[tuple[str, str]]:
    match line, after:
        case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
            yield name, inspect.cleandoc(said)
