"""What has to be done before a session, and by when."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from scheduler.ahead import Ahead
from scheduler.asked_first import asked_first
from scheduler.asking_workers import genders_asked
from scheduler.choosing import Pick
from scheduler.confirming import (
    asked_by,
    confirmed_by,
    only_expected_away,
    to_confirm,
)
from scheduler.constraint import Objection
from scheduler.in_force import Rules
from scheduler.money.preparing import preparing
from scheduler.needed_hours import spoken_needed_hours
from scheduler.people import Person
from scheduler.plan import Coming, Task
from scheduler.sentences import counted
from scheduler.settling import SETTLE, settle_by
from scheduler.spoken_days import spoken_day
from scheduler.spoken_lifts import lifts_told
from scheduler.staffing import to_be_asked
from scheduler.taking_part import OTHER_WAYS
from scheduler.taxis_ordered import taxis_ordered
from scheduler.workers import Worker

ONLY_EXPECTED: Final = "It is only expected"
"""What is said of a day that a table does not reach to."""


def tasks_for(
    pick: Pick,
    team: tuple[Worker, ...],
    coming: Sequence[Coming],
    *,
    rules: Rules,
    said: Iterable[tuple[Person | None, Objection]],
) -> tuple[Task, ...]:
    """Return the tasks of a session in order of when they are due."""
    grid = pick.grid
    ahead = Ahead(
        programme=grid.programme,
        project=grid.project,
        session=grid.session,
        venue=grid.venues[pick.venue],
        start=grid.starts[pick.start],
        end=grid.ends[pick.start],
        coming=coming,
        counts=pick.columns.screened.counts,
        rules=rules,
        said=tuple(said),
    )
    return tasks_of(ahead, team)


def tasks_of(ahead: Ahead, team: tuple[Worker, ...]) -> tuple[Task, ...]:
    """Return what has to be done for a session by when, in that order.

    Of what is due on one day, go-betweens are asked first and the room is booked next.
    """
    first = (*_asking(ahead), *_room(ahead, team))
    tasks = (*first, *_tasks(ahead, team), *preparing(ahead, team))
    place = {task.what: number for number, task in enumerate(first)}
    return tuple(sorted(tasks, key=lambda t: (t.due, place.get(t.what, len(place)), t.what)))


def still_expected(tasks: Iterable[Task]) -> Iterator[str]:
    """Give what the plan says of a session whose day is only expected: by when it is checked."""
    due = (task.due for task in tasks if ONLY_EXPECTED in task.what)
    yield from (f"Expected, to be checked by {spoken_day(day)}." for day in sorted(due))


def _tasks(ahead: Ahead, team: tuple[Worker, ...]) -> Iterator[Task]:
    if ahead.session.state == "held":
        return
    if ahead.session.state == "wanted":
        yield from _inviting(ahead)
    yield from _settling(ahead)
    yield from _confirming(ahead)
    yield from _checking(ahead)
    yield from _workers(ahead, team)
    yield from genders_asked(ahead)
    yield from _connecting(ahead)
    yield from _lifts(ahead)
    yield from _accompanied(ahead)
    yield from taxis_ordered(ahead, team)
    yield from _seats(ahead)


def _room(ahead: Ahead, team: Sequence[Worker]) -> Iterator[Task]:
    """Give the task to book a room, before anybody is told: due with the longest notice of all."""
    venue = ahead.venue
    if ahead.session.state == "wanted" and not venue.is_remote:
        asked = [
            venue.notice_days,
            *(worker.notice_days for worker in team),
            *_roles(ahead).values(),
        ]
        seats = (one.way.book_by for one in ahead.coming if one.way.book_by)
        due = max(ahead.programme.planning_day, min((ahead.due(max(asked)), *seats)))
        yield Task(due=due, what=_booking(ahead), phone=venue.phone)


def _roles(ahead: Ahead) -> dict[str, int]:
    """Return the roles a session cannot do without, each with the days of notice it needs."""
    return {
        role: ahead.programme.role_notice_days.get(role, 0) for role in ahead.session.needs_roles
    }


def _workers(ahead: Ahead, team: tuple[Worker, ...]) -> Iterator[Task]:
    """Give the tasks to book workers, and to ask those first whose hours are not known yet."""
    programme, day = ahead.programme, ahead.start.date()
    when = {"start": ahead.start, "end": ahead.end}
    unknown = to_be_asked(programme, ahead.session, programme.group(ahead.project), **when)
    codes = {worker.code for worker in unknown}
    for worker in team:
        if worker.code in codes:
            by = asked_by(day, planning_day=programme.planning_day)
            what = f"Ask {worker.label} whether {spoken_day(day)} suits: not known yet."
            yield Task(due=by, what=what, phone=worker.phone)
        if not worker.is_vehicle:
            what = f"Book {worker.label} ({' and '.join(worker.roles)})."
            yield Task(due=ahead.due(worker.notice_days), what=what, phone=worker.phone)


def _settling(ahead: Ahead) -> Iterator[Task]:
    """Give the task to settle what was booked against somebody's right."""
    if not ahead.counts:
        notice = ahead.venue.notice_days
        due = settle_by(ahead.programme, ahead.start.date(), notice_days=notice)
        yield Task(due=due, what=SETTLE)


