"""The calendar files of a whole plan: for each reader theirs, and nothing more."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from scheduler.calendars.attendance import attendance_file, swapped
from scheduler.calendars.entry import CalendarEntry, CalendarUser, calendar_user, is_session
from scheduler.calendars.extras import person_extras
from scheduler.calendars.feeds import (
    Invitation,
    file_name,
    person_file,
    person_invitations,
    project_feed,
)
from scheduler.calendars.held import Reserves
from scheduler.calendars.other_readers import organiser_entries, venue_entries, worker_entries
from scheduler.calendars.plan_entries import person_entries, project_entries
from scheduler.calendars.sent import entries_sent, following
from scheduler.people import Person
from scheduler.plan import Plan
from scheduler.programme import Programme

__all__ = ["CalendarFile", "PlanCalendars", "Reader", "calendar_files"]

CalendarFile = tuple[str, bytes]
"""A file's name, which says nothing of anybody, and what stands in it."""

ReaderKind = Literal["organiser", "project", "venue", "worker", "person"]


@dataclass(frozen=True)
class Reader:
    """Somebody who should have a calendar of a plan."""

    kind: ReaderKind
    code: str = ""
    """Of the project, venue, worker or person."""


def calendar_files(programme: Programme, plan: Plan, *asked: Reader) -> tuple[CalendarFile, ...]:
    """Return the calendars of the readers asked for; of every reader, if none is named.

    Raises
    ------
    CalendarError
        If somebody or something named is not in the programme, or there is no phone number.
    """
    calendars = PlanCalendars(programme, plan)
    return tuple(calendars.of(reader) for reader in asked or calendars.readers())


