"""A room that others have, or that is shut, cannot be had; set-up and clear-up count."""

from datetime import date, datetime, timedelta

import pytest

from constraints.venue_bookings import VenueBookings
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.grid import end_of
from scheduler.samples import HALL, PROGRAMME, WISH, at
from scheduler.venues import ONLINE, Venue
from scheduler.words import Days, Spell
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree


def said_of(venue: Venue, words: str = "Tuesday 8 June 2027 11:00") -> Objection | None:
    start = at(words)
    return VenueBookings().check(
        start=start, end=end_of(start, WISH), programme=PROGRAMME, session=WISH, venue=venue
    )


def taken(begin: datetime, end: datetime) -> Venue:
    return HALL.model_copy(update={"bookings": (Spell(start=begin, end=end),)})


def test_a_booking_that_reaches_into_the_set_up_is_in_the_way() -> None:
    says = (
        "Glen Hall is taken from 09:00 to 10:31, "
        "and needed from 10:30 to 13:30 on Tuesday 8 June 2027."
    )

    objection = said_of(taken(at("Tuesday 8 June 2027 09:00"), at("Tuesday 8 June 2027 10:31")))

    assert objection == Objection(Degree.NEVER, says, says)


@pytest.mark.parametrize(("begin", "end"), [("09:00", "10:30"), ("13:30", "15:00")])
def test_a_booking_that_ends_or_begins_on_the_minute_is_not(begin: str, end: str) -> None:
    venue = taken(at(f"Tuesday 8 June 2027 {begin}"), at(f"Tuesday 8 June 2027 {end}"))

    assert said_of(venue) is None


def test_a_booking_without_an_offset_is_on_the_programmes_clock() -> None:
    """In June, 13:00 on the clock is 12:00 UTC: read as UTC, it would be an hour late."""
    venue = taken(datetime(2027, 6, 8, 13, 0), datetime(2027, 6, 8, 13, 20))  # noqa: DTZ001 - as typed

    objection = said_of(venue)

    assert objection is not None
    assert objection.organiser.startswith("Glen Hall is taken from 13:00 to 13:20")


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ("repairs", "Glen Hall is shut on Tuesday 8 June 2027 (repairs)."),
        ("", "Glen Hall is shut on Tuesday 8 June 2027."),
    ],
)
def test_a_closed_day_is_said_with_its_note(note: str, says: str) -> None:
    day = date(2027, 6, 8)
    venue = HALL.model_copy(update={"closed": (Days(first=day, last=day, note=note),)})

    assert said_of(venue) == Objection(Degree.NEVER, says, says)


def test_the_day_after_the_last_closed_day_is_open() -> None:
    day = date(2027, 6, 7)
    venue = HALL.model_copy(update={"closed": (Days(first=day, last=day),)})

    assert said_of(venue) is None


def test_on_line_nobody_else_has_the_room() -> None:
    day = date(2027, 6, 8)

    assert said_of(ONLINE.model_copy(update={"closed": (Days(first=day, last=day),)})) is None


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree(window: tuple[date, date]) -> None:
    noon = datetime(window[0].year, window[0].month, window[0].day, 12)  # noqa: DTZ001 - as typed
    spells = tuple(
        Spell(start=noon + timedelta(hours=hours), end=noon + timedelta(hours=hours + 7))
        for hours in (0, 20, 60, 61)
    )
    venues = [
        HALL,
        ONLINE.model_copy(update={"bookings": spells}),
        HALL.model_copy(update={"code": "taken", "bookings": spells}),
        HALL.model_copy(
            update={"code": "shut", "closed": (Days(first=window[0], last=window[0]),)}
        ),
    ]

    assert forms_agree(VenueBookings(), a_grid(a_programme(venues, window)))
