"""Seasons that tie people down: switched on by name, by region or by own days."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from constraints.lambing import Lambing
from constraints.land_year import LandYear
from scheduler.calendars.tables import TableError
from scheduler.calendars.tied_seasons import each_window, named, season_tables
from scheduler.events_nearby import DEGREES
from scheduler.people import Season
from scheduler.samples import ISHBEL
from tests.conftest import ROOT

DATA = ROOT / "constraints" / "data"
TABLES = season_tables(DATA)
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
        (
            "lambing",
            "the Borders",
            ["lambing_early_indoor", "lambing_lowland_main", "lambing_upland_outdoor"],
        ),
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


def test_two_seasons_of_one_name_are_refused(tmp_path: Path) -> None:
    """A file that is there again under another name would silently win over the first."""
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    (folder / "seasons").mkdir(exist_ok=True)
    (folder / "seasons" / "again.toml").write_text(
        'title = "t"\nsource = "s"\nlicence = "CC0-1.0"\nchecked = 2026-11-30\n'
        'good_until = 2027-12-31\n[[rows]]\nactivity_id = "hay"\nactivity = "hay"\n'
        'region = "Fife"\nstart_mmdd = "07-01"\nend_mmdd = "07-31"\n'
        'default_hardness = "avoid"\nsource = "invented"\n',
        "utf-8",
    )

    with pytest.raises(TableError, match="Another season has it"):
        season_tables(folder)


@pytest.mark.parametrize("activity", TABLES.seasons)
@pytest.mark.parametrize("how", ["name", "region", "own days"])
def test_every_row_speaks_for_a_person_as_its_hardness_says(activity: str, how: str) -> None:
    """Asked of the rules themselves, on the first day of the season as it was switched on."""
    usual = TABLES.seasons[activity]
    first, last = usual.window(2027)
    told = {
        "name": Season(activity=activity),
        "region": Season(activity=activity, region=usual.region),
        "own days": Season(activity=activity, begins=first, ends=last),
    }
    person = ISHBEL.model_copy(update={"seasons": (told[how],)})

    asked = (Lambing().check(first, person), LandYear().check(first, person))

    degrees = [objection.degree for objection in asked if objection]
    expected = DEGREES.get(usual.hardness)
    assert degrees == ([] if expected is None else [expected])
    assert usual.source
