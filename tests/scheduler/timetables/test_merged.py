"""Several timetables as one: people change from one to another, on days that both hold."""

from datetime import date
from pathlib import Path

from scheduler.timetables.day import lay_out, usable_hops
from scheduler.timetables.gtfs import read_gtfs
from scheduler.timetables.merged import has_days, merged
from scheduler.timetables.network import Network, network_of
from scheduler.timetables.search import Search
from scheduler.timetables.walks import Footing, walks_between_stops
from tests.scheduler.timetables.feeds import GLEN_FEED, altered, write_feed
from tests.scheduler.timetables.plain_search import LONDON
from tests.scheduler.timetables.test_scan import HOUR, at


def part(folder: Path, *trips: str, **changed: str | None) -> Network:
    """Return the glen's feed with some of its trips only."""
    rows = GLEN_FEED["trips.txt"].splitlines(keepends=True)
    own = "".join(row for row in rows if row.split(",")[0] in {"trip_id", *trips})
    times = GLEN_FEED["stop_times.txt"].splitlines(keepends=True)
    calls = "".join(row for row in times if row.split(",")[0] in {"trip_id", *trips})
    feed = write_feed(folder, **{"trips": own, "stop_times": calls, **changed})
    return network_of(read_gtfs(feed))


def test_people_change_from_one_timetable_to_another(tmp_path: Path) -> None:
    one = part(tmp_path / "one", "out2")
    other = part(tmp_path / "other", "x-t", "t-x")

    network = merged([one, other])

    usable = usable_hops(network, step_free=False, any_vehicle=False)
    day = lay_out(network, date(2027, 5, 4), LONDON, usable=usable)
    feet = walks_between_stops(network, Footing(1.4, 4), change=120)
    search = Search(day, feet, len(network.stop_code), 120)
    leaves = -search.before(at(network, "T"), [10 * HOUR]).end(at(network, "G")).at[0, 0].min()
    assert leaves == 9 * HOUR


def test_what_is_merged_holds_where_both_hold(tmp_path: Path) -> None:
    one = part(tmp_path / "one", "out2", **altered("feed_info", "20270630", "20270531"))
    other = part(tmp_path / "other", "x-t", **altered("feed_info", "20270301", "20270501"))

    network = merged([one, other])

    assert network.name == "Glen Buses (spring); Glen Buses (spring)"
    assert (network.first_day, network.last_day) == (date(2027, 5, 1), date(2027, 5, 31))
    # Of two services in each, one runs on a Tuesday in May; on the Monday of the holiday none.
    assert network.running(date(2027, 5, 4)).tolist() == [True, False, True, False]
    assert network.running(date(2027, 5, 3)).tolist() == [False] * 4
    assert has_days(network)


def test_one_timetable_is_itself(tmp_path: Path) -> None:
    one = part(tmp_path / "one", "out2")

    assert merged([one]) is one
