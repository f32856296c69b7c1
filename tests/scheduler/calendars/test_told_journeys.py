"""How a person's way to a session is told."""

from datetime import timedelta

import pytest

from scheduler.calendars.told_journeys import UNSETTLED, journey_lines
from scheduler.plan import WayTaken
from scheduler.samples import at
from tests.scheduler.calendars.plans import a_meeting

FRIDAY = a_meeting(1)  # Friday 15 January 2027, from 10:30 to 13:00


def test_journey_of_known_length_says_when_to_set_out_and_when_one_is_home() -> None:
    # given
    way = WayTaken(by="bus", out_minutes=40, back_minutes=50)

    # then
    assert journey_lines(way, FRIDAY) == (
        "Getting there: by bus, about 40 minutes. Set out by 09:50.",
        "Getting home: by bus, about 50 minutes. You are home at about 13:50.",
    )


def test_timetable_has_the_last_word_on_when_to_set_out() -> None:
    # given
    way = WayTaken(
        by="ferry",
        out_minutes=40,
        back_minutes=50,
        leaves=at("Friday 15 January 2027 09:05"),
        home=at("Friday 15 January 2027 15:20"),
    )

    # then
    assert journey_lines(way, FRIDAY) == (
        "Getting there: by ferry, about 40 minutes. Set out by 09:05.",
        "Getting home: by ferry, about 50 minutes. You are home at about 15:20.",
    )


def test_guessed_journey_says_that_it_is_a_guess() -> None:
    # given
    way = WayTaken(by="car", out_minutes=1, back_minutes=20, estimated=True, source="Rory")

    # then
    assert journey_lines(way, FRIDAY) == (
        "Getting there: by car, about 1 minute, a guess nobody has checked. Set out by 10:29.",
        (
            "Getting home: by car, about 20 minutes, a guess nobody has checked. "
            "You are home at about 13:20."
        ),
    )


def test_journey_of_unknown_length_only_says_how() -> None:
    assert journey_lines(WayTaken(by="lift", out_minutes=None, back_minutes=None), FRIDAY) == (
        "Getting there: with the lift you agreed.",
        "Getting home: with the lift you agreed.",
    )


@pytest.mark.parametrize(
    ("by", "line"),
    [
        ("on-line", "You take part on-line."),
        ("by phone", "You take part by phone."),
        ("not known", UNSETTLED),
        ("none", UNSETTLED),
    ],
)
def test_who_does_not_travel_or_does_not_know_how_reads_one_line(by: str, line: str) -> None:
    assert journey_lines(WayTaken(by=by, out_minutes=None, back_minutes=None), FRIDAY) == (line,)


def test_journey_home_over_the_clock_change_is_counted_in_real_time() -> None:
    # given: from 00:15 to 00:45 on Sunday 31 October 2027, then an hour and a half home
    late = a_meeting(
        10, start=at("Sunday 31 October 2027 00:15"), end=at("Sunday 31 October 2027 00:45")
    )
    way = WayTaken(by="car", out_minutes=30, back_minutes=90)

    # when
    back = journey_lines(way, late)[1]

    # then: 00:45 summer time and 90 minutes are 01:15 winter time
    assert back == "Getting home: by car, about 90 minutes. You are home at about 01:15."
    assert late.end - late.start == timedelta(minutes=30)
