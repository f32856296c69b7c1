"""What a search tells while it works."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """How far planning has come."""

    project: str
    """Name of the project being looked at."""
    says: str
    """What is being done, in a sentence."""
    done: int
    """Steps done."""
    of: int
    """Steps there are."""


Told = Callable[[Progress], None]
"""Called now and then with how far planning has come; it may raise to stop."""


def told_nothing(progress: Progress) -> None:
    """Hear how far planning has come and do nothing about it."""
    del progress
