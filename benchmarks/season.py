"""The months a drawn programme runs over, and the chance things that fill a diary in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from scheduler.words import Days, Spell

T = TypeVar("T")
LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Season:
    """The days a drawn programme runs over, and the chance it is drawn with."""

    draw: Random
    first: date
    weeks: int

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(weeks=self.weeks, days=-1)

    def chance(self, of: float) -> bool:
        """Say whether something of a probability happens."""
        return self.draw.random() < of

    def some(self, of: Sequence[T], each: float) -> tuple[T, ...]:
        """Return those of some things that happen, each with a probability."""
        return tuple(thing for thing in of if self.chance(each))

    def a_day(self) -> date:
        """Return any of the days."""
        return self.first + timedelta(days=self.draw.randrange(7 * self.weeks))

    def days_away(self, most: int) -> Days:
        """Return one to `most` days in a row."""
        first = self.a_day()
        return Days(first=first, last=first + timedelta(days=self.draw.randint(0, most - 1)))

    def appointment(self) -> Spell:
        """Return one to three hours in the daytime of a weekday."""
        day = self.a_day()
        if day.weekday() > 4:  # noqa: PLR2004 - Friday
            day -= timedelta(days=2)
        hours = self.draw.randint(1, 3)
        return spell(day, begins=self.draw.randint(9, 16), hours=hours)

    def weekly(self, most: int) -> tuple[Spell, ...]:
        """Return a class or club: the same hours of one weekday, week after week."""
        day, begins = self.first + timedelta(days=self.draw.randrange(7)), self.draw.randint(9, 19)
        hours = self.draw.randint(1, most)
        dates = (day + timedelta(weeks=week) for week in range(self.weeks))
        return tuple(spell(each, begins=begins, hours=hours) for each in dates)


def spell(day: date, *, begins: int, hours: int) -> Spell:
    """Return some hours of a day, from a full hour."""
    start = datetime.combine(day, time(begins), LONDON)
    return Spell(start=start, end=start + timedelta(hours=hours))
