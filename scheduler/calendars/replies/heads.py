"""What the head of a message says that people know it by: its subject and its day."""

from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final

from scheduler.calendars.plain import plain

LONGEST: Final = 100
"""Most characters of a subject that are kept."""
_MOST_WRITTEN: Final = 2_000


def subject_of(message: Message) -> str:
    """Return the subject of a message in plain words; empty where it has none."""
    written = str(message.get("Subject", ""))[:_MOST_WRITTEN]
    try:
        told = str(make_header(decode_header(written)))
    except (LookupError, ValueError, HeaderParseError):
        # Letters in a way that nobody knows are shown as they stand.
        told = written
    return plain(" ".join(told.split()))[:LONGEST].strip()


def day_of(message: Message) -> str:
    """Return the day on which a message says it was written, as an ISO date; empty if on none."""
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
