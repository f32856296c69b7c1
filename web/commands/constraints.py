"""`commonground constraints`: every rule, its settings, how it can give, its sources."""

import inspect
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from constraints import registry
from scheduler.constraint import Constraint, Relaxation
from scheduler.giving import UNCOUNTED
from scheduler.sentences import counted, one_of
from scheduler.spelling import GUESS, meant
from scheduler.spoken_days import spoken_day
from web.shown.settings import first_paragraph, meaning, setting_fields, shown
from web.terminal import Ending, RefusedError, say


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("name", nargs="*", help="only these, by file name")


def _unknown(name: str, every: Iterable[str]) -> str:
    nearest = meant(name, every, alike=GUESS)
    hint = f'did you mean "{nearest}"?' if nearest else "without names all are listed"
    return f'"{name}" is no rule; {hint}'


def run(given: Namespace) -> int:
    """Print the rules, one after another."""
    every = registry()
    asked = given.name or tuple(every)
    unknown = [name for name in asked if name not in every]
    if unknown:
        raise RefusedError("\n".join(_unknown(name, every) for name in unknown))
    settings = setting_fields()
    say(
        "\n\n".join("\n".join(_lines(name, every[name], settings=settings[name])) for name in asked)
    )
    return Ending.DONE


def _lines(
    name: str, rule: type[Constraint], *, settings: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    yield f"{rule.title} ({name})"
    yield f"  {first_paragraph(inspect.getdoc(rule) or '')}"
    if rule.is_right:
        yield "  A right: it cannot be switched off."
    for setting, told in settings.items():
        yield f"  Setting {setting}: {shown(setting, told.get('default'))}. {meaning(told)}."
    for field, words in rule.words_known().items():
        yield f"  Words for {field}: {', '.join(sorted(words))}."
    for relaxation in rule.relaxations:
        yield f"  Can give: {relaxation.label}.{_asks(relaxation)}"
    for source in rule.sources:
        yield f"  Source: {source.title} (checked {spoken_day(source.checked)}; {source.licence})"


def _asks(way: Relaxation) -> str:
    """Return what a way to give asks; nothing where it cannot be counted in anything."""
    if way.unit == UNCOUNTED:
        return ""
    return f" It asks {counted(way.price, one_of(way.unit), way.unit)}."
