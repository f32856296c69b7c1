"""Which of two answers of a person about a session is their last word."""

from datetime import datetime
from typing import Literal

from scheduler.calendars.replies.answer import Answer

Beside = Literal["used", "asked", "replaced", "known"]
"""What becomes of an answer beside another."""


def against(answer: Answer, known: Answer | None, *, now: datetime) -> tuple[Beside, str]:
    """Return what becomes of an answer beside the one in force, and why."""
    if known and answer.key == known.key:
        return "known", ""
    if answer.stamped > now:
        return "asked", "it says it was written later than now, so their clock is wrong"
    if known is None or answer.rank > known.rank:
        return "used", ""
    if answer.sequence == known.sequence and (known.written or known.stamped > now):
        return "asked", "nobody can tell whether it comes before or after another answer of theirs"
    if answer.rank == known.rank:
        return "asked", "they gave another answer in the same second"
    return "replaced", "they gave another answer later"
