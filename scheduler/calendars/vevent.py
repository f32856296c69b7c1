"""One session written as a calendar's own words (a VEVENT)."""

from datetime import UTC

from icalendar import Event, vCalAddress, vUri

from scheduler.calendars.entry import CalendarEntry, CalendarUser
from scheduler.calendars.plain import Words, plain
from scheduler.calendars.zone import written


def session_event(entry: CalendarEntry, organiser: CalendarUser) -> Event:
    """Return a session as a single dated event that names its organiser and nobody else.

    Each session stands alone with its own date: several programs misread repeating events with
    exceptions.
    """
    event = Event()
    _add_identity(event, entry)
    _add_words(event, entry)
    if entry.latitude is not None:
        event.add("geo", (entry.latitude, entry.longitude))
    for link in entry.joining:
        feature = "PHONE" if link.startswith("tel:") else "VIDEO"
        event.add("conference", vUri(link), {"VALUE": "URI", "FEATURE": feature})
    event.add("organizer", _address(organiser))
    return event


def invite(event: Event, attendee: CalendarUser, *, reply: bool) -> Event:
    """Return the event with its one guest: whoever the file is for, and nobody else."""
    guest = _address(attendee)
    guest.params["PARTSTAT"] = "NEEDS-ACTION"
    if reply:
        guest.params["RSVP"] = "TRUE"  # without it Apple Calendar shows no reply buttons
    event.add("attendee", guest)
    return event


def _add_identity(event: Event, entry: CalendarEntry) -> None:
    start, end = written(entry.start, entry.end)
    event.add("uid", Words(entry.uid))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed.astimezone(UTC))
    event.add("last-modified", entry.changed.astimezone(UTC))
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("status", entry.status)
    event.add("class", "PRIVATE")


def _add_words(event: Event, entry: CalendarEntry) -> None:
    ring = ": ".join(filter(None, (plain(entry.contact), plain(entry.phone))))
    # Many programs show no CONFERENCE and no CONTACT, so the text says both again.
    lines = [*map(plain, entry.description_lines), *entry.joining, ring]
    event.add("summary", Words(plain(entry.title)))
    event.add("description", Words("\n".join(filter(None, lines))))
    event.add("contact", Words(ring))
    if place := plain(entry.place):
        event.add("location", Words(place))


def _address(user: CalendarUser) -> vCalAddress:
    address = vCalAddress(user.address)
    # Some readers take a backslash beside a semicolon for an escape, though parameters have none.
    if name := plain(user.name).replace("\\", "/"):
        address.params["CN"] = name
    return address
