"""Leave time to book the room."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

import numpy as np

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.grid import Grid, Mask
from scheduler.programme import Programme, Session
from scheduler.samples import HALL, PROGRAMME, on
from scheduler.spoken_days import spoken_day
from scheduler.venues import Venue


@dataclass(frozen=True)
class VenueNotice(Constraint):
    """Many halls have to be booked so many days ahead.

    Days are counted from the day planning is done. A session already booked has its room.
    """

    sooner_by_days: int = 0
    """How many days less notice venues may be asked to accept."""

    title: ClassVar[str] = "Leave time to book the room"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("Each venue's own notice for bookings, as entered", date(2026, 11, 23)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The hall wants four weeks, and planning is done ten days before.",
            given={
                "venue": HALL.model_copy(update={"notice_days": 28}),
                "day": on("Tuesday 8 June 2027"),
                "programme": PROGRAMME.model_copy(
                    update={"planned_on": on("Saturday 29 May 2027")}
                ),
            },
            expects="Glen Hall has to be booked 28 days before: "
            "by Tuesday 11 May 2027 for Tuesday 8 June 2027.",
        ),
        Example(
            says="There are exactly four weeks.",
            given={
                "venue": HALL.model_copy(update={"notice_days": 28}),
                "day": on("Tuesday 8 June 2027"),
                "programme": PROGRAMME.model_copy(update={"planned_on": on("Tuesday 11 May 2027")}),
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Ask venues to take a booking a week later than they do",
            {"sooner_by_days": 7},
            price=7,
            unit="days",
        ),
    )

    def check(
        self, day: date, programme: Programme, session: Session, venue: Venue
    ) -> Objection | None:
        """Object where the last day to book the room has gone by."""
        if not self._is_booked_ahead(session, venue):
            return None
        if day - timedelta(days=self._notice(venue)) >= programme.planning_day:
            return None
        by = spoken_day(day - timedelta(days=venue.notice_days))
        notice = f"{venue.notice_days} days before: by {by} for {spoken_day(day)}"
        says = f"{venue.label} has to be booked {notice}."
        return Objection(Degree.NEVER, says, says)

    def _is_booked_ahead(self, session: Session, venue: Venue) -> bool:
        return venue.notice_days > 0 and not venue.is_remote and not session.is_promised

    def _notice(self, venue: Venue) -> int:
        return max(venue.notice_days - self.sooner_by_days, 0)

    def screen(self, grid: Grid) -> Mask:
        """Count every day and venue at once."""
        days = np.array([day.toordinal() for day in grid.days], dtype=np.int64)
        notice = np.array([self._notice(venue) for venue in grid.venues], dtype=np.int64)
        ahead = np.array(
            [self._is_booked_ahead(grid.session, venue) for venue in grid.venues], dtype=np.bool_
        )
        late = (days[:, None] - notice < grid.programme.planning_day.toordinal()) & ahead
        return grid.mask(late * np.uint8(Degree.NEVER), ("day", "venue"))
