"""Ask everybody what they need before anything is final."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.facts import Answer
from scheduler.people import Person
from scheduler.samples import ISHBEL, RORY
from scheduler.sentences import listed

ASKED = frozenset({Answer.YES, Answer.PREFERS_NOT_TO_SAY})
NOT_ASKED = ISHBEL.model_copy(update={"needs_asked": Answer.UNKNOWN})


@dataclass(frozen=True)
class NeedsAsked(Constraint):
    """Not asked is not the same as no need: nothing is final until everybody was asked.

    Dates may be drafted before. Somebody who was asked and prefers not to say holds nothing back.
    """

    title: ClassVar[str] = "Ask everybody what they need"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Nobody has asked Ishbel yet.",
            given={"group": (NOT_ASKED, RORY)},
            expects="Has Ishbel been asked what they need?",
        ),
        Example(
            says="Ishbel was asked and prefers not to say.",
            given={
                "group": (
                    ISHBEL.model_copy(update={"needs_asked": Answer.PREFERS_NOT_TO_SAY}),
                    RORY,
                )
            },
        ),
    )

    def check(self, group: tuple[Person, ...]) -> Objection | None:
        """Object until everybody has been asked, whatever they answered."""
        left = [person.label for person in group if person.needs_asked not in ASKED]
        if not left:
            return None
        verb = "Has" if len(left) == 1 else "Have"
        return Objection(Degree.UNKNOWN, f"{verb} {listed(left)} been asked what they need?")
