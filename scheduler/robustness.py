"""Which sessions of a plan still stand when something drops out, and a reserve date for each.

For the organiser alone: whom a session falls without is nobody else's business.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from scheduler.choosing import Desk, desk_for
from scheduler.constraint import Registry
from scheduler.drops import Drops, drops_of
from scheduler.finished import Finished, Meeting
from scheduler.in_force import Rules, in_force
from scheduler.judged import Judged, judge
from scheduler.needed_hours import Booking, spoken_needed_hours
from scheduler.plan import Plan, Task
from scheduler.programme import Programme, Project, Session
from scheduler.reserves import Held, Search, release_by
from scheduler.sentences import listed
from scheduler.settling import NOT_COUNTED
from scheduler.spoken_days import spoken_day
from scheduler.words import Word

STANDS = "It stands whichever one person or worker stays away, and whichever one line stops."


class Reserve(Word):
    """A date and room to hold in case a session cannot be held on its own."""

    start: datetime
    """When it would begin."""
    end: datetime
    """When it would end."""
    venue: str
    """Code of the venue."""
    workers: tuple[str, ...] = ()
    """Codes of the workers who would be there."""
    misses: tuple[str, ...] = ()
    """Codes of those who come to the session and could not come then."""
    is_worse: bool = False
    """Whether it is worse for anybody with lived experience."""
    release_by: date
    """The day to let the hold go: once the session was held, or before where notice asks it."""
    tasks: tuple[Task, ...]
    """To hold it, and to let it go."""


class Firm(Word):
    """How firm a session stands."""

    project: str
    """Code of the project."""
    number: int
    """Which session, from 1."""
    start: datetime
    """When it begins."""
    falls_without_people: tuple[str, ...] = ()
    """Codes of the people of whom not one may stay away."""
    falls_without_workers: tuple[str, ...] = ()
    """Codes of the workers for whom nobody could step in."""
    falls_without_lines: tuple[str, ...] = ()
    """Buses and ferries that must run, as people call them."""
    rooms: tuple[str, ...] = ()
    """Codes of other rooms that could be had at the same hour, best first, two at most."""
    says: tuple[str, ...]
    """The same in sentences for the organiser."""
    reserve: Reserve | None = None
    """Its reserve date, where there is one."""


class Robustness(Word):
    """How firm a plan stands, session by session."""

    programme: str
    """Name of the programme."""
    sessions: tuple[Firm, ...]
    """Every session with a date that is not held yet, by project and number."""


def robustness(programme: Programme, plan: Plan, constraints: Registry) -> Robustness:
    """Return which sessions still stand when something drops out, and a reserve date for each.

    Raises
    ------
    KeyError
        If the plan is not one of this programme.
    """
    rules = {p.code: in_force(constraints, programme, p) for p in programme.projects}
    finished = Finished.of(programme, plan, rules)
    desks = {p.code: _desk(programme, p, rules[p.code]) for p in programme.projects}
    meetings, firm = list(finished.meetings), list[Firm]()
    for judged in judge(finished.meetings, rules):
        if judged.meeting.session.state == "held":
            continue
        search = Search(judged, desks[judged.meeting.project.code], tuple(meetings))
        reserve = search.reserve()
        firm.append(_firm(judged, drops_of(judged, finished.meetings), search, reserve))
        if reserve:
            meetings.append(reserve.meeting)
    return Robustness(programme=programme.name, sessions=tuple(firm))


def _desk(programme: Programme, project: Project, rules: Rules) -> Desk:
    """Ask every constraint about a project's candidates, booked sessions free to move."""
    sessions = tuple(_free_to_move(session) for session in project.sessions)
    free = project.model_copy(update={"sessions": sessions})
    projects = tuple(free if each is project else each for each in programme.projects)
    return desk_for(programme.model_copy(update={"projects": projects}), free, rules)


def _free_to_move(session: Session) -> Session:
    if session.state != "booked":
        return session
    return session.model_copy(update={"state": "wanted", "day": None, "start": None, "venue": None})


