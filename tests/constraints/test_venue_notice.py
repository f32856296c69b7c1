"""A room is booked in time, or not at all."""

from datetime import date, timedelta

import pytest

from constraints.venue_notice import VenueNotice
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.programme import Session
from scheduler.samples import HALL, PROGRAMME, WISH, on
from scheduler.venues import ONLINE
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

DAY = on("Tuesday 8 June 2027")
WANTS_28 = HALL.model_copy(update={"notice_days": 28})
BOOKED = WISH.model_copy(update={"state": "booked"})


def said_on(
    planned_on: date, *, session: Session = WISH, constraint: VenueNotice | None = None
) -> Objection | None:
    programme = PROGRAMME.model_copy(update={"planned_on": planned_on})
    rule = constraint or VenueNotice()
    return rule.check(day=DAY, programme=programme, session=session, venue=WANTS_28)


def test_the_last_day_to_book_is_in_time() -> None:
    assert said_on(on("Tuesday 11 May 2027")) is None


def test_a_day_later_is_too_late() -> None:
    says = (
        "Glen Hall has to be booked 28 days before: by Tuesday 11 May 2027 for Tuesday 8 June 2027."
    )

    assert said_on(on("Wednesday 12 May 2027")) == Objection(Degree.NEVER, says, says)


def test_without_a_planning_day_four_weeks_before_the_first_day_count() -> None:
    programme = PROGRAMME.model_copy(update={"first_day": DAY})
    wants_29 = HALL.model_copy(update={"notice_days": 29})

    found = [
        VenueNotice().check(day=DAY, programme=programme, session=WISH, venue=venue)
        for venue in (WANTS_28, wants_29)
    ]

    assert [objection is None for objection in found] == [True, False]


def test_a_session_already_booked_has_its_room() -> None:
    assert said_on(DAY, session=BOOKED) is None


def test_venues_may_be_asked_to_take_it_a_week_later() -> None:
    relaxed = VenueNotice().relaxed(VenueNotice.relaxations[0])

    assert said_on(on("Tuesday 18 May 2027"), constraint=relaxed) is None
    assert said_on(on("Wednesday 19 May 2027"), constraint=relaxed) is not None


def test_a_hall_that_wants_no_notice_needs_none() -> None:
    programme = PROGRAMME.model_copy(update={"planned_on": on("Wednesday 9 June 2027")})

    assert VenueNotice().check(day=DAY, programme=programme, session=WISH, venue=HALL) is None


def test_on_line_needs_no_booking() -> None:
    remote = ONLINE.model_copy(update={"notice_days": 28})
    programme = PROGRAMME.model_copy(update={"planned_on": DAY})

    assert VenueNotice().check(day=DAY, programme=programme, session=WISH, venue=remote) is None


@pytest.mark.parametrize("session", [WISH, BOOKED, Session(form="on-line")])
@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree(session: Session, window: tuple[date, date]) -> None:
    venues = [
        HALL.model_copy(update={"code": f"wants-{days}", "notice_days": days})
        for days in (0, 2, 5, 28, 40_000)
    ]
    venues.append(ONLINE.model_copy(update={"notice_days": 28}))
    programme = a_programme(venues, window)
    planned_on = window[0] + timedelta(days=1)
    programme = programme.model_copy(update={"planned_on": planned_on})

    assert forms_agree(VenueNotice(), a_grid(programme, session=session))
