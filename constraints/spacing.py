"""Leave room between one session and the next."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Earlier, Example, Objection, Relaxation, Source
from scheduler.samples import HALL, at
from scheduler.ties import Ties


@dataclass(frozen=True)
class Spacing(Constraint):
    """Leave people time to rest between sessions, but not so long that they forget.

    Sessions of a series come in order. Days are counted from one session's day to the next one's.
    """

    least_days: int = 7
    """Fewest days from one session to the next."""
    most_days: int = 56
    """Most days from one session to the next."""

    title: ClassVar[str] = "Leave room between sessions"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Own default: about a week to rest, about two months before people lose the thread",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The session before was four days ago.",
            given={
                "start": at("Tuesday 8 June 2027 11:00"),
                "earlier": Earlier(
                    at("Friday 4 June 2027 11:00"), at("Friday 4 June 2027 13:00"), HALL
                ),
            },
            expects="Only 4 days after the session before; leave at least 7.",
        ),
        Example(
            says="The session before was two weeks ago.",
            given={
                "start": at("Tuesday 8 June 2027 11:00"),
                "earlier": Earlier(
                    at("Tuesday 25 May 2027 11:00"), at("Tuesday 25 May 2027 13:00"), HALL
                ),
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Let sessions follow each other within 3 days", {"least_days": 3}, price=4, unit="days"
        ),
        Relaxation(
            "Let up to 12 weeks pass between sessions", {"most_days": 84}, price=28, unit="days"
        ),
    )

    def check(self, day: date, earlier: Earlier) -> Objection | None:
        """Object where the days since the session before are too few or too many."""
        gap = (day - earlier.start.date()).days
        if gap < self.least_days:
            says = f"Only {gap} days after the session before; leave at least {self.least_days}."
            return Objection(Degree.NEVER, says, says)
        if gap > self.most_days:
            says = f"{gap} days after the session before; leave at most {self.most_days}."
            return Objection(Degree.NEVER, says, says)
        return None

    def couple(self, ties: Ties) -> None:
        """Tie each session's day to the day of the one before."""
        ties.follows(
            self.name(),
            "day",
            lambda before, after: (
                (after - before >= self.least_days) & (after - before <= self.most_days)
            ),
        )
