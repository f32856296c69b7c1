"""A place on OpenStreetMap becomes a venue: what its tags say, and nothing else."""

from datetime import date
from pathlib import Path

import pytest

from scheduler.facts import UNKNOWN, Answer, Fact
from scheduler.people import Need
from scheduler.places.importing import import_venues
from scheduler.venues import Venue
from tests.scheduler.places.maps import HALL, feature, geojson, row_of, written


def venue_of(folder: Path, **tags: str) -> Venue:
    """Return the venue of one place with some tags."""
    venue = row_of(folder, **tags).venue
    assert venue is not None
    return venue


def test_hall_is_read_whole(tmp_path: Path) -> None:
    tags = HALL | {
        "@id": "way/12",
        "addr:housenumber": "3",
        "addr:street": "Invented Road",
        "addr:city": "Invented Town",
        "addr:postcode": "IV99 9ZZ",
        "contact:phone": "+44 1632 960 001",
        "capacity": "80",
        "operator": "Invented Hall Trust",
        "opening_hours": "Mo-Sa 09:00-22:00",
        "wheelchair": "limited",
        "wheelchair:description": "one step",
    }
    path = written({**geojson(feature(tags)), "timestamp": "2026-10-01T04:00:00Z"}, tmp_path)

    row = import_venues(path, place="invented-town").rows[0]

    assert row.venue == Venue(
        code="osm-way-12",
        name="Invented Hall",
        kind="village hall",
        address="3 Invented Road, Invented Town, IV99 9ZZ",
        place="invented-town",
        latitude=57.5,
        longitude=-5.0,
        phone="+44 1632 960 001",
        capacity=80,
        operator="Invented Hall Trust",
        access={
            "step-free": Fact(
                answer=Answer.LIMITED,
                said_by="OpenStreetMap",
                on=date(2026, 10, 1),
                note="wheelchair=limited; one step",
            )
        },
        opening="Mo-Sa 09:00-22:00",
        source="(c) OpenStreetMap contributors, ODbL, way/12",
    )
    assert row.ground == "community"


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"amenity": "pub"}, "pub"),
        ({"amenity": "pub;restaurant"}, "pub"),
        ({"amenity": "community_centre"}, "community centre"),
        ({"amenity": "community_centre", "community_centre": "village_hall"}, "village hall"),
        ({"amenity": "place_of_worship", "religion": "muslim"}, "mosque"),
        ({"amenity": "place_of_worship"}, "place of worship"),
        ({"amenity": "arts_centre", "building": "church"}, "arts centre"),
        ({"building": "church"}, "church"),
        ({"office": "government", "operator": "Invented Council"}, "council office"),
        ({"office": "government"}, "office"),
        ({"amenity": "police"}, "police station"),
        ({"club": "sport", "leisure": "sports_centre"}, "sports club"),
        ({"club": "sport", "sport": "tennis;golf"}, "golf club"),
        ({"club": "youth"}, "youth centre"),
        ({"tourism": "hotel"}, "hotel"),
        ({"building": "civic"}, "public building"),
    ],
)
def test_kind_is_told_by_the_most_telling_tag(
    tmp_path: Path, tags: dict[str, str], kind: str
) -> None:
    assert venue_of(tmp_path, **tags).kind == kind


@pytest.mark.parametrize(
    "tags",
    [
        {"amenity": "pub"},
        {"amenity": "bar"},
        {"amenity": "nightclub"},
        {"amenity": "biergarten"},
        {"club": "sport"},
        {"club": "yes"},
        {"shop": "alcohol"},
        {"shop": "wine"},
        {"amenity": "library", "bar": "yes"},
        {"amenity": "cafe", "drink:wine": "yes"},
        {"amenity": "cafe", "drink:beer": "served"},
        {"amenity": "restaurant", "microbrewery": "yes"},
        {"amenity": "restaurant", "brewery": "Invented Ales"},
        {"amenity": "arts_centre", "real_ale": "yes"},
    ],
)
def test_alcohol_is_served_where_a_tag_says_so(tmp_path: Path, tags: dict[str, str]) -> None:
    assert venue_of(tmp_path, **tags).licensed.answer is Answer.YES


@pytest.mark.parametrize(
    "tags",
    [
        {"amenity": "library"},
        {"amenity": "school"},
        {"amenity": "place_of_worship"},
        {"amenity": "community_centre"},
        {"amenity": "restaurant"},
        {"tourism": "hotel"},
        {"club": "youth"},
        {"club": "scout"},
        {"amenity": "cafe", "drink:tea": "yes", "drink:milkshake": "yes"},
        {"amenity": "cafe", "drink:wine": "no"},
        {"amenity": "restaurant", "brewery": "no"},
        {"amenity": "community_centre", "club": "no"},
        {"amenity": "library", "was:amenity": "pub", "old_name": "Invented Bar"},
        {"amenity": "library", "disused:amenity": "pub", "disused:bar": "yes"},
        {"amenity": "library", "old_amenity": "bar", "proposed:bar": "yes"},
    ],
)
def test_alcohol_is_unknown_where_no_tag_speaks_of_it(tmp_path: Path, tags: dict[str, str]) -> None:
    assert venue_of(tmp_path, **tags).licensed == UNKNOWN


