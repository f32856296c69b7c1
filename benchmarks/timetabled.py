"""A drawn group of sixteen on a real timetable: planning, once its journeys have been looked up."""

import csv
import io
import json
import os
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.asked import Asked, Line
from benchmarks.generator import a_programme
from benchmarks.journeys import Clock
from benchmarks.machine import machine
from benchmarks.ours import peak_mb, seconds_of, timed
from scheduler.grid import grid_for
from scheduler.journeys import Timetable
from scheduler.programme import Programme
from scheduler.timetables.network import Network
from scheduler.timetables.timetabled import timetabled_of
from scheduler.venues import Place

FEED: Final = Path(os.environ.get("COMMONGROUND_DATA", "../shared/data")) / "places/newport"
"""A feed of a real town, with a map of its venues beside it."""
BAR_SECONDS: Final = 1.0
"""What one project may take, journeys looked up, from reading the constraints to the proof."""
DAY: Final = "%Y%m%d"
DATED: Final = {"calendar.txt": ("start_date", "end_date"), "calendar_dates.txt": ("date",)}
FASTER: Final = "feed_info.txt"


def lines(asked: Asked) -> Iterator[Line]:
    """Measure project after project: give the machine, a line for each, and how many keep to it."""
    yield {"machine": machine()}
    kept = 0
    warm = a_programme(asked.seeds.stop, people=8, venues=8, sessions=2)
    timed(warm, warm.projects[0])  # every table is read, and loops are compiled
    for seed in asked.seeds:
        with TemporaryDirectory() as folder:
            line, total = _measured(seed, asked.file or FEED / "gtfs.zip", Path(folder))
        kept += total < BAR_SECONDS
        yield line
    yield {"measured": len(asked.seeds), "within_the_bar": kept, "bar_seconds": BAR_SECONDS}


def _measured(seed: int, feed: Path, folder: Path) -> tuple[Line, float]:
    clock, programme = Clock(), a_programme(seed)
    moved(feed, folder / "gtfs.zip", first=programme.first_day, last=programme.last_day)
    programme = on_timetable(programme, folder, seed=seed)
    (project,) = programme.projects
    clock.read()
    timetabled_of(programme)
    line: Line = {"programme": f"seed {seed}", "read": clock.read()}
    grid = grid_for(programme, project, project.sessions[0])
    ways = grid.ways
    line["journeys"] = clock.read()
    own = timed(programme, project)
    by_bus = sum(way.by == "bus" for way in ways.all)
    return line | {
        "ways": len(ways.all),
        "of_them_by_bus": by_bus,
        "usable_days": own.usable_days,
        "seconds": seconds_of(own),
        "levels_proven": sum(level.proven for level in own.levels),
        "levels": len(own.levels),
        "peak_mb": peak_mb(),
    }, own.processor


def moved(feed: Path, to: Path, *, first: date, last: date) -> None:
    """Write a feed again with its days moved by whole weeks, and holding on all days given."""
    with zipfile.ZipFile(feed) as read, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as write:
        begins = _first_day(read)
        weeks = timedelta(weeks=(first - begins).days // 7)
        for name in read.namelist():
            text = read.read(name).decode("utf-8-sig")
            if name in DATED:
                text = _moved_table(text, DATED[name], weeks, last=last)
            if name != FASTER:
                write.writestr(name, text)


def _first_day(feed: zipfile.ZipFile) -> date:
    rows = csv.DictReader(io.StringIO(feed.read("calendar.txt").decode("utf-8-sig")))
    return min(_day(row["start_date"]) for row in rows)


def _moved_table(text: str, columns: tuple[str, ...], weeks: timedelta, *, last: date) -> str:
    rows = list(csv.DictReader(io.StringIO(text)))
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]) if rows else list(columns))
    writer.writeheader()
    for row in rows:
        days = {name: _day(row[name]) + weeks for name in columns}
        if "end_date" in days:
            days["end_date"] = max(days["end_date"], last)
        writer.writerow(row | {name: f"{day:{DAY}}" for name, day in days.items()})
    return written.getvalue()


def _day(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


def on_timetable(programme: Programme, folder: Path, *, seed: int) -> Programme:
    """Return a drawn programme whose homes and halls lie in a town with its timetable.

    No journey is entered: who has a car drives by a guess, and all others look up buses.
    """
    chance = Random(seed)  # noqa: S311 - makes cases, not secrets
    found = programme.model_copy(
        update={"timetables": (Timetable(file="gtfs.zip").beside(folder),)}
    )
    network = _network(found)
    spots = _venues() or [_beside(network, chance) for _ in programme.venues]
    chosen = chance.sample(spots, len(programme.venues))
    halls = tuple(
        hall.model_copy(update={"latitude": north, "longitude": east})
        for hall, (north, east) in zip(programme.venues, chosen, strict=True)
    )
    homes = tuple(_home(n, network, chance) for n in range(len(programme.people)))
    people = tuple(
        person.model_copy(update={"home": home.code})
        for person, home in zip(programme.people, homes, strict=True)
    )
    changed = {"places": (*programme.places, *homes), "people": people, "venues": halls}
    return found.model_copy(update={**changed, "journeys": ()})


def _network(programme: Programme) -> Network:
    timetabled = timetabled_of(programme)
    if timetabled is None:
        msg = "the programme was given a timetable and has none"
        raise ValueError(msg)
    return timetabled.network


def _home(number: int, network: Network, chance: Random) -> Place:
    north, east = _beside(network, chance)
    return Place(code=f"home-{number}", latitude=north, longitude=east, landmass="Great Britain")


def _beside(network: Network, chance: Random) -> tuple[float, float]:
    stop = chance.randrange(len(network.stop_code))
    return float(network.latitude[stop]), float(network.longitude[stop])


def _venues() -> list[tuple[float, float]]:
    """Return positions of real venues, where a map of them lies beside the feed."""
    file = FEED / "venues.geojson"
    tree = json.loads(file.read_text("utf-8")) if file.exists() else {"features": []}
    points = (
        f["geometry"]["coordinates"] for f in tree["features"] if f["geometry"]["type"] == "Point"
    )
    return [(north, east) for east, north in points]
