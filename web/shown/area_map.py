"""Where a group sets out from and where it meets, as a map drawn from what the programme says.

Nothing is fetched, and no outline is drawn that nobody gave: homes as coarse as people gave them,
venues, the waters of the programme, and who goes where.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Final

from scheduler.plan import Chosen, Coming
from scheduler.positions import Position, position_of, venue_position
from scheduler.programme import Programme
from scheduler.sentences import listed
from web.names import Names
from web.shown.paper import WIDTH, Paper, Point, moved_apart
from web.wording import say

THIN: Final = 1.2
"""How wide the line of one traveller is; each more adds half as much."""


@dataclass(frozen=True)
class Mark:
    """A place on the map, with the sign on it and what that stands for."""

    x: float
    y: float
    sign: str
    name: str
    says: str
    """Who sets out from there, or what is held there."""


@dataclass(frozen=True)
class Line:
    """The way of those who go from one mark to another."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    estimated: bool
    """Whether somebody's way there is a guess that nobody has checked."""


@dataclass(frozen=True)
class AreaMap:
    """The map of one group; all lengths in units of the picture, `width` across."""

    width: float
    height: float
    homes: tuple[Mark, ...]
    venues: tuple[Mark, ...]
    others: tuple[Point, ...]
    """Venues that were looked at and not taken."""
    lines: tuple[Line, ...]
    waters: tuple[tuple[str, str], ...]
    """Each water's name, and its points as a drawn line wants them."""
    scale_km: int
    scale_width: float
    unseen: tuple[str, ...]
    """Sentences about whom and what the map cannot show, for want of a position."""


def area_map(programme: Programme, sessions: Sequence[Chosen], names: Names) -> AreaMap | None:
    """Return the map of one group's sessions; None where no home or no venue has a position."""
    homes, halls = _homes(programme, sessions, names), _halls(programme, sessions, names)
    placed = [spot for spot in (*homes, *halls) if spot is not None]
    if not any(homes) or not any(halls):
        return None
    paper = Paper.round_all(placed)
    # A home and a hall on one spot are two marks: they are moved apart, not laid on one another.
    first, second = [spot for spot in homes if spot], [spot for spot in halls if spot]
    points = moved_apart([paper.point(spot) for spot in (*first, *second)], paper.height)
    home_at: dict[Position | None, Point] = dict(zip(first, points, strict=False))
    hall_at: dict[Position | None, Point] = dict(zip(second, points[len(first) :], strict=True))
    km = paper.round_km
    return AreaMap(
        width=WIDTH,
        height=paper.height,
        homes=tuple(_home_marks(homes, home_at, programme=programme, names=names)),
        venues=tuple(_hall_marks(halls, hall_at, names)),
        others=tuple(_others(programme, paper, taken=hall_at)),
        lines=tuple(_lines(sessions, home_at, hall_at, sites=_Sites(programme, names))),
        waters=tuple((each.name, paper.path(each.points)) for each in programme.waters),
        scale_km=km,
        scale_width=round(km * paper.units_a_km, 1),
        unseen=tuple(_unseen(homes, halls, names)),
    )


@dataclass(frozen=True)
class _Sites:
    """Where people and venues are, by code."""

    programme: Programme
    names: Names

    def home(self, person: str) -> Position | None:
        return position_of(self.programme, self.names.people[person].home)

    def hall(self, venue: str) -> Position | None:
        return venue_position(self.programme, self.names.venues[venue])


def _travelling(chosen: Chosen) -> Iterator[Coming]:
    return (each for each in chosen.coming if each.way.by not in {"on-line", "by phone"})


def _homes(
    programme: Programme, sessions: Sequence[Chosen], names: Names
) -> dict[Position | None, list[str]]:
    """Return who sets out from where, north to south; from None where nobody said."""
    sites = _Sites(programme, names)
    people = sorted({each.person for chosen in sessions for each in _travelling(chosen)})
    found: dict[Position | None, list[str]] = {}
    for code in sorted(people, key=names.person):
        found.setdefault(sites.home(code), []).append(code)
    return dict(sorted(found.items(), key=lambda item: _north_first(item[0])))


def _halls(
    programme: Programme, sessions: Sequence[Chosen], names: Names
) -> dict[Position | None, list[Chosen]]:
    """Return what is held where, in the order of the days; at None where nobody said."""
    sites = _Sites(programme, names)
    found: dict[Position | None, list[Chosen]] = {}
    for chosen in sorted(sessions, key=lambda each: each.start):
        if not names.venues[chosen.venue].is_remote:
            found.setdefault(sites.hall(chosen.venue), []).append(chosen)
    return found


def _north_first(spot: Position | None) -> tuple[float, float]:
    return (-spot[0], spot[1]) if spot else (100.0, 0.0)


def _home_marks(
    homes: Mapping[Position | None, Sequence[str]],
    points: Mapping[Position | None, Point],
    *,
    programme: Programme,
    names: Names,
) -> Iterator[Mark]:
    placed = (spot for spot in homes if spot)
    for count, spot in enumerate(placed):
        sign = ascii_uppercase[count % len(ascii_uppercase)]
        place = programme.place(names.people[homes[spot][0]].home)
        name = (place.name or place.postcode_district or place.code) if place else ""
        yield Mark(*points[spot], sign, name, listed([names.person(code) for code in homes[spot]]))


def _hall_marks(
    halls: Mapping[Position | None, Sequence[Chosen]],
    points: Mapping[Position | None, Point],
    names: Names,
) -> Iterator[Mark]:
    placed = (spot for spot in halls if spot)
    for count, spot in enumerate(placed, start=1):
        held = halls[spot]
        venues = dict.fromkeys(names.venue(chosen.venue) for chosen in held)
        says = say("journeys.session" if len(held) == 1 else "journeys.sessions")
        numbers = listed([str(chosen.number) for chosen in held])
        yield Mark(*points[spot], str(count), listed(list(venues)), f"{says} {numbers}")


def _others(
    programme: Programme, paper: Paper, *, taken: Mapping[Position | None, Point]
) -> Iterator[Point]:
    spots = {venue_position(programme, venue) for venue in programme.venues}
    for spot in sorted(each for each in spots if each and each not in taken):
        if paper.holds(spot):
            yield paper.point(spot)


def _lines(
    sessions: Sequence[Chosen],
    home_at: Mapping[Position | None, Point],
    hall_at: Mapping[Position | None, Point],
    *,
    sites: _Sites,
) -> Iterator[Line]:
    ways: dict[tuple[Point, Point], dict[str, bool]] = {}
    for chosen in sessions:
        end = hall_at.get(sites.hall(chosen.venue))
        for each in _travelling(chosen):
            begin = home_at.get(sites.home(each.person))
            if begin and end:
                who = ways.setdefault((begin, end), {})
                who[each.person] = who.get(each.person, False) or each.way.estimated
    for (begin, end), who in sorted(ways.items()):
        width = round(THIN * (1 + (len(who) - 1) / 2), 1)
        yield Line(*begin, *end, width, any(who.values()))


def _unseen(
    homes: Mapping[Position | None, Sequence[str]],
    halls: Mapping[Position | None, Sequence[Chosen]],
    names: Names,
) -> Iterator[str]:
    if None in homes:
        yield say("journeys.no_home", names=listed([names.person(code) for code in homes[None]]))
    if None in halls:
        lost = dict.fromkeys(names.venue(chosen.venue) for chosen in halls[None])
        yield say("journeys.no_venue", names=listed(list(lost)))
