"""The one record that everything on paper is made from, so that all of it says the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from scheduler.calendars.entry import CalendarEntry, CalendarError
from scheduler.calendars.held import Held, refuse_unknown, sessions_held
from scheduler.calendars.plan_entries import (
    ASK_HOW,
    comings,
    firmness,
    group_entry,
    own_entry,
    place_of,
    way_told,
)
from scheduler.calendars.told_journeys import REMOTE, at_home, journey_lines, set_out
from scheduler.calendars.told_places import (
    agreement_lines,
    contacts_for_all,
    getting_in,
    own_contact,
)
from scheduler.contact import Contact
from scheduler.people import Person
from scheduler.plan import Coming, Plan
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_day


@dataclass(frozen=True)
class Meeting:
    """One session as paper tells it: the words of its calendar entry, part by part."""

    entry: CalendarEntry
    """What the reader's calendar says of it."""
    place: str
    """Where it is held, or how they take part."""
    venue: str
    """The name of the place alone."""
    journey: tuple[str, ...] = ()
    """How the reader gets there and home."""
    way_in: tuple[str, ...] = ()
    """How to get in."""
    joining: tuple[str, ...] = ()
    """How to take part from elsewhere."""
    leaves: datetime | None = None
    """When the reader sets out, where that is known."""
    home: datetime | None = None
    """When the reader is home, where that is known."""
    notes: tuple[str, ...] = ()
    """What is not final."""

    @property
    def day(self) -> date:
        """The day it is held."""
        return self.entry.start.date()

    @property
    def hours(self) -> str:
        """When it begins and ends: "10:30 to 13:00"."""
        return f"{self.entry.start:%H:%M} to {self.entry.end:%H:%M}"

    @property
    def when(self) -> str:
        """Day and hours: "Friday 15 January 2027, 10:30 to 13:00"."""
        return f"{spoken_day(self.day)}, {self.hours}"


@dataclass(frozen=True)
class Record:
    """Everything that one reader is told."""

    title: str
    """The neutral name of what they are invited to."""
    organiser: str
    phone: str
    meetings: tuple[Meeting, ...]
    """Their sessions, first to last."""
    agreement: tuple[str, ...]
    """What the groups agreed, a line each."""
    contacts: tuple[str, ...]
    """Whom to ask in which language."""
    name: str = ""
    """The name they chose, where the record is one person's."""
    contact: Contact = field(default_factory=Contact)
    """Which ways are safe for them."""

    @cached_property
    def ring(self) -> str:
        """Whom to ring about it."""
        return f"{self.organiser}, {self.phone}" if self.organiser else self.phone


def person_record(programme: Programme, plan: Plan, person: str) -> Record:
    """Return what one person is told of all their sessions.

    Raises
    ------
    CalendarError
        If there is no such person, or no phone number to ring.
    """
    refuse_unknown(person, programme.people, "person")
    who = next(each for each in programme.people if each.code == person)
    every = [(held, coming) for held, coming in comings(programme, plan, person=person)]
    meetings = tuple(_own(held, coming, who) for held, coming in every)
    return Record(
        title=_titles(held for held, _ in every),
        organiser=programme.organiser,
        phone=_phone(programme),
        meetings=_in_order(meetings),
        agreement=_agreed(held for held, _ in every),
        contacts=tuple(own_contact(programme, who)),
        name=who.name,
        contact=who.contact,
    )


def group_record(programme: Programme, plan: Plan, project: str) -> Record:
    """Return what anybody may read of a project's sessions.

    Raises
    ------
    CalendarError
        If there is no such project, or no phone number to ring.
    """
    refuse_unknown(project, programme.projects, "project")
    every = [each for each in sessions_held(programme, plan, {}) if each.project.code == project]
    group = next(each for each in programme.projects if each.code == project)
    return Record(
        title=group.public_label,
        organiser=programme.organiser,
        phone=_phone(programme),
        meetings=_in_order(tuple(_public(held) for held in every)),
        agreement=tuple(agreement_lines(group)),
        contacts=tuple(contacts_for_all(programme)),
    )


def _own(held: Held, coming: Coming, person: Person) -> Meeting:
    entry, way = own_entry(held, coming, person), coming.way
    afar = way.by in REMOTE
    return Meeting(
        entry=entry,
        place=entry.place,
        venue=way.by.capitalize() if afar else held.venue.label,
        journey=journey_lines(way, held.chosen) if afar else way_told(held, coming),
        way_in=() if afar else tuple(getting_in(held.venue)),
        joining=_joining(entry) if afar or held.venue.is_remote else (),
        leaves=set_out(way, held.chosen),
        home=at_home(way, held.chosen),
        notes=firmness(held),
    )


def _public(held: Held) -> Meeting:
    # A link that hangs on a wall would let in whoever passes by.
    return Meeting(
        entry=group_entry(held),
        place=place_of(held.venue),
        venue=held.venue.label,
        way_in=tuple(getting_in(held.venue)),
        joining=(f"How to join: {ASK_HOW}",) if held.venue.is_remote else (),
        notes=firmness(held),
    )


def _joining(entry: CalendarEntry) -> tuple[str, ...]:
    told = [line for line in entry.description_lines if line.startswith("How to join: ")]
    links = " or ".join(link.removeprefix("tel:") for link in entry.joining)
    return (f"How to join: {links}",) if links else tuple(told)


def _in_order(meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    return tuple(sorted(meetings, key=lambda meeting: meeting.entry.start.timestamp()))


def _titles(every: Iterator[Held]) -> str:
    return " and ".join(dict.fromkeys(held.project.public_label for held in every)) or "Sessions"


def _agreed(every: Iterator[Held]) -> tuple[str, ...]:
    lines = (line for held in every for line in agreement_lines(held.project))
    return tuple(dict.fromkeys(lines))


def _phone(programme: Programme) -> str:
    if not programme.phone:
        raise CalendarError(
            "the programme has no phone number; nothing leaves without one to ring: fill in `phone`"
        )
    return programme.phone
