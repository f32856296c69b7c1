"""Use a room only while it is open, from setting up to clearing away."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from scheduler.accepted import is_accepted, unless_accepted
from scheduler.calendars.tables import read_table
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.facts import Answer
from scheduler.grid import Grid, Mask
from scheduler.places.open_when import (
    Openings,
    RoomTime,
    holiday_that_matters,
    openness,
    room_time,
    stretches_needed,
)
from scheduler.programme import Programme, Session
from scheduler.samples import HALL, at
from scheduler.spoken_days import spoken_day
from scheduler.venues import Venue

CHANGES = read_table(Path(__file__).parent / "data" / "bank_holiday_overrides.csv")


@dataclass(frozen=True)
class OpeningHours(Constraint):
    """A room has to be open from the first chair put out to the last one put back.

    Hours are read as OpenStreetMap writes them. On bank and local holidays they hold only where the
    venue says so. Somebody asks where nobody gave hours, or gave them "by appointment", and where
    nobody knows about holidays.
    """

    ask_outside_hours: bool = False
    """Whether a venue may be asked to open for the group outside its hours."""

    title: ClassVar[str] = "Use a room only while it is open"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("OpenStreetMap wiki, Key:opening_hours/specification", date(2026, 11, 23)),
        Source("GOV.UK, UK bank holidays", date(2026, 11, 23), "OGL-UK-3.0"),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The hall shuts before everything could be cleared away.",
            given={
                "venue": HALL.model_copy(update={"opening": "Mo-Su 10:00-13:15"}),
                "start": at("Tuesday 8 June 2027 11:00"),
            },
            expects="Glen Hall is not open from 10:30 to 13:30 on Tuesday 8 June 2027, "
            "set-up and clear-up included.",
        ),
        Example(
            says="The hall shuts on bank holidays.",
            given={
                "venue": HALL.model_copy(update={"open_on_holidays": Answer.NO}),
                "start": at("Monday 3 May 2027 11:00"),
            },
            expects="Glen Hall is not open from 10:30 to 13:30 on Monday 3 May 2027 (May Day), "
            "set-up and clear-up included.",
        ),
        Example(
            says="Nobody knows when the hall is open.",
            given={
                "venue": HALL.model_copy(update={"opening": ""}),
                "start": at("Tuesday 8 June 2027 11:00"),
            },
            expects="Is Glen Hall open from 10:30 to 13:30 on Tuesday 8 June 2027?",
        ),
        Example(
            says="The hall is open all day.",
            given={"venue": HALL.model_copy(update={"opening": "Mo-Fr 09:00-17:00; PH off"})},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Ask venues to open for the group outside their hours",
            {"ask_outside_hours": True},
            price=2,
        ),
    )

    def check(
        self, start: datetime, end: datetime, programme: Programme, session: Session, venue: Venue
    ) -> Objection | None:
        """Object where the room is shut for any of the time it is needed, or where nobody knows."""
        if venue.is_remote:
            return None
        holiday = holiday_that_matters(programme, venue, day=start.date(), changes=CHANGES)
        needed = room_time((start, end), session, holiday=holiday)
        degree = self._degrees[openness(programme, venue, needed=needed)]
        objection = self._objection(venue, degree, needed=needed) if degree else None
        return unless_accepted(objection, programme, constraint=self.name(), about=venue.code)

    @property
    def _degrees(self) -> NDArray[np.uint8]:
        """How strongly it objects to each `Openness`."""
        outside = Degree.UNKNOWN if self.ask_outside_hours else Degree.NEVER
        return np.array([0, Degree.UNKNOWN, outside, Degree.NEVER], dtype=np.uint8)

    def _objection(self, venue: Venue, degree: int, *, needed: RoomTime) -> Objection:
        day = spoken_day(needed.begin.date()) + (f" ({needed.holiday})" if needed.holiday else "")
        hours = f"from {needed.begin:%H:%M} to {needed.finish:%H:%M} on {day}"
        if degree == Degree.UNKNOWN:
            ask = (
                f"Would {venue.label} open for the group"
                if self.ask_outside_hours
                else f"Is {venue.label} open"
            )
            return Objection(Degree.UNKNOWN, f"{ask} {hours}?")
        says = f"{venue.label} is not open {hours}, set-up and clear-up included."
        return Objection(Degree.NEVER, says, says)

    def screen(self, grid: Grid) -> Mask:
        """Look up each venue's open times once, for all starts together."""
        degrees = np.zeros((len(grid.venues), len(grid.starts)), dtype=np.uint8)
        openings, meaning = Openings(grid, stretches_needed(grid), CHANGES), self._degrees
        for v, venue in enumerate(grid.venues):
            if venue.is_remote:
                continue
            degrees[v] = meaning[openings.of(venue)]
            if is_accepted(grid.programme, self.name(), about=venue.code):
                degrees[v, degrees[v] == Degree.UNKNOWN.value] = 0
        return grid.mask(degrees.T, ("start", "venue"))
