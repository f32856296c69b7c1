"""Keep clear of galas, ridings, games and fire festivals nearby."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from scheduler.calendars.days_kept import festival_tables
from scheduler.calendars.tables import Table, table_at
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.events_nearby import Nearby, events_of, strongest_on
from scheduler.grid import Grid, Mask
from scheduler.programme import Programme, Project
from scheduler.samples import GLEN, PROGRAMME, on
from scheduler.spoken_days import spoken_day
from scheduler.venues import Place, Venue

TABLES = Path(__file__).with_name("data")
EVENTS = ("local_events", "local_event_dates")
DATES = "local_event_dates"
HAWICK = GLEN.model_copy(update={"name": "Hawick", "council": "Scottish Borders"})
IN_HAWICK = PROGRAMME.model_copy(update={"places": (HAWICK,)})
KELSO = GLEN.model_copy(update={"name": "Kelso", "council": "Scottish Borders"})
IN_KELSO = PROGRAMME.model_copy(update={"places": (KELSO,)})


@dataclass(frozen=True)
class LocalEvents(Constraint):
    """On the day of a riding or a fire festival the town is out, roads are shut, halls are taken.

    It counts where the project belongs and where the venue stands. Elsewhere in the same council
    area the day is only to be avoided.
    """

    closed: bool = True
    """Whether nothing is held in a place on its own great days, rather than only if need be."""

    title: ClassVar[str] = "Keep clear of local events nearby"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Local events: own compilation, a source in every row", date(2026, 11, 23), "CC0-1.0"
        ),
        Source(
            "Scope for business, Accessible events toolkit: big local events", date(2026, 11, 23)
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The Common-Riding in its own town.",
            given={"day": on("Friday 11 June 2027"), "programme": IN_HAWICK},
            expects="Friday 11 June 2027 is a day of the Hawick Common-Riding.",
        ),
        Example(
            says="Another town of the same council.",
            given={"day": on("Friday 11 June 2027"), "programme": IN_KELSO},
            expects="Friday 11 June 2027 is a day of the Hawick Common-Riding.",
        ),
        Example(says="The glen has no event.", given={"day": on("Friday 11 June 2027")}),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Meet on the day of a local event if need be", {"closed": False}, price=8),
    )

    @classmethod
    def tables(cls, programme: Programme, project: Project) -> tuple[Table, ...]:
        """Return what the dates are taken from, where events are held near the project's place."""
        place = programme.place(project.near)
        if place is None or not events_of(place, festival_tables(TABLES)):
            return ()
        return tuple(table_at(TABLES / f"{name}.csv") for name in EVENTS)

    def check(
        self, day: date, programme: Programme, project: Project, venue: Venue
    ) -> Objection | None:
        """Object where a local event is held at or near the project's place or the venue's."""
        places = _places(programme, project, venue=venue)
        tables = festival_tables(TABLES)
        events = (near for place in places for near in events_of(place, tables))
        near = strongest_on(day, tuple(events), tables=tables)
        if near is None:
            return None
        if not near.is_dated:
            says = f"When is the {near.event.name} in {day.year}?"
        elif near.degree == Degree.UNKNOWN:
            says = f"Would the {near.event.name} on {spoken_day(day)} be in the way?"
        else:
            says = f"{spoken_day(day)} is a day of the {near.event.name}."
        return Objection(self._degree(near), says, says)

    def screen(self, grid: Grid) -> Mask:
        """Look up each place once, however many venues stand in it."""
        by_place: dict[Place, NDArray[np.uint8]] = {}
        degrees = np.zeros((len(grid.days), grid.shape[1]), dtype=np.uint8)
        for v, venue in enumerate(grid.venues):
            for place in _places(grid.programme, grid.project, venue=venue):
                if place not in by_place:
                    by_place[place] = self._degrees(grid, place)
                degrees[:, v] = np.maximum(degrees[:, v], by_place[place])
        return grid.mask(degrees, ("day", "venue"))

    def _degrees(self, grid: Grid, place: Place) -> NDArray[np.uint8]:
        """Return how much the events near a place ask on each day, shape (D,)."""
        tables = festival_tables(TABLES)
        events = events_of(place, tables)
        if not events:
            return np.zeros(len(grid.days), dtype=np.uint8)
        strongest = (strongest_on(day, events, tables=tables) for day in grid.days)
        return np.array([self._degree(near) if near else 0 for near in strongest], dtype=np.uint8)

    def _degree(self, near: Nearby) -> Degree:
        return near.degree if self.closed else min(near.degree, Degree.AVOID)


def _places(programme: Programme, project: Project, *, venue: Venue) -> Iterator[Place]:
    for name in dict.fromkeys((project.near, venue.place)):
        place = programme.place(name)
        if place is not None:
            yield place
