"""What speaks against something, and whoever can be asked for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from scheduler.degree import Degree


@dataclass(frozen=True)
class Objection:
    """What speaks against a candidate, in words for the organiser and for the group."""

    degree: Degree
    organiser: str
    """A plain sentence with only what the person agreed to be said."""
    group: str = ""
    """What the group's page may say; empty where it may say nothing."""
    is_private: bool = False
    """Whether it may stand beside nobody's name, whatever they agreed to share."""
    confirm_by: date | None = None
    """Where it rests on days that are not known yet: by when the person has to be asked."""


class Asked(Protocol):
    """A rule as far as it is asked about a case."""

    @classmethod
    def name(cls) -> str:
        """Return its name."""

    @classmethod
    def asks_for(cls) -> tuple[str, ...]:
        """Return the names its check asks for, in order."""

    @property
    def check(self) -> Callable[..., Objection | None]:
        """Return what speaks against a case, or None."""
