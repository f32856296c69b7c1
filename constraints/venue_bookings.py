"""Use no room that is shut, or that somebody else has."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import numpy as np

from scheduler.calendars.wall_time import Stretch
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.grid import Grid, Mask, utc_minute
from scheduler.programme import Programme, Session
from scheduler.samples import HALL, at, on
from scheduler.spoken_days import spoken_day, spoken_hour
from scheduler.taken import joined, meets, spells_taken
from scheduler.venues import Venue
from scheduler.words import Days, Spell


@dataclass(frozen=True)
class VenueBookings(Constraint):
    """A room taken by others cannot be had, nor one that is shut that day.

    Time to set up and clear up counts: nobody should wait in the rain for a class to end.
    """

    title: ClassVar[str] = "Use no room that is shut, or that somebody else has"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("Each venue's own bookings and closed days, as entered", date(2026, 11, 23)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="A class ends when the room would have to be set up.",
            given={
                "venue": HALL.model_copy(
                    update={
                        "bookings": (
                            Spell(
                                start=at("Tuesday 8 June 2027 09:00"),
                                end=at("Tuesday 8 June 2027 10:45"),
                            ),
                        )
                    }
                ),
                "start": at("Tuesday 8 June 2027 11:00"),
            },
            expects="Glen Hall is taken from 09:00 to 10:45, "
            "and needed from 10:30 to 13:30 on Tuesday 8 June 2027.",
        ),
        Example(
            says="The hall is shut for repairs that week.",
            given={
                "venue": HALL.model_copy(
                    update={
                        "closed": (
                            Days(
                                first=on("Monday 7 June 2027"),
                                last=on("Friday 11 June 2027"),
                                note="repairs",
                            ),
                        )
                    }
                ),
                "start": at("Tuesday 8 June 2027 11:00"),
            },
            expects="Glen Hall is shut on Tuesday 8 June 2027 (repairs).",
        ),
        Example(says="Nobody else has the hall.", given={"venue": HALL}),
    )

    def check(
        self, start: datetime, end: datetime, programme: Programme, session: Session, venue: Venue
    ) -> Objection | None:
        """Object where the room is shut that day or taken for any of the time it is needed."""
        if venue.is_remote:
            return None
        shut = next((days for days in venue.closed if start.date() in days), None)
        if shut is not None:
            because = f" ({shut.note})" if shut.note else ""
            says = f"{venue.label} is shut on {spoken_day(start.date())}{because}."
            return Objection(Degree.NEVER, says, says)
        needed = (
            utc_minute(start) - session.setup_minutes,
            utc_minute(end) + session.clear_up_minutes,
        )
        taken = _taken(programme, venue, needed=needed)
        if taken is None:
            return None
        when = f"needed {_hours(needed)} on {spoken_day(start.date())}"
        says = f"{venue.label} is taken {_hours(taken)}, and {when}."
        return Objection(Degree.NEVER, says, says)

    def screen(self, grid: Grid) -> Mask:
        """Look at each booking and each closed day once, for all starts together."""
        met = np.zeros((len(grid.venues), len(grid.starts)), dtype=np.bool_)
        days = np.array([day.toordinal() for day in grid.days], dtype=np.int64)[grid.day_of]
        opens = grid.opens - grid.session.setup_minutes
        closes = grid.closes + grid.session.clear_up_minutes
        for v, venue in enumerate(grid.venues):
            if venue.is_remote:
                continue
            for shut in venue.closed:
                met[v] |= (days >= shut.first.toordinal()) & (days <= shut.last.toordinal())
            taken = joined(spells_taken(venue.bookings, grid.programme))
            met[v] |= meets(taken, opens, closes)
        return grid.mask((met * np.uint8(Degree.NEVER)).T, ("start", "venue"))


def _taken(programme: Programme, venue: Venue, *, needed: tuple[int, int]) -> Stretch | None:
    """Return the first booking that the time a room is needed would meet."""
    bookings = spells_taken(venue.bookings, programme)
    return next((b for b in bookings if needed[0] < b[1] and needed[1] > b[0]), None)


def _hours(stretch: Stretch) -> str:
    return f"from {spoken_hour(stretch[0])} to {spoken_hour(stretch[1])}"
