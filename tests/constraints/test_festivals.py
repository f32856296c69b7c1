"""People keep their own festivals, fasts and days of rest, and nobody is told which."""

from datetime import date, timedelta

import pytest

from constraints.festivals import Festivals
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, PROJECT, RORY, at
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

WITHOUT_A_MAP = PROGRAMME.model_copy(update={"places": ()})
CODES = (
    "ramadan_iftar",
    "ramadan_day",
    "ramadan",
    "shabbat",
    "jumuah",
    "eid",
    "yom_tov",
    "sunday_worship",
    "sunday_sabbath_isles",
    "good_friday_orthodox",
    "ukrainian_christmas",
    "diwali",
    "guru_nanak_gurpurab",
    "appleby_horse_fair",
)


def keeping(*codes: str, **other: object) -> Person:
    return ISHBEL.model_copy(update={"keeps": codes, **other})


def asked(words: str, person: Person, programme: Programme = PROGRAMME) -> Objection | None:
    start = at(words)
    return Festivals().check(start, start + timedelta(hours=2), programme, PROJECT, person)


def degree_at(words: str, person: Person, programme: Programme = PROGRAMME) -> int:
    objection = asked(words, person, programme)
    return objection.degree if objection else 0


def test_somebody_who_keeps_nothing_can_come_on_any_feast() -> None:
    assert degree_at("Sunday 16 May 2027 11:00", ISHBEL) == 0


def test_the_fast_is_broken_at_home_from_an_hour_before_sunset() -> None:
    """Sunset at 56.6 north, 4 west on Thursday 11 February 2027 is at 17:08 (astral and ephem)."""
    day = "Thursday 11 February 2027"
    hours = ("14:00", "14:30", "16:00", "19:00", "19:30")

    degrees = [degree_at(f"{day} {hour}", keeping("ramadan_iftar")) for hour in hours]

    assert degrees == [0, Degree.NEVER, Degree.NEVER, Degree.NEVER, 0]


def test_outside_ramadan_evenings_are_free() -> None:
    assert degree_at("Thursday 4 February 2027 16:00", keeping("ramadan_iftar")) == 0


def test_whoever_keeps_all_of_ramadan_is_not_asked_by_day() -> None:
    assert degree_at("Thursday 11 February 2027 11:00", keeping("ramadan")) == Degree.NEVER


def test_early_and_late_hours_of_a_fasting_day_are_only_to_be_avoided() -> None:
    day, person = "Thursday 11 February 2027", keeping("ramadan_day")

    degrees = [degree_at(f"{day} {hour}", person) for hour in ("09:00", "11:00", "13:00")]

    assert degrees == [Degree.AVOID, 0, Degree.AVOID]


def test_the_sabbath_begins_before_sunset_and_ends_at_nightfall() -> None:
    """Hebcal lights candles in Edinburgh at 15:20 on Friday 18 December 2026."""
    edinburgh = PROGRAMME.places[0].model_copy(update={"latitude": 55.95, "longitude": -3.19})
    programme = PROGRAMME.model_copy(update={"places": (edinburgh,)})
    person = keeping("shabbat")

    friday = [
        degree_at(f"Friday 18 December 2026 {hour}", person, programme)
        for hour in ("13:00", "13:30")
    ]
    saturday = [
        degree_at(f"Saturday 19 December 2026 {hour}", person, programme)
        for hour in ("11:00", "16:30", "17:00")
    ]

    assert friday == [0, Degree.NEVER]
    assert saturday == [Degree.NEVER, Degree.NEVER, 0]


def test_where_no_map_tells_the_sunset_the_afternoon_is_kept_from_noon() -> None:
    person = keeping("shabbat")

    friday = [
        degree_at(f"Friday 18 December 2026 {hour}", person, WITHOUT_A_MAP)
        for hour in ("10:00", "10:30")
    ]

    assert friday == [0, Degree.NEVER]


def test_a_fast_that_begins_at_sunset_takes_the_evening_before() -> None:
    person = keeping("yom_tov")
    hours = ("Sunday 10 October 2027 11:00", "Sunday 10 October 2027 18:00")

    assert [degree_at(hour, person) for hour in hours] == [0, Degree.NEVER]


def test_friday_prayers_leave_the_morning_free() -> None:
    person = keeping("jumuah")
    hours = (
        "Friday 11 June 2027 10:00",
        "Friday 11 June 2027 11:00",
        "Thursday 10 June 2027 12:30",
    )

    assert [degree_at(hour, person) for hour in hours] == [0, Degree.NEVER, 0]


def test_a_traveller_keeps_the_fair_by_its_name() -> None:
    assert degree_at("Friday 4 June 2027 11:00", keeping("appleby_horse_fair")) == Degree.NEVER


def test_a_festival_nobody_has_dated_is_a_question() -> None:
    assert asked("Tuesday 8 June 2027 11:00", keeping("royal_highland_show")) == Objection(
        Degree.UNKNOWN, "Which dates in 2027 are to be avoided for Ishbel?"
    )


def test_no_faith_and_no_reason_is_told() -> None:
    private = keeping("eid_al_adha", share_reasons=False)

    assert asked("Sunday 16 May 2027 11:00", private) == Objection(
        Degree.NEVER, "Ishbel cannot come then."
    )
    assert asked("Sunday 16 May 2027 11:00", keeping("eid_al_adha")) == Objection(
        Degree.NEVER, "Sunday 16 May 2027 is one of Ishbel's dates to avoid."
    )


def test_whoever_said_they_can_come_anyway_is_asked() -> None:
    person = keeping("eid_al_adha", "nonsense", come_anyway=("festivals",))

    assert degree_at("Sunday 16 May 2027 11:00", person) == 0


@pytest.mark.parametrize("window", [*WINDOWS, (date(2027, 2, 5), date(2027, 2, 9))])
def test_both_forms_agree(window: tuple[date, date]) -> None:
    people = [
        keeping(*CODES[number::4], code=f"m{number}", home="glen" if number % 2 else "nowhere")
        for number in range(4)
    ]
    unknown = RORY.model_copy(update={"keeps": ("nonsense", "jumuah")})
    grid = a_grid(a_programme((HALL,), window), people=(*people, unknown, ISHBEL))

    assert forms_agree(Festivals(), grid)
