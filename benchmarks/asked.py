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
    each: tuple[float, ...]
    """How long the rival may take for each, in seconds; several where one measurement has several.

    0 leaves it out. For regions: how long we may.
    """
    sites: tuple[int, ...] = (8, 32)
    """Of how many projects the regions are that are drawn."""
    file: Path | None = None
    """A programme to measure in place of drawn ones."""
    data: Path | None = None
    """The folder of published instances."""

    @property
    def seconds(self) -> float:
        """How long the rival may take for each, where one figure was given."""
        return self.each[0]
