"""One session written as a calendar's own words (a VEVENT)."""

from collections.abc import Iterator
from datetime import UTC, datetime

from scheduler.calendars.content_lines import escaped, line, parameter
from scheduler.calendars.entry import CalendarEntry, CalendarUser
from scheduler.calendars.plain import plain
from scheduler.calendars.zone import LONDON, written


def session_event(entry: CalendarEntry, *, organiser: str = "", guest: str = "") -> bytes:
    """Return a session as a single dated event.

    Each session stands alone with its own date: several programs misread repeating events with
    exceptions.

    Parameters
    ----------
    organiser, guest
        Who invites, and the one who is invited, as `organiser_line` and `guest_line` write them;
        left out where the event is only kept.
    """
    return b"".join(map(line, _lines(entry, organiser, guest)))


def bare_event(entry: CalendarEntry, *, organiser: str) -> bytes:
    """Return nothing but which session is meant, in which wording, and who speaks of it."""
    told = (f"UID:{escaped(entry.uid)}", f"SEQUENCE:{entry.sequence}", organiser)
    stamp = f"DTSTAMP:{_stamp(entry.changed)}"
    return b"".join(map(line, ("BEGIN:VEVENT", stamp, *told, "END:VEVENT")))


def organiser_line(organiser: CalendarUser) -> str:
    """Return who invites."""
    return f"ORGANIZER{parameter('CN', organiser.name)}:{organiser.address}"


def guest_line(attendee: CalendarUser, *, reply: bool) -> str:
    """Return the one guest: whoever the file is for, and nobody else."""
    # Without RSVP Apple Calendar shows no reply buttons.
    asks = ";PARTSTAT=NEEDS-ACTION" + (";RSVP=TRUE" if reply else "")
    return f"ATTENDEE{parameter('CN', attendee.name)}{asks}:{attendee.address}"


def _lines(entry: CalendarEntry, organiser: str, guest: str) -> Iterator[str]:
    changed, place = _stamp(entry.changed), escaped(entry.place)
    start, end = written(entry.start, entry.end)
    ring = ": ".join(filter(None, (plain(entry.contact), plain(entry.phone))))
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{escaped(entry.title)}"
    yield f"DTSTART{_moment(start)}"
    yield f"DTEND{_moment(end)}"
    yield f"DTSTAMP:{changed}"
    yield f"UID:{escaped(entry.uid)}"
    yield f"SEQUENCE:{entry.sequence}"
    yield from filter(None, (guest,))
    yield "CLASS:PRIVATE"
    for link in entry.joining:
        feature = "PHONE" if link.startswith("tel:") else "VIDEO"
        yield f"CONFERENCE;FEATURE={feature};VALUE=URI:{link}"
    yield f"CONTACT:{escaped(ring)}"
    # Many programs show no CONFERENCE and no CONTACT, so the text says both again.
    yield f"DESCRIPTION:{escaped(*entry.description_lines, *entry.joining, ring)}"
    if entry.latitude is not None and entry.longitude is not None:
        yield f"GEO:{float(entry.latitude)};{float(entry.longitude)}"
    yield f"LAST-MODIFIED:{changed}"
    yield from filter(None, (place and f"LOCATION:{place}", organiser))
    yield f"STATUS:{entry.status}"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    if moment.tzinfo is UTC:
        return f":{moment:%Y%m%dT%H%M%SZ}"
    return f";TZID={LONDON}:{moment:%Y%m%dT%H%M%S}"


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
