"""Keep clear of lambing for those who lamb."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

import numpy as np

from scheduler.absence import cannot_come
from scheduler.calendars.tied_seasons import Window, is_lambing, season_tables, ties_of
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.grid import Grid, Mask
from scheduler.people import Person, Season
from scheduler.samples import ISHBEL, on
from scheduler.spoken_days import spoken_day, spoken_days

TABLES = Path(__file__).with_name("data")
ON_THE_HILL = ISHBEL.model_copy(update={"seasons": (Season(activity="lambing_hill_blackface"),)})
TUPS = Season(activity="lambing", tups_in=date(2026, 11, 1), tups_out=date(2026, 11, 24))


@dataclass(frozen=True)
class Lambing(Constraint):
    """Whoever lambs is needed at all hours, day and night, and cannot come, not even on-line.

    The days are their own, or 145 days after the tups went in to 150 days after they came out, or
    those of the farming calendar for their ground. They rest for two weeks afterwards.
    """

    grace_days: int = 14
    """Days of rest after the last day of lambing."""

    title: ClassVar[str] = "Keep clear of lambing"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Farming calendar: own compilation, a source in every row",
            date(2026, 11, 23),
            "CC0-1.0",
        ),
        Source("Scottish Orienteering, Advice on Lambing (reviewed 2012)", date(2026, 11, 23)),
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Hill ewes are lambing.",
            given={"day": on("Tuesday 4 May 2027"), "person": ON_THE_HILL},
            expects="Ishbel is lambing from Thursday 15 April to Thursday 20 May 2027.",
        ),
        Example(
            says="Lambing is just over.",
            given={"day": on("Thursday 3 June 2027"), "person": ON_THE_HILL},
            expects="Ishbel rests for 14 days after lambing, until Thursday 3 June 2027.",
        ),
        Example(
            says="The tups were in from 1 to 24 November.",
            given={
                "day": on("Friday 26 March 2027"),
                "person": ISHBEL.model_copy(update={"seasons": (TUPS,)}),
            },
            expects="Ishbel is lambing from Friday 26 March to Friday 23 April 2027.",
        ),
        Example(
            says="Two weeks after lambing.",
            given={"day": on("Friday 4 June 2027"), "person": ON_THE_HILL},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Meet as soon as lambing is over", {"grace_days": 0}, price=14, unit="days"),
    )

    def check(self, day: date, person: Person) -> Objection | None:
        """Object where somebody lambs on that day, or rests after it."""
        for first, last in self._lambing(person, (day, day)):
            if day <= last:
                return cannot_come(person, f"{person.label} is lambing {spoken_days(first, last)}.")
            rested = spoken_day(last + timedelta(days=self.grace_days))
            rest = f"rests for {self.grace_days} days after lambing, until {rested}"
            return cannot_come(person, f"{person.label} {rest}.")
        return None

    def screen(self, grid: Grid) -> Mask:
        """Mark each person's lambing days at once."""
        axes = ("day", "person")
        degrees = np.zeros(grid.shape_of(axes), dtype=np.uint8)
        days = (grid.programme.first_day, grid.programme.last_day)
        ordinals = np.array([day.toordinal() for day in grid.days], dtype=np.int64)
        for p, person in enumerate(grid.people):
            for first, last in self._lambing(person, days):
                over = last.toordinal() + self.grace_days
                tied = (ordinals >= first.toordinal()) & (ordinals <= over)
                degrees[tied, p] = Degree.NEVER
        return grid.mask(degrees, axes)

    def _lambing(self, person: Person, days: Window) -> tuple[Window, ...]:
        if not person.seasons or self.name() in person.come_anyway:
            return ()
        since = (days[0] - timedelta(days=self.grace_days), days[1])
        tied = ties_of(person, since, tables=season_tables(TABLES))
        return tuple(window for season, window in tied if is_lambing(season))
