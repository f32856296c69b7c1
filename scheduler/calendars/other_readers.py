"""A plan's sessions as a venue, a worker and the organiser see them, and nothing more."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from scheduler.calendars.entry import CalendarEntry, session_uid
from scheduler.calendars.held import (
    NO_RESERVES,
    Held,
    Reserves,
    refuse_unknown,
    sessions_held,
)
from scheduler.calendars.plan_entries import as_kept, bare_entry, firmness, uid_of
from scheduler.calendars.told_journeys import REMOTE
from scheduler.calendars.told_places import getting_in
from scheduler.needed_hours import Booking, needed_hours
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.sentences import counted

ROOM: Final = "room"
"""What a venue sees of a session."""
ORGANISER: Final = "organiser"
"""What the organiser sees of it."""


def venue_entries(
    programme: Programme, plan: Plan, *, venue: str, reserves: Reserves = NO_RESERVES
) -> tuple[CalendarEntry, ...]:
    """Return the times a venue is needed, set-up and clear-up included.

    Raises
    ------
    CalendarError
        If there is no such venue, or no phone number to ring.
    """
    refuse_unknown(venue, programme.venues, "venue")
    every = sessions_held(programme, plan, reserves)
    return tuple(_room_entry(held) for held in every if held.venue.code == venue)


def worker_entries(
    programme: Programme, plan: Plan, *, worker: str, reserves: Reserves = NO_RESERVES
) -> tuple[CalendarEntry, ...]:
    """Return the times a worker is needed, with the way in and whom to ring, and nobody's name.

    Raises
    ------
    CalendarError
        If there is no such worker, or no phone number to ring.
    """
    refuse_unknown(worker, programme.workers, "worker")
    every = sessions_held(programme, plan, reserves)
    return tuple(_duty_entry(held, worker) for held in every if worker in held.chosen.workers)


def organiser_entries(
    programme: Programme, plan: Plan, *, reserves: Reserves = NO_RESERVES
) -> tuple[CalendarEntry, ...]:
    """Return every session of every project with how many come and whom to ring about it.

    Who comes stands in the plan alone: calendars are looked at over shoulders and shared.

    Raises
    ------
    CalendarError
        If there is no phone number to ring.
    """
    every = sessions_held(programme, plan, reserves)
    return tuple(_organisers_entry(held) for held in every)


def identities(programme: Programme) -> frozenset[str]:
    """Return every identity by which a session of a programme stands in somebody's calendar."""
    besides = ("", ROOM, ORGANISER, *(_duty(each.code) for each in programme.workers))
    return frozenset(
        session_uid(programme.name, project.code, number=number, beside=beside)
        for project in programme.projects
        for number in range(1, len(project.sessions) + 1)
        for beside in besides
    )


def _duty(worker: str) -> str:
    return f"worker {worker}"


def _room_entry(held: Held) -> CalendarEntry:
    start, end = _on_duty(held)
    people = _in_the_room(held) + sum(not _is_vehicle(held, w) for w in held.chosen.workers)
    lines = (
        _meeting(held),
        "The rest is setting up and clearing up.",
        f"Room for {people} people.",
        *firmness(held),
    )
    entry = replace(
        bare_entry(held),
        uid=uid_of(held, ROOM),
        start=start,
        end=end,
        title=held.project.public_label,
        description_lines=lines,
    )
    return as_kept(entry, held)


def _duty_entry(held: Held, worker: str) -> CalendarEntry:
    start, end = _booked(held, worker)
    ring = f"The venue: {held.venue.phone}." if held.venue.phone else ""
    fetches = _is_vehicle(held, worker)
    road = "The rest is for fetching somebody and taking them home." if fetches else ""
    lines = filter(None, (_meeting(held), road, *getting_in(held.venue), ring, *firmness(held)))
    entry = replace(
        bare_entry(held),
        uid=uid_of(held, _duty(worker)),
        start=start,
        end=end,
        title=held.project.public_label,
        description_lines=tuple(lines),
    )
    return as_kept(entry, held)


def _organisers_entry(held: Held) -> CalendarEntry:
    rung = {each.code: each for each in held.programme.workers}
    workers = [rung[code] for code in held.chosen.workers if code in rung]
    start, end = _on_duty(held)
    afar = len(held.chosen.there) - _in_the_room(held)
    coming = counted(_in_the_room(held), "person", "people")
    lines = (
        f"{coming} in the room, {afar} from elsewhere.",
        f"The room is needed from {start:%H:%M} to {end:%H:%M}." if start < held.start else "",
        f"{held.venue.label}: {held.venue.phone}." if held.venue.phone else "",
        *(f"{each.label}: {each.phone or 'no number known'}." for each in workers),
        *firmness(held),
    )
    entry = replace(
        bare_entry(held),
        uid=uid_of(held, ORGANISER),
        description_lines=tuple(filter(None, lines)),
    )
    return as_kept(entry, held)


def _on_duty(held: Held) -> tuple[datetime, datetime]:
    """Return from when to when room and workers are needed, on the programme's clock."""
    return needed_hours(held.wish, held.start, end=held.end, clock=held.programme.tz)


def _booked(held: Held, code: str) -> tuple[datetime, datetime]:
    """Return from when to when one worker is needed, a wheelchair taxi while it drives too."""
    worker = next(each for each in held.programme.workers if each.code == code)
    booking = Booking(held.programme, held.project, held.wish, held.start, held.end)
    return booking.hours(worker)


def _is_vehicle(held: Held, code: str) -> bool:
    return any(each.is_vehicle for each in held.programme.workers if each.code == code)


def _meeting(held: Held) -> str:
    return f"People meet from {held.start:%H:%M} to {held.end:%H:%M}."


def _in_the_room(held: Held) -> int:
    if held.venue.is_remote:
        return 0
    return sum(each.way.by not in REMOTE for each in held.chosen.there)
