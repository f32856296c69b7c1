"""Fares nobody knows yet: what is told of money is then the least it comes to."""

from collections.abc import Iterable
from typing import Final

from scheduler.plan import Chosen, WayTaken
from scheduler.sentences import counted

UNPRICED: Final = frozenset({"taxi", "not known"})
"""Ways that cost something, where nothing was said of it: nobody has asked."""


def is_fare_known(way: WayTaken) -> bool:
    """Say whether what a way costs is known; no timetable has fares."""
    return bool(way.pence) or (way.fare_known and way.by not in UNPRICED)


def fares_not_known(sessions: Iterable[Chosen]) -> int:
    """Return how many journeys there and back cost nobody knows what."""
    return sum(not is_fare_known(one.way) for held in sessions for one in held.coming)


def with_unknown(cost: str, many: int) -> str:
    """Return a sum of money as it is known: "£10.00", or "at least £10.00, 2 fares not known"."""
    return f"at least {cost}, {counted(many, 'fare')} not known" if many else cost
