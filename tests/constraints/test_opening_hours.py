"""A room is used while it is open, from the first chair put out to the last one put back."""

from datetime import date

import pytest

from constraints.opening_hours import OpeningHours
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import Answer
from scheduler.grid import end_of
from scheduler.programme import LocalHoliday, Programme, Session
from scheduler.samples import HALL, PROGRAMME, WISH, at
from scheduler.venues import ONLINE, Venue
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, accepting, forms_agree

STRICT, RELAXED = OpeningHours(), OpeningHours(ask_outside_hours=True)
TUESDAY = "Tuesday 8 June 2027"


def a_hall(opening: str, holidays: Answer = Answer.YES, code: str = "hall") -> Venue:
    return HALL.model_copy(update={"opening": opening, "open_on_holidays": holidays, "code": code})


def said_of(
    venue: Venue, words: str, programme: Programme = PROGRAMME, *, constraint: OpeningHours = STRICT
) -> Objection | None:
    start = at(words)
    return constraint.check(
        start=start, end=end_of(start, WISH), programme=programme, session=WISH, venue=venue
    )


def degree_of(venue: Venue, words: str, programme: Programme = PROGRAMME) -> int:
    objection = said_of(venue, words, programme)
    return objection.degree if objection else 0


def test_session_with_set_up_and_clear_up_just_fits() -> None:
    assert said_of(a_hall("Tu 10:30-13:30"), f"{TUESDAY} 11:00") is None


@pytest.mark.parametrize("opening", ["Tu 10:31-13:30", "Tu 10:30-13:29", "We 08:00-22:00"])
def test_a_minute_short_is_shut(opening: str) -> None:
    says = (
        "Glen Hall is not open from 10:30 to 13:30 on Tuesday 8 June 2027, "
        "set-up and clear-up included."
    )

    assert said_of(a_hall(opening), f"{TUESDAY} 11:00") == Objection(Degree.NEVER, says, says)


def test_a_lunch_break_in_the_middle_is_shut() -> None:
    assert degree_of(a_hall("Tu 09:00-12:00,12:30-17:00"), f"{TUESDAY} 11:00") == Degree.NEVER


def test_hours_that_touch_are_one() -> None:
    assert degree_of(a_hall("Tu 09:00-12:00,12:00-17:00"), f"{TUESDAY} 11:00") == 0


def test_hours_of_months_and_weeks_are_followed() -> None:
    winter_only = a_hall("Oct-Mar Mo-Su 09:00-17:00")

    assert [
        degree_of(winter_only, f"{TUESDAY} 11:00"),
        degree_of(winter_only, "Monday 1 March 2027 11:00"),
    ] == [
        Degree.NEVER,
        0,
    ]


def test_hours_nobody_gave_are_asked() -> None:
    says = "Is Glen Hall open from 10:30 to 13:30 on Tuesday 8 June 2027?"

    assert said_of(a_hall(""), f"{TUESDAY} 11:00") == Objection(Degree.UNKNOWN, says)


def test_hours_by_appointment_are_asked() -> None:
    assert (
        degree_of(a_hall('Tu 09:00-17:00 "by appointment"'), f"{TUESDAY} 11:00") == Degree.UNKNOWN
    )


# GOV.UK, UK bank holidays: in Scotland also 3 May and 30 November 2027 (St Andrew's Day).
@pytest.mark.parametrize(
    ("holidays", "opening", "expected"),
    [
        (Answer.YES, "Mo-Su 08:00-22:00", 0),
        (Answer.NO, "Mo-Su 08:00-22:00", Degree.NEVER),
        (Answer.NO, "", Degree.NEVER),
        (Answer.UNKNOWN, "Mo-Su 08:00-22:00", Degree.UNKNOWN),
        (Answer.UNKNOWN, "We 08:00-22:00", Degree.NEVER),
        (Answer.UNKNOWN, "Mo-Su 08:00-22:00; PH off", Degree.NEVER),
        (Answer.YES, "Mo-Su 08:00-22:00; PH 10:00-12:00", Degree.NEVER),
        (Answer.UNKNOWN, "Mo-Su 08:00-12:00; PH 10:00-14:00", 0),
        (Answer.LIMITED, "Mo-Su 08:00-22:00", Degree.UNKNOWN),
    ],
)
@pytest.mark.parametrize("day", ["Monday 3 May 2027", "Tuesday 30 November 2027"])
def test_on_a_bank_holiday_the_venue_says(
    day: str, holidays: Answer, opening: str, expected: int
) -> None:
    assert degree_of(a_hall(opening, holidays), f"{day} 11:00") == expected


