"""The rules of planning: what each asks, how it is set, worked cases, and where it comes from."""

import inspect
from dataclasses import dataclass

from constraints import registry
from scheduler.constraint import Constraint
from scheduler.in_force import Rules, in_force
from scheduler.programme import Programme, Project
from scheduler.sentences import counted, one_of
from scheduler.spoken_days import spoken_day
from web.shown.settings import meaning, setting_fields, shown
from web.wording import say


@dataclass(frozen=True)
class Setting:
    """One setting of a rule."""

    meaning: str
    value: str
    is_changed: bool
    """Whether it differs from what the rule starts with."""


@dataclass(frozen=True)
class RuleInBrief:
    """A rule in a list."""

    name: str
    title: str
    asks: str
    is_right: bool
    is_off: bool = False
    settings: tuple[Setting, ...] = ()
    """Those that were changed."""


@dataclass(frozen=True)
class ShownRule:
    """The page of a rule."""

    brief: RuleInBrief
    paragraphs: tuple[str, ...]
    settings: tuple[Setting, ...]
    cases: tuple[tuple[str, str], ...]
    """Each worked case, and what the rule says to it; empty where it says nothing."""
    gives: tuple[str, ...]
    sources: tuple[str, ...]


def every_rule() -> tuple[RuleInBrief, ...]:
    """Return every rule there is, by title."""
    briefs = (_brief(name, kind) for name, kind in registry().items())
    return tuple(sorted(briefs, key=lambda brief: brief.title))


def rules_of(programme: Programme, project: Project) -> tuple[RuleInBrief, ...]:
    """Return the rules as they are set for a group, by title; those switched off say so."""
    rules = {rule.name(): rule for rule in in_force(registry(), programme, project)}
    briefs = (_brief(name, kind, rules.get(name)) for name, kind in registry().items())
    off = {name for name in registry() if name not in rules}
    marked = (
        RuleInBrief(b.name, b.title, b.asks, b.is_right, is_off=True) if b.name in off else b
        for b in briefs
    )
    return tuple(sorted(marked, key=lambda brief: brief.title))


def shown_rule(name: str, rules: Rules = ()) -> ShownRule:
    """Return the page of a rule, as it is set among `rules`, else as it starts.

    Raises
    ------
    KeyError
        If there is no such rule.
    """
    kind = registry()[name]
    rule = next((each for each in rules if each.name() == name), None)
    return ShownRule(
        _brief(name, kind, rule),
        tuple(_paragraphs(kind)),
        _settings(name, rule),
        tuple((case.says, case.expects) for case in kind.examples),
        tuple(
            say("rules.gives", label=r.label, price=_price(r.price, r.unit))
            for r in kind.relaxations
        ),
        tuple(
            say(
                "rules.source",
                title=s.title,
                day=spoken_day(s.checked),
                licence=_licence(s.licence),
            )
            for s in kind.sources
        ),
    )


def _brief(name: str, kind: type[Constraint], rule: Constraint | None = None) -> RuleInBrief:
    changed = tuple(each for each in _settings(name, rule) if each.is_changed) if rule else ()
    return RuleInBrief(name, kind.title, _paragraphs(kind)[0], kind.is_right, settings=changed)


def _paragraphs(kind: type[Constraint]) -> list[str]:
    text = inspect.getdoc(kind) or ""
    return [" ".join(part.split()) for part in text.split("\n\n")]


def _settings(name: str, rule: Constraint | None) -> tuple[Setting, ...]:
    now = rule.settings() if rule else {}
    return tuple(
        Setting(
            meaning(field),
            shown(setting, now.get(setting, field.get("default"))),
            setting in now and shown(setting, now[setting]) != shown(setting, field.get("default")),
        )
        for setting, field in setting_fields()[name].items()
    )


def _price(price: int, unit: str) -> str:
    return counted(price, one_of(unit), unit)


def _licence(licence: str) -> str:
    return "" if licence == "cited" else say("rules.licence", licence=licence)
