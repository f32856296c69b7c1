"""People keep their own festivals, fasts and days of rest, and nobody is told which."""

from datetime import date, timedelta

import pytest

from constraints.festivals import Festivals
from scheduler.calendars.days_kept import festival_tables, fills, observances_on
from scheduler.calendars.observance import Observance
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.feasts import AnnouncedFeast, NamedFeast
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, PROJECT, RORY, at, on
from tests.conftest import ROOT
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
    "navratri_nights",
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


def test_ramadan_leaves_late_mornings_open_and_closes_the_breaking_of_the_fast() -> None:
    """Whoever wrote the plain word once could come at no hour of the month."""
    day, person = "Thursday 11 February 2027", keeping("ramadan")

    degrees = [degree_at(f"{day} {hour}", person) for hour in ("09:00", "11:00", "16:00")]

    assert degrees == [Degree.AVOID, 0, Degree.NEVER]


@pytest.mark.parametrize("feast", ["diwali", "janmashtami", "maha_shivaratri", "navratri_start"])
def test_what_is_kept_in_the_evening_leaves_the_morning_to_whoever_keeps_it(feast: str) -> None:
    tables = festival_tables(ROOT / "constraints" / "data")
    days = (on("Friday 1 January 2027") + timedelta(days=number) for number in range(365))
    kept = [day for day in days for one in observances_on(day, tables) if _is(one, feast, day)]
    morning, evening = (f"{kept[0]:%A %-d %B %Y} {hour}" for hour in ("10:00", "21:00"))

    assert degree_at(morning, keeping(feast)) < Degree.NEVER
    assert degree_at(evening, keeping(feast)) == Degree.NEVER


def _is(one: Observance, feast: str, day: date) -> bool:
    return one.festival_id == feast and fills(one, day)


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


@pytest.mark.parametrize(
    ("feast", "eve"),
    [
        ("orthodox_pascha", "Saturday 1 May 2027"),
        ("orthodox_christmas", "Thursday 6 January 2028"),
        ("ukrainian_christmas", "Thursday 6 January 2028"),
    ],
)
def test_services_on_the_evening_before_take_that_evening_and_leave_its_day(
    feast: str, eve: str
) -> None:
    """The day counts from midnight, and whoever keeps it is in church on the evening before.

    In the glen the sun sets at about 20:55 on 1 May and 15:50 on 6 January.
    """
    hours = ("11:00", "13:30", "19:30")

    degrees = [degree_at(f"{eve} {hour}", keeping(feast)) for hour in hours]

    assert degrees == [0, 0, Degree.NEVER]


@pytest.mark.parametrize("feast", ["easter_sunday", "good_friday", "orthodox_good_friday"])
def test_a_feast_without_services_on_its_eve_leaves_the_evening_free(feast: str) -> None:
    eves = {
        "easter_sunday": "Saturday 27 March 2027",
        "good_friday": "Thursday 25 March 2027",
        "orthodox_good_friday": "Thursday 29 April 2027",
    }

    assert degree_at(f"{eves[feast]} 19:30", keeping(feast)) == 0


def test_friday_prayers_leave_the_morning_free() -> None:
    person = keeping("jumuah")
    hours = (
        "Friday 11 June 2027 10:00",
        "Friday 11 June 2027 11:00",
        "Thursday 10 June 2027 12:30",
    )

    assert [degree_at(hour, person) for hour in hours] == [0, Degree.NEVER, 0]


def test_the_nine_nights_of_navratri_leave_the_days_free() -> None:
    """They begin on Thursday 30 September 2027; the sun sets at 18:57 in the glen."""
    person = keeping("navratri_nights")
    hours = (
        "Wednesday 29 September 2027 19:00",
        "Thursday 30 September 2027 11:00",
        "Thursday 30 September 2027 19:00",
        "Friday 8 October 2027 19:00",
        "Sunday 10 October 2027 19:00",
    )

    assert [degree_at(hour, person) for hour in hours] == [0, 0, Degree.NEVER, Degree.NEVER, 0]


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


def on_eid(words: str, *days: str) -> int:
    """Eid al-Fitr 2027 is on Tuesday 9 March or on Wednesday 10, where the moon is seen later."""
    feasts = tuple(NamedFeast(festival="eid_al_fitr", day=on(day)) for day in days)
    return degree_at(words, keeping("eid", keeps_on=feasts))


TUESDAY, WEDNESDAY = "Tuesday 9 March 2027", "Wednesday 10 March 2027"


