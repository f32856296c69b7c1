"""Fares nobody knows yet: whether what a way there and back costs is known."""

from typing import Final

from scheduler.plan import WayTaken

UNPRICED: Final = frozenset({"taxi", "not known"})
"""Ways that cost something, where nothing was said of it: nobody has asked."""


def is_fare_known(way: WayTaken) -> bool:
    """Say whether what a way costs is known; no timetable has fares."""
    return bool(way.pence) or (way.fare_known and way.by not in UNPRICED)
