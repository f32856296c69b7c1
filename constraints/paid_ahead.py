"""Leave time to send people their fares before they set out."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.programme import Programme, Session
from scheduler.samples import PROGRAMME, WISH, on
from scheduler.spoken_days import spoken_day

SOON = PROGRAMME.model_copy(update={"planned_on": on("Friday 4 June 2027")})


@dataclass(frozen=True)
class PaidAhead(Constraint):
    """Nobody should have to lay out what the way to a session costs, nor find a taxi to be paid.

    A date too near to send money ahead or to pay the taxi firm is held only if need be; then cash
    has to be ready on the day. Days are counted from the day planning is done.
    """

    least_days: int = 7
    """How many days before a session money is sent ahead. Own default."""

    title: ClassVar[str] = "Leave time to pay ahead"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "meet costs up front, or send a prepaid taxi",
            date(2026, 11, 30),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Three days after planning.",
            given={"day": on("Monday 7 June 2027"), "programme": SOON},
            expects="Money for the way to it on Monday 7 June 2027 can no longer be sent "
            "7 days ahead: have cash ready.",
        ),
        Example(
            says="A week after planning.",
            given={"day": on("Friday 11 June 2027"), "programme": SOON},
        ),
        Example(
            says="It is on-line: nobody travels.",
            given={
                "day": on("Monday 7 June 2027"),
                "programme": SOON,
                "session": WISH.model_copy(update={"form": "on-line"}),
            },
        ),
    )

    def check(self, day: date, programme: Programme, session: Session) -> Objection | None:
        """Speak against a day too near to pay ahead."""
        if session.is_remote or session.is_promised:
            return None
        if day - timedelta(days=self.least_days) >= programme.planning_day:
            return None
        about = f"Money for the way to it on {spoken_day(day)} can no longer be sent"
        says = f"{about} {self.least_days} days ahead: have cash ready."
        return Objection(Degree.AVOID, says)
