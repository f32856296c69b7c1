"""How sure a plan is: the order of concern, point by point, and what it was made from and with."""

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from constraints import registry
from scheduler.plan import Certificate, Level, Plan
from web.wording import money, say

PENCE: Final = "Pence"
OURS: Final = {PENCE: "details.pence", "Times put to it": "details.put_to_it"}
"""Levels that are called otherwise where people read of them."""
FEW: Final = 3
"""Up to so many numbers are written out one by one."""


@dataclass(frozen=True)
class ShownLevel:
    """One point in the order of concern."""

    number: int
    name: str
    value: str
    bound: str
    is_proven: bool


@dataclass(frozen=True)
class Made:
    """What a plan was made from and with."""

    says: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]
    """The rules in force, by name and title."""


def shown_levels(plan: Plan) -> tuple[ShownLevel, ...]:
    """Return the order of concern."""
    return tuple(_level(number, level) for number, level in enumerate(plan.order, start=1))


def sureness(plan: Plan) -> str:
    """Return in a sentence how sure the plan is."""
    unproven = next((level.name for level in plan.order if not level.proven), None)
    if unproven is None:
        return say("details.proven")
    return say("details.up_to", level=called(unproven))


def made(certificate: Certificate) -> Made:
    """Return what a plan was made from and with."""
    says = (
        (say("details.looked_at"), f"{certificate.candidates:,}"),
        (say("details.open"), f"{certificate.open_candidates:,}"),
        (say("details.method"), certificate.method),
        *((say("details.put_first"), decided) for decided in certificate.put_first),
        (say("details.ended"), say(f"ended.{certificate.ended_by.replace(' ', '_')}")),
        (say("details.fingerprint"), certificate.programme),
    )
    known = registry()
    rules = tuple((name, known[name].title) for name in certificate.settings if name in known)
    return Made(says, tuple(certificate.versions.items()), rules)


def _level(number: int, level: Level) -> ShownLevel:
    value, bound = (_amount(level, each) for each in (level.value, level.bound))
    return ShownLevel(number, called(level.name), value, bound, level.proven)


def called(name: str) -> str:
    """Return what a level is called where its own name is a word of ours."""
    what, bracket, of = name.partition(" (")
    return f"{say(OURS[what]) if what in OURS else what}{bracket}{of}"


def _amount(level: Level, value: tuple[int, ...]) -> str:
    """Return what a level comes to: money in pounds, all else as numbers."""
    return ", ".join(map(money, value)) if level.name == PENCE else told(value)


def told(value: tuple[int, ...]) -> str:
    """Return some numbers as people read them: "45", "6, 3, 2", "1 three times over" in short."""
    if len(value) <= FEW:
        return ", ".join(f"{number:,}" for number in value)
    runs = [(number, len(list(same))) for number, same in groupby(value)]
    return ", ".join(
        f"{number:,}" if times == 1 else say("details.times", number=f"{number:,}", times=times)
        for number, times in runs
    )
