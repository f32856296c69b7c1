"""Leave people time for the way from one meeting to the next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import permutations
from typing import ClassVar

from scheduler.between import Between
from scheduler.constraint import Constraint, Degree, Earlier, Objection
from scheduler.finished import Breach, Finished, Meeting
from scheduler.grid import utc_minute
from scheduler.ties import Ties
from scheduler.venues import Venue

Rows = tuple[tuple[str, str, int], ...]
"""A venue, another, and the minutes from the one to the other."""


@dataclass(frozen=True)
class Ways:
    """The minutes from venue to venue."""

    rows: Rows

    def __call__(self, here: Venue, there: Venue) -> int:
        """Return the minutes from one venue to another; none where nobody said."""
        return self._minutes.get((here.code, there.code), 0)

    @cached_property
    def _minutes(self) -> Mapping[tuple[str, str], int]:
        return {(here, there): minutes for here, there, minutes in self.rows}


@dataclass(frozen=True)
class TimeBetween(Constraint):
    """Nobody is asked to leave one meeting so late that they miss the beginning of another."""

    minutes: Rows = ()
    """A venue, another, and the minutes from the one to the other, row by row."""

    title: ClassVar[str] = "Leave time for the way from one meeting to the next"

    def check(self, start: datetime, venue: Venue, earlier: Earlier) -> Objection | None:
        """Object where the meeting before ends too late to get here."""
        way, left = self._ways(earlier.venue, venue), _minutes_between(earlier.end, start)
        if left >= way:
            return None
        says = f"The way from the meeting before takes {way} minutes, and there are {left}."
        return Objection(Degree.NEVER, says, says)

    def couple(self, ties: Ties) -> None:
        """Keep people from being needed elsewhere before they can be there, over all projects."""
        longest = max((minutes for _, _, minutes in self.minutes), default=0)
        ties.one_at_a_time.append(Between(self.name(), "person", longest, self._ways))

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find people who are to be in two places with too little time between."""
        for one, other in permutations(finished.meetings, 2):
            if one.start <= other.start and self._is_too_near(one, other):
                says = f"{one.project.label} and {other.project.label} share people: too near."
                yield Breach(self.name(), other.project.code, other.number, says)

    def _is_too_near(self, one: Meeting, other: Meeting) -> bool:
        both = {person.code for person in one.coming} & {person.code for person in other.coming}
        left = _minutes_between(one.end, other.start)
        return bool(both) and left < self._ways(one.venue, other.venue)

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self.minutes)


def _minutes_between(end: datetime, start: datetime) -> int:
    return utc_minute(start) - utc_minute(end)
