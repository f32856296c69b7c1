"""Seasons that tie people down: switched on by name, by region or by own days."""

from datetime import date

import pytest

from scheduler.calendars.tied_seasons import each_window, named, season_tables
from scheduler.people import Season
from tests.conftest import ROOT

TABLES = season_tables(ROOT / "constraints" / "data")
YEAR = (date(2027, 1, 1), date(2027, 12, 31))


def names(activity: str, region: str = "") -> list[str]:
    """Return which seasons of the calendar an activity in a region stands for."""
    return [each.activity for each in named(Season(activity=activity, region=region), TABLES)]


@pytest.mark.parametrize("activity", TABLES.seasons)
def test_every_season_can_be_switched_on_by_its_name(activity: str) -> None:
    ((season, (first, _)), *_) = each_window((Season(activity=activity),), YEAR, tables=TABLES)

    assert (season.activity, (first.month, first.day)) == (
        activity,
        TABLES.seasons[activity].first,
    )


@pytest.mark.parametrize("activity", TABLES.seasons)
def test_every_season_can_be_switched_on_by_its_region(activity: str) -> None:
    region = TABLES.seasons[activity].region

    assert activity in names(activity, region)


@pytest.mark.parametrize("activity", TABLES.seasons)
def test_every_season_can_be_switched_on_by_own_days(activity: str) -> None:
    own = Season(activity=activity, begins=date(2027, 6, 3), ends=date(2027, 6, 9))

    windows = [w for _, w in each_window((own,), YEAR, tables=TABLES) if w[0].year == 2027]

    assert windows == [(date(2027, 6, 3), date(2027, 6, 9))]


@pytest.mark.parametrize(
    ("activity", "region", "found"),
    [
        ("lambing", "the Borders", ["lambing_early_indoor", "lambing_upland_outdoor"]),
        ("lambing", "shetland", ["lambing_shetland"]),
        ("lambing", "Fife", ["lambing_unknown_flock"]),
        ("harvest", "Orkney", ["harvest_spring_barley_wheat"]),
        ("potato_harvest", "Angus", ["potato_harvest"]),
        ("shearing", "Argyll", ["shearing"]),
        ("salmon", "Argyll", ["salmon"]),
        ("lambing", "", ["lambing"]),
    ],
)
def test_a_region_stands_for_every_season_there_that_begins_alike(
    activity: str, region: str, found: list[str]
) -> None:
    assert names(activity, region) == found
