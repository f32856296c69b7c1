"""Every start, venue and person of one session wish, laid out to be asked about in bulk."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from scheduler.calendars.wall_time import EPOCH, MINUTES_A_DAY, TWO_DAYS, minutes_ahead, utc_minute
from scheduler.own_ways import OwnWays
from scheduler.people import Person
from scheduler.programme import Programme, Project, Session
from scheduler.rides import Ride, Riding
from scheduler.start_times import end_after, ends_of, starts_of
from scheduler.taking_part import Suiting, TakingPart, way_of
from scheduler.travel import AS_BEST, Travel, every_travel, one_more
from scheduler.venues import Venue
from scheduler.ways import Way
from scheduler.ways_in_bulk import Ways
from scheduler.within_means import Means
from scheduler.work_phases import PHASES

__all__ = ["Grid", "Mask", "end_of", "grid_for", "utc_minute"]

Bools = NDArray[np.bool_]
Degrees = NDArray[np.uint8]
Axis = str
_AXES: dict[str, tuple[Axis, ...]] = {
    "start": ("start",),
    "end": ("start",),
    "day": ("day",),
    "venue": ("venue",),
    "person": ("person",),
    "way": ("start", "venue", "person"),
}

_SHARED = ("ends", "days", "day_of", "minute_of", "end_minute_of", "opens", "closes")
"""What is worked out from the starts alone."""


@dataclass(frozen=True, eq=False)
class Mask:
    """How strongly one constraint objects, candidate by candidate and person by person."""

    degrees: NDArray[np.uint8]
    """Degrees (0 where it does not object), shape (S or 1, V or 1, P or 1)."""


@dataclass(frozen=True, eq=False)
class Grid:
    """Starts (S) x venues (V) x people (P) of one session wish of a project."""

    programme: Programme
    project: Project
    session: Session
    starts: tuple[datetime, ...]
    venues: tuple[Venue, ...]
    people: tuple[Person, ...]
    rules: tuple[Suiting, ...] = ()
    """Asked whether a room and the way there suit somebody who chose another way to take part."""
    travel: Travel = AS_BEST
    """Who rides with whom, and who takes a cheaper way of their own."""

    @property
    def shape(self) -> tuple[int, int, int]:
        """Numbers of starts, venues and people."""
        return len(self.starts), len(self.venues), len(self.people)

    @property
    def phase(self) -> int:
        """Which phase the session belongs to, by its place in the order of phases."""
        return PHASES.index(self.project.phase_of(self.session).name)

    @cached_property
    def ends(self) -> tuple[datetime, ...]:
        """When a session that begins at each start ends, counted in minutes that pass."""
        length, zone = self.session.length, self.programme.tz
        return tuple(ends_of(self.starts, length, zone, dates=self._dates))

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that have a start, in order."""
        return tuple(sorted(set(self._dates)))

    @cached_property
    def _dates(self) -> list[date]:
        return [start.date() for start in self.starts]

    @cached_property
    def day_of(self) -> NDArray[np.int64]:
        """Index into `days` of each start, shape (S,)."""
        index = {day: number for number, day in enumerate(self.days)}
        return np.array([index[day] for day in self._dates], dtype=np.int64)

    @cached_property
    def minute_of(self) -> NDArray[np.int64]:
        """Minute of the day of each start on the clock, shape (S,)."""
        return np.array([start.hour * 60 + start.minute for start in self.starts], dtype=np.int64)

    @cached_property
    def opens(self) -> NDArray[np.int64]:
        """Each start in minutes since 1970 UTC, shape (S,)."""
        ahead = [minutes_ahead(day, TWO_DAYS, self.programme.tz) for day in self.days]
        midnights = [
            MINUTES_A_DAY * (day.toordinal() - EPOCH) - (minutes or 0)
            for day, minutes in zip(self.days, ahead, strict=True)
        ]
        opens = np.array(midnights, dtype=np.int64)[self.day_of] + self.minute_of
        changes = np.array([minutes is None for minutes in ahead], dtype=np.bool_)[self.day_of]
        opens[changes] = [utc_minute(self.starts[s]) for s in np.flatnonzero(changes).tolist()]
        return opens

    @cached_property
    def closes(self) -> NDArray[np.int64]:
        """Each end in minutes since 1970 UTC, shape (S,)."""
        return self.opens + self.session.length_minutes

    @cached_property
    def end_minute_of(self) -> NDArray[np.int64]:
        """Minute on the clock of each end, from the midnight its start's day began with; (S,)."""
        stays = TWO_DAYS + self.session.length.days
        changes = [minutes_ahead(day, stays, self.programme.tz) is None for day in self.days]
        ends = self.minute_of + self.session.length_minutes
        for s in np.flatnonzero(np.array(changes, dtype=np.bool_)[self.day_of]).tolist():
            start, end = self.starts[s], self.ends[s]
            overnight = (end.date() - start.date()).days * MINUTES_A_DAY
            ends[s] = overnight + end.hour * 60 + end.minute
        return ends

    @cached_property
    def ways(self) -> Ways:
        """Everybody's ways there and back, in bulk."""
        codes = {code for ride in self.travel.rides for code in ride}
        riding = [p for p, person in enumerate(self.people) if person.code in codes]
        ways = self.own_ways.taken(self.travel)
        ways = ways.changed(riding, self._riding_way) if riding else ways
        others = [p for p, person in enumerate(self.people) if person.other_ways]
        return ways.changed(others, self._joining_way) if others else ways

    @cached_property
    def own_ways(self) -> OwnWays:
        """Everybody's ways as if nobody rode with anybody and nobody joined from elsewhere."""
        # Without lines and timetables a way is the same at any hour.
        by_the_clock = self.programme.lines or self.programme.timetables
        starts = self.starts[: None if by_the_clock else 1]
        times = tuple((start, end_of(start, self.session)) for start in starts)
        return OwnWays(self.programme, self.venues, self.people, times, self.means)

    @cached_property
    def means(self) -> Means:
        """All there is of what people's coming draws on."""
        return Means(self.programme, self.session, self.rules)

    def _joining_way(self, venue: int, person: int, way: Way) -> Way:
        return self.taking_part(self.venues[venue], self.people[person], way)

    def _riding_way(self, venue: int, person: int, way: Way) -> Way:
        return self._riding.way(self.venues[venue], self.people[person], way)

    def taking_part(self, venue: Venue, person: Person, way: Way) -> Way:
        """Return how somebody takes part who would travel a given way."""
        group = self.people
        part = TakingPart(self.programme, self.project, self.session, venue, group, person, way)
        return way_of(self.rules, part)

    def travelled(self, venue: Venue, person: Person, own: Way) -> Way:
        """Return how somebody takes part whose own way is given, riding with others or not."""
        return self.taking_part(venue, person, self._riding.way(venue, person, own))

    @cached_property
    def _riding(self) -> Riding:
        return Riding(self.programme, self.project, self.travel.rides)

    @cached_property
    def every_travel(self) -> tuple[Travel, ...]:
        """Every choice of how people travel; the first is everybody's own best way."""
        return every_travel(self.programme, self.project, self.session, rules=self.rules)

    @cached_property
    def one_more(self) -> tuple[tuple[int, int, Ride], ...]:
        """Each choice with each other that is the same with one more ride, and that ride."""
        return tuple(one_more(self.every_travel))

    @cached_property
    def most_more(self) -> int:
        """How many rides more there may be at the most to choose from, whoever rides already."""
        counts = Counter(number for number, _, _ in self.one_more)
        return max(counts.values(), default=0)

    def riding(self, number: int) -> "Grid":
        """Return the same with one of the choices of how people travel."""
        if self.every_travel[number] == self.travel:
            return self
        if number not in self._ridden:
            ridden = replace(self, travel=self.every_travel[number])
            known = {name: own for name, own in vars(self).items() if name in _SHARED}
            vars(ridden).update(known | {"own_ways": self.own_ways})
            self._ridden[number] = ridden
        return self._ridden[number]

    @cached_property
    def _ridden(self) -> dict[int, "Grid"]:
        return {}

    def can_ride(self) -> bool:
        """Say whether there is a room to which everybody travels as said, as far as roads go."""
        is_there = self.own_ways.are_there(self.travel).any()
        return bool(is_there and any(self._riding.is_possible(venue) for venue in self.venues))

    def axes_of(self, names: Iterable[str]) -> tuple[Axis, ...]:
        """Return the axes that the named arguments vary along."""
        wanted = {axis for name in names for axis in _AXES.get(name, ())}
        if "start" in wanted:
            wanted.discard("day")
        return tuple(axis for axis in ("start", "day", "venue", "person") if axis in wanted)

    def shape_of(self, axes: tuple[Axis, ...]) -> tuple[int, ...]:
        """Return the lengths of some axes."""
        lengths = {"start": self.shape[0], "day": len(self.days), "venue": self.shape[1]}
        return tuple(lengths.get(axis, self.shape[2]) for axis in axes)

    def cells(
        self, names: Iterable[str], axes: tuple[Axis, ...]
    ) -> Iterator[tuple[tuple[int, ...], dict[str, object]]]:
        """Go through every cell of some axes with the arguments a check asks for there."""
        wanted, lengths = tuple(names), self.shape_of(axes)
        if not all(lengths):
            return
        given = self.arguments(wanted, dict.fromkeys(axes, 0))
        along = {name: self.axes_of((name,)) for name in wanted}
        # What varies along one axis is looked up once; a day follows from its start.
        lists = [
            (name, axes.index(own[0]), [self._argument(name, {own[0]: n}) for n in range(length)])
            for name, own in along.items()
            if len(own) == 1 and own[0] in axes
            for length in self.shape_of(own)
        ]
        others = tuple(n for n in wanted if along[n] and n not in {name for name, _, _ in lists})
        for index in product(*map(range, lengths)):
            arguments = dict(given)
            for name, axis, values in lists:
                arguments[name] = values[index[axis]]
            if others:
                arguments |= self.arguments(others, dict(zip(axes, index, strict=True)))
            yield index, arguments

    def arguments(self, names: tuple[str, ...], at: dict[Axis, int]) -> dict[str, object]:
        """Return the named arguments at a cell."""
        return {name: self._argument(name, at) for name in names}

    def _argument(self, name: str, at: dict[Axis, int]) -> object:
        match name:
            case "start" | "end":
                return (self.starts if name == "start" else self.ends)[at["start"]]
            case "day":
                return self.starts[at["start"]].date() if "start" in at else self.days[at["day"]]
            case "venue":
                return self.venues[at["venue"]]
            case "person":
                return self.people[at["person"]]
            case "way":
                return self.way(at["start"], at["venue"], at["person"])
            case _:
                return self.people if name == "group" else getattr(self, name)

    def way(self, start: int, venue: int, person: int) -> Way:
        """Return one person's way to one candidate and back."""
        return self.ways.way(start, venue, person)

    def mask(self, degrees: NDArray[np.uint8], axes: tuple[Axis, ...]) -> Mask:
        """Lay degrees over some axes out over (S or 1, V or 1, P or 1)."""
        if "day" in axes:
            degrees = degrees[self.day_of]
        shape = [1, 1, 1]
        for axis, length in zip(axes, degrees.shape, strict=True):
            shape[("start", "venue", "person").index("start" if axis == "day" else axis)] = length
        return Mask(degrees.reshape(shape))


def end_of(start: datetime, session: Session) -> datetime:
    """Return when a session that begins at `start` ends, counted in minutes that pass."""
    return end_after(start, session.length)


def grid_for(programme: Programme, project: Project, session: Session) -> Grid:
    """Lay out every start and venue a session wish could have."""
    return Grid(
        programme=programme,
        project=project,
        session=session,
        starts=tuple(starts_of(programme, session)),
        venues=programme.venues_for(project, session),
        people=programme.group(project),
    )
