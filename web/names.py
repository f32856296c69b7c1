"""What people, rooms, workers and groups of a programme are called: codes stay inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scheduler.people import Person
from scheduler.programme import Programme, Project
from scheduler.venues import BY_PHONE, ONLINE, Venue
from scheduler.workers import Worker


@dataclass(frozen=True)
class Names:
    """Everything a plan may refer to, by code."""

    projects: Mapping[str, Project]
    people: Mapping[str, Person]
    venues: Mapping[str, Venue]
    workers: Mapping[str, Worker]

    @classmethod
    def of(cls, programme: Programme) -> "Names":
        """Gather them from a programme; places to fill are people too."""
        groups = (programme.group(project) for project in programme.projects)
        people = {person.code: person for group in groups for person in group}
        return cls(
            MappingProxyType({each.code: each for each in programme.projects}),
            MappingProxyType({**{each.code: each for each in programme.people}, **people}),
            MappingProxyType({v.code: v for v in (*programme.venues, ONLINE, BY_PHONE)}),
            MappingProxyType({each.code: each for each in programme.workers}),
        )

    def person(self, code: str) -> str:
        """Return what somebody is called."""
        return self.people[code].label

    def venue(self, code: str) -> str:
        """Return what a room is called."""
        return self.venues[code].label

    def project(self, code: str) -> str:
        """Return what a group is called among organisers."""
        return self.projects[code].label
