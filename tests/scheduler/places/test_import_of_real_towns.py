"""Real extracts of OpenStreetMap, counted twice: by the import, and straight from the raw tags."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from opening_hours import validate

from scheduler.places.import_summary import summary_of
from scheduler.places.imported import VenueImport
from scheduler.places.importing import import_venues
from tests.conftest import shared_data

Tags = dict[str, str]

NEWPORT = shared_data("places", "newport", "venues.geojson")
ISLAND = shared_data("places", "isle-of-man", "food-and-drink.geojson")
CHURCHES = shared_data("places", "isle-of-man", "places-of-worship.geojson")
NAMELESS = "it has no name; give it one on the map, or enter it by hand"
WHEELCHAIR_REFUSED = [("yes", "not a place to meet (amenity=parking): it is no room")]
"""The one place with the tag that is no room, a car park."""
FIGURES = {
    "wheelchair": 18,
    "toilets:wheelchair": 1,
    "capacity": 3,
    "opening_hours": 213,
    "phone": 214,
}
"""Of how many places of Newport the map says something, as counted when the extract was cut."""


def raw(path: Path) -> list[Tags]:
    """Return the tags of each feature of a file."""
    features = json.loads(path.read_text("utf-8"))["features"]
    return [each["properties"] for each in features]


def raw_taken(path: Path, imported: VenueImport) -> list[Tags]:
    """Return the tags of the features that were taken."""
    return [tags for tags, row in zip(raw(path), imported.rows, strict=True) if row.venue]


def count(taken: list[Tags], holds: Callable[[Tags], object]) -> int:
    """Return of how many features something holds."""
    return sum(bool(holds(tags)) for tags in taken)


def serves(tags: Tags) -> bool:
    """Say whether raw tags name alcohol; the extracts have no other tags of it."""
    drinks = ("drink:gin", "drink:wine")
    yes = ("bar", "microbrewery", "real_ale", "beer_garden", *drinks)
    return (
        tags.get("amenity") in {"pub", "bar", "nightclub"}
        or tags.get("club", "no") != "no"
        or tags.get("shop") == "alcohol"
        or tags.get("craft") in {"brewery", "distillery"}
        or tags.get("brewery", "no") != "no"
        or any(tags.get(key) == "yes" for key in yes)
    )


def test_newport_has_338_places_of_which_four_are_refused() -> None:
    imported = import_venues(NEWPORT)
    tags = raw(NEWPORT)

    assert len(imported.rows) == len(tags) == 338
    assert [row.number for row in imported.rows if row.refused[:3] == "not"] == [
        n
        for n, each in enumerate(tags, start=1)
        if each.get("disused") == "yes" or each.get("amenity") == "parking"
    ]
    # One tennis club stands on the map as a pub, a pitch and a sports centre.
    assert [row.name for row in imported.rows if row.refused[:8] == "the same"] == 2 * [
        "Stow Park Lawn Tennis Club"
    ]
    assert summary_of(imported).refused == 4


def test_newport_counts_are_those_of_the_raw_tags() -> None:
    imported = import_venues(NEWPORT)
    taken = raw_taken(NEWPORT, imported)
    found = summary_of(imported)

    assert found.known["phone"] == count(
        taken, lambda tags: {"phone", "contact:phone", "contact:mobile"} & tags.keys()
    )
    assert found.known["operator"] == count(
        taken, lambda tags: {"operator", "operator:en"} & tags.keys()
    )
    assert found.known["capacity"] == count(taken, lambda tags: tags.get("capacity")) == 3
    assert found.known["opening"] == count(
        taken,
        lambda tags: (
            len(hours := tags.get("opening_hours", "")) < 201 and hours and validate(hours)
        ),
    )
    for need, key in (("step-free", "wheelchair"), ("accessible toilet", "toilets:wheelchair")):
        said = Counter(tags.get(key, "unknown") for tags in taken)
        assert {answer: n for answer, n in found.access[need].items() if n} == said


def test_newport_figures_of_the_whole_file() -> None:
    tags = raw(NEWPORT)

    keys = Counter(key for each in tags for key in each)

    assert {key: keys[key] for key in FIGURES} == FIGURES


@pytest.mark.parametrize(
    ("kind", "amenity"),
    [
        ("pub", "pub"),
        ("bar", "bar"),
        ("nightclub", "nightclub"),
        ("library", "library"),
        ("restaurant", "restaurant"),
        ("cafe", "cafe"),
        ("community centre", "community_centre"),
    ],
)
def test_newport_kinds_are_those_of_the_raw_tags(kind: str, amenity: str) -> None:
    imported = import_venues(NEWPORT)

    assert sum(venue.kind == kind for venue in imported.venues) == count(
        raw_taken(NEWPORT, imported), lambda tags: tags.get("amenity") == amenity
    )


@pytest.mark.parametrize("path", [NEWPORT, ISLAND, CHURCHES], ids=lambda path: path.stem)
def test_alcohol_is_a_yes_exactly_where_a_raw_tag_names_it(path: Path) -> None:
    imported = import_venues(path)
    taken = raw_taken(path, imported)

    assert [venue.licensed.is_yes for venue in imported.venues] == [serves(tags) for tags in taken]
    assert [venue.code for venue in imported.venues if venue.licensed.is_no] == []


@pytest.mark.parametrize("path", [NEWPORT, ISLAND, CHURCHES], ids=lambda path: path.stem)
def test_every_hour_that_is_not_kept_is_quoted(path: Path) -> None:
    imported = import_venues(path)
    rows = [row for row in imported.rows if row.venue]

    assert [
        bool(row.venue and row.venue.opening) or '"' + hours[:80] in " ".join(row.remarks)
        for row, tags in zip(rows, raw_taken(path, imported), strict=True)
        if (hours := tags.get("opening_hours"))
    ] == count(raw_taken(path, imported), lambda tags: tags.get("opening_hours")) * [True]


def test_the_island_is_read_although_its_buildings_are_outlines() -> None:
    imported = import_venues(ISLAND)
    tags = raw(ISLAND)

    assert [row.number for row in imported.rows if row.refused == NAMELESS] == [
        n for n, each in enumerate(tags, start=1) if not each.get("name")
    ]
    assert [row.number for row in imported.rows if "amenity=fast_food" in row.refused] == [
        n
        for n, each in enumerate(tags, start=1)
        if each.get("name") and each["amenity"] == "fast_food"
    ]
    assert [row.code for row in imported.rows] == [
        f"osm-{each['osm_type']}-{each['osm_id']}" for each in tags
    ]


def test_each_of_the_18_wheelchair_tags_of_newport_is_taken_as_it_says() -> None:
    """Every place with the tag is taken with that answer, signed; every other one is unknown."""
    imported = import_venues(NEWPORT)

    told = [
        (tags.get("wheelchair"), row)
        for tags, row in zip(raw(NEWPORT), imported.rows, strict=True)
        if "wheelchair" in tags or row.venue
    ]

    tagged = [(said, row) for said, row in told if said]
    assert len(tagged) == 18
    assert [(said, row.refused) for said, row in tagged if not row.venue] == WHEELCHAIR_REFUSED
    for said, row in told:
        if row.venue:
            fact = row.venue.meets("step-free")
            assert fact.answer == (said or "unknown"), row.name
            assert fact.said_by == ("OpenStreetMap" if said else "")
