"""Chooses between journeys of one day: how long each leg takes, with how many changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from scheduler.timetables.feed import BY
from scheduler.timetables.scan import LATE

EASY_CHANGES = 2
"""Up to how many changes each way the shortest journey is taken, for somebody who did not say.

Own default, 24 November 2026: as many as the rule on travel lets people make.
"""
NIGHT = 27 * 3600
"""When a day is over for everybody, in seconds: whoever is not home by three stays the night.

Own default, 24 November 2026.
"""
MINUTE = 60


@dataclass(frozen=True)
class Leg:
    """One leg of a journey: its other end in seconds, its changes, and what it is by."""

    at: int
    changes: int
    by: int


@dataclass(frozen=True)
class Both:
    """A way there and a way home."""

    there: Leg
    """`at` is when they set out."""
    back: Leg
    """`at` is when they are home."""

    @property
    def changes(self) -> int:
        """Changes of vehicle each way: of the leg that has more."""
        return max(self.there.changes, self.back.changes)

    @property
    def by(self) -> str:
        """What they are by: a ferry or a train before a bus that leads to it."""
        return said_by(self.there.by | self.back.by)

    def minutes(self, start: int, end: int) -> tuple[int, int]:
        """Return whole minutes there and back, waits included, never rounded in their favour."""
        return -((self.there.at - start) // MINUTE), -((end - self.back.at) // MINUTE)


def said_by(kinds: int) -> str:
    """Return what a journey is said to be by: a ferry or a train before a bus that leads to it."""
    order = ("ferry", "train", "community transport", "bus")
    return next(by for by in order if kinds >> BY.index(by) & 1)


def legs_of(at: Sequence[int], by: Sequence[int], *, turned: bool) -> list[Leg | None]:
    """Return the best leg with up to so many changes, for each number of changes.

    Parameters
    ----------
    at, by
        When the other end is reached with each number of vehicles, and what by.
    turned
        Whether times stand with their sign turned: latest departures, not earliest arrivals.
    """
    found = [
        (moment, number, kinds) for number, (moment, kinds) in enumerate(zip(at, by, strict=True))
    ]
    best = accumulate(found, min)
    sign = -1 if turned else 1
    return [
        Leg(sign * moment, changes, kinds) if moment < (LATE if turned else NIGHT) else None
        for moment, changes, kinds in best
    ]


def chosen(
    there: Sequence[Leg | None],
    back: Sequence[Leg | None],
    *,
    time: tuple[int, int],
    most_changes: int,
) -> Both | None:
    """Return the way there and back that is best; None where either is missing.

    The shortest with no more changes than will do, else the one with the fewest.
    """
    pairs = [Both(out, home) for out, home in zip(there, back, strict=True) if out and home]
    if not pairs:
        return None
    easy = [both for both in pairs if both.changes <= most_changes]
    return min(easy or pairs[:1], key=lambda both: (max(both.minutes(*time)), both.changes))
