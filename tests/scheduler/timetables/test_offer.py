"""What timetables offer somebody: both legs or none, and no blank read as yes or no."""

from datetime import date, datetime
from pathlib import Path

import pytest

from scheduler.facts import NO, YES
from scheduler.journeys import Journey, Timetable, Water
from scheduler.people import Person, Travel
from scheduler.programme import Programme
from scheduler.samples import GLEN, HALL, ISHBEL, PROGRAMME, TOWN, at
from scheduler.timetables.legs import told_journey
from scheduler.timetables.offer import offer_for
from scheduler.venues import Place, Venue
from scheduler.ways import NO_WAY, NOT_KNOWN, Way, choices, way_for
from tests.scheduler.timetables.feeds import altered, write_feed

FAR = HALL.model_copy(update={"code": "far", "name": "Town Hall", "place": "town"})
ON_FOOT = ISHBEL.model_copy(update={"travel": Travel(car=NO)})
WHEELS = ON_FOOT.model_copy(update={"needs": ("step-free",)})
TEN, LUNCH = "Tuesday 4 May 2027 10:00", "Tuesday 4 May 2027 12:50"


@pytest.fixture
def feed(tmp_path: Path) -> Timetable:
    """Return the timetable of the glen, where it was written."""
    write_feed(tmp_path / "feed")
    return Timetable(file="feed").beside(tmp_path)


def glen(feed: Timetable, **changed: object) -> Programme:
    changed = {"venues": (HALL, FAR), "timetables": (feed,)} | changed
    return PROGRAMME.model_copy(update=changed)


def ask(
    programme: Programme,
    person: Person = ON_FOOT,
    venue: Venue = FAR,
    time: tuple[str, str] = (TEN, LUNCH),
) -> Way:
    start, end = (at(words) for words in time)
    return way_for(programme, person, venue, time=(start, end))


def rewritten(tmp_path: Path, **changed: str | None) -> Timetable:
    write_feed(tmp_path / "other", **changed)
    return Timetable(file="other").beside(tmp_path)


def test_the_bus_there_and_the_bus_home(feed: Timetable) -> None:
    way = ask(glen(feed))

    # The nine o'clock bus and a change beat the eight o'clock bus; home at two either way.
    assert (way.by, way.out_minutes, way.back_minutes, way.changes) == ("bus", 60, 70, 1)
    assert way.leaves == at("Tuesday 4 May 2027 09:00")
    assert way.home == at("Tuesday 4 May 2027 14:00")
    assert not way.estimated
    assert way.source == "Glen Buses (spring)"


def test_it_is_told_in_words(feed: Timetable) -> None:
    assert ask(glen(feed)).told == (
        "Leave home at 09:00: 252 09:00 from Glen Post Office, 09:20 at Crossroads, "
        "then 30 09:25 from Crossroads, 09:50 at Town Square. "
        "Going home: 252 13:00 from Town Square, 14:00 at Glen Post Office, home at 14:00. "
        "The last way home that day leaves at 23:40, 10 hours and 50 minutes after the end. "
        "If the session runs over by 15 minutes, they are home at 00:40. "
        "If the session runs over by 30 minutes, they are home at 00:40."
    )


def test_running_over_may_mean_no_way_home(tmp_path: Path) -> None:
    no_night_bus = rewritten(tmp_path, **altered("trips", "night,r1,week", "night,r1,school"))

    way = ask(glen(no_night_bus), time=(TEN, "Tuesday 4 May 2027 12:40"))

    assert way.told.endswith(
        "The last way home that day leaves at 13:00, 20 minutes after the end. "
        "If the session runs over by 15 minutes, they are home at 14:00. "
        "If the session runs over by 30 minutes, there is no way home that day."
    )


def test_the_last_bus_may_leave_at_the_very_end(tmp_path: Path) -> None:
    no_night_bus = rewritten(tmp_path, **altered("trips", "night,r1,week", "night,r1,school"))

    told = ask(glen(no_night_bus), time=(TEN, "Tuesday 4 May 2027 13:00")).told

    assert "The last way home that day leaves at 13:00, at the end." in told


def test_a_way_there_without_a_way_home_is_no_way(tmp_path: Path) -> None:
    no_night_bus = rewritten(tmp_path, **altered("trips", "night,r1,week", "night,r1,school"))

    assert ask(glen(no_night_bus), time=(TEN, "Tuesday 4 May 2027 13:01")) == NO_WAY


def test_a_way_home_without_a_way_there_is_no_way(feed: Timetable) -> None:
    early = ("Tuesday 4 May 2027 08:30", LUNCH)

    assert ask(glen(feed), time=early) == NO_WAY


