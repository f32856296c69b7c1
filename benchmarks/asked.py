"""What a measurement is asked for, and the lines of figures it gives back."""

from dataclasses import dataclass
from pathlib import Path

Line = dict[str, object]
"""Figures by name, as one line of JSON has them."""


@dataclass(frozen=True)
class Asked:
    """What somebody wants measured."""

    seeds: range
    """Numbers of the programmes to draw."""
    seconds: float
    """How long the rival may take for each; 0 leaves it out. For regions: how long we may."""
    sites: tuple[int, ...] = (8, 32)
    """Of how many projects the regions are that are drawn."""
    file: Path | None = None
    """A programme to measure in place of drawn ones."""
