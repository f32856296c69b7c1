"""Invitations as messages to be mailed, one session and one person each. Nothing here sends them.

Their parts are those CalConnect advises for invitations by mail (RFC 6047): what is read, as plain
text and as HTML, with the invitation beside it, and the same invitation once more as a file. The
plain text alone tells when, where, how to get there, and whom to ring.
"""

from dataclasses import dataclass
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from typing import Final

from scheduler.calendars.entry import UID_HOST, CalendarEntry, CalendarError
from scheduler.calendars.feeds import Invitation
from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.plain import plain
from scheduler.calendars.wall_time import LONDON
from scheduler.spoken_days import spoken_day

CALLED_OFF: Final = "This session is called off. Please do not come."
_POLICY: Final = SMTP.clone(max_line_length=200)


@dataclass(frozen=True)
class Message:
    """One message, ready to be looked at."""

    person: str
    """The code of the person it is for."""
    name: str
    """The name of its file, which says nothing of anybody."""
    content: bytes


def messages(calendars: PlanCalendars, person: str) -> tuple[Message, ...]:
    """Return a message for each session of a person who agreed to e-mail.

    Raises
    ------
    CalendarError
        If the programme has no address to answer to.
    """
    sender = calendars.programme.email
    if not sender:
        raise CalendarError(
            "the programme has no e-mail address, and a message needs one to answer to: "
            "fill in `email`"
        )
    to = next(each.email for each in calendars.programme.people if each.code == person)
    return tuple(
        Message(
            person,
            invitation.name.removesuffix(".ics") + ".eml",
            _message(invitation, sender=sender, to=to, of=calendars.programme.organiser),
        )
        for invitation in calendars.invitations(person)
    )


def who_is_mailed(calendars: PlanCalendars) -> tuple[str, ...]:
    """Return the codes of those who have an address and agreed to its use."""
    people = calendars.joined()
    return tuple(each.code for each in people if each.email and each.contact.allows("e-mail"))


def plain_text(entry: CalendarEntry) -> str:
    """Return what a message says, so that it suffices where nothing else is read."""
    off = CALLED_OFF if entry.status == "CANCELLED" else ""
    where = f"Where: {plain(entry.place)}" if plain(entry.place) else ""
    join = [f"To join: {link.removeprefix('tel:')}" for link in entry.joining if not off]
    ring = f"To ask anything, ring {plain(entry.phone)}"
    contact = f" ({plain(entry.contact)})." if plain(entry.contact) else "."
    told = (plain(line) for line in entry.description_lines) if not off else ()
    lines = (off, plain(entry.title), f"When: {spoken_when(entry)}", where, *told, *join)
    return "\n".join([*filter(None, lines), f"{ring}{contact}", ""])


def spoken_when(entry: CalendarEntry) -> str:
    """Return when a session is: "Friday 15 January 2027, 10:30 to 13:00"."""
    start, end = entry.start.astimezone(LONDON), entry.end.astimezone(LONDON)
    return f"{spoken_day(start.date())}, {start:%H:%M} to {end:%H:%M}"


def _message(invitation: Invitation, *, sender: str, to: str, of: str) -> bytes:
    entry, content, method = invitation.entry, invitation.content, invitation.method
    message = EmailMessage(policy=_POLICY)
    message["Date"] = format_datetime(entry.changed)
    message["From"] = Address(plain(of), addr_spec=sender)
    message["To"] = Address(addr_spec=to)
    begins = "Called off: " if method == "CANCEL" else ""
    message["Subject"] = f"{begins}{plain(entry.title)}, {spoken_day(_day(entry))}"
    message["Message-ID"] = f"<{_mark(invitation)}@{UID_HOST}>"
    text = plain_text(entry)
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(_html(text), subtype="html", cte="quoted-printable")
    # Bytes, not text: the library would turn every line end of text into a bare one.
    message.add_alternative(
        content,
        maintype="text",
        subtype="calendar",
        params={"method": method, "charset": "utf-8"},
        cte="base64",
    )
    message.add_attachment(
        content, maintype="application", subtype="ics", filename="invite.ics", cte="base64"
    )
    # The library's own boundaries are random; ours leave the same message the same bytes.
    for number, part in enumerate(each for each in message.walk() if each.is_multipart()):
        part.set_boundary(f"part-{number}-{_mark(invitation)}")
    return message.as_bytes()


def _day(entry: CalendarEntry) -> date:
    return entry.start.astimezone(LONDON).date()


def _mark(invitation: Invitation) -> str:
    # The same message twice is one message; a change makes another.
    return sha256(invitation.name.encode() + invitation.content).hexdigest()[:32]


def _html(text: str) -> str:
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines())
    head = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"></head><body>\n'
    return f"{head}{lines}</body></html>\n"
