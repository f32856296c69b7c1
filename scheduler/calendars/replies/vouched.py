"""What a message's own head says of whom it is from: what mail servers found, and its thread.

Only what speaks against it counts. A forger may write that all is well, and nobody writes that a
message of theirs is not: so the words of any server, ours or another, are believed if they doubt.
"""

import re
from collections.abc import Iterable, Mapping
from email.message import Message
from types import MappingProxyType
from typing import Final

from scheduler.calendars.replies.results import Found, results_in

FAILED: Final = frozenset({"fail", "hardfail", "softfail"})
BY_SENDER: Final = frozenset({"dmarc", "compauth"})
"""Methods that say of the sender people read whether it is true; Exchange calls it compauth."""
BY_DOMAIN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"dkim": ("header.d", "header.i"), "spf": ("smtp.mailfrom",)}
)
"""Methods that say of some domain whether it sent the message, and where that domain is told.

How a machine calls itself in greeting (smtp.helo) is nobody's domain: anybody may say anything.
"""
_HEADS: Final = ("Authentication-Results", "ARC-Authentication-Results")
_LONGEST: Final = 10_000
_ID: Final = re.compile(r"<[^<>\s]+>")
_MOST_IDS: Final = 100


def is_disowned(message: Message, senders: Iterable[str]) -> bool:
    """Say whether a mail server on the way found that a message is not from whom it says."""
    domains = {each.rpartition("@")[2] for each in senders}
    heads = (str(value) for name in _HEADS for value in message.get_all(name, []))
    return any(_speaks_against(tuple(results_in(head)), domains) for head in heads)


def thread_of(message: Message) -> tuple[str, ...]:
    """Return the names of the messages that a message follows on from; none where it says none."""
    heads = (str(v) for name in ("In-Reply-To", "References") for v in message.get_all(name, []))
    every = (found for head in heads for found in _ID.findall(head[:_LONGEST]))
    return tuple(dict.fromkeys(every))[:_MOST_IDS]


def _speaks_against(found: tuple[Found, ...], senders: set[str]) -> bool:
    of_sender = [each for each in found if each.method in BY_SENDER]
    if any(each.result in FAILED for each in of_sender):
        return True
    if any(each.result == "pass" and _may_be_of(each, senders) for each in of_sender):
        return False
    passed = {e.method for e in found if e.result == "pass" and _is_of(e, senders)}
    failed = [e for e in found if e.method in BY_DOMAIN and e.result in FAILED]
    if "dkim" in passed:
        return False
    # Whoever passes mail on may send it for the sender's domain; a signature of theirs that is
    # broken says that something was changed all the same.
    return any("spf" not in passed or _may_be_of(each, senders) for each in failed)


def _is_of(found: Found, senders: set[str]) -> bool:
    """Say whether it is said of the sender's own domain, and of no other."""
    told = found.domains(*BY_DOMAIN.get(found.method, ()))
    return bool(told) and all(_is_akin(domain, senders) for domain in told)


def _may_be_of(found: Found, senders: set[str]) -> bool:
    """Say whether it is said of the sender's own domain, or of nobody's in particular."""
    told = found.domains(*BY_DOMAIN.get(found.method, ("header.from",)))
    return not told or any(_is_akin(domain, senders) for domain in told)


def _is_akin(domain: str, senders: set[str]) -> bool:
    pairs = ((domain, sender) for sender in senders)
    return any(a == b or a.endswith(f".{b}") or b.endswith(f".{a}") for a, b in pairs)
