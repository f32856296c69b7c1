"""A session that lies ahead, as those see it who prepare it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from scheduler.confirming import LEAST_NOTICE_DAYS
from scheduler.constraint import Objection
from scheduler.in_force import Rules
from scheduler.people import Person
from scheduler.plan import Coming
from scheduler.programme import Programme, Project, Session
from scheduler.venues import Venue


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
    rules: Rules
    """The rules in force for its project."""
    said: Sequence[tuple[Person | None, Objection]] = ()
    """What rules say of it, each with the person it is said of."""
    counts: bool = True
    """Whether it counts, or has to be settled first."""

    def due(self, notice_days: int) -> date:
        """Return by when something with a notice is to be done, today at the earliest."""
        day = self.start.date() - timedelta(days=max(notice_days, LEAST_NOTICE_DAYS))
        return max(day, self.programme.planning_day)

    def joining(self, by: str) -> int:
        """Return how many join a session held in a room on-line, or by phone."""
        return 0 if self.venue.is_remote else sum(one.way.by == by for one in self.coming)
