"""What a message tells its reader: so that what says nothing new is not sent again."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cached_property
from hashlib import sha256
from typing import Final, cast

from web.mailing.accepted import Wording

_OF_PLANNING: Final = ("DTSTAMP", "LAST-MODIFIED")
"""Lines that tell when planning was done, and nothing of the session."""
_GIST: Final = ("DTSTART", "DTEND", "LOCATION", "CONFERENCE", "STATUS")
"""Lines whose change makes another wording, as `next_sequence` counts them."""


@dataclass(frozen=True)
class Content:
    """A message, read as its reader gets it."""

    content: bytes

    @cached_property
    def message(self) -> EmailMessage:
        """The message in its parts."""
        return message_from_bytes(self.content, policy=default)

    @cached_property
    def text(self) -> str:
        """What is read where nothing else is."""
        body = self.message.get_body(("plain",))
        return "\n".join(str(body.get_content()).splitlines()) if body else ""

    @cached_property
    def key(self) -> str:
        """The number it is known by: to whom, and all that is said but for when it was made."""
        told = [n for n in self._lines if not n.startswith(_OF_PLANNING)]
        return _number(self._to, str(self.message["Subject"]), self.text, *told)

    @cached_property
    def wording(self) -> Wording:
        """Which wording of which session it tells."""
        gist = sorted(each for each in self._lines if each.startswith(_GIST))
        return Wording(
            of=told_of(self._to, self.uid),
            sequence=int(self._value("SEQUENCE")),
            # An answer says which session is meant, and no more.
            gist="-" if self._value("METHOD") == "DECLINECOUNTER" else _number(*gist),
        )

    @property
    def uid(self) -> str:
        """The identity of the session it is about."""
        return self._value("UID")

    @property
    def _to(self) -> str:
        return str(self.message["To"])

    @property
    def calendar(self) -> str:
        """The session as its invitation says it, without the clock of its zone, a line each."""
        return "\n".join(self._lines)

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        """The lines of the session, without the clock of its zone."""
        parts = (p for p in self.message.walk() if p.get_content_type() == "text/calendar")
        whole = next((cast("bytes", p.get_payload(decode=True)).decode() for p in parts), "")
        unfolded = re.sub(r"\r?\n[ \t]", "", whole)
        head, clock, rest = unfolded.partition("BEGIN:VTIMEZONE")
        said = head + rest.partition("END:VTIMEZONE")[2] if clock else head
        return tuple(filter(None, said.splitlines()))

    def _value(self, name: str) -> str:
        return next(n.partition(":")[2] for n in self._lines if n.startswith(f"{name}:"))


def told_of(address: str, uid: str) -> str:
    """Return the number that stands for a session and who is told of it."""
    return _number(address, uid)


def _number(*told: str) -> str:
    return sha256(repr(told).encode()).hexdigest()
