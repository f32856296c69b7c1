"""Keep sessions short enough, with breaks."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.programme import Session
from scheduler.samples import WISH
from scheduler.sentences import counted


@dataclass(frozen=True)
class SessionLength(Constraint):
    """Long sessions tire people, and whoever tires most is heard least.

    Breaks count in the length of a session. It is said beside the plan and moves no date, since it
    is as true of one date as of another.
    """

    most_minutes: int = 180
    """Longest a session should last, breaks included, in minutes."""
    stretch_minutes: int = 90
    """Longest people should sit without a break, in minutes."""
    break_minutes: int = 15
    """Shortest a break should be, in minutes."""

    title: ClassVar[str] = "Keep sessions short enough, with breaks"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "time to build creative confidence",
            date(2026, 11, 23),
        ),
        Source(
            "Three hours, a quarter of an hour off every hour and a half: own practice, adjustable",
            date(2026, 11, 24),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="A whole day with two short breaks.",
            given={"session": WISH.model_copy(update={"length_minutes": 300})},
            expects="A session of 300 minutes is long, more than 180. "
            "It has 20 minutes of breaks; it should have at least 45.",
        ),
        Example(
            says="Two hours and a half without a break.",
            given={"session": WISH.model_copy(update={"length_minutes": 150, "break_minutes": 0})},
            expects="It has 0 minutes of breaks; it should have at least 15.",
        ),
        Example(says="Two hours with a break of 20 minutes.", given={"session": WISH}),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Meet for up to four hours", {"most_minutes": 240}, price=60, unit="minutes"),
    )

    def check(self, session: Session) -> Objection | None:
        """Object where a session is long, or has too little time for breaks."""
        length, breaks = session.length_minutes, session.break_minutes
        least = (-(-(length - breaks) // self.stretch_minutes) - 1) * self.break_minutes
        says = []
        if length > self.most_minutes:
            says.append(f"A session of {length} minutes is long, more than {self.most_minutes}.")
        if breaks < least:
            has = counted(breaks, "minute")
            says.append(f"It has {has} of breaks; it should have at least {least}.")
        return Objection(Degree.AVOID, " ".join(says), " ".join(says)) if says else None
