"""How places become points of a picture: north up, true to scale, with marks that can be read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, floor, hypot, log10, radians
from typing import Final

from scheduler.earth import KM_A_DEGREE
from scheduler.positions import Position

WIDTH: Final = 360.0
"""The width of a map, in units of the picture."""
LEAST_HEIGHT: Final = 180.0
MARGIN: Final = 24.0
APART: Final = 23.0
"""How far apart two marks have to be, centre from centre, to be read."""
ROUNDS: Final = 60
"""How often marks that stand too near are moved apart; more changes nothing that can be seen."""
LEAST_KM: Final = 2.0
"""A map shows at least so much, that one village does not fill it."""

Point = tuple[float, float]
"""Units from the left and from the top."""


@dataclass(frozen=True)
class Paper:
    """A sheet that holds some positions."""

    north: float
    """Degrees north of its top."""
    west: float
    """Degrees east of its left side."""
    narrowing: float
    """How much shorter a degree of longitude is here than one of latitude."""
    units_a_km: float
    height: float

    @classmethod
    def round_all(cls, spots: Sequence[Position]) -> "Paper":
        """Return the sheet that just holds all of some positions, one at least."""
        norths, easts = [spot[0] for spot in spots], [spot[1] for spot in spots]
        north, east = (min(norths) + max(norths)) / 2, (min(easts) + max(easts)) / 2
        narrowing = cos(radians(north))
        tall = max(LEAST_KM, (max(norths) - min(norths)) * KM_A_DEGREE)
        wide = max(LEAST_KM, (max(easts) - min(easts)) * KM_A_DEGREE * narrowing)
        units = (WIDTH - 2 * MARGIN) / max(wide, tall)
        height = max(LEAST_HEIGHT, tall * units + 2 * MARGIN)
        up, left = (length / 2 / units / KM_A_DEGREE for length in (height, WIDTH))
        return cls(north + up, east - left / narrowing, narrowing, units, round(height, 1))

    def point(self, spot: Position) -> Point:
        """Return where a position is on the sheet; outside it too."""
        units = KM_A_DEGREE * self.units_a_km
        east = (spot[1] - self.west) * self.narrowing
        return round(east * units, 1), round((self.north - spot[0]) * units, 1)

    def path(self, spots: Iterable[Position]) -> str:
        """Return positions as the points of a drawn line."""
        return " ".join(f"{x},{y}" for x, y in map(self.point, spots))

    def holds(self, spot: Position) -> bool:
        """Say whether a position is on the sheet."""
        x, y = self.point(spot)
        return 0 <= x <= WIDTH and 0 <= y <= self.height

    @property
    def round_km(self) -> int:
        """A round length of about a third of the width, in kilometres: 1, 2, 5, 10, 20 ..."""
        third = WIDTH / self.units_a_km / 3
        ten: int = 10 ** floor(log10(max(1.0, third)))
        return max(step * ten for step in (1, 2, 5) if step * ten <= max(1.0, third))


def moved_apart(points: Sequence[Point], height: float) -> list[Point]:
    """Return points moved so far that marks on them do not cover one another, none off the sheet.

    The same points always move the same way. Where there are more marks than fit, some still touch.
    """
    moved = [list(point) for point in points]
    for _ in range(ROUNDS):
        for second in range(len(moved)):
            for first in range(second):
                _push(moved[first], moved[second])
        for spot in moved:
            spot[0] = min(max(spot[0], APART / 2), WIDTH - APART / 2)
            spot[1] = min(max(spot[1], APART / 2), height - APART / 2)
    return [(round(x, 1), round(y, 1)) for x, y in moved]


def _push(first: list[float], second: list[float]) -> None:
    """Move two that stand too near one another apart, each half the way."""
    across, down = second[0] - first[0], second[1] - first[1]
    length = hypot(across, down)
    if length >= APART:
        return
    # Two marks on one spot: any direction will do, as long as it is always the same.
    across, down, length = (across, down, length) if length else (1.0, 0.5, hypot(1.0, 0.5))
    half = (APART - hypot(second[0] - first[0], second[1] - first[1])) / 2
    first[0] -= across / length * half
    first[1] -= down / length * half
    second[0] += across / length * half
    second[1] += down / length * half
