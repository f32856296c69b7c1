"""Tells a journey leg by leg: when to leave, where to change, and what if it runs over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

import numpy as np

from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day
from scheduler.timetables.choice import NIGHT, Leg, chosen
from scheduler.timetables.network import NOT_BOOKED, Ints, Network
from scheduler.timetables.search import MOST_VEHICLES, Near, Search
from scheduler.timetables.timetabled import Needs, Timetabled

OVERRUNS: Final = (15, 30)
"""By how many minutes a session may run over, for people to know what that means."""
MINUTE = 60
ALL_DAY = 48 * 3600


@dataclass(frozen=True, eq=False)
class Between:
    """Two ends, and what somebody needs of a journey from one to the other."""

    timetabled: Timetabled
    home: Near
    venue: Near
    needs: Needs
    most_changes: int

    def seconds(self, start: datetime, end: datetime) -> tuple[int, int]:
        """Return a session in seconds of the day its timetable counts from."""
        _, begins, ends = self.timetabled.moments(start, end)
        return begins, ends


@dataclass(frozen=True)
class ToldJourney:
    """A journey in words, and what of it has a date."""

    leaves: datetime
    home: datetime
    says: str
    book_by: date | None


Rides = dict[int, tuple[int, Ints]]
"""For each number of changes: when the other end is reached, and the legs."""


def told_journey(between: Between, start: datetime, end: datetime) -> ToldJourney:
    """Tell the best way for a session; there is one, by timetable."""
    seconds = between.seconds(start, end)
    search = between.timetabled.search(start.date(), between.needs)
    there = _by_changes(search.ride_before(between.venue, seconds[0], between.home))
    back = _by_changes(search.ride_after(between.venue, seconds[1], between.home))
    both = chosen(
        *(_up_to(rides, turned=turned) for rides, turned in ((there, True), (back, False))),
        time=seconds,
        most_changes=between.most_changes,
    )
    if both is None:
        msg = f"no way by timetable at {start} to {end}; ask only where there is one"
        raise ValueError(msg)
    clock = _Clock(between, start)
    rides = there[both.there.changes], back[both.back.changes]
    leaves, home = clock.at(both.there.at), clock.at(-(-both.back.at // MINUTE) * MINUTE)
    says = " ".join(
        [
            f"Leave home at {leaves:%H:%M}: {clock.legs(rides[0][1])}.",
            f"Going home: {clock.legs(rides[1][1])}, home at {home:%H:%M}.",
            *_what_if(between, search, (start, end)),
            *clock.bookings(rides),
        ]
    )
    return ToldJourney(leaves, home, says, clock.book_by(rides))


def _by_changes(rides: Iterator[tuple[int, Ints]]) -> Rides:
    return {len(legs) - 1: (at, legs) for at, legs in rides}


def _up_to(rides: Rides, *, turned: bool) -> list[Leg | None]:
    """Return the best leg with up to so many changes, from rides by their number of changes."""
    found: list[Leg | None] = []
    best: Leg | None = None
    for changes in range(MOST_VEHICLES):
        at = rides[changes][0] if changes in rides else None
        if at is not None and (turned or at < NIGHT) and _is_better(at, best, turned=turned):
            best = Leg(at, changes, 0)
        found.append(best)
    return found


def _is_better(at: int, best: Leg | None, *, turned: bool) -> bool:
    return best is None or (at > best.at if turned else at < best.at)


def _what_if(between: Between, search: Search, time: tuple[datetime, datetime]) -> Iterator[str]:
    """Say how much later the last way home leaves, and what it means to run over."""
    clock, (_, end) = _Clock(between, time[0]), between.seconds(*time)
    # Whoever has missed the last but one waits as long as it takes.
    search = replace(search, last=ALL_DAY)
    last = max(at for at, _ in search.ride_before(between.home, NIGHT, between.venue))
    yield f"The last way home that day leaves at {clock.at(last):%H:%M}, {_spare(last - end)}."
    for minutes in OVERRUNS:
        found = search.ride_after(between.venue, end + minutes * MINUTE, between.home)
        soonest = min((at for at, _ in found), default=NIGHT)
        means = "there is no way home that day"
        if soonest < NIGHT:
            means = f"they are home at {clock.at(-(-soonest // MINUTE) * MINUTE):%H:%M}"
        yield f"If the session runs over by {minutes} minutes, {means}."


def _spare(seconds: int) -> str:
    hours, minutes = divmod(max(seconds, 0) // MINUTE, 60)
    parts = ((hours, "hour"), (minutes, "minute"))
    lasts = " and ".join(counted(many, unit) for many, unit in parts if many)
    return f"{lasts} after the end" if lasts else "at the end"


@dataclass(frozen=True)
class _Clock:
    """Puts hops and seconds of one day into words."""

    between: Between
    start: datetime

    @property
    def network(self) -> Network:
        """The timetable told of."""
        return self.between.timetabled.network

    def at(self, seconds: int) -> datetime:
        """Return a moment of the day as the clock shows it."""
        begins = self.between.timetabled.begins(self.start.date())
        return datetime.fromtimestamp(begins + seconds // MINUTE * MINUTE, tz=self.start.tzinfo)

    def legs(self, legs: Ints) -> str:
        """Tell the legs of one way, in order."""
        return ", then ".join(self._leg(*map(int, hops)) for hops in legs)

    def book_by(self, rides: Sequence[tuple[int, Ints]]) -> date | None:
        """Return the day by which a journey has to be booked, where it has to be."""
        days = self._book_days(rides)
        return self.start.date() - timedelta(days=int(days.max())) if len(days) else None

    def bookings(self, rides: Sequence[tuple[int, Ints]]) -> Iterator[str]:
        """Say what has to be booked, and by when."""
        by = self.book_by(rides)
        if by is not None:
            trips = self._trips(rides)
            lines = self.network.line[trips[self.network.book_days[trips] != NOT_BOOKED]]
            named = " and ".join(dict.fromkeys(map(str, lines)))
            yield f"{named} has to be booked: do so by {spoken_day(by)}."

    def _book_days(self, rides: Sequence[tuple[int, Ints]]) -> Ints:
        days: Ints = self.network.book_days[self._trips(rides)]
        booked: Ints = days[days != NOT_BOOKED]
        return booked

    def _trips(self, rides: Sequence[tuple[int, Ints]]) -> Ints:
        trips: Ints = self.network.trip[np.concatenate([legs[:, 0] for _, legs in rides])]
        return trips

    def _leg(self, on: int, off: int) -> str:
        network = self.network
        line, stops = network.line[network.trip[on]], network.stop_name
        leaves, arrives = self._hour(network.departs[on]), self._hour(network.arrives[off])
        begins, ends = stops[network.leaves_from[on]], stops[network.goes_to[off]]
        return f"{line} {leaves} from {begins}, {arrives} at {ends}"

    def _hour(self, seconds: int) -> str:
        minutes = int(seconds) // MINUTE
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
