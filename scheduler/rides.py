"""Who rides with whom to one session, and what way there and back that makes for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, combinations
from typing import Literal, NamedTuple

from scheduler.by_road import guess, position
from scheduler.lifts import Lift
from scheduler.people import Person
from scheduler.programme import Programme, Project
from scheduler.venues import Venue
from scheduler.way import Way
from scheduler.ways import choices

Leg = Literal["out", "back"]
SOURCE = "a lift both agreed to"


class Ride(NamedTuple):
    """Somebody who is driven, and by whom, by code."""

    driver: str
    driven: str


Rides = tuple[Ride, ...]
"""Who rides with whom to one session, in the order the lifts were entered; nobody if empty."""


def every_rides(project: Project) -> tuple[Rides, ...]:
    """Return every choice of who rides with whom that seats and consent allow, nobody first.

    Nobody rides with two, and nobody drives who is driven.
    """
    here = set(project.members)
    # Half a group, tried out as a group of its own, keeps only the lifts within it.
    agreed = [o for o in project.lifts if o.is_agreed and {o.driver, o.driven} <= here]
    sizes = range(len(agreed) + 1)
    chosen = chain.from_iterable(combinations(agreed, many) for many in sizes)
    return tuple(
        tuple(Ride(lift.driver, lift.driven) for lift in some) for some in chosen if _may_be(some)
    )


def _may_be(lifts: Sequence[Lift]) -> bool:
    driven = [lift.driven for lift in lifts]
    drivers = [lift.driver for lift in lifts]
    room = all(drivers.count(lift.driver) <= lift.seats for lift in lifts)
    return room and len(set(driven)) == len(driven) and not set(driven) & set(drivers)


@dataclass(frozen=True)
class Riding:
    """A choice of who rides with whom to sessions of one project."""

    programme: Programme
    project: Project
    rides: Rides

    def way(self, venue: Venue, person: Person, own: Way) -> Way:
        """Return somebody's way to a venue and back: their own, unless they drive or are driven.

        Their own too where the ride is not possible.
        """
        mine = [ride for ride in self.rides if person.code in ride]
        if not mine or not self._lifts_are_there or venue.is_remote:
            return own
        car = self._cars[mine[0].driver]
        going = car.going(self.programme, venue)
        if going is None:
            return own
        return going.drivers if car.driver.code == person.code else going.driven(person, own)

    def is_possible(self, venue: Venue) -> bool:
        """Say whether everybody of it could be driven to a venue, as far as the road goes."""
        if venue.is_remote or not self._lifts_are_there:
            return False
        return all(car.going(self.programme, venue) is not None for car in self._cars.values())

    @property
    def _lifts_are_there(self) -> bool:
        fetched = {person.code for person in self.programme.people if person.is_fetched}
        is_free = fetched.isdisjoint(ride.driven for ride in self.rides)
        return is_free and self.rides in every_rides(self.project)

    @cached_property
    def _cars(self) -> dict[str, "Car"]:
        people = {person.code: person for person in self.programme.people}
        lifts = {Ride(lift.driver, lift.driven): lift for lift in self.project.lifts}
        cars: dict[str, list[tuple[Person, Lift]]] = {}
        for ride in self.rides:
            cars.setdefault(ride.driver, []).append((people[ride.driven], lifts[ride]))
        return {code: Car(people[code], tuple(riders)) for code, riders in cars.items()}


@dataclass(frozen=True)
class Car:
    """A driver with those who ride along, and on what terms."""

    driver: Person
    riders: tuple[tuple[Person, Lift], ...]

    def going(self, programme: Programme, venue: Venue) -> "Going | None":
        """Return how they all go to a venue; None where they cannot, or nobody knows how far."""
        own = by_car(programme, self.driver, venue)
        if own is None:
            return None
        found = [
            _detour(programme, (self.driver, rider), lift, (venue, own))
            for rider, lift in self.riders
        ]
        detours = [each for each in found if each is not None]
        most = min(lift.most_detour_minutes for _, lift in self.riders)
        if len(detours) < len(found) or sum(each.minutes for each in detours) > most:
            return None
        return Going(self, own, tuple(detours))


class Detour(NamedTuple):
    """How far out of the driver's way somebody lives."""

    minutes: int
    ride: int | None
    """How long it is from their home to the venue; None where nobody knows."""
    is_guessed: bool


