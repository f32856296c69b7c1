"""What a message's own head says of whom it is from: what mail servers found, and its thread.

Only what speaks against it counts. A forger may write that all is well, and nobody writes that a
message of theirs is not: so the words of any server, ours or another, are believed if they doubt.
"""

import re
from collections.abc import Iterable, Iterator
from email.message import Message
from typing import Final, NamedTuple

FAILED: Final = frozenset({"fail", "hardfail", "softfail"})
BY_SENDER: Final = frozenset({"dmarc", "compauth"})
"""Methods that say of the sender people read whether it is true; Exchange calls it compauth."""
BY_DOMAIN: Final = frozenset({"dkim", "spf"})
"""Methods that say of some domain whether it sent the message; which one is told beside it."""
_HEADS: Final = ("Authentication-Results", "ARC-Authentication-Results")
_LONGEST: Final = 10_000
_DEEPEST: Final = 10
"""How deep remarks may lie in remarks."""
_REMARK: Final = re.compile(r"\([^()]*\)")
_RESULT: Final = re.compile(r"\s*([A-Za-z0-9-]+)(?:\s*/\s*\d+)?\s*=\s*([A-Za-z]+)(.*)", re.DOTALL)
_WHOSE: Final = re.compile(
    r"(?:header\.(?:d|i|from)|smtp\.(?:mailfrom|helo))\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE
)
_ID: Final = re.compile(r"<[^<>\s]+>")
_MOST_IDS: Final = 100


class Found(NamedTuple):
    """What a mail server found in one way."""

    method: str
    result: str
    domains: tuple[str, ...]
    """Of which domains, in small letters."""


def is_disowned(message: Message, senders: Iterable[str]) -> bool:
    """Say whether a mail server on the way found that a message is not from whom it says."""
    domains = {each.rpartition("@")[2] for each in senders}
    heads = (str(value) for name in _HEADS for value in message.get_all(name, []))
    return any(_speaks_against(tuple(_found(head)), domains) for head in heads)


def thread_of(message: Message) -> tuple[str, ...]:
    """Return the names of the messages that a message follows on from; none where it says none."""
    heads = (str(v) for name in ("In-Reply-To", "References") for v in message.get_all(name, []))
    every = (found for head in heads for found in _ID.findall(head[:_LONGEST]))
    return tuple(dict.fromkeys(every))[:_MOST_IDS]


def _speaks_against(found: tuple[Found, ...], senders: set[str]) -> bool:
    of_sender = [each.result for each in found if each.method in BY_SENDER]
    if any(result in FAILED for result in of_sender):
        return True
    if "pass" in of_sender:
        return False
    of_domain = [each for each in found if each.method in BY_DOMAIN]
    passed = any(each.result == "pass" and _is_of(each, senders) for each in of_domain)
    return not passed and any(each.result in FAILED for each in of_domain)


def _is_of(found: Found, senders: set[str]) -> bool:
    """Say whether it is said of the sender's own domain, or of nobody's in particular."""
    pairs = ((domain, sender) for domain in found.domains for sender in senders)
    return not found.domains or any(
        domain == sender or domain.endswith(f".{sender}") or sender.endswith(f".{domain}")
        for domain, sender in pairs
    )


def _found(head: str) -> Iterator[Found]:
    told = head[:_LONGEST]
    for _ in range(_DEEPEST):
        told = _REMARK.sub(" ", told)
    for part in told.split(";"):
        if result := _RESULT.fullmatch(part):
            whose = (each.casefold() for each in _WHOSE.findall(result[3]))
            domains = tuple(each.rpartition("@")[2] for each in whose)
            yield Found(result[1].casefold(), result[2].casefold(), domains)
