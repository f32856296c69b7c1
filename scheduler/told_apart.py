"""Venues that share a name, told apart by where they are: as people say it, never by code."""

import re
from collections.abc import Callable, Iterator, Sequence
from math import atan2, cos, degrees, hypot, radians
from typing import Final

from scheduler.earth import KM_A_DEGREE
from scheduler.venues import Place, Venue

POINTS: Final = (
    "north",
    "north-east",
    "east",
    "south-east",
    "south",
    "south-west",
    "west",
    "north-west",
)

_POSTCODE: Final = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}\b")
"""A British postcode; its first half is the district."""

Find = Callable[[str], Place | None]


def told_apart(venues: Sequence[Venue], place_named: Find) -> tuple[Venue, ...]:
    """Return venues, those that share a name with what tells them apart beside it.

    The place they stand in if that does, else their postcode district, address, kind, or which way
    from there they are; a code only where nothing else is known.
    """
    sharing: dict[str, list[Venue]] = {}
    for venue in venues:
        sharing.setdefault(" ".join(venue.name.casefold().split()), []).append(venue)
    where: dict[str, str] = {}
    for name, same in sharing.items():
        if name and len(same) > 1:
            where |= dict(zip((v.code for v in same), _apart(same, place_named), strict=True))
    return tuple(venue.known_by(where.get(venue.code, "")) for venue in venues)


def _apart(same: Sequence[Venue], place_named: Find) -> list[str]:
    told = [list(_words(venue, place_named(venue.place))) for venue in same]
    single = ([words[number] for words in told] for number in range(len(told[0])))
    every = [", ".join(dict.fromkeys(filter(None, words))) for words in told]
    for found in (*single, every):
        if all(found) and len({one.casefold() for one in found}) == len(found):
            return found
    return [venue.code for venue in same]


def _words(venue: Venue, place: Place | None) -> Iterator[str]:
    """Give what may tell a venue from others, the plainest first; empty where not known."""
    yield place.name if place else venue.place
    postcode = _POSTCODE.search(venue.address)
    yield postcode[1] if postcode else (place.postcode_district if place else "")
    yield venue.address
    yield venue.kind
    yield _way_from(place, venue) if place else ""


def _way_from(place: Place, venue: Venue) -> str:
    """Say how far and which way from its place a venue is: "0.8 km north of Newport"."""
    ends = (place.latitude, place.longitude, venue.latitude, venue.longitude)
    if None in ends or not place.name:
        return ""
    north = ((venue.latitude or 0) - (place.latitude or 0)) * KM_A_DEGREE
    shrunk = KM_A_DEGREE * cos(radians(place.latitude or 0))
    east = ((venue.longitude or 0) - (place.longitude or 0)) * shrunk
    point = POINTS[round(degrees(atan2(east, north)) / 45) % len(POINTS)]
    return f"{hypot(north, east):.1f} km {point} of {place.name}"
