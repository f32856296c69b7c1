"""What takes longer from one session to the next the further apart their rooms are."""

from collections.abc import Callable
from dataclasses import dataclass

from scheduler.ties import OneAtATime
from scheduler.venues import Venue


@dataclass(frozen=True)
class Between(OneAtATime):
    """What cannot be in two places at once, the way from one room to the other included.

    `gap_minutes` is the longest such way, for planners that do not tell rooms apart.
    """

    minutes: Callable[[Venue, Venue], int]
    """Minutes needed from the end of a session in one room to the start of another in the other."""
