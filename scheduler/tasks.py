"""What has to be done before a session, and by when."""

from collections.abc import Iterator
from datetime import date, timedelta

from scheduler.asked_first import asked_first
from scheduler.choosing import Pick
from scheduler.plan import Task
from scheduler.spoken_days import spoken_day
from scheduler.venues import Venue
from scheduler.workers import Worker

LEAST_NOTICE_DAYS = 14
"""How long before a session its room and workers are booked at the latest.

Where they ask for less. Own default.
"""


def tasks_for(pick: Pick, team: tuple[Worker, ...]) -> tuple[Task, ...]:
    """Return the tasks of a session in order of when they are due."""
    return tuple(sorted(_tasks(pick, team), key=lambda task: (task.due, task.what)))


def _tasks(pick: Pick, team: tuple[Worker, ...]) -> Iterator[Task]:
    grid = pick.grid
    venue, day = grid.venues[pick.venue], grid.starts[pick.start].date()
    if grid.session.state == "held":
        return
    if grid.session.state == "wanted" and not venue.is_remote:
        yield Task(
            due=_due(pick, day, venue.notice_days), what=_booking(pick, venue), phone=venue.phone
        )
    if grid.session.state == "wanted":
        yield from _asking(pick, day)
        yield from _inviting(pick, day)
    for worker in team:
        what = f"Book {worker.label} ({' and '.join(worker.roles)})."
        yield Task(due=_due(pick, day, worker.notice_days), what=what, phone=worker.phone)
    taxis = sum(grid.way(pick.start, pick.venue, p).by == "taxi" for p, _ in pick.people)
    if taxis:
        what = f"Order {taxis} {'taxi' if taxis == 1 else 'taxis'} there and back, paid ahead."
        yield Task(due=_due(pick, day, 0), what=what)


def _asking(pick: Pick, day: date) -> Iterator[Task]:
    """Give a task for each go-between who has yet to be asked about the day."""
    grid = pick.grid
    time = {"start": grid.starts[pick.start], "end": grid.ends[pick.start]}
    for asked in asked_first(grid.programme, grid.project, **time):
        if asked.is_open:
            what = f"Ask {asked.label} about {spoken_day(day)}, before anybody is told the date."
            yield Task(due=grid.programme.planning_day, what=what, phone=asked.go_between.phone)


def _inviting(pick: Pick, day: date) -> Iterator[Task]:
    """Give a task for each role a session cannot do without, due with the notice it needs."""
    for role in dict.fromkeys(pick.grid.session.needs_roles):
        notice = pick.grid.programme.role_notice_days.get(role, 0)
        what = f"Make sure that somebody in this role is coming: {role}."
        yield Task(due=_due(pick, day, notice), what=what)


def _booking(pick: Pick, venue: Venue) -> str:
    session, start, end = (
        pick.grid.session,
        pick.grid.starts[pick.start],
        pick.grid.ends[pick.start],
    )
    begins = start - timedelta(minutes=session.setup_minutes)
    ends = end + timedelta(minutes=session.clear_up_minutes)
    return (
        f"Book {venue.label} from {begins:%H:%M} to {ends:%H:%M}, before anybody is told the date."
    )


def _due(pick: Pick, day: date, notice_days: int) -> date:
    due = day - timedelta(days=max(notice_days, LEAST_NOTICE_DAYS))
    return max(due, pick.grid.programme.planning_day)