def _firm(judged: Judged, drops: Drops, search: Search, reserve: Held | None) -> Firm:
    meeting = judged.meeting
    rooms = () if meeting.venue.is_remote else search.rooms()
    return Firm(
        project=meeting.project.code,
        number=meeting.number,
        start=meeting.start,
        falls_without_people=tuple(person.code for person in drops.people),
        falls_without_workers=tuple(worker.code for worker in drops.workers),
        falls_without_lines=drops.lines,
        rooms=tuple(room.meeting.venue.code for room in rooms),
        says=tuple(_says(judged, drops, rooms)),
        reserve=_reserve(judged, reserve) if reserve else None,
    )


def _says(judged: Judged, drops: Drops, rooms: Sequence[Held]) -> list[str]:
    meeting = judged.meeting
    if not meeting.counts:
        return [NOT_COUNTED, *_other_rooms(meeting, rooms)]
    needed = [*(p.label for p in drops.people), *(w.label for w in drops.workers), *drops.lines]
    told = [f"It does not stand as it is: {says}" for says in judged.broken]
    if needed:
        told.append(f"It falls if {_any_of(needed)} drops out.")
    elif not told:
        told.append(STANDS)
    return [*told, *_other_rooms(meeting, rooms)]


def _other_rooms(meeting: Meeting, rooms: Sequence[Held]) -> Iterator[str]:
    """Say which other room could be had at that hour, or that there is none."""
    venue = meeting.venue.label
    if meeting.venue.is_remote:
        return
    if rooms:
        others = _any_of([room.meeting.venue.label for room in rooms])
        lost = f"If {venue} is lost, " if meeting.counts else "Instead, "
        yield f"{lost}{others} could be had at the same hour."
    elif not meeting.counts:
        yield "No other room could be had at that hour."
    else:
        yield f"It falls if {venue} is lost: no other room could be had at that hour."


def _any_of(names: Sequence[str]) -> str:
    """Return names as a choice: "a", "a or b", "a, b or c"."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _reserve(judged: Judged, held: Held) -> Reserve:
    release = release_by(judged.meeting, held)
    then = held.meeting
    return Reserve(
        start=then.start,
        end=then.end,
        venue=then.venue.code,
        workers=then.workers,
        misses=held.misses,
        is_worse=held.is_worse,
        release_by=release,
        tasks=_tasks(judged, held, release),
    )


def _asked_to_keep(held: Held, hours: str) -> str:
    """Return which workers to ask to keep a reserve date free: those booked longer with hours."""
    then = held.meeting
    booking = Booking(then.programme, then.project, then.session, then.start, then.end)
    asked: dict[str, list[str]] = {}
    for worker in held.team:
        asked.setdefault(booking.spoken(worker), []).append(worker.label)
    told = (
        f"{listed(who)} to keep it free{'' if own == hours else f' {own}'}"
        for own, who in asked.items()
    )
    return "".join(f", and ask {each}" for each in told)


def _tasks(judged: Judged, held: Held, release: date) -> tuple[Task, ...]:
    now, then = judged.meeting, held.meeting
    room, day = then.venue.label, spoken_day(then.day)
    clock = then.programme.tz
    hours = spoken_needed_hours(then.session, then.start, end=then.end, clock=clock)
    workers = listed([worker.label for worker in held.team])
    ask = _asked_to_keep(held, hours)
    tell = f", and tell {workers}" if workers else ""
    given_up = f"release the hold on {room} for {day}{tell}"
    if release == now.day:
        let_go = f"Once session {now.number} was held, {given_up}."
    else:
        asks = f"{held.asks} wants to know by {spoken_day(release)}"
        unless = f"unless it is clear by then that session {now.number} has to move there"
        let_go = f"{asks}, before session {now.number} is held: {given_up}, {unless}."
    return (
        Task(
            due=now.programme.planning_day,
            what=f"Hold {room} on {day}, {hours}{ask}.",
            phone=then.venue.phone,
        ),
        Task(
            due=release,
            what=let_go,
            phone=then.venue.phone,
        ),
    )
