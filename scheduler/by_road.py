"""How far it is by road where nobody typed it: guessed from the straight line, never over water."""

from math import asin, ceil, cos, radians, sin, sqrt

from scheduler.earth import EARTH_KM
from scheduler.money.fares import guessed_fare
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.shores import crosses_water
from scheduler.venues import Place, Venue
from scheduler.way import Way


def estimate(programme: Programme, person: Person, venue: Venue) -> Way | None:
    """Guess a journey by car, lift or taxi.

    Never across water, never where a position is not known.
    """
    means = {"car": person.travel.car, "lift": person.travel.lift, "taxi": person.travel.taxi}
    by = next((name for name, fact in means.items() if fact.is_yes), None)
    home = programme.place(person.home)
    there = position(programme, venue)
    if by is None or home is None or there is None:
        return None
    return guess(programme, by, (home, there))


def guess(programme: Programme, by: str, ends: tuple[Place, Place]) -> Way | None:
    """Guess a journey from one place to another.

    None across water, or where a position is not known.
    """
    home, there = ends
    if not home.landmass or home.landmass.casefold() != there.landmass.casefold():
        return None
    return None if crosses_water(home, there, programme.waters) else _guess(programme, by, ends)


def _guess(programme: Programme, by: str, ends: tuple[Place, Place]) -> Way | None:
    straight = _straight_km(*ends)
    if straight is None:
        return None
    assumed = programme.estimate
    km = straight * assumed.road_factor
    minutes = ceil(km / assumed.km_per_hour * 60) + assumed.extra_minutes
    return Way(
        by=by,
        out_minutes=minutes,
        back_minutes=minutes,
        pence=guessed_fare(programme, by, km, council=ends[0].council),
        fare_known=by != "lift",
        estimated=True,
        source="estimated from the straight line",
    )


def minutes_between(programme: Programme, one: Venue, other: Venue) -> int | None:
    """Return how long the way by road from one venue to another takes, in minutes.

    None where nobody knows: a position is not known, or there is water between.
    """
    if one.is_remote or other.is_remote or one.code == other.code:
        return 0
    ends = position(programme, one), position(programme, other)
    way = guess(programme, "car", (ends[0], ends[1])) if ends[0] and ends[1] else None
    return None if way is None else way.out_minutes


def position(programme: Programme, venue: Venue) -> Place | None:
    """Return where a venue stands: its own position with its place's landmass, else its place's."""
    place = programme.place(venue.place)
    if place is None or venue.latitude is None or venue.longitude is None:
        return place
    return place.model_copy(update={"latitude": venue.latitude, "longitude": venue.longitude})


def _straight_km(one: Place, other: Place) -> float | None:
    """Return the great-circle distance of two places in kilometres.

    None where a position is not known.
    """
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    north, south = radians(one.latitude or 0), radians(other.latitude or 0)
    east = radians((other.longitude or 0) - (one.longitude or 0))
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