@pytest.mark.parametrize(
    "tags",
    [
        {"amenity": "library", "bar": "no"},
        {"amenity": "community_centre", "drink:alcohol": "no"},
        {"amenity": "restaurant", "drink:alcohol": "no"},
        {"amenity": "cafe", "alcohol": "no"},
    ],
)
def test_no_alcohol_is_served_only_where_a_tag_denies_it(
    tmp_path: Path, tags: dict[str, str]
) -> None:
    assert venue_of(tmp_path, **tags).licensed.answer is Answer.NO


def test_a_restaurant_without_a_bar_may_still_serve_at_the_table(tmp_path: Path) -> None:
    row = row_of(tmp_path, amenity="restaurant", bar="no")

    assert row.venue is not None
    assert row.venue.licensed == UNKNOWN
    assert row.remarks[2] == (
        "bar=no, but amenity=restaurant may serve at the table: ask about alcohol"
    )


def test_tags_that_disagree_about_alcohol_are_asked_about(tmp_path: Path) -> None:
    row = row_of(tmp_path, amenity="library", bar="yes", drink__alcohol="no")

    assert row.venue is not None
    assert row.venue.licensed == UNKNOWN
    assert row.remarks[2] == "the map says both bar=yes and drink:alcohol=no: ask about alcohol"


@pytest.mark.parametrize(
    ("tag", "need", "answer"),
    [
        ("wheelchair=yes", "step-free", Answer.YES),
        ("wheelchair=designated", "step-free", Answer.YES),
        ("wheelchair=limited", "step-free", Answer.LIMITED),
        ("wheelchair=no", "step-free", Answer.NO),
        ("toilets:wheelchair=yes", "accessible toilet", Answer.YES),
        ("toilets:wheelchair=no", "accessible toilet", Answer.NO),
        ("audio_loop=yes", "hearing loop", Answer.YES),
        ("hearing_loop=limited", "hearing loop", Answer.LIMITED),
        ("deaf:induction_loop=no", "hearing loop", Answer.NO),
        ("changing_place=yes", "changing places toilet", Answer.YES),
        ("capacity:disabled=2", "accessible parking", Answer.YES),
        ("capacity:disabled=0", "accessible parking", Answer.NO),
        ("elevator=yes", "lift", Answer.YES),
    ],
)
def test_access_is_read_need_by_need(tmp_path: Path, tag: str, need: Need, answer: Answer) -> None:
    key, _, value = tag.partition("=")

    venue = venue_of(tmp_path, **{"amenity": "library", key: value})

    assert venue.access == {need: Fact(answer=answer, said_by="OpenStreetMap", note=tag)}


def test_changing_a_baby_is_no_changing_places_toilet(tmp_path: Path) -> None:
    assert venue_of(tmp_path, amenity="library", changing_table="yes").access == {}


def test_access_tags_that_disagree_or_are_strange_say_nothing(tmp_path: Path) -> None:
    row = row_of(
        tmp_path, amenity="library", audio_loop="yes", hearing_loop="no", wheelchair="perhaps"
    )

    assert row.venue is not None
    assert row.venue.access == {}
    assert row.remarks[2:] == (
        "the map says both audio_loop=yes and hearing_loop=no: ask about hearing loop",
        "wheelchair=perhaps was not understood",
    )


@pytest.mark.parametrize("said", ["about 80", "0", "-5", "80.5", "\u0668\u0660", "9999999"])
def test_capacity_that_is_no_number_of_people_is_asked_for(tmp_path: Path, said: str) -> None:
    row = row_of(tmp_path, amenity="library", capacity=said)

    assert row.venue is not None
    assert row.venue.capacity is None
    assert row.remarks[2] == f'capacity "{said}" is no number of people; ask for the room\'s size'


@pytest.mark.parametrize("said", ["at lunchtimes", "Mo-Fr sunrise-sunset", "SH off", "Mo 18:00+"])
def test_opening_hours_that_cannot_be_used_are_quoted(tmp_path: Path, said: str) -> None:
    row = row_of(tmp_path, amenity="library", opening_hours=said)

    assert row.venue is not None
    assert row.venue.opening == ""
    assert row.remarks[2].partition(":")[0] == f'opening hours "{said}"'.partition(":")[0]
    assert said in row.remarks[2]


