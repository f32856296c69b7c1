"""Another engine for journeys, asked the same questions where it is installed: cafein."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Any, Final

import numpy as np

from benchmarks.asked import Line
from scheduler.timetables.search import Near, Search
from scheduler.timetables.timetabled import Needs, Timetabled
from scheduler.timetables.walks import walks_of

ORIGINS: Final = 30
JOURNEYS: Final = 10_000
EACH: Final = 50
"""Ends asked about for each random beginning and moment."""
RIDES: Final = 4
UNREACHED: Final = 2**32 - 1
SAME: Final = "same minutes"
NEITHER: Final = "both find no way"
LETS_OFF: Final = "cafein boards or alights where the timetable lets nobody"
NOT_EXPLAINED: Final = "not explained"
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
        """Return seconds of both for the same question, and how random journeys differ."""
        stops = [str(code) for code in own.network.stop_code]
        order = {str(stop[0]): number for number, stop in enumerate(self.network.stops)}
        columns = [order[code] for code in stops]
        everywhere = np.ones_like(own.network.boards)
        lenient = replace(own.network, boards=everywhere, alights=everywhere)
        free = Timetabled(lenient, own.footing, own.zone, own.lands)
        strict, loose = (_laid_out(each, day, len(stops)) for each in (own, free))
        return self._seconds(loose, stops) | self._differing((strict, loose), stops, columns)

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

    def _differing(self, ours: tuple[Search, Search], stops: list[str], columns: list[int]) -> Line:
        """Ask both for random journeys; say of each that differs whose doing that is."""
        chance = Random(1)  # noqa: S311 - makes cases, not secrets
        said: Counter[str] = Counter()
        while said.total() < JOURNEYS:
            stop, moment = chance.randrange(len(stops)), chance.randrange(0, NIGHT, 60)
            some = chance.sample(range(len(stops)), min(EACH, len(stops)))
            ends = [(end, columns[end]) for end in some if end != stop]
            found = [one.after(_at(stop), [moment]).at[0].min(axis=1) for one in ours]
            theirs = self._matrix([stops[stop]], moment)[0]
            strict, loose = ([_ours(each[own], moment) for own, _ in ends] for each in found)
            other = [_theirs(int(theirs[column]), moment) for _, column in ends]
            said.update(map(_said, strict, loose, other))
        return {
            "random_journeys": said.total(),
            "agree": said.total() - sum(said[name] for name in (LETS_OFF, NOT_EXPLAINED)),
            "of_them_reached": said[SAME],
            "differ": {name: said[name] for name in (LETS_OFF, NOT_EXPLAINED)},
        }

    def _matrix(self, origins: list[str], moment: int) -> Any:  # noqa: ANN401 - no types there
        hour = f"{moment // 3600:02}:{moment // 60 % 60:02}"
        return self.network.travel_time_matrix(origins, f"{self.day} {hour}", max_rides=RIDES)


def _at(stop: int) -> Near:
    return np.array([stop], dtype=np.int32), np.zeros(1, dtype=np.int32)


def _laid_out(own: Timetabled, day: date, stops: int) -> Search:
    """Return a day on which changes take no time and nobody walks, as the rival has it."""
    laid = own.search(day, Needs(change=0, walk=0))
    stay = walks_of([_at(stop) for stop in range(stops)])
    return Search(laid.day, (stay, stay), stops, change=0, last=2 * NIGHT)


def _ours(reached: Any, moment: int) -> int | None:  # noqa: ANN401 - a number of an array
    """Return whole minutes on the way; None where there is no way that day."""
    at = int(reached)
    return None if at > NIGHT else (at - moment) // 60


def _theirs(takes: int, moment: int) -> int | None:
    return None if takes == UNREACHED or moment + takes > NIGHT else takes // 60


def _said(strict: int | None, loose: int | None, theirs: int | None) -> str:
    """Return whether both agree or, where they do not, whose doing it is."""
    if strict == theirs:
        return NEITHER if strict is None else SAME
    return LETS_OFF if loose == theirs else NOT_EXPLAINED