def test_the_night_bus_is_home_the_day_after(feed: Timetable) -> None:
    way = ask(glen(feed), time=(TEN, "Tuesday 4 May 2027 23:00"))

    assert way.home == at("Wednesday 5 May 2027 00:40")
    assert way.back_minutes == 100


def test_nobody_is_sent_home_the_next_morning(tmp_path: Path) -> None:
    late = altered("stop_times", "night,24:40:00,24:40:00", "night,27:40:00,27:40:00")

    assert ask(glen(rewritten(tmp_path, **late)), time=(TEN, "Tuesday 4 May 2027 23:00")) == NO_WAY


def test_on_a_holiday_no_bus_runs(feed: Timetable) -> None:
    monday = ("Monday 3 May 2027 10:00", "Monday 3 May 2027 12:00")

    assert ask(glen(feed), time=monday) == NO_WAY


def test_beyond_the_timetable_nobody_knows(feed: Timetable) -> None:
    july = ("Tuesday 6 July 2027 10:00", "Tuesday 6 July 2027 12:00")

    assert ask(glen(feed), time=july) == NOT_KNOWN


def test_a_school_bus_is_for_term_time(feed: Timetable) -> None:
    in_term = ("Tuesday 16 March 2027 08:15", "Tuesday 16 March 2027 12:00")
    after_it = ("Tuesday 6 April 2027 08:15", "Tuesday 6 April 2027 12:00")

    assert ask(glen(feed), time=in_term).leaves == at("Tuesday 16 March 2027 07:30")
    assert ask(glen(feed), time=after_it) == NO_WAY


def test_who_changes_slowly_takes_the_bus_that_goes_all_the_way(feed: Timetable) -> None:
    slow = ON_FOOT.model_copy(update={"travel": Travel(car=NO, change_minutes=15)})

    assert ask(glen(feed), slow).leaves == at("Tuesday 4 May 2027 08:00")


def test_who_cannot_change_is_not_asked_to(feed: Timetable) -> None:
    never = ON_FOOT.model_copy(update={"travel": Travel(car=NO, most_changes=0)})

    assert (ask(glen(feed), never).changes, ask(glen(feed), never).out_minutes) == (0, 120)


def test_more_changes_than_somebody_likes_are_told_of_where_there_is_nothing_else(
    tmp_path: Path,
) -> None:
    only_with_a_change = rewritten(tmp_path, **altered("trips", "out1,r1,week", "out1,r1,school"))
    never = ON_FOOT.model_copy(update={"travel": Travel(car=NO, most_changes=0)})

    assert ask(glen(only_with_a_change), never).changes == 1


# Without a step.


def test_step_free_means_vehicles_known_to_be(feed: Timetable) -> None:
    # Nothing is known of the nine o'clock bus.
    way = ask(glen(feed), WHEELS)

    assert way.leaves == at("Tuesday 4 May 2027 08:00")


def test_who_says_that_any_vehicle_will_do_takes_it_too(feed: Timetable) -> None:
    anyhow = WHEELS.model_copy(update={"travel": Travel(car=NO, any_vehicle=True)})

    assert ask(glen(feed), anyhow).leaves == at("Tuesday 4 May 2027 09:00")


def test_what_is_not_known_to_be_step_free_is_a_question_not_a_no(tmp_path: Path) -> None:
    blank = rewritten(tmp_path, **altered("trips", "back1,r1,week,1", "back1,r1,week,"))

    assert ask(glen(blank), WHEELS, time=(TEN, "Tuesday 4 May 2027 12:50")).is_known is False
    assert ask(glen(blank), WHEELS, time=(TEN, "Tuesday 4 May 2027 12:50")) == NOT_KNOWN


def test_where_nobody_could_travel_step_free_is_no_question(feed: Timetable) -> None:
    assert ask(glen(feed), WHEELS, time=("Tuesday 4 May 2027 08:30", LUNCH)) == NO_WAY


@pytest.mark.parametrize("hour", range(8, 14))
def test_step_free_is_never_better_than_on_foot(feed: Timetable, hour: int) -> None:
    time = (f"Tuesday 4 May 2027 {hour:02}:00", f"Tuesday 4 May 2027 {hour + 2:02}:00")

    on_foot, on_wheels = (ask(glen(feed), person, time=time) for person in (ON_FOOT, WHEELS))

    assert not on_wheels.is_known or on_wheels.minutes >= on_foot.minutes


# To be booked.


