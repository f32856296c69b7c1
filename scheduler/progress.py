"""What a search tells while it works."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """How far planning has come."""

    project: str
    """Name of the project being looked at, or of the programme."""
    says: str
    """What is being done, in a sentence."""
    done: int
    """Steps done."""
    of: int
    """Steps there are."""
    level: str = ""
    """Once every project is planned: the first level not proven best; none where all are."""
    value: int | None = None
    """What the plan so far comes to there, added up."""
    bound: int | None = None
    """What no plan does better than there, added up."""
    gap: float | None = None
    """By how much the one is more than the other, in per cent of the bound."""
    has_plan: bool = False
    """Whether there is a whole plan already, which is kept if nobody waits any longer."""


class Enough(Exception):  # noqa: N818 - it is no error: whoever waits has waited long enough
    """Raised by whoever is told, to have the best plan found so far; before there is one, none."""


Told = Callable[[Progress], None]
"""Called now and then with how far planning has come; it may raise to stop."""


def told_nothing(progress: Progress) -> None:
    """Hear how far planning has come and do nothing about it."""
    del progress
