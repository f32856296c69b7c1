"""Meet at hours that suit most bodies and most buses."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import numpy as np

from scheduler.calendars.wall_time import MINUTES_A_DAY
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.grid import Grid, Mask
from scheduler.samples import at


@dataclass(frozen=True)
class InclusiveHours(Constraint):
    """Getting ready takes some people hours, and the last bus goes early: midday suits most.

    Earlier and later hours can be used if need be, so that people in work can come in an evening,
    but not before nine in the morning nor after nine in the evening.
    """

    not_before: str = "09:00"
    """Earliest hour anything may start."""
    not_after: str = "21:00"
    """Latest hour anything may end."""
    advised_from: str = "10:00"
    """Start of the hours that suit most people."""
    advised_to: str = "15:00"
    """End of the hours that suit most people."""

    title: ClassVar[str] = "Meet in the middle of the day"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "inclusivecommunication.scot, How to organise an Inclusive and Accessible Event",
            date(2026, 11, 23),
        ),
        Source("Scope for business, Accessible events toolkit, chapter 1", date(2026, 11, 23)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Half past eight in the morning.",
            given={
                "start": at("Tuesday 8 June 2027 08:30"),
                "end": at("Tuesday 8 June 2027 10:30"),
            },
            expects="It would start at 08:30; nothing is to start before 09:00.",
        ),
        Example(
            says="Late in the evening.",
            given={
                "start": at("Tuesday 8 June 2027 19:30"),
                "end": at("Tuesday 8 June 2027 21:30"),
            },
            expects="It would end at 21:30; nothing is to end after 21:00.",
        ),
        Example(
            says="An evening session.",
            given={
                "start": at("Tuesday 8 June 2027 18:00"),
                "end": at("Tuesday 8 June 2027 20:00"),
            },
            expects="It would be from 18:00 to 20:00; 10:00 to 15:00 suits most people.",
        ),
        Example(
            says="The middle of the day.",
            given={
                "start": at("Tuesday 8 June 2027 11:00"),
                "end": at("Tuesday 8 June 2027 13:00"),
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Let sessions end by half past nine in the evening",
            {"not_after": "21:30"},
            price=30,
            unit="minutes",
        ),
        Relaxation(
            "Let sessions start at 8 in the morning",
            {"not_before": "08:00"},
            price=60,
            unit="minutes",
        ),
    )

    def check(self, start: datetime, end: datetime) -> Objection | None:
        """Object to a start too early, an end too late, and mildly to hours not advised."""
        begins, ends = f"{start:%H:%M}", f"{end:%H:%M}"
        overnight = end.date() > start.date()
        if begins < self.not_before:
            says = f"It would start at {begins}; nothing is to start before {self.not_before}."
            return Objection(Degree.NEVER, says, says)
        if ends > self.not_after or overnight:
            says = f"It would end at {ends}; nothing is to end after {self.not_after}."
            return Objection(Degree.NEVER, says, says)
        if begins < self.advised_from or ends > self.advised_to:
            advised = f"{self.advised_from} to {self.advised_to} suits most people"
            says = f"It would be from {begins} to {ends}; {advised}."
            return Objection(Degree.AVOID, says, says)
        return None

    def screen(self, grid: Grid) -> Mask:
        """Ask once for each pair of clock times: the day does not matter."""
        clocks = grid.minute_of + MINUTES_A_DAY * grid.end_minute_of
        _, first, which = np.unique(clocks, return_index=True, return_inverse=True)
        said = [self.check(grid.starts[s], grid.ends[s]) for s in first.tolist()]
        asked = np.array([each.degree if each else 0 for each in said], dtype=np.uint8)
        degrees = asked[which]
        return grid.mask(degrees, ("start",))
