"""Invitations as messages to be mailed, one session and one person each. Nothing here sends them.

Their parts are those CalConnect advises for invitations by mail (RFC 6047): what is read, as plain
text and as HTML, with the invitation beside it, and the same invitation once more as a file. The
plain text alone tells when, where, how to get there, and whom to ring.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from typing import Final

from scheduler.calendars.entry import (
    UID_HOST,
    CalendarEntry,
    CalendarError,
    is_session,
    session_uid,
)
from scheduler.calendars.feeds import Invitation, date_stays, person_invitations
from scheduler.calendars.from_plan import CalendarFile, PlanCalendars, Reader
from scheduler.calendars.plain import plain
from scheduler.calendars.replies.answer import Answer
from scheduler.calendars.sent import entries_sent, guest_in, users_in
from scheduler.calendars.told_places import own_contact
from scheduler.calendars.wall_time import LONDON
from scheduler.people import Person
from scheduler.spoken_days import spoken_day

CALLED_OFF: Final = "This session is called off. Please do not come."
STAYS: Final = "Thank you for proposing another time. The session stays when it is."
_SUBJECTS: Final = {"CANCEL": "Called off: ", "DECLINECOUNTER": "The date stays: "}
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
    programme = calendars.programme
    today = programme.moment(programme.planning_day, "00:00")
    # What was held before cannot be called off any more.
    every = (
        each
        for each in calendars.invitations(person)
        if each.method != "CANCEL" or each.entry.end > today
    )
    return tuple(_message(calendars, person, invitation=each) for each in every)


def message_names(calendars: PlanCalendars, person: str) -> Mapping[str, frozenset[str]]:
    """Return by which names the messages about each session to a person go, by its identity.

    As they were sent, as far back as is kept, and as they would be now; the answers to who proposed
    another time are among them.
    """
    reader = Reader("person", person)
    every = [*calendars.invitations(person), *_stays(calendars, person)]
    if sent := calendars.sent.get(calendars.name_for(reader)):
        every += _as_sent(calendars, person, sent)
    kept = calendars.sent.get(_kept_names(calendars, person), b"").decode().splitlines()
    found: dict[str, frozenset[str]] = {}
    for line in (*(f"{each.entry.uid} {_message_name(each)}" for each in every), *kept):
        uid, _, name = line.partition(" ")
        found[uid] = found.get(uid, frozenset()) | {name}
    return found


def names_kept(calendars: PlanCalendars, person: str) -> CalendarFile:
    """Return what is kept beside a person's calendar: by which names messages to them have gone."""
    names = message_names(calendars, person)
    lines = sorted(f"{uid} {name}\n" for uid, every in names.items() for name in every)
    return _kept_names(calendars, person), "".join(lines).encode()


def messages_that_dates_stay(
    calendars: PlanCalendars, proposals: Iterable[Answer]
) -> tuple[Message, ...]:
    """Return a message for each who proposed another time, to that person alone.

    Where the session changed since, or is off, or they did not choose e-mail, there is none: they
    hear of it otherwise.
    """
    mailed, name = who_is_mailed(calendars), calendars.programme.name
    found: dict[str, Message] = {}
    for each in proposals:
        uid = session_uid(name, each.project, number=each.number)
        code = each.person
        entries = calendars.entries_for(Reader("person", code)) if code in mailed else ()
        for entry in entries:
            told = (entry.uid, entry.sequence, entry.status != "CANCELLED")
            if told == (uid, each.sequence, True):
                key = calendars.key_of(code)
                stays = date_stays(entry, organiser=calendars.organiser, key=key)
                found[stays.name] = _message(calendars, code, invitation=stays)
    return tuple(found.values())


def _kept_names(calendars: PlanCalendars, person: str) -> str:
    stem = calendars.name_for(Reader("person", person)).removesuffix(".ics")
    return f"messages-{stem}.txt"


def _as_sent(calendars: PlanCalendars, person: str, sent: bytes) -> Iterator[Invitation]:
    """Give what a calendar that was sent said, in the names that stood in it and in today's."""
    before = tuple(each for each in entries_sent(sent) if is_session(each.uid))
    yield from calendars.as_invited(person, before)
    if users := users_in(sent):
        organiser, guest = users
        key = calendars.key_of(person)
        yield from person_invitations(before, attendee=guest, organiser=organiser, key=key)
        for each in before:
            yield date_stays(each, organiser=organiser, key=key)


