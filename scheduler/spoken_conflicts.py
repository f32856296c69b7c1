"""What is said of a conflict: what clashes, and what was tried to help it."""

from collections.abc import Sequence
from typing import Final

from scheduler.kept_private import ASK_ALL, OWN_REASONS
from scheduler.sentences import counted
from scheduler.unmet import ConflictPart, Kind

KINDS: Final[dict[Kind, tuple[str, str]]] = {
    "ask": ("way to ask", "ways to ask"),
    "group": ("change to the group", "changes to the group"),
    "times": ("change of days, hours or places", "changes of days, hours or places"),
    "sessions": ("change to the sessions", "changes to the sessions"),
    "approach": ("other way to work together", "other ways to work together"),
    "money": ("way to have more money", "ways to have more money"),
}
"""The kinds of offers in order, each in words for one and for several."""


def spoken_tries(kind: Kind, many: int, helped: int) -> str:
    """Say how many changes of one kind were tried, and with how many all can be held."""
    if not many:
        return f"There is no {KINDS[kind][0]} to try here."
    tried = counted(many, *KINDS[kind])
    if helped:
        return f"{tried} tried: with {helped} of them every session can be held."
    return f"{tried} tried: with none of them can every session be held."


ENOUGH: Final = "If any one of them gave way, every required session could be held."
NOT_ENOUGH: Final = "Leave any one of these out and the others no longer clash."


def spoken_conflict(
    parts: Sequence[ConflictPart], missing: int, besides: Sequence[ConflictPart] = ()
) -> str:
    """Say what clashes, and how many required sessions at least cannot be held for it."""
    lacking = counted(missing, "required session")
    if not parts:
        return f"There are too few days: {lacking} cannot be held even if no rule held."
    told = dict.fromkeys(part.says.rstrip(".") for part in parts)
    said = "; ".join(told)
    ask = f" {ASK_ALL}" if OWN_REASONS.rstrip(".") in told else ""
    if len(parts) == 1:
        begin = f"At least {lacking} cannot be held because of one rule: {said}."
        return f"{begin}{_besides(parts, besides)}{ask}"
    is_enough = all(part.enough for part in parts)
    cure = ENOUGH if is_enough else f"{NOT_ENOUGH}{_besides(parts, besides)}"
    begin = f"At least {lacking} cannot be held while all of this stands: {said}."
    return f"{begin} {cure}{ask}"


def _besides(parts: Sequence[ConflictPart], besides: Sequence[ConflictPart]) -> str:
    """Say what stands in the way besides, or that something does; nothing where nothing does."""
    if all(part.enough for part in parts):
        return ""
    if not besides:
        return " That is not always enough: something else stands in the way as well."
    told = "; ".join(dict.fromkeys(part.says.rstrip(".") for part in besides))
    return f" That is not enough: this stands in the way as well: {told}."
