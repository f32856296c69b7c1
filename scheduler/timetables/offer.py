"""What timetables offer one person on the way to one venue and home again."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.timetables.choice import EASY_CHANGES, said_by
from scheduler.timetables.choice_in_bulk import Ends, taken_by_all
from scheduler.timetables.legs import Between, told_journey
from scheduler.timetables.timetabled import Needs, Timetabled, timetabled_of
from scheduler.timetables.walks import metres_between
from scheduler.venues import Place
from scheduler.way import NO_WAY, NOT_KNOWN, Way

Time = tuple[datetime, datetime]
Column = tuple[tuple[Way, ...], NDArray[np.int64]]
"""The different ways there are, and which of them is taken at each of some times."""
MOST_COLUMNS = 8
"""For how many lists of sessions ways are kept."""


@dataclass(frozen=True, eq=False)
class Offer:
    """Ways by timetable between a home and a venue, looked up once for each kind of day."""

    between: Between
    says_no: bool
    """Whether no journey means that they cannot come: they have no car, and it is too far to walk.

    Else nobody knows how they would travel.
    """
    anyhow: "Offer | None" = None
    """The same for vehicles of which nobody knows whether they are step-free, where it matters."""
    known: dict[Hashable, Way] = field(default_factory=dict)
    made: dict[tuple[int, int, int, int], Way] = field(default_factory=dict)
    """The different ways found so far, by minutes there and back, changes and what they are by."""
    told: dict[Hashable, Way] = field(default_factory=dict)

    columns: dict[Hashable, Column] = field(default_factory=dict)
    """What was last laid out for many sessions at once (`scheduler.ways_in_bulk`)."""

    def keep(self, key: Hashable, column: Column) -> None:
        """Keep what was laid out for many sessions; of many such only the last."""
        if len(self.columns) >= MOST_COLUMNS:
            del self.columns[next(iter(self.columns))]
        self.columns[key] = column

    def plain(self, start: datetime, end: datetime) -> Way:
        """Return the best way for a session, without a word about its legs."""
        key = self._key(start, end)
        if key not in self.known:
            self.look_up([(start, end)])
        return self.known[key]

    def at(self, start: datetime, end: datetime) -> Way:
        """Return the best way for a session, told leg by leg."""
        if (start, end) not in self.told:
            way = self.plain(start, end)
            self.told[start, end] = self._with_words(way, start, end) if way.is_known else way
        return self.told[start, end]

    def look_up(self, times: Iterable[Time]) -> None:
        """Look up the ways for many sessions together: one search for all hours of a day."""
        of_day: dict[int | None, list[Time]] = {}
        for start, end in times:
            if self._key(start, end) not in self.known:
                kind = self.between.timetabled.kind_of_day(start.date())
                of_day.setdefault(kind, []).append((start, end))
        if self.anyhow and of_day:
            self.anyhow.look_up(time for own in of_day.values() for time in own)
        for kind, own in of_day.items():
            self._look_up_day(own, is_known=kind is not None)

    def _key(self, start: datetime, end: datetime) -> Hashable:
        return self.between.timetabled.moments(start, end)

    def _look_up_day(self, times: Sequence[Time], *, is_known: bool) -> None:
        """Look up the ways on days of one kind."""
        between = self.between
        reachable = is_known and len(between.home[0]) and len(between.venue[0])
        if not reachable:
            self.known.update({self._key(*time): NOT_KNOWN for time in times})
            return
        start, end = np.array([between.seconds(*time) for time in times], dtype=np.int64).T
        day = times[0][0].date()
        taken = taken_by_all(
            self._ends(day, start, turned=True),
            self._ends(day, end, turned=False),
            times=(start, end),
            most_changes=between.most_changes,
        )
        every = zip(times, *(column.tolist() for column in taken), strict=True)
        for time, found, *told in every:
            self.known[self._key(*time)] = self._way(*told) if found else self._no_way(time)

    def _ends(self, day: date, moments: NDArray[np.int64], *, turned: bool) -> Ends:
        """Return when home is left to be there at some moments or, not turned, is reached."""
        between = self.between
        each, which = np.unique(moments, return_inverse=True)
        search = between.timetabled.search(day, between.needs)
        reached = between.timetabled.reached(search, between.venue, each.tolist(), by=turned)
        found = reached.end(between.home)
        return Ends(found.at[:, 0][which], found.by[:, 0][which])

    def _way(self, out: int, back: int, changes: int, kinds: int) -> Way:
        """Return a way, the same one for all sessions to which it is the same."""
        told = out, back, changes, kinds
        if told not in self.made:
            by = said_by(kinds)
            self.made[told] = Way(
                by=by,
                out_minutes=out,
                back_minutes=back,
                changes=changes,
                fare_known=by == "walk",
                source=self.between.timetabled.network.name,
            )
        return self.made[told]

    def _no_way(self, time: Time) -> Way:
        """Say that there is no way, where that is known: no blank is ever read as a no."""
        maybe = self.anyhow is not None and self.anyhow.plain(*time).is_known
        return NO_WAY if self.says_no and not maybe else NOT_KNOWN

    def _with_words(self, way: Way, start: datetime, end: datetime) -> Way:
        told = told_journey(self.between, start, end)
        return replace(
            way, leaves=told.leaves, home=told.home, told=told.says, book_by=told.book_by
        )


def offer_for(
    programme: Programme, person: Person, *, home: Place | None, venue: Place | None
) -> Offer | None:
    """Return what a programme's timetables offer a person on the way to a venue.

    None where there are no timetables, or nobody knows where either end is.
    """
    timetabled = timetabled_of(programme)
    if timetabled is None or home is None or venue is None:
        return None
    key = _rider_of(programme, person), home, venue
    if key not in timetabled.offers:
        timetabled.offers[key] = _offer(timetabled, key[0], home=home, venue=venue)
    found: Offer = timetabled.offers[key]
    return found


@dataclass(frozen=True)
class _Rider:
    """All of a person that matters for their journeys by timetable."""

    needs: Needs
    most_changes: int
    has_no_car: bool


def _rider_of(programme: Programme, person: Person) -> _Rider:
    own, assumed = person.travel, programme.estimate
    most = assumed.walk_minutes if own.walk_minutes is None else own.walk_minutes
    change = assumed.change_minutes if own.change_minutes is None else own.change_minutes
    needs = Needs(change * 60, most * 60, "step-free" in person.needs, own.any_vehicle)
    changes = EASY_CHANGES if own.most_changes is None else own.most_changes
    return _Rider(needs, changes, own.car.is_no)


def _offer(timetabled: Timetabled, rider: _Rider, *, home: Place, venue: Place) -> Offer:
    needs = rider.needs
    ends = timetabled.near(home, needs.walk), timetabled.near(venue, needs.walk)
    between = Between(timetabled, *ends, needs, rider.most_changes)
    says_no = rider.has_no_car and not _is_a_walk(timetabled, needs, home=home, venue=venue)
    if not needs.step_free:
        return Offer(between, says_no)
    anyhow = replace(between, needs=replace(needs, step_free=False))
    return Offer(between, says_no, Offer(anyhow, says_no))


def _is_a_walk(timetabled: Timetabled, needs: Needs, *, home: Place, venue: Place) -> bool:
    """Say whether they may simply walk; where either end has no position, nobody knows."""
    if None in (home.latitude, home.longitude, venue.latitude, venue.longitude):
        return True
    one, other = ((np.array(p.latitude), np.array(p.longitude)) for p in (home, venue))
    return bool(timetabled.footing.seconds(metres_between(one, other)) <= needs.walk)
