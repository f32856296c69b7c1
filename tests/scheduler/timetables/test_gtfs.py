"""Reading a feed: what it says is taken as it says it, what it gets wrong is named."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from scheduler.errors import ProgrammeError
from scheduler.timetables import rows
from scheduler.timetables.feed import Call, StepFree, Stop
from scheduler.timetables.gtfs import read_gtfs
from tests.conftest import shared_data
from tests.scheduler.timetables.feeds import GLEN_FEED, altered, write_feed


def refused(folder: Path, **changed: str | None) -> list[str]:
    """Return what is said of a feed that is refused."""
    with pytest.raises(ProgrammeError) as caught:
        read_gtfs(write_feed(folder / "feed", **changed))
    return [fault.says for fault in caught.value.faults]


def test_a_feed_is_read_from_a_folder(tmp_path: Path) -> None:
    feed = read_gtfs(write_feed(tmp_path / "feed"))

    assert (feed.name, feed.first_day, feed.last_day) == (
        "Glen Buses (spring)",
        date(2027, 3, 1),
        date(2027, 6, 30),
    )
    assert feed.stops[0] == Stop("G", "Glen Post Office", 56.6, -4.0, StepFree.YES)
    assert [(trip.code, trip.line, trip.by) for trip in feed.trips] == [
        ("out1", "252", "bus"),
        ("out2", "252", "bus"),
        ("back1", "252", "bus"),
        ("night", "252", "bus"),
        ("x-t", "30", "bus"),
        ("t-x", "30", "bus"),
        ("sail", "Isle ferry", "ferry"),
        ("school", "252", "bus"),
        ("dial", "Dial-a-bus", "community transport"),
    ]
    assert feed.trips[0].calls[1] == Call("X", 30_600, 30_660)
    assert feed.changes == (("X", "X", 120), ("G", "P", -1))


def test_a_feed_is_read_from_a_zip_as_from_a_folder(tmp_path: Path) -> None:
    packed = tmp_path / "feed.zip"
    with ZipFile(packed, "w") as file:
        for name, text in GLEN_FEED.items():
            file.writestr(f"inside/{name}", text)

    assert read_gtfs(packed) == read_gtfs(write_feed(tmp_path / "feed"))


def test_a_time_left_out_is_laid_between_those_given(tmp_path: Path) -> None:
    feed = read_gtfs(write_feed(tmp_path / "feed"))

    # From 23:40 to 24:40: ten past midnight, on the clock of the day the trip began.
    assert [call.arrives for call in feed.trips[3].calls] == [85_200, 87_000, 88_800]


def test_one_of_two_times_stands_for_both(tmp_path: Path) -> None:
    table = altered("stop_times", "out1,08:30:00,08:31:00", "out1,,08:31:00")

    feed = read_gtfs(write_feed(tmp_path / "feed", **table))

    assert feed.trips[0].calls[1] == Call("X", 30_660, 30_660)


def test_a_service_runs_on_its_weekdays_with_days_added_and_taken_out(tmp_path: Path) -> None:
    services = read_gtfs(write_feed(tmp_path / "feed")).services

    assert date(2027, 5, 4) in services["week"]  # a Tuesday
    assert date(2027, 5, 3) not in services["week"]  # the Monday of the holiday
    assert date(2027, 5, 8) not in services["week"]  # a Saturday
    assert date(2027, 3, 15) not in services["school"]
    assert date(2027, 3, 20) in services["school"]
    assert date(2027, 4, 2) not in services["school"]


def test_a_feed_may_tell_its_days_one_by_one(tmp_path: Path) -> None:
    days = "service_id,date,exception_type\nweek,20270504,1\nschool,20270505,1\n"

    feed = read_gtfs(
        write_feed(tmp_path / "feed", calendar=None, calendar_dates=days, feed_info=None)
    )

    assert (feed.name, feed.first_day, feed.last_day) == (
        "feed",
        date(2027, 5, 4),
        date(2027, 5, 5),
    )


def test_what_a_feed_says_about_itself_may_be_short(tmp_path: Path) -> None:
    feed = read_gtfs(write_feed(tmp_path / "feed", feed_info="feed_publisher_name\nGlen Buses\n"))

    assert (feed.name, feed.last_day) == ("Glen Buses", date(2027, 6, 30))


def test_how_long_before_a_trip_has_to_be_booked(tmp_path: Path) -> None:
    times = GLEN_FEED["stop_times.txt"].replace(
        "drop_off_type\n", "drop_off_type,pickup_booking_rule_id\n"
    )
    times = times.replace("dial,11:00:00,11:00:00,G,1,2,2", "dial,11:00:00,11:00:00,G,1,2,2,ring")
    rules = "booking_rule_id,prior_notice_last_day,prior_notice_duration_min\nring,1,\nsoon,,90\n"

    feed = read_gtfs(write_feed(tmp_path / "feed", stop_times=times, booking_rules=rules))

    assert {trip.code: trip.book_days for trip in feed.trips if trip.book_days} == {"dial": 1}


def test_a_trip_that_calls_once_takes_nobody_anywhere(tmp_path: Path) -> None:
    table = altered("stop_times", "school,08:10:00,08:10:00,T,2,0,0\n", "")

    feed = read_gtfs(write_feed(tmp_path / "feed", **table))

    assert "school" not in {trip.code for trip in feed.trips}


@pytest.mark.parametrize(
    ("table", "old", "new", "says"),
    [
        (
            "stops",
            "56.6000,-4.0000",
            "north,-4.0000",
            (
                'stops.txt line 2: stop_lat "north" is no number of degrees; '
                "correct it or leave it empty."
            ),
        ),
        (
            "stops",
            "56.6000,-4.0000",
            "156.6,-4.0000",
            (
                'stops.txt line 2: stop_lat "156.6" is beyond 90 degrees; '
                "correct it or leave it empty."
            ),
        ),
        (
            "stops",
            "-4.0000,1",
            "-4.0000,7",
            'stops.txt line 2: wheelchair_boarding "7" is none of 0, 1 and 2.',
        ),
        (
            "routes",
            "r1,252,3",
            "r1,252,bus",
            (
                'routes.txt line 2: route_type "bus" is no number of a kind of route; '
                "see the GTFS reference."
            ),
        ),
        (
            "trips",
            "out1,r1,week",
            "out1,r9,week",
            (
                'trips.txt line 2: route_id "r9" is in no other table; '
                "correct it, or ask the publisher."
            ),
        ),
        (
            "stop_times",
            "out1,08:00:00,08:00:00,G",
            "out1,08:00:00,08:00:00,Q",
            (
                'stop_times.txt line 2: stop_id "Q" is in no other table; '
                "correct it, or ask the publisher."
            ),
        ),
        (
            "stop_times",
            "out1,08:00:00",
            "out1,8 am",
            'stop_times.txt line 2: arrival_time "8 am" is no clock time; write it as 09:05:00.',
        ),
        (
            "stop_times",
            "X,2,0,0",
            "X,second,0,0",
            'stop_times.txt line 3: stop_sequence "second" is no whole number; correct it.',
        ),
        (
            "stop_times",
            "out1,09:00:00,09:00:00",
            "out1,07:00:00,07:00:00",
            (
                'stop_times.txt line 4: arrival_time "07:00:00" goes back in time; '
                "correct it, or ask the publisher."
            ),
        ),
        (
            "stop_times",
            "night,23:40:00,23:40:00",
            "night,,",
            "stop_times.txt line 10: arrival_time is empty where a trip begins or ends; write it.",
        ),
        (
            "calendar",
            "20270301,20270630",
            "1 March,20270630",
            'calendar.txt line 2: start_date "1 March" is no day; write it as 20270504.',
        ),
        (
            "calendar",
            "20270301,20270630",
            "20270301,20470630",
            (
                'calendar.txt line 2: end_date "20470630" is more than three years after '
                "start_date; correct it."
            ),
        ),
        (
            "calendar_dates",
            "20270503,2",
            "3 May,2",
            'calendar_dates.txt line 2: date "3 May" is no day; write it as 20270504.',
        ),
        (
            "calendar_dates",
            "20270503,2",
            "20270503,5",
            'calendar_dates.txt line 2: exception_type "5" is neither 1 (added) nor 2 (taken out).',
        ),
        (
            "transfers",
            "X,X,2,120",
            "X,Q,2,120",
            (
                'transfers.txt line 2: to_stop_id "Q" is no stop of stops.txt; '
                "correct it, or ask the publisher."
            ),
        ),
        (
            "feed_info",
            "20270630",
            "midsummer",
            'feed_info.txt line 2: feed_end_date "midsummer" is no day; write it as 20270504.',
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    tmp_path: Path, table: str, old: str, new: str, says: str
) -> None:
    assert says in refused(tmp_path, **altered(table, old, new))


def test_a_table_that_is_missing_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path, routes=None)[0] == (
        "routes.txt is missing; ask the publisher for the feed again, or take the newest one."
    )


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path, routes="route_id\nr1\n")[0] == (
        "routes.txt line 1: route_type has no column; "
        "ask the publisher for the feed again, or take the newest one."
    )


def test_a_table_in_another_encoding_is_named(tmp_path: Path) -> None:
    folder = write_feed(tmp_path / "feed")
    (folder / "stops.txt").write_bytes("stop_id,stop_name\nG,Caf\xe9\n".encode("latin-1"))

    with pytest.raises(ProgrammeError, match=r"stops.txt is not in UTF-8; save it as UTF-8"):
        read_gtfs(folder)


def test_a_feed_that_says_how_often_instead_of_when_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, frequencies="trip_id,headway_secs\nout1,600\n")

    assert said == [
        "frequencies.txt says how often, not when; ask the publisher for a feed with times."
    ]


def test_a_feed_on_whose_days_nothing_runs_is_refused(tmp_path: Path) -> None:
    nothing = altered("calendar", "week,1,1,1,1,1", "week,0,0,0,0,0")["calendar"]
    nothing = nothing.replace("school,1,1,1,1,1", "school,0,0,0,0,0")

    assert refused(tmp_path, calendar=nothing, calendar_dates=None) == [
        "calendar.txt has no day on which anything runs; ask the publisher for the feed again."
    ]


def test_a_feed_without_any_calendar_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, calendar=None, calendar_dates=None)[0] == (
        "calendar.txt is missing or empty, and so is calendar_dates.txt; no trip runs on any day."
    )


def test_a_rule_of_booking_that_is_no_number_is_named(tmp_path: Path) -> None:
    rules = "booking_rule_id,prior_notice_last_day\nring,the day before\n"

    assert refused(tmp_path, booking_rules=rules) == [
        (
            'booking_rules.txt line 2: prior_notice_last_day "the day before" and the minutes '
            "beside it must be whole numbers."
        )
    ]


def test_a_change_timed_or_between_two_trips_says_nothing_of_others(tmp_path: Path) -> None:
    told = """from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id
