"""The calendar files of a whole plan: a feed for each project, a private file for each person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scheduler.calendars.entry import CalendarEntry, CalendarUser, calendar_user
from scheduler.calendars.feeds import file_name, person_file, project_feed
from scheduler.calendars.plan_entries import person_entries, project_entries, venue_entries
from scheduler.calendars.sent import entries_sent, following
from scheduler.people import Person
from scheduler.plan import Plan
from scheduler.programme import Programme

__all__ = [
    "CalendarFile",
    "PlanCalendars",
    "calendar_files",
    "person_entries",
    "project_entries",
    "venue_entries",
]

CalendarFile = tuple[str, bytes]
"""A file's name, which says nothing of anybody, and what stands in it."""


def calendar_files(
    programme: Programme,
    plan: Plan,
    *,
    person: str | None = None,
    project: str | None = None,
    venue: str | None = None,
) -> tuple[CalendarFile, ...]:
    """Return the calendars asked for; if none is named, all of them but those of venues.

    Raises
    ------
    CalendarError
        If somebody or something named is not in the programme, or there is no phone number.
    """
    calendars = PlanCalendars(programme, plan)
    asked = (
        *((calendars.of_project(project),) if project is not None else ()),
        *((calendars.of_person(person),) if person is not None else ()),
        *((calendars.of_venue(venue),) if venue is not None else ()),
    )
    return asked or calendars.all()


@dataclass(frozen=True, eq=False)
class PlanCalendars:
    """The calendars a plan gives rise to, following those sent before."""

    programme: Programme
    plan: Plan
    sent: Mapping[str, bytes] = field(default_factory=dict)
    """What was sent before, by file name."""

    def all(self) -> tuple[CalendarFile, ...]:
        """Return a feed for each project and a private file for each member who has joined."""
        members = {code for project in self.programme.projects for code in project.members}
        joined = [p.code for p in self.programme.people if p.code in members and not p.to_fill]
        return (
            *(self.of_project(project.code) for project in self.programme.projects),
            *(self.of_person(code) for code in joined),
        )

    def of_project(self, code: str) -> CalendarFile:
        """Return the feed of a project."""
        entries = project_entries(self.programme, self.plan, project=code)
        label = next(p.public_label for p in self.programme.projects if p.code == code)
        return self._feed(self._name("project", code), entries, title=label)

    def of_venue(self, code: str) -> CalendarFile:
        """Return the times a venue is needed, for its keeper."""
        entries = venue_entries(self.programme, self.plan, venue=code)
        label = next(v.label for v in self.programme.venues if v.code == code)
        return self._feed(self._name("venue", code), entries, title=label)

    def of_person(self, code: str) -> CalendarFile:
        """Return the private file of a person: every session they come to, and nobody else."""
        entries = person_entries(self.programme, self.plan, person=code)
        person = next(each for each in self.programme.people if each.code == code)
        name = self.name_for(code)
        content = person_file(
            self._following(name, entries),
            attendee=self._guest(person),
            organiser=self._organiser(),
            name=self._title_for(code),
        )
        return name, content

    def name_for(self, person: str) -> str:
        """Return the name of a person's file, so that the organiser can tell whose is whose."""
        return self._name("person", person)

    def _feed(self, name: str, entries: Iterable[CalendarEntry], *, title: str) -> CalendarFile:
        following_on = self._following(name, entries)
        return name, project_feed(following_on, name=title, organiser=self._organiser())

    def _following(self, name: str, entries: Iterable[CalendarEntry]) -> tuple[CalendarEntry, ...]:
        return following(entries, entries_sent(self.sent[name]) if name in self.sent else ())

    def _name(self, kind: str, code: str) -> str:
        return file_name(kind, f"{self.programme.name}/{code}")

    def _title_for(self, person: str) -> str:
        of = [p.public_label for p in self.programme.projects if person in p.members]
        return " and ".join(dict.fromkeys(of)) or "Sessions"

    def _guest(self, person: Person) -> CalendarUser:
        return calendar_user(
            self.programme.name, person.code, email=person.email, name=person.label
        )

    def _organiser(self) -> CalendarUser:
        # Never the programme's name, which stays among organisers.
        return calendar_user(
            self.programme.name,
            "organiser",
            email=self.programme.email,
            name=self.programme.organiser or "Organiser",
        )
