"""Calendars that leave the planner: a project's feed, a person's own file, their invitations.

Which kind of file carries what was measured with libical 3.0.16 (its `icalrestriction_check`
holds the rules of RFC 5546), for several sessions in one file with one attendee each:

========== =============== ==================================================================
METHOD     libical's check and otherwise
========== =============== ==================================================================
PUBLISH    refused         an ATTENDEE is forbidden where something is published
REQUEST    accepted        but Outlook is reported to take in only the first session
none       accepted        an ATTENDEE is allowed: the form in which calendars are kept
========== =============== ==================================================================

So the feed of a project is PUBLISH and names no guest; the file of a person has no METHOD, all
their sessions, and that person as the one guest of each; an invitation is one REQUEST (or CANCEL,
once the session is called off) a session, with that same one guest. Nobody ever reads in their
file that somebody else is invited. A session called off stays in feed and file, marked so.
The same sessions give the same bytes, in whatever order they come: nothing here asks the time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Final, Literal

from icalendar import Calendar, Event, vDuration

from scheduler.calendars.entry import (
    CalendarEntry,
    CalendarError,
    CalendarUser,
    calendar_user,
    next_sequence,
    refuse_unfit,
    session_uid,
)
from scheduler.calendars.plain import Words, plain
from scheduler.calendars.vevent import invite, session_event
from scheduler.calendars.zone import LONDON, vtimezone

__all__ = [
    "CalendarEntry",
    "CalendarError",
    "CalendarUser",
    "Invitation",
    "calendar_user",
    "coded",
    "file_name",
    "next_sequence",
    "person_file",
    "person_invitations",
    "project_feed",
    "session_uid",
]


@dataclass(frozen=True)
class Invitation:
    """One session as it is sent to one person."""

    entry: CalendarEntry
    method: Literal["REQUEST", "CANCEL"]
    name: str
    """The name of its file, which says nothing of anybody."""
    content: bytes


_PRODUCT: Final = "-//Common Ground//Workshop calendars//EN"
_REFRESH: Final = timedelta(hours=12)


def project_feed(entries: Iterable[CalendarEntry], *, name: str, organiser: CalendarUser) -> bytes:
    """Return a project's sessions as a calendar to subscribe to, naming no guest.

    Raises
    ------
    CalendarError
        If a session has no phone number, or is unfit otherwise.
    """
    ordered = _in_order(entries, organiser)
    calendar = _named(_calendar("PUBLISH"), name)
    return _file(calendar, [session_event(entry, organiser) for entry in ordered])


def person_file(
    entries: Iterable[CalendarEntry],
    *,
    attendee: CalendarUser,
    organiser: CalendarUser,
    name: str,
) -> bytes:
    """Return one person's sessions as their private file, in which they are the only guest.

    Raises
    ------
    CalendarError
        If a session has no phone number, or is unfit otherwise.
    """
    ordered = _in_order(entries, organiser, attendee)
    events = [invite(session_event(e, organiser), attendee, reply=False) for e in ordered]
    return _file(_named(_calendar(), name), events)


def person_invitations(
    entries: Iterable[CalendarEntry],
    *,
    attendee: CalendarUser,
    organiser: CalendarUser,
    key: str = "",
) -> tuple[Invitation, ...]:
    """Return an invitation for each session; a cancellation where it is off.

    A reply is asked for only where the organiser has an e-mail address to reply to.

    Parameters
    ----------
    key
        What tells the files of one person from those of another; it cannot be read in their names.

    Raises
    ------
    CalendarError
        If a session has no phone number, or is unfit otherwise.
    """
    ordered = _in_order(entries, organiser, attendee)
    return tuple(
        Invitation(
            entry,
            method="CANCEL" if entry.status == "CANCELLED" else "REQUEST",
            name=file_name("invitation", f"{key}/{entry.uid}"),
            content=_invitation(entry, attendee=attendee, organiser=organiser),
        )
        for entry in ordered
    )


def file_name(kind: str, key: str) -> str:
    """Return a file name that says its kind and nothing of a person: the key cannot be read in it.

    Give a code or a uid as key, not an e-mail address: those could be tried one by one.
    """
    return f"{coded(kind, key)}.ics"


def coded(kind: str, key: str) -> str:
    """Return such a name without its ending."""
    return f"{kind}-{sha256(key.encode()).hexdigest()[:12]}"


def _in_order(entries: Iterable[CalendarEntry], *users: CalendarUser) -> tuple[CalendarEntry, ...]:
    entries = tuple(entries)
    refuse_unfit(entries, *users)
    return tuple(sorted(entries, key=lambda entry: (entry.start.timestamp(), entry.uid)))


def _invitation(entry: CalendarEntry, *, attendee: CalendarUser, organiser: CalendarUser) -> bytes:
    off = entry.status == "CANCELLED"
    reply = not off and organiser.address.startswith("mailto:")
    event = invite(session_event(entry, organiser), attendee, reply=reply)
    return _file(_calendar("CANCEL" if off else "REQUEST"), [event])


def _calendar(method: str = "") -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    if method:
        calendar.add("method", method)
    return calendar


def _named(calendar: Calendar, name: str) -> Calendar:
    for spelling in ("name", "x-wr-calname"):
        calendar.add(spelling, Words(plain(name)))
    # RFC 7986 5.7 wants the value type said; the library's own attribute leaves it out.
    calendar.add("refresh-interval", _REFRESH, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_REFRESH))
    return calendar


def _file(calendar: Calendar, events: Iterable[Event]) -> bytes:
    calendar.add_component(vtimezone(LONDON))
    for event in events:
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