def _stays(calendars: PlanCalendars, person: str) -> Iterator[Invitation]:
    """Give that the date of each session stays, as it would be said now."""
    for each in calendars.entries_for(Reader("person", person)):
        if is_session(each.uid):
            key = calendars.key_of(person)
            yield date_stays(each, organiser=calendars.organiser, key=key)


def who_is_mailed(calendars: PlanCalendars) -> tuple[str, ...]:
    """Return the codes of those who have an address and agreed to its use.

    Whoever left is among them where they were told of sessions: these are called off for them.
    """
    return tuple(each.code for each in (*calendars.joined(), *calendars.left()) if _agreed(each))


def who_is_rung(calendars: PlanCalendars) -> dict[str, str]:
    """Return who left, was told of a session to come, and can be sent no message.

    By the name of what was sent to them: of those taken out of the programme it knows the name.
    """
    programme, kept = calendars.programme, calendars.name_for
    today = programme.moment(programme.planning_day, "00:00")
    here = {kept(Reader("person", each.code)) for each in programme.people}
    gone = {kept(Reader("person", p.code)): p.label for p in calendars.left() if not _agreed(p)}
    files = ((n, told) for n, told in calendars.sent.items() if n.startswith("person-"))
    return {
        name: gone.get(name) or guest_in(content)
        for name, content in sorted(files)
        if (name in gone or name not in here)
        and any(e.status != "CANCELLED" and e.end > today for e in entries_sent(content))
    }


def _agreed(person: Person) -> bool:
    return bool(person.email) and person.contact.allows("e-mail")


def plain_text(entry: CalendarEntry, *, first: str = "", ask: Iterable[str] = ()) -> str:
    """Return what a message says, so that it suffices where nothing else is read.

    Parameters
    ----------
    first
        What it begins with.
    ask
        Whom to ask in the reader's language, for where nothing else of the session is told.
    """
    off = entry.status == "CANCELLED"
    where = f"Where: {plain(entry.place)}" if plain(entry.place) else ""
    join = [f"To join: {link.removeprefix('tel:')}" for link in entry.joining if not off]
    ring = f"To ask anything, ring {plain(entry.phone)}"
    contact = f" ({plain(entry.contact)})." if plain(entry.contact) else "."
    told = map(plain, ask if off else entry.description_lines)
    begins = CALLED_OFF if off else first
    lines = (begins, plain(entry.title), f"When: {spoken_when(entry)}", where, *told, *join)
    return "\n".join([*filter(None, lines), f"{ring}{contact}", ""])


def spoken_when(entry: CalendarEntry) -> str:
    """Return when a session is: "Friday 15 January 2027, 10:30 to 13:00"."""
    start, end = entry.start.astimezone(LONDON), entry.end.astimezone(LONDON)
    return f"{spoken_day(start.date())}, {start:%H:%M} to {end:%H:%M}"


def _message(calendars: PlanCalendars, code: str, *, invitation: Invitation) -> Message:
    programme = calendars.programme
    if not programme.email:
        raise CalendarError(
            "the programme has no e-mail address, and a message needs one to answer to: "
            "fill in `email`"
        )
    person = next(each for each in programme.people if each.code == code)
    message = EmailMessage(policy=_POLICY)
    entry, about = invitation.entry, invitation.method
    message["Date"] = format_datetime(entry.changed)
    message["From"] = Address(plain(programme.organiser), addr_spec=programme.email)
    message["To"] = Address(addr_spec=person.email)
    begins = _SUBJECTS.get(about, "")
    message["Subject"] = f"{begins}{plain(entry.title)}, {spoken_day(_day(entry))}"
    message["Message-ID"] = _message_name(invitation)
    first = STAYS if about == "DECLINECOUNTER" else ""
    _fill(message, invitation, plain_text(entry, first=first, ask=own_contact(programme, person)))
    name = invitation.name.removesuffix(".ics") + ".eml"
    return Message(code, name, message.as_bytes())


def _fill(message: EmailMessage, invitation: Invitation, text: str) -> None:
    """Put the parts into a message."""
    content, method = invitation.content, invitation.method
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


def _day(entry: CalendarEntry) -> date:
    return entry.start.astimezone(LONDON).date()


def _message_name(invitation: Invitation) -> str:
    return f"<{_mark(invitation)}@{UID_HOST}>"


def _mark(invitation: Invitation) -> str:
    # The same message twice is one message; a change makes another.
    return sha256(invitation.name.encode() + invitation.content).hexdigest()[:32]


def _html(text: str) -> str:
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines())
    head = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"></head><body>\n'
    return f"{head}{lines}</body></html>\n"
