"""Everybody's day as a strip: what it shows it also says, on the clock of the programme."""

import pytest

from scheduler.plan import Chosen, Coming, WayTaken
from scheduler.samples import at
from tests.web.plans import FIRST, PLAN, TWO_SESSIONS
from web.names import Names
from web.shown.day_strips import Day, shown_days

NAMES = Names.of(TWO_SESSIONS)
BUS = WayTaken(
    by="bus",
    out_minutes=30,
    back_minutes=40,
    leaves=at("Tuesday 18 May 2027 09:30"),
    home=at("Tuesday 18 May 2027 14:10"),
    told="The 10 leaves at 09:35.",
)


def day(*coming: Coming, of: Chosen = FIRST) -> Day:
    """Return the day of a session to which some people come."""
    held = of.model_copy(update={"coming": coming})
    return shown_days(TWO_SESSIONS, PLAN.model_copy(update={"sessions": (held,)}), NAMES)[0]


def test_a_strip_says_what_it_shows() -> None:
    shown = day(FIRST.coming[0])

    assert shown.when == "Tuesday 18 May 2027, 10:30 am to 12:30 pm"
    assert shown.strips[0].says == (
        "by car: sets out 10:10 am (20 minutes), is home 1:35 pm (1 hour 5 minutes).",
        "Estimated; ask them.",
    )


def test_time_between_a_bus_and_the_session_is_waiting() -> None:
    shown = day(Coming(person="rory", way=BUS))

    # From 9 to 15 o'clock: 6 hours, of which 30 minutes are 8.33 hundredths.
    assert [(part.kind, part.left, part.width) for part in shown.strips[0].stretches] == [
        ("out", 8.33, 8.34),
        ("waits", 16.67, 8.33),
        ("there", 25.0, 33.33),
        ("waits", 58.33, 16.67),
        ("back", 75.0, 11.11),
    ]


def test_the_longest_journey_comes_first() -> None:
    assert [s.name for s in day(Coming(person="rory", way=BUS), FIRST.coming[0]).strips] == [
        "Ishbel",
        "Rory",
    ]


@pytest.mark.parametrize(
    ("way", "says"),
    [
        (WayTaken(by="by phone", out_minutes=0, back_minutes=0), "Rory takes part by phone."),
        (
            WayTaken(by="not known", out_minutes=None, back_minutes=None),
            "How Rory gets there and home is not known.",
        ),
    ],
)
def test_whoever_has_no_journey_has_a_sentence(way: WayTaken, says: str) -> None:
    shown = day(Coming(person="rory", way=way))

    assert (shown.strips, shown.others) == ((), (says,))


def test_hours_are_named_so_seldom_that_they_can_be_read() -> None:
    assert [mark.name for mark in day(Coming(person="rory", way=BUS)).hours] == [
        "9 am",
        "11 am",
        "1 pm",
    ]


def test_a_day_across_the_autumn_change_is_counted_in_real_time() -> None:
    night = FIRST.model_copy(
        update={
            "start": at("Saturday 30 October 2027 23:00"),
            "end": at("Sunday 31 October 2027 00:30"),
        }
    )

    shown = day(
        Coming(person="rory", way=WayTaken(by="car", out_minutes=60, back_minutes=90)), of=night
    )

    # Home at 2 in summer time is 1 in winter time: 22:00 to 01:00 by the clock, four hours.
    assert shown.strips[0].says == (
        "by car: sets out 10 pm (1 hour), is home 1 am (1 hour 30 minutes).",
    )
    assert [part.width for part in shown.strips[0].stretches] == [25.0, 37.5, 37.5]
