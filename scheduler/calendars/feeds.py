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
from functools import cache
from hashlib import sha256
from typing import Final, Literal

from scheduler.calendars.content_lines import escaped, line
from scheduler.calendars.entry import (
    CalendarEntry,
    CalendarError,
    CalendarUser,
    calendar_user,
    next_sequence,
    refuse_unfit,
    session_uid,
)
from scheduler.calendars.vevent import bare_event, guest_line, organiser_line, session_event
from scheduler.calendars.zone import vtimezone

__all__ = [
    "CalendarEntry",
    "CalendarError",
    "CalendarUser",
    "Invitation",
    "calendar_user",
    "coded",
    "date_stays",
    "file_name",
    "kept_entry",
    "next_sequence",
    "person_file",
    "person_invitations",
    "project_feed",
    "session_uid",
]


InvitationMethod = Literal["REQUEST", "CANCEL", "DECLINECOUNTER"]
"""What it says: please come, it is off, or the date stays although another was proposed."""


@dataclass(frozen=True)
class Invitation:
    """One session as it is sent to one person."""

    entry: CalendarEntry
    method: InvitationMethod
    name: str
    """The name of its file, which says nothing of anybody."""
    content: bytes


_PRODUCT: Final = "-//Common Ground//Workshop calendars//EN"
_REFRESH: Final = "PT12H"


def project_feed(entries: Iterable[CalendarEntry], *, name: str, organiser: CalendarUser) -> bytes:
    """Return a project's sessions as a calendar to subscribe to, naming no guest.

    Raises
    ------
    CalendarError
        If a session has no phone number, or is unfit otherwise.
    """
    ordered = _in_order(entries, organiser)
    invites = organiser_line(organiser)
    events = [session_event(entry, organiser=invites) for entry in ordered]
    return _file(("METHOD:PUBLISH", *_named(name)), events)


def kept_entry(entry: CalendarEntry) -> bytes:
    """Return one session as a calendar server keeps it, with nobody invited by it.

    Many servers write to whoever an entry names as soon as it is put there (RFC 6638), so it names
    neither who invites nor any guest; a METHOD is not allowed (RFC 4791, 4.1).

    Raises
    ------
    CalendarError
        If the session has no phone number, or is unfit otherwise.
    """
    refuse_unfit([entry])
    return _file((), [session_event(entry)])


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
    invites, guest = organiser_line(organiser), guest_line(attendee, reply=False)
    events = [session_event(entry, organiser=invites, guest=guest) for entry in ordered]
    return _file(_named(name), events)


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


def date_stays(entry: CalendarEntry, *, organiser: CalendarUser, key: str = "") -> Invitation:
    """Return the answer to somebody who proposed another time: the date stays as it is.

    RFC 5546 asks for no more in it than which session, which wording of it, and who answers.

    Raises
    ------
    CalendarError
        If the session has no phone number, or is unfit otherwise.
    """
    refuse_unfit((entry,), organiser)
    first = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "METHOD:DECLINECOUNTER")
    event = bare_event(entry, organiser=organiser_line(organiser))
    content = b"".join((*map(line, first), event, line("END:VCALENDAR")))
    name = file_name("invitation", f"{key}/{entry.uid}/stays")
    return Invitation(entry, "DECLINECOUNTER", name, content)


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
    guest = guest_line(attendee, reply=not off and organiser.address.startswith("mailto:"))
    event = session_event(entry, organiser=organiser_line(organiser), guest=guest)
    return _file(("METHOD:CANCEL" if off else "METHOD:REQUEST",), [event])


def _named(name: str) -> tuple[str, ...]:
    told = escaped(name)
    # RFC 7986 5.7 wants the value type said.
    often = (f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}", f"X-PUBLISHED-TTL:{_REFRESH}")
    return (f"NAME:{told}", f"X-WR-CALNAME:{told}", *often)


def _file(head: Iterable[str], events: Iterable[bytes]) -> bytes:
    first = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", *head)
    return b"".join((*map(line, first), _clock(), *events, line("END:VCALENDAR")))


@cache
def _clock() -> bytes:
    content: bytes = vtimezone().to_ical()
    return content
