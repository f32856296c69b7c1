"""Walks to stops and between them: guessed from the straight line, never across water."""

from pathlib import Path

import numpy as np
import pytest

from scheduler.timetables.gtfs import read_gtfs
from scheduler.timetables.network import Network, network_of
from scheduler.timetables.scan import Walks
from scheduler.timetables.walks import Footing, crosses, metres_between, walks_between_stops
from tests.scheduler.timetables.feeds import altered, write_feed

LOCH = ((56.5900, -4.1010), (56.6100, -4.1010))
"""A sea loch, north to south, between the pier and whatever lies a hundred metres west of it."""


def network(folder: Path, **changed: str | None) -> Network:
    return network_of(read_gtfs(write_feed(folder / "feed", **changed)))


def between(walks: Walks, one: int, other: int) -> list[int]:
    """Return the seconds from one stop to another; nothing where nobody walks."""
    own = slice(walks.begins[one], walks.begins[one + 1])
    found: list[int] = walks.seconds[own][walks.stop[own] == other].tolist()
    return found


def across_the_loch(folder: Path, footing: Footing) -> tuple[list[int], list[int]]:
    """Return the walks between the pier and a stop a good hundred metres west of it."""
    beside = altered("stops", "56.6000,-4.1400", "56.6000,-4.1020")
    found = network(folder, **beside)
    pier, slip = (int(np.flatnonzero(found.stop_code == code)[0]) for code in "PI")
    onwards, backwards = walks_between_stops(found, footing)
    return between(onwards, pier, slip), between(backwards, slip, pier)


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    # 2 pi 6371 km / 360 = 111.19 km.
    one, other = (np.array([56.0]), np.array([-4.0])), (np.array([57.0]), np.array([-4.0]))

    assert metres_between(one, other).round().tolist() == [111_195]


def test_stops_near_one_another_are_a_walk_apart(tmp_path: Path) -> None:
    # 122 m as the crow flies, 1.4 times that on the ground, 4 km an hour: two and a half minutes.
    assert across_the_loch(tmp_path, Footing(1.4, 4)) == ([155], [155])


def test_nobody_walks_across_a_sea_loch(tmp_path: Path) -> None:
    assert across_the_loch(tmp_path, Footing(1.4, 4, (LOCH,))) == ([], [])


def test_water_beside_the_way_is_not_in_the_way(tmp_path: Path) -> None:
    upstream = ((56.6100, -4.1010), (56.6200, -4.1010))

    assert across_the_loch(tmp_path, Footing(1.4, 4, (upstream,))) == ([155], [155])


def test_a_line_that_only_meets_water_at_its_shore_counts_as_crossing() -> None:
    one, other = (np.array([56.0]), np.array([-4.0])), (np.array([56.0]), np.array([-3.0]))

    assert crosses(one, other, [((56.0, -3.5), (57.0, -3.5))]).tolist() == [True]


def test_what_the_feed_says_of_a_change_counts(tmp_path: Path) -> None:
    told = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nX,T,2,500\nG,G,3,\nQ,Q,2,\n"
    found = network(tmp_path, transfers=told.replace("Q,Q,2,\n", ""))
    at = {str(code): number for number, code in enumerate(found.stop_code)}

    onwards, backwards = walks_between_stops(found, Footing(1.4, 4))

    assert between(onwards, at["X"], at["T"]) == [500]
    assert between(onwards, at["T"], at["X"]) == []
    assert between(backwards, at["T"], at["X"]) == [500]
    assert between(onwards, at["G"], at["G"]) == []
    assert between(onwards, at["T"], at["T"]) == [0]


def test_what_the_feed_says_is_not_added_to_what_somebody_needs_anyway(tmp_path: Path) -> None:
    found = network(tmp_path)
    crossroads = int(np.flatnonzero(found.stop_code == "X")[0])

    for change, more in ((0, 120), (60, 60), (300, 0)):
        onwards, _ = walks_between_stops(found, Footing(1.4, 4), change=change)
        assert between(onwards, crossroads, crossroads) == [more]


def test_nobody_walks_from_one_land_to_another(tmp_path: Path) -> None:
    found = network(tmp_path, **altered("stops", "56.6000,-4.1400", "56.6000,-4.1020"))
    pier, slip = (int(np.flatnonzero(found.stop_code == code)[0]) for code in "PI")
    lands = np.where(found.stop_code == "I", "isle", "mainland")

    onwards, _ = walks_between_stops(found, Footing(1.4, 4), lands=lands)

    assert between(onwards, pier, slip) == []


@pytest.mark.parametrize("speed", [2, 4, 6])
def test_whoever_walks_faster_is_there_sooner(speed: float) -> None:
    assert Footing(1.5, speed).seconds(np.array([1000.0])).tolist() == [5400 / speed]
