"""What one answer to an invitation says, before anybody looked whether it is one to ours."""

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

Method = Literal["REPLY", "COUNTER"]
"""An answer, or another time proposed."""


@dataclass(frozen=True)
class Reply:
    """An answer as it stands in a message; none of it is believed yet."""

    number: int
    """Which message of the file it stands in, from 1."""
    method: Method
    uid: str
    attendee: str
    """Whose answer it says it is: an address, in small letters."""
    standing: str
    """ACCEPTED, TENTATIVE, DECLINED or whatever else stands there."""
    sequence: int
    organiser: str
    """Whom it is to: an address, in small letters; empty where none is named."""
    of_series: bool
    """Whether it is about one day of a series."""
    stamped: str
    """When it was written, in UTC, as an ISO moment."""
    about: str = ""
    """When the session begins that they answer, in UTC; empty where the answer does not say."""
    start: str = ""
    """When the proposed time begins, in UTC; empty where none is proposed."""
    end: str = ""
    comment: str = ""
    """What they wrote beside it: for the facilitator alone."""
    senders: tuple[str, ...] = ()
    """The addresses the message says it is from; none where it came without a message."""
    is_disowned: bool = False
    """Whether a mail server found that the message is not from whom it says."""
    thread: tuple[str, ...] = ()
    """The names of the messages that the message follows on from."""


@dataclass(frozen=True)
class Passed:
    """A message, or an answer in one, that nothing could be taken from."""

    number: int
    why: str
    """Why it was not understood; empty where it holds no answer at all."""
    sender: str = ""
    """The address it says it is from, where it holds no answer; empty if it says none or many."""
    subject: str = ""
    day: str = ""
    """When it says that it was written, as an ISO date."""


Found = Reply | Passed

NOT_READ: Final = "was not read: the messages before it took too long"
"""Why a message was passed that nobody looked into."""


def as_parts(found: Found) -> dict[str, Any]:
    """Return an answer as JSON has it, to pass it from one process to another."""
    return asdict(found)


def from_parts(told: dict[str, Any]) -> Found:
    """Return an answer from such parts."""
    if "why" in told:
        return Passed(**told)
    return Reply(**{**told, **{name: tuple(told[name]) for name in ("senders", "thread")}})
