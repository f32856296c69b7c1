"""The compiled loops, run as Python reads them, on the invented feed of the glen."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from scheduler.timetables import scan
from scheduler.timetables.day import lay_out, usable_hops
from scheduler.timetables.gtfs import read_gtfs
from scheduler.timetables.network import Network, network_of
from scheduler.timetables.search import Near, Search
from scheduler.timetables.walks import Footing, walks_between_stops
from tests.scheduler.timetables.feeds import altered, write_feed
from tests.scheduler.timetables.plain_search import LONDON

if TYPE_CHECKING:
    from collections.abc import Callable

TUESDAY = date(2027, 5, 4)
HOUR = 3600
UNCHANGED: Mapping[str, str | None] = MappingProxyType({})
LOOPS = ("start_from", "is_beaten", "reach", "ride", "scan", "every_moment", "legs")


@pytest.fixture(params=["compiled", "as read"])
def _either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with the loops compiled, and again as Python reads them."""
    if request.param == "as read":
        plain: dict[str, Callable[..., Any]] = {name: getattr(scan, name).py_func for name in LOOPS}
        for name, loop in plain.items():
            monkeypatch.setattr(scan, name, loop)
        for name in ("every_moment", "legs", "scan", "start_from"):
            monkeypatch.setattr(f"scheduler.timetables.search.{name}", plain[name])


def search(
    folder: Path, *, change: int = 120, changed: Mapping[str, str | None] = UNCHANGED
) -> tuple[Network, Search]:
    network = network_of(read_gtfs(write_feed(folder / "feed", **changed)))
    usable = usable_hops(network, step_free=False, any_vehicle=False)
    feet = walks_between_stops(network, Footing(1.4, 4), change=change)
    day = lay_out(network, TUESDAY, LONDON, usable=usable)
    return network, Search(day, feet, len(network.stop_code), change)


def at(network: Network, *stops: str, walk: int = 0) -> Near:
    places = np.flatnonzero(np.isin(network.stop_code, stops)).astype(np.int32)
    return places, np.full(len(places), walk, dtype=np.int32)


@pytest.mark.usefixtures("_either_way")
def test_the_bus_that_goes_all_the_way_and_the_one_with_a_change(tmp_path: Path) -> None:
    network, glen = search(tmp_path)
    home, town = at(network, "G", walk=600), at(network, "T", walk=300)

    before_ten = glen.before(town, [10 * HOUR]).end(home)

    # Without a change at 08:00; with one at 09:00, which leaves two and five minutes at the
    # crossroads and is at the square at 09:50. Ten minutes' walk before, five after.
    assert (-before_ten.at[0, 0, :2]).tolist() == [8 * HOUR - 600, 9 * HOUR - 600]
    assert before_ten.by[0, 0, :2].tolist() == [1, 1]


@pytest.mark.usefixtures("_either_way")
def test_the_legs_of_a_ride_are_told_in_order(tmp_path: Path) -> None:
    network, glen = search(tmp_path)
    home, town = at(network, "G"), at(network, "T")

    (_, direct), (leaves, changing) = glen.ride_before(town, 10 * HOUR, home)
    (arrives, back), *_ = glen.ride_after(town, 12 * HOUR, home)

    assert leaves == 9 * HOUR
    assert arrives == 14 * HOUR
    assert network.departs[direct[:, 0]].tolist() == [8 * HOUR]
    assert network.line[network.trip[changing[:, 0]]].tolist() == ["252", "30"]
    assert network.arrives[changing[:, 1]].tolist() == [9 * HOUR + 1200, 9 * HOUR + 3000]
    assert network.arrives[back[:, 1]].tolist() == [14 * HOUR]


@pytest.mark.usefixtures("_either_way")
def test_a_change_too_short_for_somebody_is_missed(tmp_path: Path) -> None:
    # Five minutes are left between the two buses; the two that the feed asks are among them.
    quick = search(tmp_path, change=300)
    slow = search(tmp_path, change=301)

    leaves = [
        int(-s.before(at(n, "T"), [10 * HOUR]).end(at(n, "G")).at.min()) for n, s in (quick, slow)
    ]

    assert leaves == [9 * HOUR, 8 * HOUR]


@pytest.mark.usefixtures("_either_way")
def test_a_change_that_takes_no_time_at_all_is_made_in_any_order(tmp_path: Path) -> None:
    # Both buses do all their hops at nine: b takes over from a, though it stands before it.
    times = """trip_id,arrival_time,departure_time,stop_id,stop_sequence
out1,09:00:00,09:00:00,X,1
out1,09:00:00,09:00:00,T,2
x-t,09:00:00,09:00:00,G,1
x-t,09:00:00,09:00:00,X,2
"""
    network, glen = search(tmp_path, change=0, changed={"stop_times": times, "transfers": None})

    arrives = glen.after(at(network, "G"), [9 * HOUR]).end(at(network, "T")).at[0, 0]

    assert arrives[:2].tolist() == [scan.LATE, 9 * HOUR]


@pytest.mark.usefixtures("_either_way")
def test_nobody_gets_off_where_nobody_may(tmp_path: Path) -> None:
    # The bus sets nobody down where it begins, and takes nobody up where it ends.
    network, glen = search(tmp_path, changed=altered("stop_times", "X,2,0,0", "X,2,0,1"))

    before_nine = glen.after(at(network, "G"), [7 * HOUR + 3000]).end(at(network, "X")).at[0, 0, 0]

    assert before_nine == 9 * HOUR + 1200


def test_nobody_is_near_a_place_without_stops(tmp_path: Path) -> None:
    network, glen = search(tmp_path)

    nowhere = glen.after(at(network, "G"), [8 * HOUR]).end(at(network))

    assert nowhere.at.tolist() == [[[scan.LATE] * 4]]
    assert list(glen.ride_after(at(network, "G"), 8 * HOUR, at(network))) == []


def test_nobody_is_asked_to_be_on_the_way_for_longer_than_six_hours(tmp_path: Path) -> None:
    network, glen = search(tmp_path)

    arrives = glen.after(at(network, "T"), [17 * HOUR, 19 * HOUR]).end(at(network, "G")).at.min(2)

    # The night bus at 23:40 is more than six hours off at five o'clock.
    assert arrives[:, 0].tolist() == [scan.LATE, 24 * HOUR + 2400]


@pytest.mark.usefixtures("_either_way")
def test_a_stop_reached_sooner_by_another_walk_stays_so(tmp_path: Path) -> None:
    # A second stop beside the square: the bus calls there first, and the square is a walk away.
    beside = altered("stops", "T,Town Square", "S,Beside,56.7005,-3.8,1\nT,Town Square")
    times = altered(
        "stop_times",
        "out1,09:00:00,09:00:00,T,3,1,0",
        "out1,09:00:00,09:00:00,T,3,0,0\nout1,09:00:10,09:00:10,S,4,1,0",
    )
    network, glen = search(tmp_path, changed={**beside, **times})

    found = glen.after(at(network, "G"), [8 * HOUR])

    assert found.end(at(network, "S")).at[0, 0, 0] == 9 * HOUR + 10
    assert found.end(at(network, "T")).at[0, 0, 0] == 9 * HOUR
