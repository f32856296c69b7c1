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
    """When they wrote it."""
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
    def key(self) -> str:
        """A short word by which it can be named."""
        told = self.model_dump_json()
        return sha256(told.encode()).hexdigest()[:8]


def latest(answers: Iterable[Answer]) -> dict[Seat, Answer]:
    """Return the answer in force about each session: of several the one written last."""
    found: dict[Seat, Answer] = {}
    for each in answers:
        if each.seat not in found or each.stamped >= found[each.seat].stamped:
            found[each.seat] = each
    return found
