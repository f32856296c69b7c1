"""Ask everybody when they can come."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.facts import Answer
from scheduler.people import Person, Times
from scheduler.samples import ISHBEL

ASKED = frozenset({Answer.YES, Answer.LIMITED, Answer.PREFERS_NOT_TO_SAY})
"""Answers after which nobody needs to ask again."""


@dataclass(frozen=True)
class TimesTold(Constraint):
    """Whoever has not said when they can come is planned for, but never counted on until asked."""

    title: ClassVar[str] = "Ask everybody when they can come"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Nobody has asked her yet.",
            given={"person": ISHBEL.model_copy(update={"times": Times()})},
            expects="When can Ishbel come, and when not?",
        ),
        Example(
            says="She was asked, and prefers not to say.",
            given={
                "person": ISHBEL.model_copy(update={"times": Times(told=Answer.PREFERS_NOT_TO_SAY)})
            },
        ),
        Example(says="She has told us.", given={"person": ISHBEL}),
    )

    def check(self, person: Person) -> Objection | None:
        """Ask where somebody has not told us when they can come."""
        if person.times.told in ASKED:
            return None
        return Objection(Degree.UNKNOWN, f"When can {person.label} come, and when not?")