def test_what_has_to_be_booked_is_told_with_its_day(tmp_path: Path) -> None:
    times = altered("stop_times", "drop_off_type\n", "drop_off_type,pickup_booking_rule_id\n")
    booked = times["stop_times"].replace("11:00:00,G,1,2,2", "11:00:00,G,1,2,2,ring")
    rules = "booking_rule_id,prior_notice_last_day\nring,1\n"
    feed = rewritten(tmp_path, stop_times=booked, booking_rules=rules)

    way = ask(glen(feed), time=("Tuesday 4 May 2027 11:30", LUNCH))

    assert way.by == "community transport"
    assert way.book_by == date(2027, 5, 3)
    assert way.told.endswith("Dial-a-bus has to be booked: do so by Monday 3 May 2027.")


# Where people are.


def test_a_walk_to_the_stop_counts(feed: Timetable) -> None:
    # 556 m north of the stop: 1.4 times that at 4 km an hour is 11 minutes and 41 seconds.
    up_the_road = GLEN.model_copy(update={"latitude": 56.605})

    way = ask(glen(feed, places=(up_the_road, TOWN)))

    assert way.leaves == at("Tuesday 4 May 2027 08:48")
    assert way.home == at("Tuesday 4 May 2027 14:12")


def test_who_lives_too_far_from_any_stop_has_an_unknown_way(feed: Timetable) -> None:
    away = GLEN.model_copy(update={"latitude": 56.62})

    assert ask(glen(feed, places=(away, TOWN))) == NOT_KNOWN


def test_who_can_walk_far_reaches_it(feed: Timetable) -> None:
    away = GLEN.model_copy(update={"latitude": 56.62})
    far = ON_FOOT.model_copy(update={"travel": Travel(car=NO, walk_minutes=50)})

    assert ask(glen(feed, places=(away, TOWN)), far).leaves == at("Tuesday 4 May 2027 08:13")


def test_a_sea_loch_between_home_and_the_stop_is_not_walked_across(feed: Timetable) -> None:
    across = GLEN.model_copy(update={"latitude": 56.605})
    loch = Water(name="Loch Glen", points=((56.603, -4.1), (56.603, -3.9)))

    assert ask(glen(feed, places=(across, TOWN), waters=(loch,))) == NOT_KNOWN


def test_nor_is_it_driven_across_by_a_guess(feed: Timetable) -> None:
    driver = ISHBEL.model_copy(update={"travel": Travel(car=YES)})
    loch = Water(name="Loch Glen", points=((56.65, -4.5), (56.65, -3.5)))
    upstream = loch.model_copy(update={"points": ((56.65, -5.5), (56.65, -4.5))})

    assert ask(glen(feed, timetables=(), waters=(loch,)), driver) == NOT_KNOWN
    assert ask(glen(feed, timetables=(), waters=(upstream,)), driver).estimated


def test_an_islander_does_not_walk_to_a_stop_on_the_mainland(feed: Timetable) -> None:
    isle = GLEN.model_copy(update={"latitude": 56.605, "landmass": "Isle"})
    mainland = TOWN.model_copy(update={"code": "pier", "latitude": 56.6, "longitude": -4.0})

    assert ask(glen(feed, places=(isle, mainland, TOWN))) == NOT_KNOWN


def test_a_home_on_land_nobody_named_walks_nowhere(feed: Timetable) -> None:
    unknown = GLEN.model_copy(update={"landmass": ""})

    assert ask(glen(feed, places=(unknown, TOWN))) == NOT_KNOWN


def test_a_home_may_be_the_name_of_a_stop(feed: Timetable) -> None:
    named = Place(code="glen", name="glen post office")

    way = ask(glen(feed, places=(named, TOWN)))

    assert way.leaves == at("Tuesday 4 May 2027 09:00")


def test_a_ferry_gives_its_name_to_the_way(tmp_path: Path) -> None:
    there_and_back = altered(
        "stop_times",
        "sail,10:00:00",
        "sail2,11:00:00,11:00:00,I,1,0,0\nsail2,11:20:00,11:20:00,P,2,0,0\nsail,10:00:00",
    )
    trips = altered("trips", "sail,f,week,1", "sail,f,week,1\nsail2,f,week,1")
    feed = rewritten(tmp_path, **there_and_back, **trips)
    pier = GLEN.model_copy(update={"latitude": 56.6, "longitude": -4.1})
    isle = TOWN.model_copy(update={"latitude": 56.6, "longitude": -4.14, "landmass": "Isle"})

    way = ask(
        glen(feed, places=(pier, isle)),
        time=("Tuesday 4 May 2027 10:30", "Tuesday 4 May 2027 10:45"),
    )

    assert (way.by, way.out_minutes, way.back_minutes) == ("ferry", 30, 35)


