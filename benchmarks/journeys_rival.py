"""Another engine for journeys, asked the same questions where it is installed: cafein."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Any, Final

import numpy as np

from benchmarks.asked import Line
from scheduler.timetables.scan import LATE
from scheduler.timetables.search import Near, Search
from scheduler.timetables.timetabled import Needs, Timetabled
from scheduler.timetables.walks import walks_of

ORIGINS: Final = 30
JOURNEYS: Final = 10_000
EACH: Final = 50
"""Ends asked about for each random beginning and moment."""
RIDES: Final = 4
UNREACHED: Final = 2**32 - 1
NIGHT: Final = 24 * 3600
"""The rival looks at one day's trips only: what ends later is left out."""


def rival_of(file: Path, day: date) -> "Rival | None":
    """Return the rival for a feed; None where it is not installed."""
    if find_spec("cafein") is None:
        return None
    engine = import_module("cafein")
    network = engine.TransportNetwork.from_gtfs(str(file), trip_distances=False)
    return Rival(network, day)


@dataclass(frozen=True)
class Rival:
    """The other engine with a feed loaded."""

    network: Any
    day: date

    def compared(self, own: Timetabled, day: date) -> Line:
        """Return seconds of both for the same question, and how many random journeys differ."""
        stops = [str(code) for code in own.network.stop_code]
        order = {str(stop[0]): number for number, stop in enumerate(self.network.stops)}
        columns = [order[code] for code in stops]
        laid = own.search(day, Needs(change=0, walk=0))
        stay = walks_of([_at(stop) for stop in range(len(stops))])
        search = Search(laid.day, (stay, stay), len(stops), change=0, last=2 * NIGHT)
        return self._seconds(search, stops) | self._differing(search, stops, columns)

    def _seconds(self, search: Search, stops: list[str]) -> Line:
        chance = Random(0)  # noqa: S311 - makes cases, not secrets
        some = [chance.randrange(len(stops)) for _ in range(ORIGINS)]
        moments = range(0, NIGHT, 1800)
        began, worked = perf_counter(), process_time()
        for stop in some:
            search.after(_at(stop), list(moments))
        ours = perf_counter() - began, process_time() - worked
        began, worked = perf_counter(), process_time()
        for moment in moments:
            self._matrix([stops[stop] for stop in some], moment)
        theirs = perf_counter() - began, process_time() - worked
        return {
            "question": f"{ORIGINS} stops to all, every half hour, onwards",
            "our_seconds": round(ours[0], 3),
            "their_seconds": round(theirs[0], 3),
            "our_processor": round(ours[1], 3),
            "their_processor": round(theirs[1], 3),
            "their_processor_for_each_of_ours": round(theirs[1] / ours[1], 2),
        }

    def _differing(self, search: Search, stops: list[str], columns: list[int]) -> Line:
        chance = Random(1)  # noqa: S311 - makes cases, not secrets
        asked = differ = reached = 0
        while asked < JOURNEYS:
            stop, moment = chance.randrange(len(stops)), chance.randrange(0, NIGHT, 60)
            ends = chance.sample(range(len(stops)), EACH)
            found = search.after(_at(stop), [moment]).at[0].min(axis=1)
            theirs = self._matrix([stops[stop]], moment)[0]
            for ours, other in _pairs(found, theirs, [(e, columns[e]) for e in ends], moment):
                asked += 1
                reached += ours is not None
                differ += ours != other
        return {"random_journeys": asked, "of_them_reached": reached, "differing": differ}

    def _matrix(self, origins: list[str], moment: int) -> Any:  # noqa: ANN401 - no types there
        hour = f"{moment // 3600:02}:{moment // 60 % 60:02}"
        return self.network.travel_time_matrix(origins, f"{self.day} {hour}", max_rides=RIDES)


def _at(stop: int) -> Near:
    return np.array([stop], dtype=np.int32), np.zeros(1, dtype=np.int32)


def _pairs(
    found: Any,  # noqa: ANN401 - arrays of either engine
    theirs: Any,  # noqa: ANN401
    ends: list[tuple[int, int]],
    moment: int,
) -> Iterator[tuple[int | None, int | None]]:
    """Give both answers in whole minutes on the way; None where there is no way that day."""
    for own, other in ends:
        ours, takes = int(found[own]), int(theirs[other])
        if takes == 0:
            continue  # being there already is no journey
        late = ours < LATE and ours > NIGHT
        yield (
            None if ours >= LATE or late else (ours - moment) // 60,
            None if takes == UNREACHED or moment + takes > NIGHT else takes // 60,
        )
