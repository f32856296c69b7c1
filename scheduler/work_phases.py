"""The phases of the work: recruit, prepare, workshops, share back, each with its days and rules."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, get_args

from pydantic import Field

from scheduler.words import Settings, Word

PhaseName = Literal["recruit", "prepare", "workshops", "share back"]
"""The phases, by name."""

PHASES: tuple[PhaseName, ...] = get_args(PhaseName)
"""The phases in the order they happen."""

SPOKEN: Mapping[PhaseName, str] = MappingProxyType(
    {
        "recruit": "recruiting",
        "prepare": "preparing",
        "workshops": "workshops",
        "share back": "sharing back",
    }
)
"""What goes on in each phase, as people say it."""


class Phase(Word):
    """One phase of a project: when it may run, and which rules are set otherwise in it."""

    name: PhaseName
    """Which phase it is."""
    first_day: date | None = None
    """Its first day; empty means as early as the programme."""
    last_day: date | None = None
    """Its last day, included; empty means as late as the programme."""
    constraints: Settings = Field(default_factory=dict)
    """Settings for this phase alone, laid over the project's.

    A rule about two sessions in a row goes by the later one's phase. Rules that hang together who
    comes, or what is needed twice at once, are set for the whole project.
    """
