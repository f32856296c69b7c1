"""The compiled search against a plain one: 10,000 random journeys from stop to stop, and more."""

from datetime import date
from random import Random

import numpy as np
import pytest

from scheduler.timetables.day import LATEST, lay_out, usable_hops
from scheduler.timetables.gtfs import read_gtfs
from scheduler.timetables.network import Ints, Network, network_of
from scheduler.timetables.scan import LATE
from scheduler.timetables.search import Near, Search
from scheduler.timetables.walks import walks_of
from tests.conftest import shared_data
from tests.scheduler.timetables.plain_search import LONDON, Calls, earliest, latest, trips_around

NEWPORT = "newport", date(2023, 6, 13)  # a Tuesday
CHESTER = "chester", date(2023, 8, 15)  # a Tuesday
ALL_DAY = 48 * 3600


class Town:
    """A real timetable on one day, laid out for both searches, without any walking."""

    def __init__(self, name: str, day: date) -> None:
        feed = read_gtfs(shared_data("places", name, "gtfs.zip"))
        self.network: Network = network_of(feed)
        self.trips: list[Calls] = trips_around(feed, day)
        usable = usable_hops(self.network, step_free=False, any_vehicle=False)
        self.day = lay_out(self.network, day, LONDON, usable=usable)
        self.stops = [str(code) for code in self.network.stop_code]

    def search(self, change: int) -> Search:
        """Return the compiled search for people who need so many seconds to change."""
        stay = walks_of([at_stop(stop) for stop in range(len(self.stops))])
        return Search(self.day, (stay, stay), len(self.stops), change, last=ALL_DAY)


def at_stop(stop: int) -> Near:
    """Return being at one stop, with no walk to any other."""
    return np.array([stop], dtype=np.int32), np.zeros(1, dtype=np.int32)


def within(found: Ints, at: dict[str, int], stops: list[str]) -> tuple[list[int], list[int]]:
    """Return two sets of moments as lists, what lies beyond the day that is laid out as never."""
    plain = [at.get(stop, LATE) for stop in stops]
    return (
        [int(each) if each <= LATEST else LATE for each in found],
        [each if each <= LATEST else LATE for each in plain],
    )


def test_ten_thousand_journeys_of_newport_agree_where_changing_takes_no_time() -> None:
    town, chance, asked = Town(*NEWPORT), Random(1), 0

    while asked < 10_000:
        stop, moment = chance.randrange(len(town.stops)), chance.randrange(0, 24 * 3600, 60)
        found = town.search(0).after(at_stop(stop), [moment]).at[0].min(axis=1)
        plain = earliest(town.trips, {town.stops[stop]: moment})
        ours, theirs = within(found, plain, town.stops)
        assert ours == theirs
        asked += len(town.stops)


@pytest.mark.parametrize("change", [0, 60, 300])
@pytest.mark.parametrize("town", [NEWPORT, CHESTER], ids=["Newport", "Chester"])
def test_journeys_agree_in_both_directions(town: tuple[str, date], change: int) -> None:
    real, chance = Town(*town), Random(change)

    for _ in range(2):
        stop, moment = chance.randrange(len(real.stops)), chance.randrange(7, 20) * 3600
        search, here = real.search(change), {real.stops[stop]: moment}
        onwards = search.after(at_stop(stop), [moment]).at[0].min(axis=1)
        turned = search.before(at_stop(stop), [moment]).at[0].min(axis=1)
        before = latest(real.trips, here, change=change)

        there, plain = within(onwards, earliest(real.trips, here, change=change), real.stops)
        assert there == plain
        # What leaves before the day began is not laid out.
        assert [int(each) if each <= 0 else LATE for each in turned] == [
            -before[each] if before.get(each, -1) >= 0 else LATE for each in real.stops
        ]


@pytest.mark.parametrize("vehicles", [1, 2, 3, 4])
def test_journeys_agree_for_each_number_of_vehicles(vehicles: int) -> None:
    town, stop, moment = Town(*NEWPORT), 223, 9 * 3600

    found = town.search(120).after(at_stop(stop), [moment]).at[0, :, :vehicles].min(axis=1)
    plain = earliest(town.trips, {town.stops[stop]: moment}, change=120, vehicles=vehicles)

    ours, theirs = within(found, plain, town.stops)
    assert ours == theirs


def test_leaving_later_never_arrives_earlier() -> None:
    town, chance = Town(*CHESTER), Random(4)
    moments = list(range(6 * 3600, 20 * 3600, 900))

    for _ in range(5):
        stop = at_stop(chance.randrange(len(town.stops)))
        arrives = town.search(120).after(stop, moments).at.min(axis=2)
        leaves = -town.search(120).before(stop, moments).at.min(axis=2)
        assert (np.diff(arrives, axis=0) >= 0).all()
        assert (np.diff(leaves, axis=0) >= 0).all()


def test_more_time_to_change_never_arrives_earlier() -> None:
    town, moments = Town(*CHESTER), list(range(6 * 3600, 20 * 3600, 1800))

    slow, quick = (town.search(c).after(at_stop(40), moments).at.min(axis=2) for c in (600, 60))

    assert (slow >= quick).all()
    assert (slow > quick).any()
