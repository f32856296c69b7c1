"""Positions the wrong way round, or without their minus, are refused."""

from pathlib import Path

import pytest

from tests.scheduler.files.folders import a_document, a_folder, read, sentences_of


def at(tmp_path: Path, latitude: str, longitude: str) -> Path:
    return a_folder(tmp_path, places=("56.6,-4.0", f"{latitude},{longitude}"))


@pytest.mark.parametrize(
    ("latitude", "longitude"), [("-3.2", "55.8"), ("1.75", "52.5"), ("-10.4", "52.1")]
)
def test_a_position_the_wrong_way_round_is_refused(
    tmp_path: Path, latitude: str, longitude: str
) -> None:
    """It was taken for a spot in the Indian Ocean, where the sun sets at other hours."""
    says = f'"{latitude}" and longitude {longitude} are the wrong way round; swap them'

    assert sentences_of(at(tmp_path, latitude, longitude)) == [
        f"places.csv line 2: latitude {says}."
    ]


@pytest.mark.parametrize(("latitude", "longitude"), [("55.8", "3.2"), ("60.2", "1.2")])
def test_a_position_at_sea_lacks_its_minus(tmp_path: Path, latitude: str, longitude: str) -> None:
    says = f"is in the North Sea; west of Greenwich write -{longitude}, or correct it"

    assert sentences_of(at(tmp_path, latitude, longitude)) == [
        f'places.csv line 2: longitude "{longitude}" {says}.'
    ]


@pytest.mark.parametrize(
    ("where", "latitude", "longitude"),
    [
        ("Unst", "60.8", "-0.9"),
        ("Lowestoft", "52.5", "1.7"),
        ("Dingle", "52.1", "-10.3"),
        ("Amsterdam", "52.4", "4.9"),
        ("Bergen", "60.4", "5.3"),
        ("Toronto", "43.7", "-79.4"),
    ],
)
def test_anywhere_else_on_land_is_read(
    tmp_path: Path, where: str, latitude: str, longitude: str
) -> None:
    place = read(at(tmp_path, latitude, longitude)).places[0]

    assert (where, place.latitude, place.longitude) == (where, float(latitude), float(longitude))


def test_a_venue_the_wrong_way_round_is_refused_too(tmp_path: Path) -> None:
    position = '"latitude": -4.0, "longitude": 56.6'
    document = a_document(tmp_path, '"kind": "village hall"', f'"kind": "hall", {position}')

    (says,) = sentences_of(document)

    assert says.partition(": ")[2] == (
        'venues[hall].latitude "-4.0" and longitude 56.6 are the wrong way round; swap them.'
    )
