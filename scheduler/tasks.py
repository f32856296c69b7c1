"""What has to be done before a session, and by when."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from scheduler.asked_first import asked_first
from scheduler.choosing import Pick
from scheduler.plan import Coming, Task
from scheduler.programme import Programme, Project, Session
from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day
from scheduler.venues import Venue
from scheduler.workers import Worker

LEAST_NOTICE_DAYS: Final = 14
"""How long before a session its room and workers are booked at the latest.

Where they ask for less. Own default.
"""


@dataclass(frozen=True)
class Ahead:
    """A session as those see it who prepare it."""

    programme: Programme
    project: Project
    session: Session
    venue: Venue
    start: datetime
    end: datetime
    coming: Sequence[Coming]
    """Who comes, and how."""

    @property
    def taxis(self) -> int:
        """How many of those coming take a taxi."""
        return sum(one.way.by == "taxi" for one in self.coming)


def tasks_for(pick: Pick, team: tuple[Worker, ...], coming: Sequence[Coming]) -> tuple[Task, ...]:
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
    )
    return tasks_of(ahead, team)


def tasks_of(ahead: Ahead, team: tuple[Worker, ...]) -> tuple[Task, ...]:
    """Return what has to be done for a session by when, in that order."""
    return tuple(sorted(_tasks(ahead, team), key=lambda task: (task.due, task.what)))


def _tasks(ahead: Ahead, team: tuple[Worker, ...]) -> Iterator[Task]:
    venue = ahead.venue
    if ahead.session.state == "held":
        return
    if ahead.session.state == "wanted":
        if not venue.is_remote:
            yield Task(due=_due(ahead, venue.notice_days), what=_booking(ahead), phone=venue.phone)
        yield from _asking(ahead)
        yield from _inviting(ahead)
    for worker in team:
        what = f"Book {worker.label} ({' and '.join(worker.roles)})."
        yield Task(due=_due(ahead, worker.notice_days), what=what, phone=worker.phone)
    if ahead.taxis:
        taxis = counted(ahead.taxis, "taxi")
        yield Task(due=_due(ahead, 0), what=f"Order {taxis} there and back, paid ahead.")
    for book_by, many in Counter(one.way.book_by for one in ahead.coming).items():
        if book_by:
            seats = counted(many, "seat")
            yield Task(due=book_by, what=f"Book {seats} on buses or ferries that ask for it.")


def _asking(ahead: Ahead) -> Iterator[Task]:
    """Give a task for each go-between who has yet to be asked about the day."""
    asked = asked_first(ahead.programme, ahead.project, start=ahead.start, end=ahead.end)
    day = spoken_day(ahead.start.date())
    for each in asked:
        if each.is_open:
            what = f"Ask {each.label} about {day}, before anybody is told the date."
            due = ahead.programme.planning_day
            yield Task(due=due, what=what, phone=each.go_between.phone)


def _inviting(ahead: Ahead) -> Iterator[Task]:
    """Give a task for each role a session cannot do without, due with the notice it needs."""
    for role in dict.fromkeys(ahead.session.needs_roles):
        notice = ahead.programme.role_notice_days.get(role, 0)
        what = f"Make sure that somebody in this role is coming: {role}."
        yield Task(due=_due(ahead, notice), what=what)


def _booking(ahead: Ahead) -> str:
    begins = ahead.start - timedelta(minutes=ahead.session.setup_minutes)
    ends = ahead.end + timedelta(minutes=ahead.session.clear_up_minutes)
    hours = f"from {begins:%H:%M} to {ends:%H:%M}"
    return f"Book {ahead.venue.label} {hours}, before anybody is told the date."


def _due(ahead: Ahead, notice_days: int) -> date:
    due = ahead.start.date() - timedelta(days=max(notice_days, LEAST_NOTICE_DAYS))
    return max(due, ahead.programme.planning_day)
