"""What somebody answered to an invitation, once it was found to be theirs and to one of ours."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Final, Literal

from scheduler.words import Code, Text, Word

Says = Literal["coming", "perhaps", "not coming", "another time"]
"""What they say; with another time they neither come nor stay away yet."""

STANDINGS: Final[Mapping[str, Says]] = MappingProxyType(
    {"ACCEPTED": "coming", "TENTATIVE": "perhaps", "DECLINED": "not coming"}
)
"""What the words of calendars mean."""

Seat = tuple[str, str, int]
"""A person, a project and the number of one of its sessions."""


class Answer(Word):
    """One person's answer about one session."""

    person: Code
    """Whose."""
    project: Code
    """Of which project."""
    number: int
    """Which of its sessions, from 1."""
    says: Says
    """What they say."""
    sequence: int
    """Which wording of the session they answered: how often it had changed."""
    stamped: datetime
    """When they wrote it, by their own clock."""
    about: datetime | None = None
    """When the session began that they answered; unknown of answers kept by earlier versions."""
    written: datetime | None = None
    """When it was read, where their own clock cannot say whether it is their last word."""
    start: datetime | None = None
    """When the time they propose begins."""
    end: datetime | None = None
    """When the time they propose ends."""
    comment: Text = ""
    """What they wrote beside it; the facilitator alone reads it."""

    @property
    def seat(self) -> Seat:
        """Whose answer about what it is."""
        return self.person, self.project, self.number

    @property
    def rank(self) -> tuple[int, datetime]:
        """Which of several answers about a session comes last."""
        return self.sequence, self.written or self.stamped

    @property
    def key(self) -> str:
        """A short word by which it can be named."""
        # Read again, it is the same answer; and keys given out before hold.
        left_out = {"written"} if self.about else {"written", "about"}
        told = self.model_dump_json(exclude=left_out)
        return sha256(told.encode()).hexdigest()[:8]


def latest(answers: Iterable[Answer]) -> dict[Seat, Answer]:
    """Return the answer in force about each session: that to its last wording, written last."""
    found: dict[Seat, Answer] = {}
    for each in answers:
        if each.seat not in found or each.rank >= found[each.seat].rank:
            found[each.seat] = each
    return found