@dataclass(frozen=True)
class Going:
    """One car on its way to a venue and back."""

    car: Car
    own: Way
    """The driver's way without detours."""
    detours: tuple[Detour, ...]

    @property
    def drivers(self) -> Way:
        """The driver's way with the detours."""
        return replace(
            self.own,
            out_minutes=self._minutes("out"),
            back_minutes=self._minutes("back"),
            estimated=self.own.estimated or any(each.is_guessed for each in self.detours),
            drives=tuple(rider.code for rider, _ in self.car.riders),
        )

    def driven(self, person: Person, own: Way) -> Way:
        """Return the way of somebody driven, who has a way of their own or not.

        Where nobody drives them home, they get home by their own way.
        """
        place = [rider.code for rider, _ in self.car.riders].index(person.code)
        lift = self.car.riders[place][1]
        ride = {
            "out_minutes": self._ridden(place, "out"),
            "driver": self.car.driver.code,
            "source": SOURCE,
            "estimated": self.drivers.estimated,
        }
        if lift.back:
            return Way(by="lift", **ride, back_minutes=self._ridden(place, "back"))  # type: ignore[arg-type]
        if not own.is_known or own.is_remote or own.by in {"car", "taxi"}:
            return own
        return replace(own, **ride, by=own.by, leaves=None, told="")  # type: ignore[arg-type]

    def _minutes(self, leg: Leg) -> int:
        alone = self.own.out_minutes if leg == "out" else self.own.back_minutes
        return alone + sum(each.minutes for each in self._taken(leg))

    def _taken(self, leg: Leg) -> list[Detour]:
        riders = zip(self.car.riders, self.detours, strict=True)
        return [detour for (_, lift), detour in riders if leg == "out" or lift.back]

    def _ridden(self, place: int, leg: Leg) -> int:
        """Return how long somebody is in the car: never longer than the driver."""
        whole, own = self._minutes(leg), self.detours[place]
        if own.ride is None:
            return whole
        others = sum(each.minutes for each in self._taken(leg)) - own.minutes
        return min(whole, own.ride + others)


def by_car(programme: Programme, person: Person, venue: Venue) -> Way | None:
    """Return somebody's own way to a venue by car; None where there is none or nobody knows."""
    offered = choices(programme, person, venue)
    own = [way for way in (*offered.entered, offered.estimate) if way and way.by == "car"]
    return min(own, key=lambda way: (way.minutes, way.pence), default=None)


def _detour(
    programme: Programme, pair: tuple[Person, Person], lift: Lift, going: tuple[Venue, Way]
) -> Detour | None:
    """Return how far out of the way it is to take somebody along; None where nobody knows."""
    venue, own = going
    homes = [programme.place(person.home) for person in pair]
    there = position(programme, venue)
    ride = None if homes[1] is None or there is None else guess(programme, "car", (homes[1], there))
    ridden = None if ride is None else ride.out_minutes
    if lift.detour_minutes is not None:
        return Detour(lift.detour_minutes, ridden, is_guessed=False)
    if homes[0] is None or homes[1] is None:
        return None
    if homes[0] is homes[1]:
        return Detour(0, None, is_guessed=False)
    to_them = guess(programme, "car", (homes[0], homes[1]))
    if to_them is None or ridden is None:
        return None
    longer = to_them.out_minutes + ridden - min(own.out_minutes, own.back_minutes)
    return Detour(max(0, longer), ridden, is_guessed=True)