def test_an_english_bank_holiday_is_an_ordinary_day_in_scotland() -> None:
    easter_monday = "Monday 29 March 2027 11:00"
    english = PROGRAMME.model_copy(update={"nation": "england-and-wales"})
    hall = a_hall("Mo-Su 08:00-22:00", Answer.NO)

    assert [degree_of(hall, easter_monday), degree_of(hall, easter_monday, english)] == [
        0,
        Degree.NEVER,
    ]


def test_a_local_holiday_holds_in_its_own_area() -> None:
    holiday = LocalHoliday(day=date(2027, 6, 8), name="Glen Games", area="Glen Council")
    here = PROGRAMME.model_copy(update={"local_holidays": (holiday,)})
    elsewhere = PROGRAMME.model_copy(
        update={"local_holidays": (holiday.model_copy(update={"area": "Orkney"}),)}
    )
    hall = a_hall("Mo-Su 08:00-22:00", Answer.UNKNOWN)

    says = "Is Glen Hall open from 10:30 to 13:30 on Tuesday 8 June 2027 (Glen Games)?"
    assert said_of(hall, f"{TUESDAY} 11:00", here) == Objection(Degree.UNKNOWN, says)
    assert said_of(hall, f"{TUESDAY} 11:00", elsewhere) is None


def test_a_venue_may_be_asked_to_open_where_the_organiser_wants_that() -> None:
    says = "Would Glen Hall open for the group from 10:30 to 13:30 on Tuesday 8 June 2027?"

    objection = said_of(a_hall("We 08:00-22:00"), f"{TUESDAY} 11:00", constraint=RELAXED)

    assert objection == Objection(Degree.UNKNOWN, says)


def test_what_the_organiser_accepted_is_not_asked_again() -> None:
    accepted = accepting(PROGRAMME, "opening_hours", about="hall")

    assert degree_of(a_hall(""), f"{TUESDAY} 11:00", accepted) == 0


def test_on_line_never_shuts() -> None:
    assert said_of(ONLINE, f"{TUESDAY} 21:00") is None


@pytest.mark.parametrize("constraint", [STRICT, RELAXED])
@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree(constraint: OpeningHours, window: tuple[date, date]) -> None:
    texts = (
        "",
        "24/7",
        "Mo-Fr 09:00-12:30,13:00-22:00; Sa 10:00-16:00; PH off",
        "Fr-Su 20:00-04:00; PH 10:00-14:00",
        'Mo-Su 09:00-17:00; We 09:00-20:00 "ring first"',
        "Feb 29 10:00-16:00; Oct-Nov 08:00-20:00",
    )
    venues = [
        a_hall(text, holidays, f"v{number}-{holidays.value}")
        for number, text in enumerate(texts)
        for holidays in (Answer.YES, Answer.NO, Answer.UNKNOWN)
    ]
    venues.append(ONLINE.model_copy(update={"opening": "off"}))
    holiday = LocalHoliday(day=window[0], area="")
    programme = accepting(a_programme(venues, window), "opening_hours", about="v4-unknown")
    programme = programme.model_copy(update={"local_holidays": (holiday,)})

    assert forms_agree(constraint, a_grid(programme))


def test_both_forms_agree_where_nobody_travels() -> None:
    session = Session(form="by phone")

    assert forms_agree(STRICT, a_grid(a_programme([a_hall("off")]), session=session))
