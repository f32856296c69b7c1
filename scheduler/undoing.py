"""What was booked or asked for beside an earlier plan and is wanted no more: whom to tell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

from scheduler.needed_hours import Booking, spoken_needed_hours
from scheduler.plan import Chosen, Plan, Task
from scheduler.programme import Programme
from scheduler.robustness import Reserve
from scheduler.spoken_days import spoken_day
from scheduler.taxis_undone import taxis_undone


@dataclass(frozen=True)
class Undoing:
    """Somebody to be told that a date is not wanted."""

    task: Task
    day: date
    """The date that is not wanted."""


@dataclass(frozen=True)
class Arranged:
    """A plan of a programme, and the dates kept in reserve beside it."""

    programme: Programme
    plan: Plan
    reserves: Mapping[tuple[str, int], Reserve]
    """By the project and number of the session each is for."""


class _Want(NamedTuple):
    """A room or a worker that is wanted for people to meet from one moment to another."""

    kind: Literal["venue", "worker"]
    code: str
    start: datetime
    end: datetime


class _Told(NamedTuple):
    name: str
    hours: str
    """From when to when it was booked or asked for, in words."""
    phone: str


def to_undo(before: Iterable[Arranged], now: Arranged) -> tuple[Undoing, ...]:
    """Return whom to tell that a date is not wanted, since plans were made that are used no more.

    Nothing says what was booked or asked for so far, so each says that it may not have been. Dates
    that lay before this plan was made are past telling.
    """
    wanted, due, before = dict(_wants(now)), now.programme.planning_day, tuple(before)
    found = {want: told for one in before for want, told in _wants(one) if want not in wanted}
    undone = []
    for want, told in sorted(found.items(), key=lambda each: (each[0].start, each[1])):
        day = want.start.astimezone(now.programme.tz).date()
        if day >= due:
            date_told = f"the date on {spoken_day(day)}, {told.hours}, is not wanted"
            what = f"Tell {told.name} that {date_told}, if it was booked or asked for."
            undone.append(Undoing(Task(due=due, what=what, phone=told.phone), day))
    plans = [(one.programme, one.plan) for one in before]
    taxis = taxis_undone(plans, now.programme, now.plan)
    return (*undone, *(Undoing(Task(due=due, what=what), day) for day, what in taxis))


def _wants(arranged: Arranged) -> Iterator[tuple[_Want, _Told]]:
    """Give every room and worker a plan wants, and its dates in reserve as well."""
    projects = {project.code: project for project in arranged.programme.projects}
    for one in arranged.plan.sessions:
        session = projects[one.project].sessions[one.number - 1]
        reserve = arranged.reserves.get((one.project, one.number))
        for held in (one, reserve) if reserve else (one,):
            when = held.start, held.end
            booking = Booking(arranged.programme, projects[one.project], session, *when)
            yield from _taken(booking, held)


def _taken(booking: Booking, held: Chosen | Reserve) -> Iterator[tuple[_Want, _Told]]:
    programme, when = booking.programme, (held.start, held.end)
    hours = spoken_needed_hours(booking.session, held.start, end=held.end, clock=programme.tz)
    for venue in programme.venues:
        if venue.code == held.venue:
            yield _Want("venue", venue.code, *when), _Told(venue.label, hours, venue.phone)
    for worker in programme.workers:
        if worker.code in held.workers:
            told = _Told(worker.label, booking.spoken(worker), worker.phone)
            yield _Want("worker", worker.code, *when), told
