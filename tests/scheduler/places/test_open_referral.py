"""A directory of services brings places in: what it says in sentences is no answer to anything."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from scheduler.facts import Answer
from scheduler.places.importing import import_venues
from scheduler.places.merging import merge
from tests.scheduler.places.maps import written

HALL: Mapping[str, Any] = {
    "id": "5b0d2c1e-0000-4000-8000-000000000001",
    "name": "Invented Hall",
    "latitude": 57.5,
    "longitude": -5.0,
    "external_identifier": "9051000000",
    "external_identifier_type": "UPRN",
    "addresses": [{"address_1": "1 High Street", "city": "Invented", "postal_code": "XX1 1XX"}],
    "phones": [{"number": "01632 960100"}],
    "accessibility": [{"description": "Ramp at the back.", "details": "Ask for the key."}],
}
"""A place that does not exist, as a directory tells of it."""


def service(name: str, *places: Any) -> dict[str, Any]:  # noqa: ANN401 - also what is none
    """Return a service of a directory that is held in some places."""
    return {"id": name, "name": name, "service_at_locations": [{"location": p} for p in places]}


def directory(folder: Path, *services: Any) -> Path:  # noqa: ANN401
    """Write a page of a directory."""
    return written({"total_items": len(services), "contents": list(services)}, folder, "or.json")


def test_a_place_comes_with_its_address_number_and_position(tmp_path: Path) -> None:
    (venue,) = import_venues(directory(tmp_path, service("Lunch club", HALL))).venues

    assert (venue.code, venue.name, venue.address, venue.phone, venue.latitude) == (
        "uprn-9051000000",
        "Invented Hall",
        "1 High Street, Invented, XX1 1XX",
        "01632 960100",
        57.5,
    )


def test_sentences_about_access_are_kept_and_answer_nothing(tmp_path: Path) -> None:
    (venue,) = import_venues(directory(tmp_path, service("Lunch club", HALL))).venues

    fact = venue.access["step-free"]

    assert (fact.answer, fact.note) == (Answer.UNKNOWN, "Ramp at the back. Ask for the key.")
    assert venue.licensed.is_unknown
    assert venue.operator == venue.kind == ""


def test_a_place_of_two_services_is_one_row_that_says_so(tmp_path: Path) -> None:
    (row,) = import_venues(
        directory(tmp_path, service("Lunch club", HALL), service("Advice", HALL))
    ).rows

    assert row.remarks[1] == "held there: Lunch club and Advice"


@pytest.mark.parametrize("under", ["service_at_locations", "locations"])
def test_a_list_of_places_alone_is_read_too(tmp_path: Path, under: str) -> None:
    listed = {"location": HALL} if under == "service_at_locations" else HALL

    found = import_venues(written({under: [listed]}, tmp_path, "or.json"))

    assert [venue.name for venue in found.venues] == ["Invented Hall"]


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ({**HALL, "name": ""}, "it has no name; give it one in the directory, or enter it by hand"),
        ({**HALL, "latitude": 95}, '"95.0" is out of range; write -90 to 90'),
        (
            {**HALL, "longitude": None},
            "longitude is missing; give latitude and longitude, or neither",
        ),
        ({**HALL, "latitude": -5.0, "longitude": 57.5}, "swap them"),
        ("a place", "is no group of named fields; export the directory again"),
    ],
)
def test_what_cannot_be_is_refused_alone(tmp_path: Path, place: object, says: str) -> None:
    good = {**HALL, "id": "good", "name": "Other Hall", "external_identifier": ""}

    rows = import_venues(directory(tmp_path, service("Lunch club", place, good))).rows

    assert sorted(bool(row.refused) for row in rows) == [False, True]
    assert says in next(row.refused for row in rows if row.refused)


def test_a_service_that_is_held_nowhere_is_no_place(tmp_path: Path) -> None:
    assert import_venues(directory(tmp_path, {"id": "1", "name": "By phone only"})).rows == ()


def test_the_same_directory_again_changes_nothing(tmp_path: Path) -> None:
    found = import_venues(directory(tmp_path, service("Lunch club", HALL)))

    again = merge(found.venues, found)

    assert (again.venues, again.added, again.changed) == (found.venues, (), ())