def _seats(ahead: Ahead) -> Iterator[Task]:
    """Give the tasks to book seats on buses and ferries that ask for it."""
    for book_by, many in Counter(one.way.book_by for one in ahead.coming).items():
        if book_by:
            seats = counted(many, "seat")
            yield Task(due=book_by, what=f"Book {seats} on buses or ferries that ask for it.")


def _lifts(ahead: Ahead) -> Iterator[Task]:
    """Give a task for each lift: both know of it before the day."""
    for says in lifts_told(ahead.programme, ahead.project, ahead.coming):
        yield Task(due=ahead.due(0), what=f"Make sure both know of the lift: {says}")


def _accompanied(ahead: Ahead) -> Iterator[Task]:
    """Give a task for each who comes with somebody: who that is, is settled before the day."""
    for person in ahead.programme.group(ahead.project):
        if any(one.person == person.code and one.way.by == "accompanied" for one in ahead.coming):
            what = f"Settle who goes along with {person.label}, there and back, and tell both."
            yield Task(due=ahead.due(0), what=what)


def _connecting(ahead: Ahead) -> Iterator[Task]:
    """Give a task for each way in which somebody joins who is not in the room."""
    for by in OTHER_WAYS:
        if many := ahead.joining(by):
            join = f"{counted(many, 'person joins', 'people join')} {by}"
            what = f"Connect the room: {join}. Tell them how, and try it out."
            yield Task(due=ahead.due(0), what=what, phone=ahead.venue.phone)


def _asking(ahead: Ahead) -> Iterator[Task]:
    """Give a task for each go-between who has yet to be asked about a day still to be booked."""
    if ahead.session.state != "wanted":
        return
    asked = asked_first(ahead.programme, ahead.project, start=ahead.start, end=ahead.end)
    day = spoken_day(ahead.start.date())
    for each in asked:
        if each.is_open:
            what = f"Ask {each.label} about {day}, before anybody is told the date."
            due = ahead.programme.planning_day
            yield Task(due=due, what=what, phone=each.go_between.phone)


def _inviting(ahead: Ahead) -> Iterator[Task]:
    """Give a task for each role a session cannot do without, due with the notice it needs."""
    for role, notice in _roles(ahead).items():
        what = f"Make sure that somebody in this role is coming: {role}."
        yield Task(due=ahead.due(notice), what=what)


def _confirming(ahead: Ahead) -> Iterator[Task]:
    """Give a task for everybody whose coming, or being away, is only expected or not known yet."""
    programme, day = ahead.programme, ahead.start.date()
    coming, asked = {one.person for one in ahead.coming}, to_confirm(ahead.said)
    away = only_expected_away(ahead.said)
    for person in programme.group(ahead.project):
        expected_by = confirmed_by(person.times, day, planning_day=programme.planning_day)
        by = max(filter(None, (expected_by, asked.get(person.code))), default=None)
        suits = "still suits" if person.code in coming else "suits after all"
        if by and person.code in coming | away:
            known = "expected" if expected_by else "not known yet"
            expected = f"{known}, to be confirmed by {spoken_day(by)}"
            what = f"Ask {person.label} whether {spoken_day(day)} {suits}: {expected}."
            yield Task(due=max(by, programme.planning_day), what=what)


def _checking(ahead: Ahead) -> Iterator[Task]:
    """Give a task for each table that does not reach to the day: till then it is only expected."""
    day = ahead.start.date()
    rested = (rule.tables(ahead.programme, ahead.project) for rule in ahead.rules)
    by_name = {table.name: table for tables in rested for table in tables}
    for table in by_name.values():
        if not table.is_good_for(day):
            until = f'"{table.title}" is good until {spoken_day(table.good_until)}'
            what = f"Check that {spoken_day(day)} still holds. {ONLY_EXPECTED}: {until}."
            yield Task(due=ahead.due(0), what=what)


def _booking(ahead: Ahead) -> str:
    clock = ahead.programme.tz
    hours = spoken_needed_hours(ahead.session, ahead.start, end=ahead.end, clock=clock)
    return f"Book {ahead.venue.label} {hours}, before anybody is told the date."
