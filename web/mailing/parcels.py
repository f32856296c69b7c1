"""What would be sent: each message with whom it is for, exactly as it was shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.policy import default
from functools import cached_property
from hashlib import sha256
from typing import Final

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.mail import Message
from scheduler.people import Person
from scheduler.sentences import listed
from web.mailing.accepted import Wording
from web.mailing.content import Content

MAIL: Final = "e-mail"


@dataclass(frozen=True)
class Parcel:
    """One message to one person, with what its own head says of it."""

    person: Person
    name: str
    """The name of its file."""
    content: bytes
    to: str
    """The address it goes to; never shown and never written down."""
    sender: str
    subject: str
    uid: str
    """The identity of the session it is about."""
    key: str
    """The number it is known by once it was handed over."""
    wording: Wording

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """What the message says, as plain text, a line each."""
        return tuple(Content(self.content).text.splitlines())

    @cached_property
    def other_ways(self) -> str:
        """The other ways to tell them something that they chose; empty where there are none."""
        return listed([way for way in self.person.contact.ways if way != MAIL])


def parcels_of(calendars: PlanCalendars, made: Iterable[Message]) -> tuple[Parcel, ...]:
    """Return messages as what would be sent: whom they are for is read in the message itself."""
    people = {each.code: each for each in calendars.programme.people}
    return tuple(_parcel(people[each.person], each) for each in made)


def word_for(parcels: Iterable[Parcel]) -> str:
    """Return the word that stands for exactly these messages: any other byte makes another word."""
    every = sorted((each.name, sha256(each.content).hexdigest()) for each in parcels)
    return sha256(repr(every).encode()).hexdigest()[:8]


def _parcel(person: Person, message: Message) -> Parcel:
    head = BytesHeaderParser(policy=default).parsebytes(message.content)
    (to,) = head["To"].addresses
    (sender,) = head["From"].addresses
    told = Content(message.content)
    return Parcel(
        person=person,
        name=message.name,
        content=message.content,
        to=to.addr_spec,
        sender=sender.addr_spec,
        subject=str(head["Subject"]),
        uid=told.uid,
        key=told.key,
        wording=told.wording,
    )
