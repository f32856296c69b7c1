"""A drawn group is put on a timetable whose days are moved to those of its programme."""

from datetime import date
from pathlib import Path

from benchmarks.generator import a_programme
from benchmarks.timetabled import FEED, moved, on_timetable
from scheduler.timetables.gtfs import read_gtfs
from scheduler.timetables.network import network_of
from scheduler.ways import choices
from tests.conftest import shared_data


def test_a_feed_moved_by_whole_weeks_holds_on_all_days_and_weekdays_stay(tmp_path: Path) -> None:
    feed = shared_data("places", "newport", "gtfs.zip")

    moved(feed, tmp_path / "gtfs.zip", first=date(2027, 3, 1), last=date(2027, 8, 29))

    before, after = network_of(read_gtfs(feed)), network_of(read_gtfs(tmp_path / "gtfs.zip"))
    assert (after.first_day - before.first_day).days % 7 == 0
    assert after.holds_on(date(2027, 8, 29))
    assert len(after.stop_code) == len(before.stop_code)


def test_nobody_without_a_car_is_given_any_way_but_the_bus(tmp_path: Path) -> None:
    drawn = a_programme(0, people=4, venues=3)
    moved(FEED / "gtfs.zip", tmp_path / "gtfs.zip", first=drawn.first_day, last=drawn.last_day)

    programme = on_timetable(drawn, tmp_path, seed=0)

    assert programme.journeys == ()
    for person in programme.people:
        for venue in programme.venues:
            offered = choices(programme, person, venue)
            assert offered.timetable is not None
            assert (offered.estimate is not None) == person.travel.car.is_yes
