"""How somebody takes part in a session held in a room: they come, or join as they chose."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from scheduler.facts import Fact
from scheduler.people import Person
from scheduler.programme import Programme, Project, Session
from scheduler.ties import Coupling
from scheduler.venues import Venue
from scheduler.ways import Way

OTHER_WAYS = ("on-line", "by phone")
"""How somebody can take part who does not travel."""


@dataclass(frozen=True)
class TakingPart:
    """Somebody who chose another way to take part, and the session they would travel to."""

    programme: Programme
    project: Project
    session: Session
    venue: Venue
    group: tuple[Person, ...]
    person: Person
    way: Way
    """Their way there and back, if they travelled."""


class Suiting(Coupling, Protocol):
    """What says whether a room and the way there suit somebody: a constraint."""

    def does_not_suit(self, part: TakingPart) -> bool:
        """Say whether somebody who chose another way takes part that way here."""


def connection_of(venue: Venue, by: str) -> Fact:
    """Return what is known of joining from elsewhere at a venue, on-line or by phone."""
    return venue.internet if by == "on-line" else venue.phone_reception


def other_way(person: Person, venue: Venue) -> str:
    """Return how somebody can join there: the first way they chose that the venue does not lack.

    Nothing where they chose none, or there is no such connection.
    """
    ways = (by for by in person.other_ways if not connection_of(venue, by).is_no)
    return next(ways, "")


def way_of(rules: Iterable[Suiting], part: TakingPart) -> Way:
    """Return how somebody takes part: by their way there and back, or joining as they chose."""
    person, venue = part.person, part.venue
    if venue.is_remote or not person.other_ways:
        return part.way
    by = other_way(person, venue)
    if person.other_ways_only:
        return Way(by=by or person.other_ways[0])
    if by and any(rule.does_not_suit(part) for rule in rules):
        return Way(by=by)
    return part.way
