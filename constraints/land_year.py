"""Mind the other seasons of farms, crofts, estates and boats."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

import numpy as np

from scheduler.absence import cannot_come, would_rather_not
from scheduler.calendars.tied_seasons import (
    SeasonTables,
    Window,
    is_lambing,
    of_calendar,
    season_tables,
    season_words,
    ties_of,
)
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.grid import Grid, Mask
from scheduler.people import Person, Season
from scheduler.samples import ISHBEL, on
from scheduler.spoken_days import spoken_day, spoken_days

TABLES = Path(__file__).with_name("data")
DEGREES = {
    "never": Degree.NEVER,
    "avoid": Degree.AVOID,
    "soft": Degree.AVOID,
    "ask": Degree.UNKNOWN,
}
"""What the farming calendar's words ask of a plan; others, such as "good", ask nothing."""

PICKER = ISHBEL.model_copy(update={"seasons": (Season(activity="soft_fruit"),)})
BOATS = Season(activity="creel_fishing_slack")


@dataclass(frozen=True)
class LandYear(Constraint):
    """Clipping, sales, harvest, calving and fishing tie people down, each in its own way.

    The farming calendar says for each season whether somebody cannot come, would rather not, or
    must be asked. Lambing has a rule of its own. A season the calendar does not know counts as one
    to avoid on the days that were told.
    """

    title: ClassVar[str] = "Mind clipping, sales, harvest and other seasons"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Farming calendar: own compilation, a source in every row",
            date(2026, 11, 23),
            "CC0-1.0",
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Berries are picked in the early mornings, by the piece.",
            given={"day": on("Tuesday 15 June 2027"), "person": PICKER},
            expects="Ishbel has berry picking from Thursday 10 June to Tuesday 31 August 2027.",
        ),
        Example(
            says="Heather is burnt on dry, calm days.",
            given={
                "day": on("Tuesday 2 March 2027"),
                "person": ISHBEL.model_copy(update={"seasons": (Season(activity="muirburn"),)}),
            },
            expects="Can Ishbel come on Tuesday 2 March 2027, in the season of heather burning?",
        ),
        Example(
            says="May is when boats are ashore.",
            given={
                "day": on("Tuesday 4 May 2027"),
                "person": ISHBEL.model_copy(update={"seasons": (BOATS,)}),
            },
        ),
        Example(
            says="The berries are in.",
            given={"day": on("Thursday 2 September 2027"), "person": PICKER},
        ),
    )

    def check(self, day: date, person: Person) -> Objection | None:
        """Object where a season other than lambing ties somebody down on that day."""
        tied = max(self._tied(person, (day, day)), key=lambda found: found[0], default=None)
        if tied is None:
            return None
        degree, what, window = tied
        if degree == Degree.UNKNOWN:
            asks = f"Can {person.label} come on {spoken_day(day)}, in the season of {what}?"
            return Objection(Degree.UNKNOWN, asks)
        says = f"{person.label} has {what} {spoken_days(*window)}."
        return (cannot_come if degree == Degree.NEVER else would_rather_not)(person, says)

    @classmethod
    def words_known(cls) -> Mapping[str, frozenset[str]]:
        """Return every season of the calendar, those of lambing among them."""
        return {"seasons": season_words(TABLES)}

    def screen(self, grid: Grid) -> Mask:
        """Mark each person's seasons at once."""
        axes = ("day", "person")
        degrees = np.zeros(grid.shape_of(axes), dtype=np.uint8)
        ordinals = np.array([day.toordinal() for day in grid.days], dtype=np.int64)
        for p, person in enumerate(grid.people):
            days = (grid.programme.first_day, grid.programme.last_day)
            for degree, _, (first, last) in self._tied(person, days):
                tied = (ordinals >= first.toordinal()) & (ordinals <= last.toordinal())
                degrees[tied, p] = np.maximum(degrees[tied, p], degree)
        return grid.mask(degrees, axes)

    def _tied(self, person: Person, days: Window) -> list[tuple[Degree, str, Window]]:
        """Return how strongly, by what and when somebody is tied down on some days."""
        if not person.seasons or self.name() in person.come_anyway:
            return []
        tables = season_tables(TABLES)
        asked = []
        for season, window in ties_of(person, days, tables=tables):
            degree, what = _says(season, tables)
            if degree is not None and not is_lambing(season):
                asked.append((degree, what, window))
        return asked


def _says(season: Season, tables: SeasonTables) -> tuple[Degree | None, str]:
    usual = of_calendar(season, tables)
    if usual is None:
        return Degree.AVOID, "work of the season"
    return DEGREES.get(usual.hardness), usual.activity