def test_what_is_too_long_for_its_field_is_asked_for(tmp_path: Path) -> None:
    row = row_of(
        tmp_path, amenity="library", phone="1" * 201, operator="o" * 201, opening_hours="x" * 201
    )

    assert row.venue is not None
    assert (row.venue.phone, row.venue.operator, row.venue.opening) == ("", "", "")
    assert row.remarks[2:] == (
        f'opening hours "{"x" * 80}..." are too long; ask for them',
        f'phone "{"1" * 80}..." is too long; ask for it',
        f'operator "{"o" * 80}..." is too long; ask for it',
    )


def test_remarks_tell_what_was_read_and_what_to_ask(tmp_path: Path) -> None:
    row = row_of(
        tmp_path,
        amenity="library",
        wheelchair="yes",
        phone="01632 960 001",
        check_date="2026-05-01",
        **{"name:gd": "Leabharlann", "old_name": "School", "access": "private"},
    )

    assert row.remarks == (
        "read: library (amenity=library), step-free yes (wheelchair=yes), phone",
        (
            "to ask: alcohol, who runs it, room size, opening hours, accessible toilet, "
            "changing places toilet, hearing loop, quiet room, accessible parking, lift, "
            "low lighting, assistance dog welcome, private room for prayer"
        ),
        "access=private: not open to everybody; ask who may use it",
        "also called Leabharlann (name:gd)",
        "last looked at on 2026-05-01",
        "not counted, as it is past or to come: old_name",
    )


def test_a_kind_told_by_the_building_alone_is_asked_about(tmp_path: Path) -> None:
    row = row_of(tmp_path, building="chapel")

    assert row.remarks[2:] == (
        "building=chapel: only its building is on the map; ask what it is used for now",
    )


@pytest.mark.parametrize(
    ("tags", "ground"),
    [
        ({"amenity": "police", "operator:type": "government"}, "office"),
        ({"amenity": "library"}, "public"),
        ({"amenity": "community_centre"}, "community"),
        ({"amenity": "community_centre", "operator:type": "council"}, "public"),
        ({"amenity": "community_centre", "operator": "Invented Council"}, "public"),
        ({"amenity": "library", "operator": "Invented Community Trust"}, "community"),
        ({"amenity": "place_of_worship", "operator:type": "charity"}, "worship"),
        ({"amenity": "cafe"}, "commercial"),
        ({"amenity": "theatre"}, "unknown"),
    ],
)
def test_ground_is_told_by_kind_and_operator(
    tmp_path: Path, tags: dict[str, str], ground: str
) -> None:
    assert row_of(tmp_path, **tags).ground == ground


@pytest.mark.parametrize(
    ("tags", "why"),
    [
        ({"name": ""}, "it has no name; give it one on the map, or enter it by hand"),
        ({"name": "x" * 201}, "its name has more than 200 letters; shorten it"),
        (
            {"amenity": "fast_food"},
            (
                "not a place to meet (amenity=fast_food): food is bought there; "
                "ask whether it has a room and enter it by hand"
            ),
        ),
        (
            {"amenity": "pub", "disused": "yes"},
            "not a place to meet (disused=yes): it is out of use",
        ),
        (
            {"amenity": "bus_station"},
            "amenity=bus_station is not known as a place where a group could meet",
        ),
        (
            {"was:amenity": "library"},
            (
                "it has no tag that says what it is, and so "
                "is not known as a place where a group could meet"
            ),
        ),
    ],
)
def test_what_is_no_place_to_meet_is_refused(
    tmp_path: Path, tags: dict[str, str], why: str
) -> None:
    row = row_of(tmp_path, **tags)

    assert (row.venue, row.refused) == (None, why)


def test_a_place_that_is_not_from_the_map_is_coded_by_its_name(tmp_path: Path) -> None:
    place = feature(HALL | {"name": "Talla an \u00c0ite"}) | {"id": 7}
    nameless = feature(HALL | {"name": "\u4f1a\u5802", "wheelchair": "yes"}) | {"id": 8}
    path = written(geojson(place, nameless), tmp_path, "own.json")

    venues = import_venues(path).venues

    assert [(venue.code, venue.source) for venue in venues] == [
        ("talla-an-aite", "own.json"),
        ("venue-2", "own.json"),
    ]
    assert venues[1].meets("step-free").said_by == "own.json"


def test_a_place_of_which_everything_but_some_needs_is_known_asks_for_those_alone(
    tmp_path: Path,
) -> None:
    row = row_of(
        tmp_path,
        amenity="library",
        bar="no",
        operator="Invented Trust",
        capacity="20",
        opening_hours="24/7",
        phone="01632 960 001",
        **dict.fromkeys(("wheelchair", "toilets:wheelchair", "audio_loop", "elevator"), "yes"),
        **dict.fromkeys(("changing_place", "capacity:disabled"), "yes"),
    )

    assert row.remarks[1:] == (
        "to ask: quiet room, low lighting, assistance dog welcome, private room for prayer",
    )
