"""Links that add one session to a calendar on the web, with nobody's address in them."""

from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlencode

from scheduler.calendars.entry import CalendarEntry
from scheduler.calendars.plain import plain

GOOGLE: Final = "https://calendar.google.com/calendar/render"
OUTLOOK: Final = "https://outlook.live.com/calendar/0/deeplink/compose"


def google_link(entry: CalendarEntry) -> str:
    """Return the link that adds a session to Google Calendar."""
    told = {
        "action": "TEMPLATE",
        "text": plain(entry.title),
        "dates": f"{_stamp(entry.start)}/{_stamp(entry.end)}",
        "location": plain(entry.place),
        "details": _text(entry),
    }
    return f"{GOOGLE}?{urlencode(told)}"


def outlook_link(entry: CalendarEntry) -> str:
    """Return the link that adds a session to Outlook.com."""
    told = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": plain(entry.title),
        "startdt": entry.start.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "enddt": entry.end.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "location": plain(entry.place),
        "body": _text(entry),
    }
    return f"{OUTLOOK}?{urlencode(told)}"


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(entry: CalendarEntry) -> str:
    ring = ": ".join(filter(None, (plain(entry.contact), plain(entry.phone))))
    lines = [*map(plain, entry.description_lines), *entry.joining, ring]
    return "\n".join(filter(None, lines))
