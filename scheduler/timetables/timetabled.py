"""A programme's timetables, ready to be asked about anybody's journeys."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from scheduler.programme import Programme
from scheduler.timetables.day import day_begins, day_key, lay_out, usable_hops
from scheduler.timetables.merged import merged
from scheduler.timetables.network import Network, Words
from scheduler.timetables.reading import read_timetable
from scheduler.timetables.scan import Walks
from scheduler.timetables.search import Near, Reached, Search
from scheduler.timetables.walks import Footing, crosses, metres_between, walks_between_stops
from scheduler.venues import Place

MOST_BYTES = 128_000_000
"""How much of what was last found for all moments of a day is kept."""

Land = tuple[float, float, str]
"""A position, in degrees, and the land it is on."""


@dataclass(frozen=True)
class Needs:
    """What somebody needs of a journey."""

    change: int
    """Seconds to change vehicles."""
    walk: int
    """Seconds of the longest walk to or from a stop."""
    step_free: bool = False
    any_vehicle: bool = False


@dataclass(frozen=True, eq=False)
class Timetabled:
    """Timetables searched together, with the days that were laid out so far."""

    network: Network
    footing: Footing
    zone: ZoneInfo
    lands: Words
    """The land each stop is taken to stand on: that of the nearest place, shape (S,)."""
    feet: dict[int, tuple[Walks, Walks]] = field(default_factory=dict)
    """Walks between stops, for each time people need to change."""
    searches: dict[Hashable, Search] = field(default_factory=dict)
    kinds: dict[date, int | None] = field(default_factory=dict)
    numbers: dict[Hashable, int] = field(default_factory=dict)
    """The number of each kind of day met so far."""
    told: dict[tuple[datetime, datetime], tuple[int | None, int, int]] = field(default_factory=dict)
    nearby: dict[Hashable, Near] = field(default_factory=dict)
    answers: dict[Hashable, Reached] = field(default_factory=dict)
    offers: dict[Hashable, Any] = field(default_factory=dict)
    """What was offered so far, kept for whoever asks again (`scheduler.timetables.offer`)."""

    def kind_of_day(self, day: date) -> int | None:
        """Return the number of a day's kind; None where nothing is known of the day."""
        if day not in self.kinds:
            self.kinds[day] = None
            if self.network.holds_on(day):
                key = day_key(self.network, day, self.zone)
                self.kinds[day] = self.numbers.setdefault(key, len(self.numbers))
        return self.kinds[day]

    def moments(self, start: datetime, end: datetime) -> tuple[int | None, int, int]:
        """Return a session's kind of day, and its start and end in that day's seconds."""
        if (start, end) not in self.told:
            begins = self.begins(start.date())
            seconds = int(start.timestamp()) - begins, int(end.timestamp()) - begins
            self.told[start, end] = self.kind_of_day(start.date()), *seconds
        return self.told[start, end]

    def begins(self, day: date) -> int:
        """Return when a day's timetable begins, in seconds since 1970 UTC."""
        return day_begins(day, self.zone)

    def search(self, day: date, needs: Needs) -> Search:
        """Return a day laid out for somebody's needs."""
        key = (self.kind_of_day(day), needs.change, needs.step_free, needs.any_vehicle)
        if key not in self.searches:
            usable = usable_hops(
                self.network, step_free=needs.step_free, any_vehicle=needs.any_vehicle
            )
            laid = lay_out(self.network, day, self.zone, usable=usable)
            feet = self._feet(needs.change)
            self.searches[key] = Search(laid, feet, len(self.network.stop_code), needs.change)
        return self.searches[key]

    def near(self, place: Place, walk: int) -> Near:
        """Return the stops in walking distance of a place, and those it is named for."""
        key = (place.latitude, place.longitude, place.landmass, place.code, place.name, walk)
        if key not in self.nearby:
            stops = dict.fromkeys(self._namesakes(place), 0) | dict(self._walks(place, walk))
            self.nearby[key] = (
                np.array(list(stops), dtype=np.int32),
                np.array(list(stops.values()), dtype=np.int32),
            )
        return self.nearby[key]

    def reached(self, search: Search, near: Near, moments: Sequence[int], *, by: bool) -> Reached:
        """Return when everywhere is reached from a place after some moments.

        The last answers are kept: everybody who goes to a venue asks the same.

        Parameters
        ----------
        by
            Whether the place is to be reached by each moment instead of left after it.
        """
        key = (id(search), near[0].tobytes(), near[1].tobytes(), tuple(moments), by)
        if key not in self.answers:
            while sum(answer.nbytes for answer in self.answers.values()) > MOST_BYTES:
                del self.answers[next(iter(self.answers))]
            look = search.before if by else search.after
            self.answers[key] = look(near, moments)
        return self.answers[key]

    def _feet(self, change: int) -> tuple[Walks, Walks]:
        if change not in self.feet:
            self.feet[change] = walks_between_stops(
                self.network, self.footing, lands=self.lands, change=change
            )
        return self.feet[change]

    def _namesakes(self, place: Place) -> list[int]:
        """Return stops that a place without a position is named for, or that have none."""
        network = self.network
        is_named = np.isin(network.stop_code, [place.code]) | np.isin(
            np.char.lower(network.stop_name), [place.name.lower() or place.code.lower()]
        )
        if place.latitude is not None:
            is_named &= np.isnan(network.latitude)
        return [int(stop) for stop in np.flatnonzero(is_named)]

    def _walks(self, place: Place, most: int) -> list[tuple[int, int]]:
        """Return stops in walking distance, with the seconds; none where a guess is not allowed."""
        if place.latitude is None or place.longitude is None or not place.landmass:
            return []
        here = np.array(place.latitude), np.array(place.longitude)
        there = self.network.latitude, self.network.longitude
        seconds = self.footing.seconds(np.nan_to_num(metres_between(here, there), nan=1e8))
        near = (seconds <= most) & (self.lands == place.landmass.casefold())
        near &= ~crosses(here, there, self.footing.waters)
        return [(int(stop), int(seconds[stop])) for stop in np.flatnonzero(near)]


