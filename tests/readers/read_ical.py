"""Says what the Python library `ical` reads in a calendar file: one JSON line for each session.

Use: python read_ical.py FILE
"""

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from ical.calendar_stream import IcsCalendarStream


def in_utc(moment: date | None) -> str:
    """Return a moment in UTC; without the Z that marks it where the library found no zone."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return str(moment)


for event in IcsCalendarStream.calendar_from_ics(Path(sys.argv[1]).read_bytes().decode()).events:
    row = {
        "uid": event.uid,
        "start": in_utc(event.dtstart),
        "end": in_utc(event.end),
        "summary": event.summary,
        "description": event.description or "",
        "location": event.location or "",
        "guests": len(event.attendees),
    }
    sys.stdout.write(json.dumps(row) + "\n")
