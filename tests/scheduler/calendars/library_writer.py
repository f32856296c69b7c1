"""The icalendar library made to write our files, so that what we write can be held beside it."""

from collections.abc import Iterable
from datetime import UTC, timedelta
from types import MappingProxyType

from icalendar import Calendar, Event, vCalAddress, vDuration, vText, vUri

from scheduler.calendars.entry import CalendarEntry, CalendarUser
from scheduler.calendars.plain import plain
from scheduler.calendars.zone import vtimezone, written

_ESCAPED = MappingProxyType(str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}))


class Words(vText):
    r"""Words as a calendar file writes them, so that they read back as they were.

    The icalendar library (7.3.0) takes a backslash before a capital N, as in C:\New, for a break.
    """

    def to_ical(self) -> bytes:
        """Return the words with what has a meaning in a calendar file marked as plain."""
        return self.translate(_ESCAPED).encode()


def library_file(
    entries: Iterable[CalendarEntry], *, attendee: CalendarUser, organiser: CalendarUser, name: str
) -> bytes:
    """Return somebody's sessions, already in order, as the library writes them."""
    calendar = Calendar()
    calendar.add("prodid", "-//Common Ground//Workshop calendars//EN")
    calendar.add("version", "2.0")
    for spelling in ("name", "x-wr-calname"):
        calendar.add(spelling, Words(plain(name)))
    calendar.add("refresh-interval", timedelta(hours=12), {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(timedelta(hours=12)))
    calendar.add_component(vtimezone())
    for entry in entries:
        event = _event(entry, organiser)
        guest = _address(attendee)
        guest.params["PARTSTAT"] = "NEEDS-ACTION"
        event.add("attendee", guest)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _event(entry: CalendarEntry, organiser: CalendarUser) -> Event:
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