def timetabled_of(programme: Programme) -> Timetabled | None:
    """Return a programme's timetables, ready to be asked; None where it has none.

    Raises
    ------
    ProgrammeError
        If a timetable cannot be read.
    """
    if not programme.timetables:
        return None
    networks = tuple(
        read_timetable(each.path, nation=programme.nation, stops=each.stops_path)
        for each in programme.timetables
    )
    assumed = programme.estimate
    waters = tuple(water.points for water in programme.waters)
    footing = Footing(assumed.road_factor, assumed.walk_km_per_hour, waters)
    lands = tuple(
        (place.latitude, place.longitude, place.landmass.casefold())
        for place in programme.places
        if place.latitude is not None and place.longitude is not None and place.landmass
    )
    return _ready(networks, footing, lands, programme.tz)


@lru_cache(maxsize=4)
def _ready(
    networks: tuple[Network, ...], footing: Footing, lands: tuple[Land, ...], zone: ZoneInfo
) -> Timetabled:
    network = merged(networks)
    return Timetabled(network, footing, zone, _lands_of(network, lands))


def _lands_of(network: Network, lands: Sequence[Land]) -> Words:
    """Return the land each stop is taken to stand on: that of the nearest place known."""
    nearest = np.full(len(network.stop_code), np.inf)
    found = np.zeros(len(network.stop_code), dtype="<U200")
    for north, east, land in lands:
        here = np.array(north), np.array(east)
        metres = metres_between(here, (network.latitude, network.longitude))
        is_nearer = metres < nearest
        nearest[is_nearer] = metres[is_nearer]
        found[is_nearer] = land
    return found
