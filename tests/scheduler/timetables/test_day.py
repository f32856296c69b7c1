"""Days of a timetable: past midnight, over clock changes, in and out of term."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from scheduler.timetables.day import day_begins, day_key, lay_out, usable_hops
from scheduler.timetables.gtfs import read_gtfs
from scheduler.timetables.network import Network, network_of
from tests.scheduler.timetables.feeds import altered, write_feed
from tests.scheduler.timetables.plain_search import LONDON

HOUR = 3600


@pytest.fixture
def glen(tmp_path: Path) -> Network:
    return network_of(read_gtfs(write_feed(tmp_path / "feed")))


def trips_on(
    network: Network, day: date, *, step_free: bool = False, anyhow: bool = False
) -> set[tuple[str, int]]:
    """Return line and departure of every hop on a day, in minutes of that day."""
    usable = usable_hops(network, step_free=step_free, any_vehicle=anyhow)
    laid = lay_out(network, day, LONDON, usable=usable)
    lines = network.line[network.trip[laid.number]]
    return {
        (str(line), int(at) // 60) for line, at in zip(lines, laid.onwards.departs, strict=True)
    }


def test_a_trip_past_midnight_runs_on_into_the_next_day(glen: Network) -> None:
    # Friday's night bus leaves at 23:40 and is at the crossroads at ten past midnight; nothing
    # begins on a Saturday.
    assert trips_on(glen, date(2027, 5, 8)) == {("252", -20), ("252", 10)}


def test_tomorrow_s_first_trips_are_looked_at_too(tmp_path: Path) -> None:
    early = altered("stop_times", "school,07:30:00,07:30:00", "school,05:30:00,05:30:00")
    network = network_of(read_gtfs(write_feed(tmp_path / "feed", **early)))

    # The school bus of the Tuesday, at half past five, is half past 29 on the Monday.
    assert ("252", 29 * 60 + 30) in trips_on(network, date(2027, 3, 8))


def test_a_school_bus_runs_in_term_only(glen: Network) -> None:
    at_half_past_seven = ("252", 450)

    assert at_half_past_seven in trips_on(glen, date(2027, 3, 16))  # a Tuesday in term
    assert at_half_past_seven not in trips_on(glen, date(2027, 3, 15))  # a day taken out
    assert at_half_past_seven in trips_on(glen, date(2027, 3, 20))  # a Saturday added
    assert at_half_past_seven not in trips_on(glen, date(2027, 4, 6))  # after the term


def test_nothing_is_known_of_days_the_feed_does_not_hold(glen: Network) -> None:
    assert glen.holds_on(date(2027, 6, 30))
    assert not glen.holds_on(date(2027, 7, 1))
    assert trips_on(glen, date(2027, 7, 2)) == set()


def test_a_day_is_counted_from_noon_so_that_clock_changes_move_no_bus() -> None:
    # Sunday 28 March 2027: clocks go forward at one. Noon less twelve hours is eleven at night.
    begins = day_begins(date(2027, 3, 28), LONDON)

    assert begins - day_begins(date(2027, 3, 27), LONDON) == 23 * HOUR
    assert day_begins(date(2027, 3, 29), LONDON) - begins == 24 * HOUR


def test_days_on_which_the_same_runs_are_alike(glen: Network) -> None:
    keys = {
        day: str(day_key(glen, date(2027, 5, day), LONDON)) for day in (4, 11, 12, 14, 15, 16, 17)
    }

    assert keys[11] == keys[12]  # a Tuesday and a Wednesday
    assert keys[14] == keys[11]  # a Friday: nothing runs early the next morning anyway
    assert keys[17] != keys[11]  # a Monday has no night bus from the day before
    assert keys[4] == keys[17]  # nor has the Tuesday after a holiday
    assert len(set(keys.values())) == 4  # the Saturday and the Sunday are the other two


def test_days_beside_a_clock_change_are_a_kind_of_their_own(glen: Network) -> None:
    # Saturdays: 20 March has the school bus, 27 March is before the change, 3 April is not.
    keys = [str(day_key(glen, day, LONDON)) for day in (date(2027, 3, 27), date(2027, 4, 3))]

    assert keys[0] != keys[1]


def test_step_free_is_only_what_is_known_to_be(glen: Network) -> None:
    tuesday = date(2027, 5, 4)

    known = trips_on(glen, tuesday, step_free=True)
    anyhow = trips_on(glen, tuesday, step_free=True, anyhow=True)

    # Of the nine o'clock bus nothing is known; the dial-a-bus is known to have a step.
    assert anyhow - known == {("252", 540)}
    assert trips_on(glen, tuesday) - anyhow == {("Dial-a-bus", 660)}


def test_step_free_is_to_get_on_and_off_at_stops_known_to_be(tmp_path: Path) -> None:
    blank = altered("stops", "56.6500,-3.9000,1", "56.6500,-3.9000,")
    network = network_of(read_gtfs(write_feed(tmp_path / "feed", **blank)))

    _, boards, alights = usable_hops(network, step_free=True, any_vehicle=False)

    crossroads = np.flatnonzero(network.stop_code == "X")
    assert not boards[np.isin(network.leaves_from, crossroads)].any()
    assert not alights[np.isin(network.goes_to, crossroads)].any()
    assert boards.any()
    assert alights.any()
