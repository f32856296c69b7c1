"""Venues that share a name are told apart by where they are, in every sentence about them."""

import pytest

from scheduler.programme import Programme
from scheduler.samples import HALL, PROGRAMME
from scheduler.told_apart import told_apart
from scheduler.venues import Place, Venue
from tests.scheduler.promised_against import against, plan_against
from web.plan_text import plan_text

NEAR = Place(code="near", name="Nearby", latitude=56.0, longitude=-4.0, postcode_district="XX1")
WIDE = Place(code="wide", postcode_district="XX7")
PLACES = {place.code: place for place in (NEAR, WIDE)}


def labels(*given: dict[str, object]) -> list[str]:
    """Return what venues are called that are all named Memorial Hall where nothing else is said."""
    venues = (
        Venue.model_validate({"code": f"h{number}", "name": "Memorial Hall", **each})
        for number, each in enumerate(given, 1)
    )
    return [venue.label for venue in told_apart(tuple(venues), PLACES.get)]


def test_a_venue_with_a_name_of_its_own_is_called_that() -> None:
    assert labels({}, {"name": "Town Hall", "place": "near"}) == ["Memorial Hall", "Town Hall"]


def test_two_without_any_name_are_called_by_their_codes() -> None:
    assert labels({"name": ""}, {"name": ""}) == ["h1", "h2"]


def test_the_same_name_in_other_letters_is_the_same_name() -> None:
    said = labels({"place": "near"}, {"name": "memorial  hall", "place": "Elsewhere"})

    assert said == ["Memorial Hall (Nearby)", "memorial  hall (Elsewhere)"]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({"place": "near"}, {"place": "Elsewhere"}, ("Nearby", "Elsewhere")),
        ({"place": "near"}, {"place": "wide"}, ("XX1", "XX7")),
        (
            {"place": "near", "address": "1 Main Street, XX1 4AB"},
            {"place": "near", "address": "2 High Street, XX12 4AB"},
            ("XX1", "XX12"),
        ),
        (
            {"place": "near", "address": "1 Main Street"},
            {"place": "near", "address": "2 Mill Lane"},
            ("1 Main Street", "2 Mill Lane"),
        ),
        ({"kind": "church hall"}, {"kind": "library"}, ("church hall", "library")),
        (
            {"place": "near", "latitude": 56.01, "longitude": -4.0},
            {"place": "near", "latitude": 56.0, "longitude": -4.02},
            ("1.1 km north of Nearby", "1.2 km west of Nearby"),
        ),
        (
            {"place": "near", "address": "1 Main Street", "kind": "library"},
            {"place": "near", "kind": "library"},
            ("Nearby, XX1, 1 Main Street, library", "Nearby, XX1, library"),
        ),
        ({}, {}, ("h1", "h2")),
        ({"place": "near"}, {"place": "near"}, ("h1", "h2")),
    ],
    ids=(
        "places",
        "districts where a place has no name",
        "districts of their addresses",
        "addresses",
        "kinds",
        "which way from the place",
        "all that is known together",
        "codes where nothing is known",
        "codes where all that is known is the same",
    ),
)
def test_two_of_one_name_are_told_apart_by(
    one: dict[str, object], other: dict[str, object], said: tuple[str, str]
) -> None:
    assert labels(one, other) == [f"Memorial Hall ({where})" for where in said]


def again(programme: Programme) -> Programme:
    """Return a programme as it is read."""
    return Programme.model_validate_json(programme.model_dump_json())


def with_two_halls() -> Programme:
    """Return the invented programme with a second Glen Hall, in the town."""
    other = HALL.model_copy(update={"code": "hall-2", "place": "town"})
    return again(PROGRAMME.model_copy(update={"venues": (HALL, other)}))


def test_a_programme_tells_its_venues_apart_and_writes_their_names_as_entered() -> None:
    programme = with_two_halls()

    assert [venue.label for venue in programme.venues] == [
        "Glen Hall (The Glen)",
        "Glen Hall (The Town)",
    ]
    assert [venue.name for venue in programme.venues] == ["Glen Hall", "Glen Hall"]
    assert again(programme) == programme


def test_a_plan_says_of_its_venue_which_of_two_it_is() -> None:
    loft = against().venues[-1].model_copy(update={"name": "Glen Hall", "place": "town"})
    programme = again(against().model_copy(update={"venues": (*against().venues[:-1], loft)}))

    lines = plan_text(programme, plan_against()).splitlines()

    assert [line.split("  ")[-2] for line in lines if line.startswith(("   1", "   2"))] == [
        "Glen Hall (The Glen)",
        "Glen Hall (The Town)",
    ]
