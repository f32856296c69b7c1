"""How large the earth is, and how far apart two near places are on it."""

from math import cos, hypot, radians
from typing import Final

EARTH_KM: Final = 6371.0
"""Mean radius of the earth in kilometres (IUGG)."""
KM_A_DEGREE: Final = radians(EARTH_KM)
"""Kilometres along a degree of latitude."""


def kilometres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far apart two near positions are, as the crow flies.

    Each in degrees north and degrees east.
    """
    along = (other[1] - one[1]) * cos(radians((one[0] + other[0]) / 2))
    return KM_A_DEGREE * hypot(other[0] - one[0], along)
