"""A month as a table: where days stand, what they hold, why they are kept clear."""

from datetime import date

from web.month import Held, months

JANUARY_4, JUNE_30 = date(2027, 1, 4), date(2027, 6, 30)
MEETING = Held(date(2027, 5, 18), "Session 1", "10 am to 1 pm", "Glen Hall", "#session-1")


def test_every_month_from_the_first_session_to_the_last_is_shown_also_an_empty_one() -> None:
    earlier = Held(date(2027, 3, 2), "Session 1", "10 am to 1 pm", "Glen Hall", "#session-2")

    shown = months([MEETING, earlier], {}, first=JANUARY_4, last=JUNE_30)

    assert [(month.name, month.has_sessions) for month in shown] == [
        ("March 2027", True),
        ("April 2027", False),
        ("May 2027", True),
    ]


def test_months_run_on_over_the_turn_of_the_year() -> None:
    days = (date(2026, 11, 30), date(2027, 2, 1))
    held = [Held(day, "Session", "10 am to 1 pm", "Glen Hall", "#session") for day in days]

    shown = months(held, {}, first=days[0], last=JUNE_30)

    assert [month.name for month in shown] == [
        "November 2026",
        "December 2026",
        "January 2027",
        "February 2027",
    ]


def test_without_a_session_there_is_no_month() -> None:
    assert months([], {}, first=JANUARY_4, last=JUNE_30) == ()


def test_a_week_begins_on_monday_and_keeps_seven_days() -> None:
    (may,) = months([MEETING], {}, first=JANUARY_4, last=JUNE_30)

    assert [day.day.day for day in may.weeks[0]] == [26, 27, 28, 29, 30, 1, 2]
    assert [day.state for day in may.weeks[0]] == ["outside"] * 5 + ["plain"] * 2


def test_a_day_on_which_something_is_held_is_chosen_even_if_it_is_kept_clear() -> None:
    clear = {MEETING.day: "Kept clear for a fair."}

    (may,) = months([MEETING], clear, first=JANUARY_4, last=JUNE_30)

    day = next(day for week in may.weeks for day in week if day.day == MEETING.day)
    assert (day.state, day.held, may.kept_clear) == ("chosen", (MEETING,), ())


def test_a_day_kept_clear_says_why_once_in_its_month() -> None:
    clear = {date(2027, 5, 3): "A bank holiday.", date(2027, 4, 29): "Not of this month."}

    (may,) = months([MEETING], clear, first=JANUARY_4, last=JUNE_30)

    assert may.kept_clear == ("A bank holiday.",)


def test_weeks_that_lie_before_the_programme_are_left_out() -> None:
    (may,) = months([MEETING], {}, first=date(2027, 5, 10), last=JUNE_30)

    assert may.weeks[0][0].label == "Monday 10 May 2027"


def test_two_sessions_of_one_day_stand_in_the_order_of_their_hours() -> None:
    earlier = Held(MEETING.day, "Other group", "9 am to 2 pm", "Upper Hall", "#other")

    (may,) = months([earlier, MEETING], {}, first=JANUARY_4, last=JUNE_30)

    day = next(day for week in may.weeks for day in week if day.held)
    assert [held.title for held in day.held] == ["Session 1", "Other group"]


def test_months_run_to_the_end_of_the_season_where_a_session_may_still_be_held() -> None:
    """They ended with the last session that had a date, as if nothing was to come."""
    shown = months([MEETING], {}, first=JANUARY_4, last=JUNE_30, open_days=(MEETING.day, JUNE_30))

    assert [(month.name, month.has_sessions) for month in shown] == [
        ("May 2027", True),
        ("June 2027", False),
    ]