X,T,1,,
X,T,2,60,out1
X,T,2,,
"""

    assert read_gtfs(write_feed(tmp_path / "feed", transfers=told)).changes == ()


def test_a_line_left_empty_is_passed_over(tmp_path: Path) -> None:
    feed = read_gtfs(write_feed(tmp_path / "feed", **altered("routes", "d,Dial", "\nd,Dial")))

    assert len(feed.trips) == 9


def test_an_hour_that_no_clock_shows_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, **altered("stop_times", "out1,08:00:00", "out1,08:75:00"))

    assert said[0].startswith('stop_times.txt line 2: arrival_time "08:75:00" is no clock time')


def test_reading_ends_where_everything_is_wrong(tmp_path: Path) -> None:
    wrong = "stop_id,stop_lat\n" + "S,north\n" * 1000

    assert len(refused(tmp_path, stops=wrong)) == rows.MOST_FAULTS


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProgrammeError, match=r"glen.zip is not there; name a folder or a .zip"):
        read_gtfs(tmp_path / "glen.zip")


def test_what_cannot_be_unpacked_is_named(tmp_path: Path) -> None:
    (tmp_path / "glen.zip").write_text("no zip", encoding="utf-8")

    with pytest.raises(ProgrammeError, match=r"glen.zip cannot be unpacked; ask the publisher"):
        read_gtfs(tmp_path / "glen.zip")


def test_a_table_larger_than_any_area_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "MOST_BYTES", 500)
    packed = tmp_path / "feed.zip"
    with ZipFile(packed, "w") as file:
        for name, text in GLEN_FEED.items():
            file.writestr(name, text)

    with pytest.raises(ProgrammeError, match=r'stop_times.txt "[0-9]+" is larger than any area'):
        read_gtfs(packed)


@pytest.mark.parametrize(
    ("town", "trips", "calls"), [("newport", 176, 7_765), ("chester", 804, 34_249)]
)
def test_the_feeds_of_real_towns_are_read(town: str, trips: int, calls: int) -> None:
    feed = read_gtfs(shared_data("places", town, "gtfs.zip"))

    assert len(feed.trips) == trips
    assert sum(len(trip.calls) for trip in feed.trips) == calls
