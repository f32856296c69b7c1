"""For how long a wheelchair taxi is on the road before a session and after it."""

from collections.abc import Iterator, Sequence

from scheduler.by_road import guess, position
from scheduler.needed import around
from scheduler.people import Person
from scheduler.programme import Programme, Session
from scheduler.venues import Venue
from scheduler.ways import choices
from scheduler.workers import WHEELCHAIR_TAXI, Worker

BY_ROAD = frozenset({"car", "lift", "taxi", WHEELCHAIR_TAXI})


def booked_around(
    programme: Programme, session: Session, group: Sequence[Person], *, worker: Worker
) -> tuple[int, int]:
    """Return how many minutes before and after a session a worker is booked.

    A wheelchair taxi is for the longest way of anybody it may be for, to any room: its hours tell
    nobody's way, and are long enough whoever it turns out to be.
    """
    before, after = around(session)
    if not worker.is_vehicle or session.is_remote:
        return before, after
    out, back = fetching(programme, session, group)
    return max(before, out), max(after, back)


def rest_before(worker: Worker, gap: int, *, before: int) -> int:
    """Return the minutes a worker needs free before the time they are booked for a session.

    Others may set up within the gap; a taxi that is on the road then cannot.
    """
    return gap if worker.is_vehicle else max(0, gap - before)


def fetching(programme: Programme, session: Session, group: Sequence[Person]) -> tuple[int, int]:
    """Return the longest drives to a session and home of those who need a wheelchair taxi."""
    ways = [way for person in group for way in _drives(programme, session, person)]
    return max((out for out, _ in ways), default=0), max((back for _, back in ways), default=0)


def _drives(programme: Programme, session: Session, person: Person) -> Iterator[tuple[int, int]]:
    if WHEELCHAIR_TAXI not in person.assistance or person.other_ways_only:
        return
    for venue in _rooms(programme, session, person):
        entered = [w for w in choices(programme, person, venue).entered if w.by in BY_ROAD]
        home, there = programme.place(person.home), position(programme, venue)
        guessed = guess(programme, "taxi", (home, there)) if home and there else None
        for way in entered or filter(None, (guessed,)):
            yield way.out_minutes, way.back_minutes


def _rooms(programme: Programme, session: Session, person: Person) -> tuple[Venue, ...]:
    """Return the rooms somebody may have to be driven to."""
    own = [project for project in programme.projects if person.code in project.members]
    found = {v.code for project in own for v in programme.venues_for(project, session)}
    return tuple(venue for venue in programme.venues if venue.code in found or not own)
