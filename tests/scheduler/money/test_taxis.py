"""What a taxi may take at most, reckoned by hand from the tariffs."""

import pytest

from scheduler.money.fares import guessed_fare
from scheduler.money.rates import KM_PER_MILE
from scheduler.money.taxis import tariff_of
from scheduler.samples import PROGRAMME

TEN_MILES = 10 * KM_PER_MILE


def test_ten_miles_in_argyll_and_bute_at_night_booked_ahead() -> None:
    """860 of 17,600 yards for £4.14; 16,740 by 150 are 112 steps at 23p, and 35p to book."""
    tariff = tariff_of("Argyll and Bute")

    assert tariff is not None
    assert tariff.pence(TEN_MILES) == 414 + 112 * 23 + 35


def test_ten_miles_in_highland_pay_for_the_way_out_as_well() -> None:
    """The dearest hours: 560 of 35,200 yards for £4.00, 34,640 by 65 are 533 steps, £1 to book."""
    tariff = tariff_of("highland")

    assert tariff is not None
    assert tariff.pence(TEN_MILES) == 400 + 533 * 10 + 100


def test_a_short_trip_costs_the_first_charge() -> None:
    tariff = tariff_of("Argyll and Bute")

    assert tariff is not None
    assert tariff.pence(0.1) == 414 + 35


@pytest.mark.parametrize(
    ("council", "assumed", "pence"),
    [
        ("Argyll and Bute", None, 2 * (414 + 112 * 23 + 35)),
        ("Argyll and Bute", 100, 3219),
        ("Fife", None, 4828),
        ("", None, 4828),
    ],
)
def test_a_guess_takes_the_councils_tariff_unless_somebody_said_otherwise(
    council: str, assumed: int | None, pence: int
) -> None:
    estimate = PROGRAMME.estimate.model_copy(update={"taxi_pence_per_km": assumed})
    programme = PROGRAMME.model_copy(update={"estimate": estimate})

    assert guessed_fare(programme, "taxi", TEN_MILES, council=council) == pence


@pytest.mark.parametrize(
    ("least", "pence"), [(None, 2 * (400 + 100)), (300, 600), (0, 30)], ids=["read", "own", "none"]
)
def test_a_short_way_without_a_tariff_costs_what_a_taxi_takes_at_least(
    least: int | None, pence: int
) -> None:
    """It was 30p for a hundred metres there and back, and counted so against money for taxis.

    The dearest first charge of a tariff that could be read is that of Highland, £4 and £1 to book.
    """
    estimate = PROGRAMME.estimate.model_copy(update={"taxi_least_pence": least})
    programme = PROGRAMME.model_copy(update={"estimate": estimate})

    assert guessed_fare(programme, "taxi", 0.1, council="") == pence


def test_mileage_goes_by_the_rate_for_a_mile() -> None:
    assert guessed_fare(PROGRAMME, "car", TEN_MILES, council="") == 1100
