"""Hold sessions on one day that belong to one day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

import numpy as np

from scheduler.constraint import Constraint, Degree, Earlier, Example, Objection, Relaxation, Source
from scheduler.programme import Programme, Session
from scheduler.samples import AFTERWARDS, HALL, at, on
from scheduler.spoken_days import spoken_day
from scheduler.ties import SharedDay, Ties

MORNING = Earlier(at("Tuesday 8 June 2027 09:00"), at("Tuesday 8 June 2027 11:00"), HALL)


@dataclass(frozen=True)
class SameDay(Constraint):
    """A day can have a morning at one site and an afternoon at another, with the same people.

    The second of two such sessions says that it is held on the day of the one before it. Rules that
    count days or weeks from one session to the next do not ask about it. How long people need
    between the two is a rule of its own.
    """

    kept: bool = True
    """Whether they are held on one day."""

    title: ClassVar[str] = "Hold on one day what belongs to one day"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "be flexible with time and location",
            date(2026, 11, 24),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The morning was the day before.",
            given={"day": on("Wednesday 9 June 2027"), "earlier": MORNING, "session": AFTERWARDS},
            expects="This is to be held on the day of the session before it, Tuesday 8 June 2027.",
        ),
        Example(
            says="The morning is the same day.",
            given={"day": on("Tuesday 8 June 2027"), "earlier": MORNING, "session": AFTERWARDS},
        ),
        Example(
            says="Nobody said that they belong to one day.",
            given={
                "day": on("Wednesday 16 June 2027"),
                "earlier": replace(MORNING, session=AFTERWARDS),
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Let sessions meant for one day fall on different days", {"kept": False}, 3),
    )

    def check(self, day: date, session: Session, earlier: Earlier) -> Objection | None:
        """Object where a session is not on the day it shares with the one before it."""
        before = earlier.start.date()
        if not self.kept or not session.same_day or day == before:
            return None
        says = f"This is to be held on the day of the session before it, {spoken_day(before)}."
        return Objection(Degree.NEVER, says, says)

    def couple(self, ties: Ties) -> None:
        """Tie the day of a session that shares one to the day of the session before it."""
        if self.kept:
            ties.share_a_day(self._shared)

    def _shared(self, _: Programme) -> SharedDay:
        return SharedDay(
            self.name(), ("day",), lambda before, after: np.equal(before("day"), after("day"))
        )
