"""How each person gets to a venue and home again, and how long that takes them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from scheduler.by_road import estimate, guess, position
from scheduler.line_runs import runs_for
from scheduler.money.fares import free_of_charge, free_ways
from scheduler.people import Person
from scheduler.programme import Journey, Line, Programme
from scheduler.same import Same
from scheduler.timetables.offer import Offer, offer_for
from scheduler.unbeaten import Paying, taken_of
from scheduler.venues import Venue
from scheduler.way import MOST_CHANGES, MOST_MINUTES, NO_WAY, NOT_KNOWN, Way

__all__ = [
    "NOT_KNOWN",
    "NO_WAY",
    "Choices",
    "Way",
    "choices",
    "way_for",
]

TAXI = "taxi"
DRIVEN = frozenset({"car", "lift"})
"""What takes as long as a taxi on the same road."""
ROAD = DRIVEN | {TAXI}


@dataclass(frozen=True)
class Choices:
    """Every way one person has to one venue, before the hour is known."""

    entered: tuple[Way, ...]
    """Journeys entered by hand, the same at any hour."""
    lines: tuple[Line, ...]
    """Typed lines of buses and ferries between the two."""
    estimate: Way | None
    """A guess for somebody with a car, a lift or a taxi, where no journey was entered."""
    timetable: Offer | None = None
    """What the programme's timetables offer between the two."""
    free: frozenset[str] = frozenset()
    """By what they ride free, at any hour."""
    pays: Paying | None = None
    """What ways draw on, of which there is only so much; None where nothing is limited."""
    most_changes: int = MOST_CHANGES
    """The most changes each way that the person can make."""

    @property
    def depends_on_the_hour(self) -> bool:
        """Say whether the way there may differ from hour to hour."""
        return bool(self.lines) or self.timetable is not None

    def at(self, start: datetime, end: datetime) -> Way:
        """Return the best way for a session from `start` to `end`.

        Of those with no more changes than the person can make, else of all: shortest, then fewest
        changes, then cheapest. Where a cheaper one is wanted and there is none, it is the cheapest
        there is.
        """
        timetabled = self.timetable.at(start, end) if self.timetable else None
        return self._best(start, end, timetabled)

    def in_bulk(self, start: datetime, end: datetime) -> Way:
        """Return the same way, in which a timetable's need not be told leg by leg."""
        timetabled = self.timetable.plain(start, end) if self.timetable else None
        return self._best(start, end, timetabled)

    def _best(self, start: datetime, end: datetime, timetabled: Way | None) -> Way:
        runs = (way for line in self.lines for way in runs_for(line, start, end))
        guess = () if self.estimate is None else (self.estimate,)
        by_timetable = (timetabled,) if timetabled and timetabled.is_known else ()
        ways = [*self.entered, *runs, *by_timetable, *guess]
        if len(ways) == 1 and not self.free:
            only: Way = ways[0]
            return only
        if self.free:
            ways = [free_of_charge(way) if way.by in self.free else way for way in ways]
        if not ways:
            return NO_WAY if self.lines or timetabled == NO_WAY else NOT_KNOWN
        ways = sorted(ways, key=self._goes_before)
        return ways[0] if self.pays is None else taken_of(ways, self.pays)

    def _goes_before(self, way: Way) -> tuple[bool, int, int, int, str]:
        too_many = way.changes > self.most_changes
        return too_many, way.minutes, way.changes, way.pence, way.by

    def known(self) -> tuple[Way, ...]:
        """Return a way of each kind there is, whatever the hour; what a timetable asks is free."""
        runs = (Way(by=line.by, pence=line.pence or 0) for line in self.lines)
        guess = () if self.estimate is None else (self.estimate,)
        by_timetable = (Way(by="bus"),) if self.timetable else ()
        ways = *self.entered, *runs, *by_timetable, *guess
        return tuple(free_of_charge(way) if way.by in self.free else way for way in ways)


def choices(programme: Programme, person: Person, venue: Venue) -> Choices:
    """Return every way a person has to a venue.

    Entered journeys and lines first, else an estimate.
    """
    if venue.is_remote:
        return Choices((Way(by=venue.kind),), (), None)
    if person.is_fetched:
        fetched = tuple(_fetched(programme, person, venue))
        free = free_ways(programme, person)
        return Choices(fetched, (), None, free=free, most_changes=_most_changes(person))
    entered = tuple(map(_as_way, _entered(programme, person, venue)))
    lines: tuple[Line, ...] = ()
    if programme.lines:
        lines = tuple(line for line in programme.lines if _serves(programme, line, person, venue))
    guess = None if entered else estimate(programme, person, venue)
    offer = None
    if programme.timetables:
        home, there = programme.place(person.home), position(programme, venue)
        offer = offer_for(programme, person, home=home, venue=there)
    free, most = free_ways(programme, person), _most_changes(person)
    return Choices(entered, lines, guess, offer, free, most_changes=most)


