"""For how long a wheelchair taxi is on the road before a session and after it, and for whom."""

from collections.abc import Iterable, Iterator, Sequence

from scheduler.money.taxis import tariff_of
from scheduler.needed import around
from scheduler.people import Person
from scheduler.programme import Programme, Session
from scheduler.venues import Venue
from scheduler.way import Way
from scheduler.ways import TAXI, choices
from scheduler.workers import WHEELCHAIR_TAXI, Worker


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
    """Return the longest drives to a session and home of those who need a wheelchair taxi.

    Where the tariff lets the firm charge its own way to the pick-up, that is part of both: as long
    again, as nobody knows where the taxi comes from.
    """
    ways = [way for person in group for way in _drives(programme, session, person)]
    return max((out for out, _ in ways), default=0), max((back for _, back in ways), default=0)


def without_empty(
    team: Sequence[Worker], coming: Iterable[tuple[Person, Way]]
) -> tuple[Worker, ...]:
    """Return a team without the wheelchair taxis in which nobody would sit; the cheapest stay.

    Nobody sits in one who stays at home, takes part from there or comes by other means.
    """
    seats = sum(person.is_fetched and way.by == TAXI for person, way in coming)
    taxis = sorted((w for w in team if w.is_vehicle), key=lambda w: w.session_pence or 0)
    empty = {worker.code for worker in taxis[seats:]}
    return tuple(worker for worker in team if worker.code not in empty)


def as_they_come(group: Sequence[Person], coming: Iterable[tuple[Person, Way]]) -> list[Person]:
    """Return a group in which only those need a wheelchair taxi who would sit in one."""
    riding = {person.code for person, way in coming if way.by == TAXI}
    return [each if each.code in riding else _without_taxi(each) for each in group]


def sent_for(
    programme: Programme, group: Sequence[Person], venues: Sequence[Venue]
) -> Sequence[Person]:
    """Return a group in which only those need a wheelchair taxi whose way is by one.

    To any of some venues: to another they may come by what somebody entered for them.
    """
    if not any(person.is_fetched for person in group):
        return group
    return [p if _goes_by_taxi(programme, p, venues) else _without_taxi(p) for p in group]


def hires_differ(programme: Programme, group: Iterable[Person]) -> bool:
    """Say whether it matters for a group which wheelchair taxi is booked, and can be known.

    Of several projects another may take the cheaper one: the dearest counts.
    """
    if len(programme.projects) > 1 or not any(person.is_fetched for person in group):
        return False
    return len({worker.session_pence or 0 for worker in programme.workers if worker.is_vehicle}) > 1


def hired_for(group: Iterable[Person], team: Sequence[Worker]) -> dict[str, int]:
    """Return what the wheelchair taxi of each who needs one costs beside the fare, in pence.

    Nothing where none is booked. Of several the dearest for each: who sits in which is not planned,
    and whoever stands first in a list is to have no more of the money than others.
    """
    hires = [worker.session_pence or 0 for worker in team if worker.is_vehicle]
    return {person.code: max(hires) for person in group if person.is_fetched} if hires else {}


def _goes_by_taxi(programme: Programme, person: Person, venues: Sequence[Venue]) -> bool:
    return person.is_fetched and any(
        way.by == TAXI for venue in venues for way in choices(programme, person, venue).entered
    )


def _without_taxi(person: Person) -> Person:
    others = tuple(role for role in person.assistance if role != WHEELCHAIR_TAXI)
    return person.model_copy(update={"assistance": others}) if person.is_fetched else person


def _drives(programme: Programme, session: Session, person: Person) -> Iterator[tuple[int, int]]:
    if not person.is_fetched:
        return
    home = programme.place(person.home)
    tariff = tariff_of(home.council) if home else None
    runs = 2 if tariff and tariff.outward_run else 1
    for venue in _rooms(programme, session, person):
        for way in choices(programme, person, venue).entered:
            if way.by == TAXI:
                yield runs * way.out_minutes, runs * way.back_minutes


def _rooms(programme: Programme, session: Session, person: Person) -> tuple[Venue, ...]:
    """Return the rooms somebody may have to be driven to."""
    own = [project for project in programme.projects if person.code in project.members]
    found = {v.code for project in own for v in programme.venues_for(project, session)}
    return tuple(venue for venue in programme.venues if venue.code in found or not own)
