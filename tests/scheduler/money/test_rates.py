"""Which rate holds: the programme's own first, then the table's for its first day."""

from datetime import date

import pytest

from scheduler.facts import NO, UNKNOWN, YES, Fact
from scheduler.journeys import Journey
from scheduler.money.fares import guessed_by
from scheduler.money.rates import Rate, rate_for, rides_free
from scheduler.money.words import OwnRate, RateName
from scheduler.people import Travel
from scheduler.samples import HALL, ISHBEL, PROGRAMME, at, on
from scheduler.ways import way_for

RATES: tuple[RateName, ...] = ("mileage", "day", "half day")
GUIDES = OwnRate(what="day", pence=10_001, by="The group", on=on("Monday 23 November 2026"))


def test_mileage_is_that_of_the_tax_year_a_programme_begins_in() -> None:
    """moorepay.co.uk gives 45p for 2025-26; mooreks.co.uk 55p from 6 April 2026."""
    found = [
        rate_for(PROGRAMME.model_copy(update={"first_day": first}), "mileage")
        for first in (date(2026, 4, 5), date(2026, 4, 6), date(2027, 3, 1))
    ]

    assert [rate.pence for rate in found if rate] == [45, 55, 55]


def test_a_rate_says_whose_it_is_and_that_nobody_looked_it_up_for_a_later_day() -> None:
    rate = rate_for(PROGRAMME, "mileage")

    assert rate is not None
    whose = "approved mileage of HM Revenue and Customs from Monday 6 April 2026"
    assert rate.version(date(2027, 4, 5)) == whose
    assert rate.version(date(2027, 4, 6)) == f"{whose}; not looked up for Tuesday 6 April 2027"


def test_a_programmes_own_rate_goes_before_the_tables_with_who_set_it() -> None:
    programme = PROGRAMME.model_copy(update={"rates": (GUIDES,)})

    assert rate_for(programme, "day") == Rate(
        10_001, "own rate, set by The group on Monday 23 November 2026"
    )
    assert rate_for(programme, "half day") == Rate(
        5000, "half of a day: own rate, set by The group on Monday 23 November 2026"
    )


def test_what_no_table_has_is_not_known_until_somebody_sets_it() -> None:
    assert [rate_for(PROGRAMME, what) for what in ("food", "sitter", "materials")] == [None] * 3


@pytest.mark.parametrize(
    ("nation", "card", "by", "pence", "known"),
    [
        ("scotland", YES, "bus", 0, True),
        ("scotland", NO, "bus", 420, True),
        ("scotland", UNKNOWN, "bus", 420, True),
        ("scotland", YES, "train", 420, True),
        ("england-and-wales", YES, "bus", 420, True),
    ],
)
def test_a_card_is_good_for_buses_in_scotland_at_any_hour_and_for_nothing_else(
    nation: str, card: Fact, by: str, pence: int, known: bool
) -> None:
    """transport.gov.scot: any time of day; elsewhere hours differ, so what was entered counts."""
    journey = Journey.model_validate(
        {"person": "ishbel", "venue": "hall", "by": by, "out_minutes": 10, "pence": 420}
    )
    programme = PROGRAMME.model_copy(update={"nation": nation, "journeys": (journey,)})
    ishbel = ISHBEL.model_copy(update={"travel": Travel(free_bus=card)})

    way = way_for(
        programme,
        ishbel,
        HALL,
        time=(at("Tuesday 8 June 2027 08:00"), at("Tuesday 8 June 2027 09:00")),
    )

    assert (way.pence, way.fare_known) == (pence, known)


def test_a_journey_without_a_fare_is_not_taken_to_be_free() -> None:
    journey = Journey(person="ishbel", venue="hall", by="bus", out_minutes=10)
    programme = PROGRAMME.model_copy(update={"journeys": (journey,)})

    way = way_for(
        programme,
        ISHBEL,
        HALL,
        time=(at("Tuesday 8 June 2027 10:00"), at("Tuesday 8 June 2027 12:00")),
    )

    assert (way.pence, way.fare_known) == (0, False)


def test_only_what_a_table_names_is_free() -> None:
    assert [rides_free(PROGRAMME, by) for by in ("bus", "ferry", "taxi")] == [True, False, False]


@pytest.mark.parametrize(
    ("estimate", "council", "says"),
    [
        (
            {},
            "Argyll and Bute",
            "the most a taxi may take by the tariff of Argyll and Bute from Friday 22 April 2022",
        ),
        (
            {},
            "Highland",
            (
                "the most a taxi may take by the tariff of Highland without a date, "
                "looked up on Monday 30 November 2026"
            ),
        ),
        (
            {},
            "Fife",
            (
                "£1.50 a kilometre, our own assumption, and at least £5.00 each way, "
                "the dearest first charge of the council tariffs looked up"
            ),
        ),
        (
            {"taxi_pence_per_km": 200, "taxi_least_pence": 350},
            "Highland",
            "£2.00 a kilometre, as the programme assumes, and at least £3.50 each way",
        ),
    ],
    ids=["dated", "undated", "no tariff", "own"],
)
def test_a_guessed_taxi_says_by_whose_rate_and_which_version(
    estimate: dict[str, int], council: str, says: str
) -> None:
    own = PROGRAMME.estimate.model_copy(update=estimate)
    programme = PROGRAMME.model_copy(update={"estimate": own})

    assert guessed_by(programme, "taxi", council=council, day=date(2027, 6, 7)) == says


def test_every_rate_of_the_tables_says_its_version_and_source() -> None:
    days = (date(2025, 5, 1), date(2027, 6, 7))
    for what in RATES:
        for day in days:
            rate = rate_for(PROGRAMME.model_copy(update={"first_day": day}), what)

            assert rate is not None
            assert len(rate.version(day)) > len("from")
            assert "HM Revenue" in rate.source or "Iriss" in rate.source
            is_looked_up = rate.last is None or day <= rate.last
            assert ("not looked up" in rate.version(day)) != is_looked_up
