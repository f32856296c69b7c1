"""Get everybody home in time, before dark where they asked for that."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from scheduler.absence import cannot_come
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.grid import Grid, Mask, utc_minute
from scheduler.home_times import (
    Light,
    Places,
    Where,
    clock_minute,
    dark_places,
    has_to_be_home,
    home_by,
    home_by_days,
    homeward,
    to_spare,
)
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, at
from scheduler.spoken_days import spoken_hour
from scheduler.venues import Venue
from scheduler.ways import NOT_KNOWN, Way

WINTER = at("Tuesday 12 January 2027 12:30")
BEFORE_DARK = ISHBEL.model_copy(update={"times": Times(home_before_dark=True)})


@dataclass(frozen=True)
class HomeSafely(Constraint):
    """Some people cannot be out early, late or after dark; the way home counts.

    Before dark means before the sun sets at the person's home, or at the venue where it is not
    known where they live. On-line or by phone nobody travels.
    """

    dark: Light = "sunset"
    """What counts as dark: sunset, or dusk, when lamps are needed outside."""
    dark_where: Where = "home"
    """Where it has to be light still: home, venue, or either, wherever it gets dark first."""

    title: ClassVar[str] = "Get everybody home in time"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("SCIE, Making events accessible: not after dark, not too early", date(2026, 11, 23)),
        Source(
            "Devon County Council checklist: do people feel safe leaving after sunset?",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="It is dark by four, and the way home takes twenty minutes.",
            given={
                "start": WINTER,
                "end": at("Tuesday 12 January 2027 15:45"),
                "person": BEFORE_DARK,
            },
            expects="Ishbel would be home at 16:05, after sunset at 16:04.",
        ),
        Example(
            says="She needs to be home for the evening milking.",
            given={
                "end": at("Tuesday 8 June 2027 16:45"),
                "person": ISHBEL.model_copy(update={"times": Times(home_by="17:00")}),
            },
            expects="Ishbel would be home at 17:05, and needs to be by 17:00.",
        ),
        Example(
            says="Nobody knows how she would travel.",
            given={"person": BEFORE_DARK, "way": NOT_KNOWN},
            expects="How long does Ishbel need to get home from Glen Hall?",
        ),
        Example(
            says="Home an hour before dark.",
            given={
                "start": WINTER,
                "end": at("Tuesday 12 January 2027 14:30"),
                "person": BEFORE_DARK,
            },
        ),
    )

    def check(  # noqa: PLR0913, PLR0917 - it asks for what it names
        self,
        start: datetime,
        end: datetime,
        programme: Programme,
        venue: Venue,
        person: Person,
        way: Way,
    ) -> Objection | None:
        """Object where somebody would have to be there too early, or be home too late."""
        times, label = person.times, person.label
        if self.name() in person.come_anyway:
            return None
        if times.not_before and f"{start:%H:%M}" < times.not_before:
            return cannot_come(person, f"{label} cannot be there before {times.not_before}.")
        if venue.is_remote or way.is_remote or not has_to_be_home(times):
            return None
        places = dark_places(programme, person, venue=venue, where=self.dark_where)
        home = utc_minute(end) + way.back_minutes
        by = home_by(programme, times, day=start.date(), places=places, light=self.dark)
        if home > by.minute:
            return cannot_come(person, f"{label} would be home at {spoken_hour(home)}, {by.says}.")
        asks = ""
        if way == NOT_KNOWN:
            asks = f"How long does {label} need to get home from {venue.label}?"
        elif times.home_before_dark and not places:
            asks = f"By when does {label} need to be home?"
        return Objection(Degree.UNKNOWN, asks) if asks else None

    def screen(self, grid: Grid) -> Mask:
        """Mark every session that ends too late for the way back of those who have to be home."""
        if not any(p.times.not_before or has_to_be_home(p.times) for p in grid.people):
            return Mask(np.zeros((1, 1, 1), dtype=np.uint8))
        degrees = np.zeros((grid.shape[2], *grid.shape[:2]), dtype=np.uint8)
        for p, person in enumerate(grid.people):
            if self.name() not in person.come_anyway:
                degrees[p] = self._degrees(grid, p)
        return Mask(np.moveaxis(degrees, 0, 2))

    def _degrees(self, grid: Grid, person: int) -> NDArray[np.uint8]:
        """Return how strongly each candidate speaks against one person's coming, shape (S, V)."""
        times = grid.people[person].times
        degrees = np.zeros(grid.shape[:2], dtype=np.uint8)
        if has_to_be_home(times):
            for ways in homeward(grid, person, where=times.home_before_dark and self.dark_where):
                by = home_by_days(grid, times, places=ways.places, light=self.dark)
                late = ways.minutes > to_spare(grid, by)[:, None]
                asked = _asked(grid, ways.venues, person=person, places=ways.places)
                found = np.maximum(late.view(np.uint8) * np.uint8(Degree.NEVER), asked)
                degrees[:, ways.venues] = found * ways.travels
        if times.not_before:
            degrees[grid.minute_of < clock_minute(times.not_before)] = Degree.NEVER
        return degrees


def _asked(grid: Grid, venues: list[int], *, person: int, places: Places) -> NDArray[np.uint8]:
    """Return where somebody has to be asked: no way home is known, or not where it gets dark."""
    no_place = not places and grid.people[person].times.home_before_dark
    not_known = grid.ways.not_known[grid.ways.number[:, venues, person]]
    return (not_known | no_place) * np.uint8(Degree.UNKNOWN)
