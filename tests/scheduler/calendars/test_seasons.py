"""Seasons of the land and the sea, and the lambing window from the day the tups went in."""

from datetime import date

import pytest

from scheduler.calendars.seasons import (
    Season,
    TupsOutOfOrderError,
    lambing_window,
    read_seasons,
)
from scheduler.calendars.tables import read_table
from tests.conftest import ROOT

DATA = ROOT / "constraints" / "data"
SEASONS = {
    season.activity_id: season for season in read_seasons(read_table(DATA / "farming_calendar.csv"))
}
GESTATION = read_table(DATA / "lambing_gestation.csv")


def test_every_season_of_the_table_is_read() -> None:
    assert len(SEASONS) == 40


def test_season_tells_where_when_and_how_hard() -> None:
    hill = SEASONS["lambing_hill_blackface"]

    assert (hill.activity, hill.hardness, hill.evidence) == ("lambing", "never", "official+farm")
    assert hill.window(2027) == (date(2027, 4, 15), date(2027, 5, 20))


def test_season_may_run_over_the_year_end() -> None:
    hinds = SEASONS["stalking_hinds"]

    assert hinds.window(2026) == (date(2026, 10, 21), date(2027, 2, 15))
    assert hinds.windows_between(date(2027, 2, 1), date(2027, 11, 1)) == (
        (date(2026, 10, 21), date(2027, 2, 15)),
        (date(2027, 10, 21), date(2028, 2, 15)),
    )


def test_day_outside_a_season_has_no_window() -> None:
    shearing: Season = SEASONS["shearing"]

    assert shearing.windows_between(date(2027, 8, 1), date(2028, 5, 31)) == ()


def test_lambing_follows_the_day_the_tups_went_in() -> None:
    """SRUC Kirkton: tups out to the hill on 24 November, lambing from about 20 April (147 days)."""
    first, last = lambing_window(date(2026, 11, 24), date(2027, 1, 5), gestation=GESTATION)

    assert (first, last) == (date(2027, 4, 18), date(2027, 6, 4))


def test_tups_that_come_out_before_they_go_in_are_refused() -> None:
    with pytest.raises(TupsOutOfOrderError) as refused:
        lambing_window(date(2027, 1, 5), date(2026, 11, 24), gestation=GESTATION)

    assert str(refused.value) == (
        "The tups went in on 2027-01-05 and out on 2026-11-24. Swap the two dates, or correct one."
    )
