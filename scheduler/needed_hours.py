"""From when to when a session's room and workers are needed, as everybody is told.

The to-do list, holds on reserve dates, news after a change and calendars all ask here.
"""

from datetime import datetime, tzinfo

from scheduler.plan import Chosen
from scheduler.programme import Programme, Session
from scheduler.spoken_days import spoken_day
from scheduler.staffing import on_duty

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


def needed_on(programme: Programme, chosen: Chosen) -> str:
    """Return the day and the hours a planned session's room and workers are needed, in words.

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
