"""Ask for interpreters in pairs where a session is long."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.needed import interpreters_for
from scheduler.people import Person
from scheduler.programme import Session
from scheduler.samples import ISHBEL, RORY, WISH
from scheduler.sentences import listed
from scheduler.workers import WorkerNeed

SIGNING = ISHBEL.model_copy(update={"interpreter": "BSL"})
PAIR = WorkerNeed(role="interpreter", language="BSL", count=2)


@dataclass(frozen=True)
class InterpreterPairs(Constraint):
    """Nobody interprets well for long alone, so in longer sessions two take turns.

    A pair is asked for among the workers of a session, and is then booked with the notice both
    need. Breaks do not count, since interpreters rest then too. It is said beside the plan and
    moves no date.
    """

    alone_minutes: int = 60
    """How long one interpreter can work alone, breaks left out, in minutes."""

    title: ClassVar[str] = "Ask for two interpreters in long sessions"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "University of Edinburgh, Booking BSL/English interpreters: in pairs over an hour",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Somebody needs a BSL interpreter for two hours with a break.",
            given={"group": (SIGNING, RORY)},
            expects="People talk for 100 minutes, too long for one interpreter alone: "
            "ask for 2 BSL interpreters among the session's workers.",
        ),
        Example(
            says="The session asks for a pair.",
            given={
                "group": (SIGNING, RORY),
                "session": WISH.model_copy(update={"workers": (PAIR,)}),
            },
        ),
        Example(
            says="The session is an hour long.",
            given={
                "group": (SIGNING, RORY),
                "session": WISH.model_copy(update={"length_minutes": 60, "break_minutes": 0}),
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Ask one interpreter to work for two hours, with breaks",
            {"alone_minutes": 120},
            price=60,
            unit="minutes",
        ),
    )

    def check(self, session: Session, group: tuple[Person, ...]) -> Objection | None:
        """Object where a language is interpreted for long and no pair is asked for."""
        minutes = session.length_minutes - session.break_minutes
        if minutes <= self.alone_minutes:
            return None
        single = [
            need.language
            for need in interpreters_for(group)
            if _asked(session, need.language) < 2  # noqa: PLR2004 - a pair
        ]
        if not single:
            return None
        pairs = listed([f"2 {language} interpreters" for language in single])
        says = f"People talk for {minutes} minutes, too long for one interpreter alone"
        return Objection(Degree.AVOID, f"{says}: ask for {pairs} among the session's workers.")


def _asked(session: Session, language: str) -> int:
    """Return how many interpreters of a language a session asks for itself."""
    return sum(
        need.count
        for need in session.workers
        if need.role == "interpreter" and need.language == language
    )