def _fetched(programme: Programme, person: Person, venue: Venue) -> Iterator[Way]:
    """Give the ways of somebody who needs a wheelchair taxi: all by one, or none.

    A journey entered for them by any other means stands: they come by it, unless it asks more of
    them than they said they can bear. A drive tells how long the taxi takes, and what it costs
    where it is by taxi. A guess is for whoever takes a taxi. What was entered for everybody from
    their place comes after that, where it is said to be step-free, and last what they cannot bear.
    """
    entered = list(_entered(programme, person, venue))
    others = [each for each in entered if each.by not in ROAD]
    own = [_as_way(each) for each in others if each.person]
    drives = [_as_way(each) for each in entered if each.by in ROAD]
    home, there = programme.place(person.home), position(programme, venue)
    takes_one = person.travel.taxi.is_yes and home and there
    guessed = guess(programme, TAXI, (home, there)) if takes_one and home and there else None
    yield from (
        [way for way in own if _bears(person, way)]
        or [way for way in drives if way.by == TAXI]
        or [replace(way, by=TAXI, pence=0, fare_known=False) for way in drives]
        or ([guessed] if guessed else [])
        or [_as_way(each) for each in others if each.step_free == "yes" and not each.person]
        or own
    )


def _bears(person: Person, way: Way) -> bool:
    """Say whether a way is no longer, and has no more changes, than somebody can bear."""
    most = person.travel.most_minutes
    most = MOST_MINUTES if most is None else most
    return way.minutes <= most and way.changes <= _most_changes(person)


def _most_changes(person: Person) -> int:
    """Return the most changes each way: what a person said, else what is taken to be the most."""
    most = person.travel.most_changes
    return MOST_CHANGES if most is None else most


def way_for(
    programme: Programme,
    person: Person,
    venue: Venue,
    *,
    time: tuple[datetime, datetime],
    pays: Paying | None = None,
) -> Way:
    """Return one person's best way to a venue and back for a session from start to end.

    Parameters
    ----------
    pays
        What ways draw on, and which is taken; None where nothing is limited.
    """
    return replace(choices(programme, person, venue), pays=pays).at(*time)


def _entered(programme: Programme, person: Person, venue: Venue) -> Iterator[Journey]:
    """Give the journeys entered for somebody, or for everybody from their place."""
    known = _sorted_out(Same(programme.journeys))
    own = known.get((person.code, venue.code), [])
    others = known.get((None, venue.code), [])
    home = programme.place(person.home) if others else None
    from_here = [
        (place, journey)
        for place, journey in others
        if home is not None and programme.place(journey.from_place) is home
    ]
    for _, journey in sorted((*own, *from_here), key=itemgetter(0)) if from_here else own:
        if _suits(person, journey):
            yield journey


@lru_cache(maxsize=4)
def _sorted_out(
    journeys: Same[Journey],
) -> dict[tuple[str | None, str], list[tuple[int, Journey]]]:
    """Return journeys with their place in the order entered, by whose they are and where to."""
    found: dict[tuple[str | None, str], list[tuple[int, Journey]]] = {}
    for place, journey in enumerate(journeys.all):
        found.setdefault((journey.person, journey.venue), []).append((place, journey))
    return found


def _suits(person: Person, journey: Journey | Line) -> bool:
    """Say whether a person can use a journey.

    Their own car or lift, and step-free where they need it.

    A journey entered for the person alone is theirs whatever it is by.
    """
    if "step-free" in person.needs and journey.by in {"bus", "ferry", "train", "walk"}:
        return journey.step_free == "yes"
    if isinstance(journey, Line) or journey.person:
        return True
    means = {"car": person.travel.car, "lift": person.travel.lift, "taxi": person.travel.taxi}
    return means[journey.by].is_yes if journey.by in means else True


def _as_way(journey: Journey) -> Way:
    back = journey.out_minutes if journey.back_minutes is None else journey.back_minutes
    legs = journey.out_minutes, back, journey.changes
    return _way_entered(_Entered(journey.by, legs, journey.pence, journey.source))


class _Entered(NamedTuple):
    """What a journey entered by hand says of the way itself: many say the same."""

    by: str
    legs: tuple[int, int, int]
    pence: int | None
    source: str


@lru_cache(maxsize=4096)
def _way_entered(entered: _Entered) -> Way:
    out, back, changes = entered.legs
    return Way(
        by=entered.by,
        out_minutes=out,
        back_minutes=back,
        changes=changes,
        pence=entered.pence or 0,
        fare_known=entered.pence is not None or entered.by == "walk",
        source=entered.source,
    )


def _serves(programme: Programme, line: Line, person: Person, venue: Venue) -> bool:
    home, leaves = programme.place(person.home), programme.place(line.from_place)
    arrives = programme.place(line.to_place)
    reaches = line.to_place == venue.code or (
        arrives is not None and arrives is programme.place(venue.place)
    )
    return reaches and home is not None and home is leaves and _suits(person, line)
