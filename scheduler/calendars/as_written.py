"""Whether a calendar server shows an entry as it was put there."""

import re
from collections import Counter
from typing import Final

from icalendar import Calendar

SERVERS_OWN: Final = frozenset({"CREATED", "DTSTAMP", "LAST-MODIFIED"})
"""What servers write anew by themselves; nothing that anybody reads."""
USUAL: Final = frozenset({("TRANSP", "OPAQUE"), ("PRIORITY", "0")})
"""What some servers add, though it means the same as nothing."""

_COUNT: Final = re.compile(rb"^SEQUENCE(?:;[^:\r\n]*)?:([0-9]{1,10})\r?$", re.MULTILINE)


def count_in(content: bytes) -> int:
    """Return how many changes an entry counts, whoever wrote it; -1 where it does not tell."""
    return max(map(int, _COUNT.findall(content)), default=-1)


def is_as_written(found: bytes, written: bytes) -> bool:
    """Say whether what is found says what was written: nothing else, nothing more and nothing less.

    Where lines are folded, how they are ordered and what a server notes for itself do not count.
    An alarm, a note or another hour is somebody's.
    """
    try:
        return _said(found) == _said(written)
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def _said(content: bytes) -> Counter[tuple[str, ...]]:
    events = Calendar.from_ical(content).walk("VEVENT")
    lines = (line for event in events for line in event.property_items())
    return Counter(
        (name, _plain(value), *_parameters(value))
        for name, value in lines
        if name not in SERVERS_OWN and (name, _plain(value)) not in USUAL
    )


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode()
    written = value.to_ical()  # type: ignore[attr-defined]
    return str(written.decode() if isinstance(written, bytes) else written)


def _parameters(value: object) -> tuple[str, ...]:
    told = getattr(value, "params", {})
    return tuple(sorted(f"{name}={told[name]}" for name in told))
