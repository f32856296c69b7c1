"""The ways a rule can still give as it is set now, each with what it asks from there."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from typing import Final

from scheduler.constraint import Constraint, Relaxation

UNCOUNTED: Final = "steps"
"""The unit of a price that counts nothing: it stands as the rule states it."""


def ways_to_give(rule: Constraint) -> tuple[Relaxation, ...]:
    """Return the ways a rule can give, without what is given already or would be stricter."""
    return tuple(_still_giving(rule))


def _still_giving(rule: Constraint) -> Iterator[Relaxation]:
    for way in rule.relaxations:
        gaps = {name: _gaps(rule, way, name) for name in way.settings}
        gives = {name: own for name, own in gaps.items() if own and min(own) > 0}
        if gives:
            settings = {name: way.settings[name] for name in gives}
            most = max(gap for own in gives.values() for gap in own)
            price = way.price if way.unit == UNCOUNTED else most
            yield replace(way, settings=settings, price=price)


def _gaps(rule: Constraint, way: Relaxation, name: str) -> list[int]:
    """Return how far a setting is from what it would become, wherever that differs.

    Less than nothing where the rule is looser there already.
    """
    after = rule.relaxed(way).as_set()
    each = zip(rule.as_set(), after, strict=True)
    pairs = ((getattr(now, name), getattr(then, name), _usual(now, name)) for now, then in each)
    return [_gap(now, then, usual) for now, then, usual in pairs if now != then]


def _usual(rule: Constraint, name: str) -> object:
    usual = next(each.default for each in fields(rule) if each.name == name)  # type: ignore[arg-type]
    return None if usual is MISSING else usual


def _gap(now: object, then: object, usual: object) -> int:
    """Return how much looser a setting becomes; 1 where it cannot be counted."""
    counts = [_count(value) for value in (now, then, usual)]
    if None in counts:
        return 1
    start, end, default = (count for count in counts if count is not None)
    return end - start if end > default else start - end


def _count(value: object) -> int | None:
    """Return a number as it is and a clock time in minutes; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if isinstance(value, int):
        return value
    hours, _, minutes = value.partition(":")
    return int(hours) * 60 + int(minutes) if hours.isdigit() and minutes.isdigit() else None
