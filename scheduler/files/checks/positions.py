"""Positions on the map: whole, on the Earth, and not the wrong way round."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from scheduler.files.findings import Finding, Path
from scheduler.positions import Position
from scheduler.venues import Place, Venue


@dataclass(frozen=True)
class Box:
    """A part of the map between two degrees north and two degrees east."""

    south: int
    north: int
    west: int
    east: int

    def __contains__(self, position: tuple[float, float]) -> bool:
        """Say whether degrees north and degrees east lie in it."""
        north, east = position
        return self.south <= north <= self.north and self.west <= east <= self.east


ISLES: Final = Box(south=49, north=61, west=-11, east=2)
"""Britain, Ireland and the isles around them: Jersey 49.2, Unst 60.9, Dingle -10.5, Lowestoft 1.8.

Turned round, it is the Indian Ocean between Somalia and the Seychelles.
"""
NORTH_SEA: Final = (
    Box(south=54, north=57, west=1, east=7),
    Box(south=57, north=61, west=1, east=4),
)
"""Nothing but water: Spurn Head is at 0.1, Heligoland at 7.9, Utsira off Norway at 4.9."""


def is_turned_round(position: Position) -> bool:
    """Say whether a position is in these isles once its two numbers are swapped."""
    north, east = position
    return (east, north) in ISLES


def is_at_sea(position: Position) -> bool:
    """Say whether a position is in the North Sea, as one is that lacks its minus."""
    return any(position in sea for sea in NORTH_SEA)


def slips_in_position(path: Path, spot: Place | Venue) -> Iterator[Finding]:
    """Find positions the wrong way round, and those that lack a minus: nobody meets at sea."""
    north, east = spot.latitude, spot.longitude
    if north is None or east is None:
        return
    if is_turned_round((north, east)):
        remedy = f"and longitude {east} are the wrong way round; swap them"
        yield Finding((*path, "latitude"), str(north), remedy)
    elif is_at_sea((north, east)):
        remedy = f"is in the North Sea; west of Greenwich write {-east}, or correct it"
        yield Finding((*path, "longitude"), str(east), remedy)
