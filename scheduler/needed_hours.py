"""From when to when a session's room and workers are needed, as everybody is told.

The to-do list, holds on reserve dates, news after a change and calendars all ask here.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from scheduler.fetching import booked_around
from scheduler.needed import on_duty
from scheduler.plan import Chosen
from scheduler.programme import Programme, Project, Session
from scheduler.sentences import listed
from scheduler.spoken_days import spoken_day
from scheduler.workers import Worker

UNPREPARED = Session(setup_minutes=0, clear_up_minutes=0)


def needed_hours(
    session: Session, start: datetime, *, end: datetime, clock: tzinfo
) -> tuple[datetime, datetime]:
    """Return from when to when room and workers are needed, setting up and clearing up too."""
    begins, ends = on_duty(session, start, end=end)
    return begins.astimezone(clock), ends.astimezone(clock)


def spoken_needed_hours(session: Session, start: datetime, *, end: datetime, clock: tzinfo) -> str:
    """Return the same in words: "from 09:30 to 12:30"."""
    begins, ends = needed_hours(session, start, end=end, clock=clock)
    return f"from {begins:%H:%M} to {ends:%H:%M}"


@dataclass(frozen=True)
class Booking:
    """A session for which workers are booked: a wheelchair taxi while it is on the road as well."""

    programme: Programme
    project: Project
    session: Session
    start: datetime
    end: datetime

    def hours(self, worker: Worker) -> tuple[datetime, datetime]:
        """Return from when to when a worker is booked, on the programme's clock."""
        group, clock = self.programme.group(self.project), self.programme.tz
        minutes = booked_around(self.programme, self.session, group, worker=worker)
        before, after = (timedelta(minutes=each) for each in minutes)
        begins, ends = self.start.astimezone(UTC) - before, self.end.astimezone(UTC) + after
        return begins.astimezone(clock), ends.astimezone(clock)

    def spoken(self, worker: Worker) -> str:
        """Return the same in words: "from 09:15 to 13:15"."""
        begins, ends = self.hours(worker)
        return f"from {begins:%H:%M} to {ends:%H:%M}"


def booked_on(programme: Programme, chosen: Chosen, code: str) -> str:
    """Return the day and the hours a worker is booked for a planned session, in words."""
    worker = next((each for each in programme.workers if each.code == code), None)
    project = next((each for each in programme.projects if each.code == chosen.project), None)
    if worker is None or project is None or chosen.number > len(project.sessions):
        return needed_on(programme, chosen)
    session = project.sessions[chosen.number - 1]
    booking = Booking(programme, project, session, chosen.start, chosen.end)
    day = spoken_day(chosen.start.astimezone(programme.tz).date())
    return f"{day} {booking.spoken(worker)}"


def needed_on(programme: Programme, chosen: Chosen) -> str:
    """Return the day and the hours a planned session's room is needed, in words.

    Of a session the programme has no more only the hours are known in which people would have met.
    """
    wishes = (
        session
        for project in programme.projects
        if project.code == chosen.project
        for number, session in enumerate(project.sessions, 1)
        if number == chosen.number
    )
    wish = next(wishes, UNPREPARED)
    hours = spoken_needed_hours(wish, chosen.start, end=chosen.end, clock=programme.tz)
    return f"{spoken_day(chosen.start.astimezone(programme.tz).date())} {hours}"


def spoken_needs(more: list[str], less: list[str]) -> str:
    """Return when somebody or somewhere is needed now, and when no longer, in words."""
    parts = [f"needed {listed(more)}"] if more else []
    parts += [f"no longer needed {listed(less)}"] if less else []
    return "; ".join(parts)