def test_who_may_walk_all_the_way_is_not_told_that_there_is_no_way(feed: Timetable) -> None:
    # The hall is in the glen itself; no bus goes from the glen to the glen.
    assert ask(glen(feed), venue=HALL) == NOT_KNOWN


def test_a_place_without_a_position_may_be_anywhere(feed: Timetable) -> None:
    named = Place(code="glen", name="Glen Post Office")

    assert (
        ask(glen(feed, places=(named, TOWN)), time=("Tuesday 4 May 2027 08:30", LUNCH)) == NOT_KNOWN
    )


def test_who_may_have_a_car_is_not_told_that_there_is_no_way(feed: Timetable) -> None:
    not_asked = ISHBEL.model_copy(update={"travel": Travel()})

    assert ask(glen(feed), not_asked, time=("Tuesday 4 May 2027 08:30", LUNCH)) == NOT_KNOWN


def test_the_shorter_of_car_and_bus_is_taken(feed: Timetable) -> None:
    driver = ISHBEL.model_copy(update={"travel": Travel(car=YES)})

    assert ask(glen(feed), driver).by == "car"


def test_an_entered_journey_stands_beside_the_timetable(feed: Timetable) -> None:
    lift = Journey(person="ishbel", venue="far", by="lift", out_minutes=40)

    assert ask(glen(feed, journeys=(lift,))).by == "lift"


def test_a_home_that_is_no_place_is_offered_nothing(feed: Timetable) -> None:
    stranger = ON_FOOT.model_copy(update={"home": "elsewhere"})

    assert choices(glen(feed), stranger, FAR).timetable is None
    assert ask(glen(feed), stranger) == NOT_KNOWN


def test_what_was_offered_is_kept_for_whoever_asks_again(feed: Timetable) -> None:
    programme = glen(feed)

    assert offer_for(programme, ON_FOOT, home=GLEN, venue=TOWN) is offer_for(
        programme, ON_FOOT, home=GLEN, venue=TOWN
    )


# Clock changes.


@pytest.mark.parametrize(
    ("day", "back_minutes"), [("Saturday 27 March 2027", 100), ("Sunday 28 March 2027", 100)]
)
def test_clocks_that_change_move_no_bus(tmp_path: Path, day: str, back_minutes: int) -> None:
    daily = altered("calendar", "week,1,1,1,1,1,0,0", "week,1,1,1,1,1,1,1")
    time = (f"{day} 10:00", f"{day} 23:00")

    way = ask(glen(rewritten(tmp_path, **daily)), time=time)

    # The Saturday's night bus is home at twenty to one, before the clock jumps at one.
    assert way.leaves == at(f"{day} 09:00")
    assert way.back_minutes == back_minutes


@pytest.mark.parametrize(("hour", "out_minutes"), [("02:30", 200), ("03:00", 230)])
def test_a_night_bus_is_found_when_clocks_go_back(
    tmp_path: Path, hour: str, out_minutes: int
) -> None:
    """A Saturday's bus at 24:10, in an autumn feed: ten past midnight by summer time.

    Sunday 31 October 2027 begins an hour before noon less twelve hours, from which its own
    timetable counts. The night bus in that hour was once taken for one of the day before.
    """
    days = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date"
    stops = "trip_id,arrival_time,departure_time,stop_id,stop_sequence"
    nights = {
        "calendar": f"{days}\nweek,1,1,1,1,1,1,1,20271001,20271130\n",
        "calendar_dates": None,
        "trips": "trip_id,route_id,service_id\nlate,r1,week\ndawn,r1,week\n",
        "stop_times": f"{stops}\nlate,24:10:00,24:10:00,G,1\nlate,24:40:00,24:40:00,T,2\n"
        "dawn,05:00:00,05:00:00,T,1\ndawn,05:30:00,05:30:00,G,2\n",
        "feed_info": None,
    }
    day = "Sunday 31 October 2027"

    way = ask(glen(rewritten(tmp_path, **nights)), time=(f"{day} {hour}", f"{day} 04:00"))

    assert (way.by, way.out_minutes, way.back_minutes) == ("bus", out_minutes, 90)
    assert way.leaves == at(f"{day} 00:10")


def test_a_told_journey_is_asked_only_where_there_is_one(feed: Timetable) -> None:
    offer = offer_for(glen(feed), ON_FOOT, home=GLEN, venue=TOWN)
    assert offer is not None
    early: tuple[datetime, datetime] = (at("Tuesday 4 May 2027 08:30"), at(LUNCH))

    with pytest.raises(ValueError, match="no way by timetable"):
        told_journey(offer.between, *early)
