"""Journeys by real timetables: 20 homes, 30 venues, every half hour of a day, there and back."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np

from benchmarks.asked import Asked, Line
from benchmarks.journeys_rival import rival_of
from benchmarks.machine import machine
from scheduler.timetables.gtfs import read_gtfs
from scheduler.timetables.kept import keep, load
from scheduler.timetables.network import Network, network_of
from scheduler.timetables.search import Near, Reached, Search
from scheduler.timetables.timetabled import Needs, Timetabled
from scheduler.timetables.walks import Footing
from scheduler.venues import Place

DATA: Final = Path(os.environ.get("COMMONGROUND_DATA", "../shared/data")) / "places"
FEEDS: Final = {"newport": date(2023, 6, 13), "chester": date(2023, 8, 15)}
"""Feeds of real towns, each with a Tuesday it holds; see the README of the data."""
LONDON: Final = ZoneInfo("Europe/London")
HOMES, VENUES = 20, 30
HALF_HOURS: Final = tuple(range(0, 24 * 3600, 1800))
NEEDS: Final = Needs(change=300, walk=900)
BARS: Final = {
    "load": {"": 0.2},
    "matrix": {"newport": 1.0, "": 3.0},
    "one_person_more": {"": 0.1},
    "one_venue_more": {"": 0.1},
}
"""How many seconds by the clock each may take, by feed where they differ."""
HOW_TO_GET_IT: Final = (
    "python -m pip install cafein==0.29.0, or with --target FOLDER and PYTHONPATH=FOLDER; "
    "in FOLDER take out numpy and pandas again, so that the project's own are used"
)
SPREAD: Final = 0.004
"""How far from a stop people and venues are put, in degrees (one standard deviation)."""


@dataclass(frozen=True)
class Feed:
    """A feed to measure: its file, the day asked about, and positions of venues where known."""

    file: Path
    day: date
    venues: tuple[tuple[float, float], ...] = ()


@dataclass
class Clock:
    """Seconds gone by since it was last read, on the wall and on the processor."""

    wall: float = 0
    worked: float = 0

    def read(self) -> dict[str, float]:
        """Return the seconds since last time."""
        gone = {"wall": perf_counter() - self.wall, "processor": process_time() - self.worked}
        self.wall, self.worked = perf_counter(), process_time()
        return {name: round(seconds, 3) for name, seconds in gone.items()}


def lines(asked: Asked) -> Iterator[Line]:
    """Measure feed after feed: give the machine, and a line for each."""
    yield {"machine": machine()}
    for feed in _feeds(asked):
        yield _measured(feed, asked)


def _feeds(asked: Asked) -> Iterator[Feed]:
    if asked.file:
        network = network_of(read_gtfs(asked.file))
        days = [network.first_day + timedelta(days=n) for n in range(7)]
        yield Feed(asked.file, next((day for day in days if day.weekday() == 1), days[0]))
        return
    for name, day in FEEDS.items():
        if (DATA / name / "gtfs.zip").exists():
            yield Feed(DATA / name / "gtfs.zip", day, tuple(_venues(DATA / name)))


def _venues(folder: Path) -> Iterator[tuple[float, float]]:
    """Give positions of real venues, where a map of them lies beside the feed."""
    file = folder / "venues.geojson"
    tree = json.loads(file.read_text("utf-8")) if file.exists() else {"features": []}
    for feature in tree["features"]:
        if feature["geometry"]["type"] == "Point":
            east, north = feature["geometry"]["coordinates"]
            yield north, east


def _measured(feed: Feed, asked: Asked) -> Line:
    clock = Clock()
    clock.read()
    network = network_of(read_gtfs(feed.file))
    line: Line = {"feed": feed.file.parent.name, "read": clock.read()}
    network, line["load"] = _kept(network)
    timetabled = Timetabled(network, Footing(1.4, 4), LONDON, _one_land(network))
    clock.read()
    search = timetabled.search(feed.day, NEEDS)
    line["lay_out"] = clock.read()
    homes, venues = _ends(timetabled, feed, seed=asked.seeds[0])
    _answers(search, homes[:1], venues[:1])  # compiled, or loaded as compiled
    clock.read()
    found, reached = _answers(search, homes[:HOMES], venues[:VENUES])
    line["matrix"] = clock.read()
    _ = [each.end(homes[-1]) for pair in reached for each in pair]
    line["one_person_more"] = clock.read()
    _answers(search, homes[:HOMES], venues[-1:])
    line["one_venue_more"] = clock.read()
    rival = rival_of(feed.file, feed.day) if asked.seconds else None
    return line | {
        "hops": len(search.day.onwards.departs),
        "both_ways": round(float(np.mean(found)), 3),
        "peak_mb": getrusage(RUSAGE_SELF).ru_maxrss // 1024,
        "cafein": rival.compared(timetabled, feed.day) if rival else _silent(asked),
        "within_the_bars": _kept_bars(line),
    }


def _kept_bars(line: Line) -> dict[str, bool]:
    """Say which bars a feed's figures keep, by the clock."""
    found = {}
    for name, bars in BARS.items():
        seconds, most = line[name], bars.get(str(line["feed"]), bars[""])
        found[name] = isinstance(seconds, dict) and seconds["wall"] <= most
    return found


def _kept(network: Network) -> tuple[Network, dict[str, float]]:
    """Return a timetable as it is loaded from what was kept, and how long that takes."""
    with TemporaryDirectory() as folder:
        keep(network, Path(folder) / "feed.npz")
        clock = Clock()
        clock.read()
        found = load(Path(folder) / "feed.npz")
        return found or network, clock.read()


def _one_land(network: Network) -> "np.typing.NDArray[np.str_]":
    return np.full(len(network.stop_code), "here")


def _ends(timetabled: Timetabled, feed: Feed, *, seed: int) -> tuple[list[Near], list[Near]]:
    """Return homes near stops, and venues where they are or, where unknown, near stops too."""
    chance, network = Random(seed), timetabled.network  # noqa: S311 - makes cases, not secrets
    homes = [_beside(network, chance) for _ in range(HOMES + 1)]
    venues = chance.sample(feed.venues, VENUES + 1) if feed.venues else []
    venues = venues or [_beside(network, chance) for _ in range(VENUES + 1)]
    near = [
        [timetabled.near(_place(spot), NEEDS.walk) for spot in spots] for spots in (homes, venues)
    ]
    return near[0], near[1]


def _beside(network: Network, chance: Random) -> tuple[float, float]:
    stop = chance.randrange(len(network.stop_code))
    north, east = float(network.latitude[stop]), float(network.longitude[stop])
    return north + chance.gauss(0, SPREAD), east + chance.gauss(0, SPREAD)


def _place(spot: tuple[float, float]) -> Place:
    return Place(code="spot", latitude=spot[0], longitude=spot[1], landmass="here")


def _answers(
    search: Search, homes: Sequence[Near], venues: Sequence[Near]
) -> tuple[list[bool], list[tuple[Reached, Reached]]]:
    """Return for every home, venue and half hour whether there are ways there and back."""
    found: list[bool] = []
    reached = []
    for venue in venues:
        pair = search.before(venue, HALF_HOURS), search.after(venue, HALF_HOURS)
        for home in homes:
            there, back = (each.end(home).at.min(axis=2)[:, 0] < 2**30 for each in pair)
            found += (there & back).tolist()
        reached.append(pair)
    return found, reached


def _silent(asked: Asked) -> str:
    return f"not installed: {HOW_TO_GET_IT}" if asked.seconds else "not asked"
