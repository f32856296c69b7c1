"""`commonground constraints`: every rule with its settings, how it can give, and where it is from."""

import inspect
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from typing import Any

from constraints import registry
from scheduler.constraint import Constraint
from scheduler.spoken_days import spoken_day
from web.terminal import Ending, say


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("name", nargs="*", help="only these, by file name")


def run(given: Namespace) -> int:
    """Print the rules, one after another."""
    every = registry()
    asked = given.name or every
    say("\n\n".join("\n".join(_lines(name, every[name])) for name in asked if name in every))
    return Ending.DONE


def _lines(name: str, rule: type[Constraint]) -> Iterator[str]:
    yield f"{rule.title} ({name})"
    yield f"  {_first_line(rule)}"
    if rule.is_right:
        yield "  A right: it cannot be switched off."
    for setting in fields(rule):  # type: ignore[arg-type] # every rule is a dataclass
        yield f"  Setting {setting.name}: {_default(setting)}"
    for relaxation in rule.relaxations:
        yield f"  Can give: {relaxation.label} ({relaxation.price} {relaxation.unit})"
    for source in rule.sources:
        yield f"  Source: {source.title} (checked {spoken_day(source.checked)}; {source.licence})"


def _first_line(rule: type[Constraint]) -> str:
    return (inspect.getdoc(rule) or "").partition("\n")[0]


def _default(setting: Field[Any]) -> str:
    if setting.default is not MISSING:
        return f"{setting.default}"
    return f"{setting.default_factory()}" if setting.default_factory is not MISSING else "none"