@dataclass(frozen=True, eq=False)
class PlanCalendars:
    """The calendars a plan gives rise to, following those sent before."""

    programme: Programme
    plan: Plan
    sent: Mapping[str, bytes] = field(default_factory=dict)
    """What was sent before, by file name."""
    reserves: Reserves = field(default_factory=dict)
    """Dates kept in reserve, to be shown as tentative."""
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """The least count of changes, by person and session, where what was sent before is lost."""

    def all(self) -> tuple[CalendarFile, ...]:
        """Return the calendar of every reader who should have one."""
        return tuple(self.of(reader) for reader in self.readers())

    def readers(self) -> tuple[Reader, ...]:
        """Return who should have a calendar.

        Venues and workers only where they are needed, or were told before that they would be;
        members only who have joined, and for whom a calendar is safe.
        """
        sessions = self.plan.sessions
        used = {each.venue for each in sessions} | {r.venue for r in self.reserves.values()}
        booked = {code for each in sessions for code in each.workers}
        return (
            Reader("organiser"),
            *(Reader("project", each.code) for each in self.programme.projects),
            *self._needed("venue", [each.code for each in self.programme.venues], used),
            *self._needed("worker", [each.code for each in self.programme.workers], booked),
            *(Reader("person", each.code) for each in self.joined() if _is_safe(each)),
        )

    def _needed(
        self, kind: ReaderKind, codes: Sequence[str], needed: Collection[str]
    ) -> Iterator[Reader]:
        for reader in (Reader(kind, code) for code in codes):
            if reader.code in needed or self.name_for(reader) in self.sent:
                yield reader

    def left_behind(self) -> tuple[str, ...]:
        """Return the files sent before that no reader of this plan follows any more, by name."""
        followed = {self.name_for(reader) for reader in self.readers()}
        own = tuple(f"{kind}-" for kind in get_args(ReaderKind))
        return tuple(sorted(n for n in self.sent if n.startswith(own) and n not in followed))

    def joined(self) -> tuple[Person, ...]:
        """Return everybody who is a member of a project and no place to be filled."""
        members = {code for project in self.programme.projects for code in project.members}
        return tuple(p for p in self.programme.people if p.code in members and not p.to_fill)

    def left(self) -> tuple[Person, ...]:
        """Return who was told of sessions before and is in no project any more."""
        here = {each.code for each in self.joined()}
        gone = (p for p in self.programme.people if p.code not in here and not p.to_fill)
        return tuple(p for p in gone if self.name_for(Reader("person", p.code)) in self.sent)

    def of(self, reader: Reader) -> CalendarFile:
        """Return the calendar of one reader."""
        name, entries = self.name_for(reader), self.entries_for(reader)
        if reader.kind == "person":
            content = person_file(
                entries,
                attendee=self.guest(reader.code),
                organiser=self.organiser,
                name=self._title_for(reader),
            )
        else:
            content = project_feed(entries, name=self._title_for(reader), organiser=self.organiser)
        return name, content

    def invitations(self, person: str) -> tuple[Invitation, ...]:
        """Return an invitation for each session of a person, and a cancellation where it is off.

        Reserve dates, journeys and childcare are no invitations: they stand in the file alone.
        """
        entries = [e for e in self.entries_for(Reader("person", person)) if is_session(e.uid)]
        return self.as_invited(person, entries)

    def as_invited(self, person: str, entries: Iterable[CalendarEntry]) -> tuple[Invitation, ...]:
        """Return some sessions as a person is invited to them."""
        return person_invitations(
            entries,
            attendee=self.guest(person),
            organiser=self.organiser,
            key=self.key_of(person),
        )

    def key_of(self, person: str) -> str:
        """Return what tells the files of one person from those of another."""
        return f"{self.programme.name}/{person}"

    def entries_for(self, reader: Reader) -> tuple[CalendarEntry, ...]:
        """Return what one reader is told, as it follows what they were told before."""
        before = self.sent.get(self.name_for(reader))
        now = self.programme.moment(self.programme.planning_day, "00:00")
        is_organisers = reader.kind == "organiser"
        told = following(
            self._now(reader),
            entries_sent(before) if before else (),
            now=now,
            changed=swapped(self.programme, self.plan, self.sent) if is_organisers else (),
        )
        if reader.kind != "person":
            return told
        least = ((entry, self.counts.get((reader.code, entry.uid), 0)) for entry in told)
        return tuple(replace(e, sequence=n) if n > e.sequence else e for e, n in least)

    def beside(self, reader: Reader) -> tuple[CalendarFile, ...]:
        """Return what is kept beside a reader's calendar, so that the next can follow on from it.

        It is the organiser's, and is sent to nobody.
        """
        is_organisers = reader.kind == "organiser"
        return (attendance_file(self.programme, self.plan),) if is_organisers else ()

    def name_for(self, reader: Reader) -> str:
        """Return the name of a reader's file, so that the organiser can tell whose is whose."""
        return file_name(reader.kind, f"{self.programme.name}/{reader.code}")

    @property
    def organiser(self) -> CalendarUser:
        """Whom calendars name as the one who invites."""
        # Never the programme's name, which stays among organisers.
        return calendar_user(
            self.programme.name,
            "organiser",
            email=self.programme.email,
            name=self.programme.organiser or "Organiser",
        )

    def _now(self, reader: Reader) -> tuple[CalendarEntry, ...]:
        programme, plan, kept, code = self.programme, self.plan, self.reserves, reader.code
        if reader.kind == "organiser":
            return organiser_entries(programme, plan, reserves=kept)
        if reader.kind == "project":
            return project_entries(programme, plan, project=code, reserves=kept)
        if reader.kind == "venue":
            return venue_entries(programme, plan, venue=code, reserves=kept)
        if reader.kind == "worker":
            return worker_entries(programme, plan, worker=code, reserves=kept)
        own = person_entries(programme, plan, person=code, reserves=kept)
        return (*own, *person_extras(programme, plan, person=code))

    def _title_for(self, reader: Reader) -> str:
        programme, code = self.programme, reader.code
        if reader.kind == "venue":
            return next(each.label for each in programme.venues if each.code == code)
        if reader.kind == "project":
            return next(each.public_label for each in programme.projects if each.code == code)
        of = [p.public_label for p in programme.projects if code in p.members]
        return " and ".join(dict.fromkeys(of)) or "Sessions"

    def guest(self, code: str) -> CalendarUser:
        """Return a person as the one guest of what is theirs."""
        person = next(each for each in self.programme.people if each.code == code)
        email = person.email if person.contact.allows("e-mail") else ""
        return calendar_user(self.programme.name, code, email=email, name=person.label)


def _is_safe(person: Person) -> bool:
    return person.contact.allows("calendar")
