"""However venues come in, no blank is read as accessible, alcohol-free or neutral."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from constraints.licensed_premises import LicensedPremises
from constraints.neutral_venue import NeutralVenue
from scheduler.facts import Fact
from scheduler.places.importing import import_venues
from scheduler.places.osm_facts import ACCESS
from scheduler.places.osm_rules import keys_of
from scheduler.places.saved import write_venues
from scheduler.samples import ISHBEL, PROGRAMME, RORY, on
from scheduler.venues import Venue
from tests.scheduler.places.maps import feature, geojson, written

BARE = Venue(code="bare", name="Bare Hall")
BARE_HALL = {"name": "Bare Hall", "amenity": "community_centre"}
"""Tags of a hall of which nothing is said but that it is there."""
HEAD = "code,name,kind,operator,licensed,bar_closed,access.step-free,access.hearing loop,internet"
BLANK_TAGS = dict.fromkeys((*keys_of(ACCESS), "bar", "operator", "operator:type"), "")


def typed(folder: Path) -> Path:
    return written(f"{HEAD}\nbare,Bare Hall,,,,,,,\n", folder, "venues.csv")


def saved(name: str) -> Callable[[Path], Path]:
    def save(folder: Path) -> Path:
        write_venues((BARE,), folder / name)
        return folder / name

    return save


def tagged(tags: Mapping[str, str]) -> Callable[[Path], Path]:
    return lambda folder: written(geojson(feature({**BARE_HALL, **tags})), folder)


def overpass(folder: Path) -> Path:
    tags = {**BARE_HALL, **BLANK_TAGS}
    element = {"type": "node", "id": 7, "lat": 57.5, "lon": -5.0, "tags": tags}
    return written({"elements": [element]}, folder, "answer.json")


def directory(folder: Path) -> Path:
    told = {"id": "7", "name": "Bare Hall", "accessibility": [{"description": "", "details": ""}]}
    return written({"locations": [told]}, folder, "directory.json")


def a11y(accessibility: Any) -> Callable[[Path], Path]:  # noqa: ANN401
    told = {"name": "Bare Hall", "accessibility": accessibility}
    return lambda folder: written(geojson({"properties": told, "geometry": None}), folder)


WAYS_IN: Mapping[str, Callable[[Path], Path]] = {
    "table": typed,
    "our table": saved("venues.csv"),
    "our document": saved("venues.json"),
    "our map": saved("venues.geojson"),
    "map without tags": tagged({}),
    "map with blank tags": tagged(BLANK_TAGS),
    "map that does not know": tagged(dict.fromkeys(BLANK_TAGS, "unknown")),
    "Overpass": overpass,
    "Open Referral UK": directory,
    "A11yJSON without anything": a11y({}),
    "A11yJSON with blanks": a11y({"parking": {}, "restrooms": [], "hasInductionLoop": ""}),
}


def brought_in(way: str, folder: Path) -> Venue:
    (venue,) = import_venues(WAYS_IN[way](folder)).venues
    return venue


@pytest.mark.parametrize("way", WAYS_IN)
def test_every_fact_of_a_venue_of_which_nothing_is_said_is_unknown(
    way: str, tmp_path: Path
) -> None:
    """Over every field of a venue that holds a fact, those added later among them."""
    venue = brought_in(way, tmp_path)

    facts = {name for name, kind in Venue.model_fields.items() if kind.annotation is Fact}
    assert facts >= {"licensed", "bar_closed", "internet", "phone_reception"}
    assert {name for name in facts if not getattr(venue, name).is_unknown} == set()
    assert {need for need, fact in venue.access.items() if not fact.is_unknown} == set()
    assert (venue.capacity, venue.opening, venue.hire_pence) == (None, "", None)
    assert (venue.operator, venue.funders) == ("", ())


@pytest.mark.parametrize("way", WAYS_IN)
def test_alcohol_and_neutral_ground_are_asked_about_and_not_taken_for_granted(
    way: str, tmp_path: Path
) -> None:
    venue, group = brought_in(way, tmp_path), (ISHBEL, RORY)

    neutral = NeutralVenue().check(PROGRAMME, venue, group)
    alcohol = LicensedPremises().check(on("Tuesday 8 June 2027"), PROGRAMME, venue)

    assert neutral is not None
    assert neutral.degree.name == "UNKNOWN"
    assert alcohol is not None
    assert alcohol.degree.name == "UNKNOWN"


@pytest.mark.parametrize("word", ["unknown", "?", "Not known"])
def test_who_runs_a_place_is_asked_where_that_is_typed_as_unknown(word: str) -> None:
    """The word once stood for somebody who runs it, and made the place neutral."""
    hall = BARE.model_copy(update={"kind": "arts centre", "operator": word})

    asked = NeutralVenue().check(PROGRAMME, hall, (ISHBEL, RORY))

    assert asked is not None
    assert asked.organiser == "Who runs Bare Hall?"
