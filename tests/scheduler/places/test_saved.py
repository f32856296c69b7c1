"""Venues that were brought in are saved, and read again as they were."""

from pathlib import Path

import pytest

from scheduler.errors import ProgrammeError
from scheduler.places.importing import import_venues
from scheduler.places.saved import write_venues
from scheduler.venues import Venue
from tests.conftest import shared_data
from tests.scheduler.places.maps import HALL, feature, geojson, written


@pytest.mark.parametrize("name", ["venues.csv", "venues.json", "venues.geojson"])
def test_venues_are_read_again_as_they_were_saved(tmp_path: Path, name: str) -> None:
    tags = HALL | {"wheelchair": "yes", "bar": "yes", "phone": "+44 1632 960 001", "capacity": "9"}
    venues = import_venues(written(geojson(feature(tags)), tmp_path)).venues

    write_venues(venues, tmp_path / name)

    assert import_venues(tmp_path / name).venues == venues


@pytest.mark.parametrize("name", ["venues.csv", "venues.json", "venues.geojson"])
def test_no_venues_are_saved_as_none(tmp_path: Path, name: str) -> None:
    write_venues((), tmp_path / name)

    assert import_venues(tmp_path / name).venues == ()


@pytest.mark.parametrize("name", ["venues.csv", "venues.json", "venues.geojson"])
def test_a_real_town_is_read_again_as_it_was_saved(tmp_path: Path, name: str) -> None:
    venues = import_venues(shared_data("places", "newport", "venues.geojson")).venues

    write_venues(venues, tmp_path / name)

    assert import_venues(tmp_path / name).venues == venues


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProgrammeError) as refused:
        write_venues((Venue(code="hall"),), tmp_path / "venues.xlsx")

    assert str(refused.value) == (
        "venues.xlsx ends neither in .csv, .json nor .geojson; name it so."
    )
