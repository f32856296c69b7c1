"""Lunar days from sun and moon, against days that calendars of India print."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from scheduler.calendars.lunar_days import day_of_lunar_day

DUSK = timedelta(hours=18, minutes=30)
SUNRISE = timedelta(hours=6)


@pytest.mark.parametrize(
    ("year", "month", "lunar_day", "day"),
    [
        # Diwali, the new moon that ends Ashvina: excelnotes.com list 2020-2049.
        (2025, 7, 30, date(2025, 10, 20)),
        (2028, 7, 30, date(2028, 10, 17)),
        # 2023 had two months of Shravana; festivals are kept in the second.
        (2023, 5, 15, date(2023, 8, 31)),
        # Makara Sankranti names Pausha; its full moon may come in January or in December.
        (2027, 10, 15, date(2027, 1, 22)),
    ],
)
def test_lunar_day_falls_on_the_printed_day(
    year: int, month: int, lunar_day: int, day: date
) -> None:
    at = DUSK if lunar_day == 30 else SUNRISE

    assert day_of_lunar_day(year, month, lunar_day, at=at) == day


def test_lunar_day_that_no_sunrise_sees_belongs_to_the_day_after_it_began() -> None:
    """A lunar day may be shorter than a day of ours and begin and end between two sunrises."""
    days = [day_of_lunar_day(2027, 7, number, at=SUNRISE) for number in range(1, 31)]

    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    assert (min(gaps), max(gaps), sum(gaps)) == (0, 2, 28)
