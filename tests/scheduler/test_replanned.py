"""What a new plan changes, in words: sessions, people, and whom to tell what."""

from constraints import registry
from scheduler.changed import changed
from scheduler.plan_changes import PlanChange, VenueLost
from scheduler.replan import replan
from scheduler.replanned import Replanned
from scheduler.words import Days
from tests.scheduler.summer import SESSION, away, fortnight, planned, with_person, with_venue
from tests.scheduler.test_planner import BOOKED

ONE = fortnight(SESSION)
"""One session, on Monday 7 June 2027."""
MONDAY = Days(first=ONE.first_day, last=ONE.first_day)


def without_the_hall() -> Replanned:
    """Return what becomes of the session when its hall is shut that day."""
    return replan(with_venue("hall", ONE, closed=(MONDAY,)), planned(ONE), registry())


def test_a_session_that_moves_is_told_with_where_it_was() -> None:
    (change,) = without_the_hall().sessions

    assert change.says == (
        "Session 1 of Living well moves to Monday 7 June 2027 from 11:00 to 13:00, Upstairs Hall; "
        "it was Monday 7 June 2027 from 11:00 to 13:00, Glen Hall."
    )


def test_both_venues_are_told() -> None:
    told = [(each.code, each.says) for each in without_the_hall().to_tell if each.who == "venue"]

    assert told == [
        ("hall", "Glen Hall: no longer needed Monday 7 June 2027 from 11:00 to 13:00."),
        ("loft", "Upstairs Hall: needed Monday 7 June 2027 from 11:00 to 13:00."),
    ]


def test_rooms_and_workers_are_told_when_setting_up_begins_and_people_when_they_meet() -> None:
    """A hall was rung for 11:00 to 13:00; the list of things to do had booked it from 10:30."""
    prepared = fortnight(SESSION.model_copy(update={"setup_minutes": 30, "clear_up_minutes": 15}))
    lost = with_venue("hall", prepared, closed=(MONDAY,))

    told = replan(lost, planned(prepared), registry())

    heard = {each.code: each.says for each in told.to_tell}
    assert heard["hall"].endswith("no longer needed Monday 7 June 2027 from 10:30 to 13:15.")
    assert "needed Monday 7 June 2027 from 10:30 to 13:15, Upstairs Hall" in heard["catriona"]
    assert "from 11:00 to 13:00" in heard["ishbel"]


def test_everybody_in_the_group_is_told_of_a_session_that_moves() -> None:
    told = [each.code for each in without_the_hall().to_tell if each.who == "person"]

    assert sorted(told) == sorted(ONE.projects[0].members)


WHEN = "Monday 7 June 2027 from 11:00 to 13:00, Glen Hall"


def test_nobody_is_told_of_another_s_reason() -> None:
    """Rory can no longer come that day: only he is told, and not why."""
    after = with_person("rory", ONE, times=away("Monday 7 June 2027"))

    found = replan(after, planned(ONE), registry())

    assert [(each.code, each.says) for each in found.to_tell] == [
        (
            "rory",
            f"Rory: session 1 of Living well is {WHEN}, and they are not expected.",
        )
    ]


def without_the_booked_hall(*lost: str) -> Replanned:
    """Return what becomes of a booked session when its hall, and maybe others, are lost."""
    before = fortnight(BOOKED)
    change = PlanChange(venues_lost=tuple(VenueLost(venue=code) for code in ("hall", *lost)))
    after = changed(before, change, registry(), file="change.toml")
    return replan(after, planned(before), registry(), before=before)


def test_a_session_booked_at_a_lost_venue_is_told_with_where_it_was_booked() -> None:
    (change,) = without_the_booked_hall().sessions

    assert change.says == (
        f"Session 1 of Living well was booked for {WHEN}, which is lost; "
        "now it is Monday 7 June 2027 from 11:00 to 13:00, Upstairs Hall."
    )


def test_a_session_booked_at_a_lost_venue_is_called_off_where_no_room_is_left() -> None:
    (change,) = without_the_booked_hall("loft", "far", "inn", "office").sessions

    assert change.says == (
        f"Session 1 of Living well was booked for {WHEN}, which is lost; it is called off."
    )
