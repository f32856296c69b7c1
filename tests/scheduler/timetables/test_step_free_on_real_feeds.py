"""On two real timetables: whoever needs no step is never offered better than whoever takes any bus.

Newport's timetable says of no vehicle whether it is step-free, and Chester's of no stop either. So
what is known of each is drawn by lot: yes, no or nothing; stops, lines, days and hours are real.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from zipfile import ZipFile

import numpy as np
import pytest

from scheduler.facts import NO
from scheduler.journeys import Timetable
from scheduler.people import Travel
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, LONDON, PROGRAMME
from scheduler.timetables.day import LATEST, lay_out, usable_hops
from scheduler.timetables.feed import StepFree
from scheduler.timetables.gtfs import read_gtfs
from scheduler.timetables.network import Ints, Network, network_of
from scheduler.timetables.search import Search
from scheduler.timetables.walks import walks_of
from scheduler.venues import Place
from scheduler.way import Way
from scheduler.ways import way_for
from tests.conftest import shared_data
from tests.scheduler.timetables.test_agreement import ALL_DAY, at_stop

TOWNS = {"newport": date(2023, 6, 13), "chester": date(2023, 8, 15)}
"""Two towns, each with a Tuesday on which its timetable holds."""
COLUMNS = {"stops.txt": "wheelchair_boarding", "trips.txt": "wheelchair_accessible"}
DRAWN = (StepFree.YES, StepFree.YES, StepFree.YES, StepFree.NO, StepFree.UNKNOWN)
ON_FOOT = ISHBEL.model_copy(update={"travel": Travel(car=NO, most_minutes=240)})
ANY_BUS = Travel(car=NO, most_minutes=240, any_vehicle=True)
WHEELS = ON_FOOT.model_copy(update={"needs": ("step-free",)})
WHEELS_ANYHOW = WHEELS.model_copy(update={"travel": ANY_BUS})


@lru_cache
def network(town: str) -> Network:
    return network_of(read_gtfs(shared_data("places", town, "gtfs.zip")))


def with_known(town: str, draw: Random) -> Network:
    """Return a real network of which it is drawn what is known of vehicles and stops."""
    real = network(town)
    stops, trips = (
        np.array(draw.choices(DRAWN, k=len(known)), dtype=np.int32)
        for known in (real.stop_step_free, real.trip_step_free)
    )
    return replace(real, stop_step_free=stops, trip_step_free=trips)


def searches(found: Network, day: date) -> Iterator[Search]:
    """Give the search for whoever takes any bus, any but those with steps, and only known ones."""
    stay = walks_of([at_stop(stop) for stop in range(len(found.stop_code))])
    for step_free, any_vehicle in ((False, False), (True, True), (True, False)):
        usable = usable_hops(found, step_free=step_free, any_vehicle=any_vehicle)
        laid = lay_out(found, day, LONDON, usable=usable)
        yield Search(laid, (stay, stay), len(found.stop_code), 120, last=ALL_DAY)


@pytest.mark.parametrize("town", TOWNS)
def test_from_any_stop_at_any_hour_step_free_is_there_no_sooner_and_leaves_no_later(
    town: str,
) -> None:
    draw, compared, worse = Random(23), 0, 0

    for _ in range(3):
        drawn = with_known(town, draw)
        every, anyhow, known = searches(drawn, TOWNS[town])
        busy = np.unique(drawn.leaves_from)
        for stop in draw.sample(busy.tolist(), 8):
            moment = draw.randrange(6 * 3600, 21 * 3600, 60)
            for turned in (False, True):
                best, good, least = (
                    reached(search, stop, moment, turned=turned)
                    for search in (every, anyhow, known)
                )
                # For each stop and each number of vehicles, in seconds: later, or longer ago.
                assert (good >= best).all()
                assert (least >= good).all()
                compared, worse = compared + best.size, worse + int((least > best).sum())

    assert compared > 50_000
    assert worse > 1000


def reached(search: Search, stop: int, moment: int, *, turned: bool) -> Ints:
    """Return when each stop is reached by so many vehicles at most, or how long ago it was left."""
    ask = search.before if turned else search.after
    found = np.minimum.accumulate(ask(at_stop(stop), [moment]).at[0], axis=-1)
    return np.minimum(found, LATEST)


@pytest.mark.parametrize("town", TOWNS)
def test_there_and_home_between_random_places_step_free_never_takes_less(
    town: str, tmp_path: Path
) -> None:
    draw = Random(41)
    timetable, known, by_bus = marked(town, tmp_path, draw), 0, 0

    for _ in range(12):
        programme = between(town, draw, timetable)
        for _ in range(5):
            start = datetime(*TOWNS[town].timetuple()[:3], draw.randrange(8, 18), tzinfo=LONDON)
            time = start, start + timedelta(minutes=draw.choice((60, 90, 150)))
            foot, anyhow, wheels = (
                way_for(programme, person, HALL, time=time)
                for person in (ON_FOOT, WHEELS_ANYHOW, WHEELS)
            )
            assert is_no_better(anyhow, foot)
            assert is_no_better(wheels, anyhow)
            known, by_bus = known + wheels.is_known, by_bus + foot.is_known

    assert 5 <= known < by_bus


def marked(town: str, folder: Path, draw: Random) -> Timetable:
    """Return a real timetable in which it is drawn what is known of vehicles and stops."""
    with (
        ZipFile(shared_data("places", town, "gtfs.zip")) as real,
        ZipFile(folder / "gtfs.zip", "w") as drawn,
    ):
        for name in real.namelist():
            text = real.read(name).decode("utf-8-sig")
            drawn.writestr(name, _drawn(text, COLUMNS[name], draw) if name in COLUMNS else text)
    return Timetable(file="gtfs.zip").beside(folder)


def _drawn(text: str, column: str, draw: Random) -> str:
    rows, written = list(csv.DictReader(io.StringIO(text))), io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]))
    writer.writeheader()
    writer.writerows({**row, column: str(int(draw.choice(DRAWN)))} for row in rows)
    return written.getvalue()


def between(town: str, draw: Random, timetable: Timetable) -> Programme:
    """Return a programme in which home and hall are each beside some stop of a real timetable."""
    found = network(town)
    homes = draw.sample(np.unique(found.leaves_from).tolist(), 2)
    places = tuple(
        Place(
            code=code,
            latitude=float(found.latitude[stop]) + 0.0005,
            longitude=float(found.longitude[stop]),
            landmass="Great Britain",
        )
        for code, stop in zip(("glen", "town"), homes, strict=True)
    )
    hall = HALL.model_copy(update={"place": "town"})
    return PROGRAMME.model_copy(
        update={
            "places": places,
            "venues": (hall,),
            "timetables": (timetable,),
            "first_day": TOWNS[town],
            "last_day": TOWNS[town],
            "planned_on": TOWNS[town] - timedelta(days=15),
        }
    )


def is_no_better(way: Way, than: Way) -> bool:
    """Say whether a way is not known, or takes as long as another at least."""
    return not way.is_known or (than.is_known and way.minutes >= than.minutes)
