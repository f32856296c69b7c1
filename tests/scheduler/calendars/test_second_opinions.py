"""Every festival of a moon or of Easter, 2020 to 2040, against a second library or reckoning.

Ours come from pyluach, hijridate, sxtwl, dateutil and own tables. The second opinions are tables of
the holidays package, the Chinese months of sxtwl, and Easter reckoned here by two published rules.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
import sxtwl
from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.islamic import _IslamicLunar

from tests.scheduler.calendars.test_observances import TABLES, in_year

YEARS = range(2020, 2041)
SECOND: dict[str, Mapping[int, Any]] = {
    "lunar_new_year": _ChineseLunisolar.LUNAR_NEW_YEAR_DATES,
    "mid_autumn": _ChineseLunisolar.MID_AUTUMN_DATES,
    "pesach_first_days": _HebrewLunisolar.PASSOVER_DATES,
    "purim": _HebrewLunisolar.PURIM_DATES,
    "rosh_hashanah": _HebrewLunisolar.ROSH_HASHANAH_DATES,
    "shavuot": _HebrewLunisolar.SHAVUOT_DATES,
    "sukkot_first_days": _HebrewLunisolar.SUKKOT_DATES,
    "yom_kippur": _HebrewLunisolar.YOM_KIPPUR_DATES,
    "ramadan": _IslamicLunar.RAMADAN_BEGINNING_DATES,
    "eid_al_fitr": _IslamicLunar.EID_AL_FITR_DATES,
    "eid_al_adha": _IslamicLunar.EID_AL_ADHA_DATES,
    "ashura": _IslamicLunar.ASHURA_DATES,
}
AFTER_EASTER = {"ash_wednesday": -46, "good_friday": -2, "easter_sunday": 0}
AFTER_PASCHA = {"orthodox_good_friday": -2, "orthodox_pascha": 0}
AT_THE_MOON = {
    "ramadan": 2,
    "eid_al_fitr": 2,
    "eid_al_adha": 11,
    "ashura": 11,
    "rosh_hashanah": 2,
    "yom_kippur": 11,
    "sukkot_first_days": 16,
    "purim": 16,
    "shemini_atzeret_simchat_torah": 23,
    "pesach_first_days": 16,
    "pesach_last_days": 22,
    "shavuot": 7,
    "navratri_nights": 1,
    "navratri_start": 1,
    "dussehra": 10,
    "ganesh_chaturthi": 4,
    "diwali": 30,
    "bandi_chhor_divas": 30,
    "guru_nanak_gurpurab": 15,
    "vesak": 15,
    "holi": 16,
    "janmashtami": 23,
    "maha_shivaratri": 29,
    "raksha_bandhan": 15,
}
"""The day of a month from new moon to new moon in Beijing that each is on, give or take two."""
BY_THE_SUN = {"christmas_day", "orthodox_christmas", "vaisakhi"}


def starts(festival_id: str, year: int) -> list[date]:
    """Return the first main days of a festival in a year."""
    return [found.start for found in in_year(festival_id, year)]


def test_every_festival_has_a_second_opinion() -> None:
    asked = {*SECOND, *AFTER_EASTER, *AFTER_PASCHA, *AT_THE_MOON, *BY_THE_SUN}

    assert set(TABLES.names) - asked == set()


@pytest.mark.parametrize("festival_id", SECOND)
def test_the_days_are_those_of_a_second_librarys_tables(festival_id: str) -> None:
    wrong = []
    for year in YEARS:
        told = SECOND[festival_id][year]
        pairs = told if isinstance(told[0], tuple) else (told,)
        days = [date(year, *pair) for pair in pairs]
        if starts(festival_id, year) != days:
            wrong.append((year, days))

    assert wrong == []


@pytest.mark.parametrize("festival_id", AT_THE_MOON)
def test_every_festival_of_a_moon_is_at_that_moon_in_every_year(festival_id: str) -> None:
    """Months are counted from other hours and by other sights of the moon, so two days are allowed.

    A month off would be 29 or 30 days by the date and nought by the moon: neighbours tell that.
    """
    found = [start for year in YEARS for start in starts(festival_id, year)]
    moons = [sxtwl.fromSolar(day.year, day.month, day.day).getLunarDay() for day in found]
    off = [(moon - AT_THE_MOON[festival_id] + 15) % 30 - 15 for moon in moons]

    assert len(found) >= len(YEARS)
    assert max(map(abs, off)) <= 2


def easter(year: int) -> date:
    """Return Easter Sunday by the anonymous Gregorian rule (Meeus, Astronomical Algorithms)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    correction = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - correction - rest % 4) % 7
    late = (golden + 11 * correction + 22 * weekday) // 451
    month, day = divmod(correction + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def pascha(year: int) -> date:
    """Return Orthodox Easter by Meeus's Julian rule, thirteen days later in these centuries."""
    epact = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, day = divmod(epact + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


@pytest.mark.parametrize("year", YEARS)
def test_easter_and_what_hangs_on_it_are_reckoned_alike(year: int) -> None:
    for after, sunday in ((AFTER_EASTER, easter(year)), (AFTER_PASCHA, pascha(year))):
        for festival_id, days in after.items():
            assert starts(festival_id, year) == [sunday + timedelta(days=days)]


@pytest.mark.parametrize(
    ("festival_id", "days"),
    [
        ("christmas_day", {(12, 25)}),
        ("orthodox_christmas", {(1, 7)}),
        ("vaisakhi", {(4, 13), (4, 14)}),
    ],
)
def test_festivals_of_the_sun_keep_their_day(festival_id: str, days: set[tuple[int, int]]) -> None:
    found = {(start.month, start.day) for year in YEARS for start in starts(festival_id, year)}

    assert found <= days