@pytest.mark.parametrize(
    ("named", "degrees"),
    [
        ((), [Degree.NEVER, Degree.NEVER, Degree.NEVER, 0]),
        ((TUESDAY,), [Degree.NEVER, Degree.NEVER, 0, 0]),
        ((WEDNESDAY,), [0, Degree.NEVER, Degree.NEVER, 0]),
    ],
)
def test_a_day_somebody_named_ends_the_doubt(named: tuple[str, ...], degrees: list[int]) -> None:
    """The evening before belongs to it: of Monday where it is Tuesday, of Tuesday afterwards."""
    hours = (
        "Monday 8 March 2027 20:00",
        f"{TUESDAY} 20:00",
        f"{WEDNESDAY} 11:00",
        "Thursday 11 March 2027 11:00",
    )

    assert [on_eid(hour, *named) for hour in hours] == degrees


def test_what_somebody_trusts_announced_counts_for_those_who_go_by_it() -> None:
    """The mosque is invented. Her own word goes before any other."""
    mosque = AnnouncedFeast(festival="eid_al_fitr", day=on(WEDNESDAY), by="Glen Mosque")
    programme = PROGRAMME.model_copy(update={"announced": (mosque,)})
    goes_by = keeping("eid_al_fitr", keeps_with=("glen mosque",))
    own = NamedFeast(festival="eid_al_fitr", day=on(TUESDAY))
    herself = goes_by.model_copy(update={"keeps_on": (own,)})

    mornings = [
        [degree_at(f"{day} 11:00", person, programme) for day in (TUESDAY, WEDNESDAY)]
        for person in (goes_by, herself, keeping("eid_al_fitr"))
    ]

    assert mornings == [[0, Degree.NEVER], [Degree.NEVER, 0], [Degree.NEVER, Degree.NEVER]]


def test_ramadan_named_to_begin_later_ends_no_earlier() -> None:
    """The moon that begins the month does not say how long it lasts."""
    begins = NamedFeast(festival="ramadan", day=on("Tuesday 9 February 2027"))
    person = keeping(keeps_on=(begins,))
    days = ("Monday 8 February 2027", "Tuesday 9 February 2027", TUESDAY)

    assert [degree_at(f"{day} 17:00", person) for day in days] == [0, Degree.NEVER, Degree.NEVER]


def test_a_day_no_calendar_holds_for_possible_is_kept_beside_those_that_are() -> None:
    thursday = "Thursday 11 March 2027"

    kept = [on_eid(f"{day} 11:00", thursday) for day in (TUESDAY, WEDNESDAY)]

    assert kept == [Degree.NEVER, Degree.NEVER]
    stray = NamedFeast(festival="eid_al_fitr", day=on(thursday))
    assert degree_at(f"{thursday} 11:00", keeping(keeps_on=(stray,))) == Degree.NEVER


def test_a_feast_of_services_named_on_another_day_keeps_that_day_and_its_evening_before() -> None:
    """Ukraine's churches keep Christmas on 25 December, which is also a feast of other churches."""
    feast = NamedFeast(festival="orthodox_christmas", day=on("Saturday 25 December 2027"))
    keeper = keeping("orthodox_christmas", keeps_on=(feast,))
    hours = ("Friday 24 December 2027 11:00", "Friday 24 December 2027 18:00")

    degrees = [degree_at(hour, keeper) for hour in (*hours, "Saturday 25 December 2027 11:00")]

    assert degrees == [0, Degree.NEVER, Degree.NEVER]


def test_the_sabbath_has_an_end_where_midsummer_never_gets_dark() -> None:
    """In Unst the sun sets at 22:39 on 18 and 19 June 2027; the end is 72 minutes after it."""
    unst = PROGRAMME.places[0].model_copy(update={"latitude": 60.8, "longitude": -0.8})
    programme = PROGRAMME.model_copy(update={"places": (unst,)})
    hours = (
        "Friday 18 June 2027 20:00",
        "Friday 18 June 2027 20:30",
        "Saturday 19 June 2027 11:00",
        "Saturday 19 June 2027 23:00",
        "Sunday 20 June 2027 00:00",
    )

    degrees = [degree_at(hour, keeping("shabbat"), programme) for hour in hours]

    assert degrees == [0, Degree.NEVER, Degree.NEVER, Degree.NEVER, 0]


@pytest.mark.parametrize("window", [*WINDOWS, (date(2027, 2, 5), date(2027, 2, 9))])
def test_both_forms_agree(window: tuple[date, date]) -> None:
    people = [
        keeping(*CODES[number::4], code=f"m{number}", home="glen" if number % 2 else "nowhere")
        for number in range(4)
    ]
    named = NamedFeast(festival="good_friday_orthodox", day=window[0])
    people[0] = people[0].model_copy(update={"keeps_on": (named,)})
    unknown = RORY.model_copy(update={"keeps": ("nonsense", "jumuah")})
    grid = a_grid(a_programme((HALL,), window), people=(*people, unknown, ISHBEL))

    assert forms_agree(Festivals(), grid)
