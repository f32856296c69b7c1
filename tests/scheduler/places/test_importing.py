"""Files of venues are read in every form people have, and refused with what to do."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.errors import ProgrammeError
from scheduler.facts import Answer, Fact
from scheduler.places.importing import import_venues
from scheduler.places.osm_features import geojson_features, overpass_features
from scheduler.venues import Venue
from tests.scheduler.places.maps import HALL, feature, geojson, written


def refusal(path: Path) -> str:
    """Return why a file is refused as a whole."""
    with pytest.raises(ProgrammeError) as refused:
        import_venues(path)
    return str(refused.value)


def refusals(path: Path) -> list[str]:
    """Return why rows are refused; empty for those taken."""
    return [row.refused for row in import_venues(path).rows]


@pytest.mark.parametrize(
    ("geometry", "position"),
    [
        ({"type": "Point", "coordinates": [-5.1, 57.2]}, (57.2, -5.1)),
        ({"type": "LineString", "coordinates": [[-5.2, 57.0], [-5.0, 57.2]]}, (57.1, -5.1)),
        ({"type": "Polygon", "coordinates": [[[-5.2, 57, 9], [-5, 57.2, 9]]]}, (57.1, -5.1)),
        (
            {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Point", "coordinates": [-5.2, 57.0]},
                    {"type": "Point", "coordinates": [-5.0, 57.2]},
                ],
            },
            (57.1, -5.1),
        ),
    ],
)
def test_geojson_places_stand_in_the_middle_of_their_outline(
    tmp_path: Path, geometry: object, position: tuple[float, float]
) -> None:
    place = feature(HALL) | {"geometry": geometry}

    venue = import_venues(written(geojson(place), tmp_path)).venues[0]

    assert (venue.latitude, venue.longitude) == position


@pytest.mark.parametrize(
    "item",
    [
        {"id": "way/5", "properties": HALL},
        {"id": "x", "properties": HALL | {"@id": "way/5", "@relations": []}},
        {"id": 5, "properties": HALL | {"osm_type": "way", "osm_id": 5}},
        {"id": 5, "properties": {"type": "way", "id": 5, "tags": HALL, "meta": {}}},
    ],
)
def test_every_exports_way_of_naming_a_place_gives_the_same_code(
    tmp_path: Path, item: dict[str, Any]
) -> None:
    place = feature({}) | item

    assert [v.code for v in import_venues(written(geojson(place), tmp_path)).venues] == [
        "osm-way-5"
    ]


@pytest.mark.parametrize(
    "way",
    [
        {"center": {"lat": 57.1, "lon": -5.1}},
        {"geometry": [{"lat": 57.0, "lon": -5.2}, {"lat": 57.2, "lon": -5.0}]},
        {"nodes": [1, 2, 99, [3]]},
    ],
)
def test_overpass_answers_are_read_however_they_give_the_outline(
    tmp_path: Path, way: dict[str, Any]
) -> None:
    corners = [
        {"type": "node", "id": 1, "lat": 57.0, "lon": -5.2},
        {"type": "node", "id": 2, "lat": 57.2, "lon": -5.0},
    ]
    element = {"type": "way", "id": 5, "tags": HALL | {"wheelchair": "yes"}, **way}
    told = {"timestamp_osm_base": "2026-09-30T00:00:00Z"}
    path = written({"osm3s": told, "elements": [*corners, element]}, tmp_path, "answer.json")

    rows = import_venues(path).rows

    assert [(row.number, row.code) for row in rows] == [(3, "osm-way-5")]
    assert rows[0].venue is not None
    assert (rows[0].venue.latitude, rows[0].venue.longitude) == (57.1, -5.1)
    assert rows[0].venue.meets("step-free").on == date(2026, 9, 30)


def test_the_day_given_by_hand_wins_over_the_files(tmp_path: Path) -> None:
    place = feature(HALL | {"wheelchair": "yes"})
    path = written({**geojson(place), "timestamp": "2026-10-01"}, tmp_path)

    venue = import_venues(path, on=date(2026, 10, 2)).venues[0]

    assert venue.meets("step-free").on == date(2026, 10, 2)


def test_a_place_without_a_position_is_refused(tmp_path: Path) -> None:
    path = written(geojson(feature(HALL, at=None), feature(HALL, 2, at=[])), tmp_path)

    assert refusals(path) == 2 * [
        "it has no position; export it with its middle (in Overpass: out center)"
    ]


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ([-5, 1000], "[-5, 1000]"),
        ([181, 57], "[181, 57]"),
        (["west", 57], '["west", 57]'),
        ([57], "[57, null]"),
        ("here", '["here", null]'),
        ([True, 57], "[true, 57]"),
    ],
)
def test_a_place_off_the_earth_is_refused_with_its_line(
    tmp_path: Path, at: object, shown: str
) -> None:
    path = written(geojson(feature(HALL, at=(-5, 57)), feature(HALL, 2, at=at)), tmp_path)

    assert refusals(path) == [
        "",
        (
            f'map.geojson line 1: features[2].geometry "{shown}" is no position on Earth; '
            "give degrees east from -180 to 180 and north from -90 to 90."
        ),
    ]


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (
            [57.5, -5.0],
            (
                '"[57.5, -5.0]" is the wrong way round; '
                "write degrees east first, then north: [-5.0, 57.5]."
            ),
        ),
        (
            [3.9, 56.6],
            (
                '"[3.9, 56.6]" is in the North Sea; '
                "west of Greenwich write [-3.9, 56.6], or correct it."
            ),
        ),
    ],
)
def test_a_place_that_planning_would_refuse_is_refused_as_it_is_brought_in(
    tmp_path: Path, at: list[float], says: str
) -> None:
    """It was "taken" and "Written", and then no plan could be made with any of the places."""
    path = written(geojson(feature(HALL), feature(HALL, 2, at=at)), tmp_path)

    assert refusals(path) == ["", f"map.geojson line 1: features[2].geometry {says}"]


def test_numbers_no_world_holds_and_unseen_letters_refuse_their_place(tmp_path: Path) -> None:
    path = written(
        geojson(feature(HALL, at=[-5, 10**15]), feature(HALL | {"name": "a\u001b[2J"})), tmp_path
    )

    assert refusals(path) == [
        (
            'map.geojson line 1: features[1].geometry.coordinates[2] "1000000000000000" '
            "is no number of this world; write one below 1000000000000."
        ),
        (
            'map.geojson line 1: features[2].properties.name "a\\u001b[2J" '
            "holds a character that cannot be seen or saved; type it again."
        ),
    ]


@pytest.mark.parametrize(
    ("item", "says"),
    [
        (5, 'features[1] "5"'),
        (feature({}) | {"properties": "hall"}, 'features[1].properties "hall"'),
        (feature({}) | {"geometry": [5]}, 'features[1].geometry "[5]"'),
    ],
)
def test_a_place_of_the_wrong_shape_is_refused(tmp_path: Path, item: object, says: str) -> None:
    assert refusals(written(geojson(item), tmp_path)) == [
        f"map.geojson line 1: {says} is no group of named fields; export the file again."
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            '{"features": [',
            (
                "map.geojson line 1 cannot be read as JSON from here on (Expecting value); "
                "it may be cut short."
            ),
        ),
        (
            '{"features": {"a": 1}}',
            'map.geojson line 1: features "{"a": 1}" is no list; export the file again.',
        ),
        (
            "[]",
            (
                "map.geojson holds no venues; give GeoJSON (with features), an answer of Overpass "
                "(with elements), a directory in Open Referral UK (with contents, "
                "service_at_locations or locations) or a document of ours (with venues)."
            ),
        ),
        ("", "map.geojson is empty; fill it in or take it away."),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, text: str, says: str) -> None:
    assert refusal(written(text, tmp_path)) == says


@pytest.mark.parametrize("name", ["map.geojson", "venues.csv"])
def test_a_file_that_is_not_utf8_or_not_there_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    missing = refusal(path)
    path.write_bytes("{\n\u00c9".encode("latin-1"))

    assert missing == f"{name} is not there; check the name and the folder."
    assert refusal(path) == (
        f"{name} line 2 is not written in UTF-8, perhaps in Latin-1; "
        "save it as UTF-8 (in a spreadsheet: CSV UTF-8)."
    )


def test_a_table_is_read_with_the_columns_of_venues_csv(tmp_path: Path) -> None:
    text = (
        "code,name,kind,operator,licensed,licensed.said_by,access.step-free,opening\n"
        "hall,Invented Hall,village hall,Invented Trust,no,Ailsa (invented),yes,Mo-Su 09:00-22:00\n"
    )

    row = import_venues(written(text, tmp_path, "own.csv"), place="glen").rows[0]

    assert row.venue == Venue(
        code="hall",
        name="Invented Hall",
        kind="village hall",
        operator="Invented Trust",
        place="glen",
        licensed=Fact(answer=Answer.NO, said_by="Ailsa (invented)"),
        access={"step-free": Fact(answer=Answer.YES)},
        opening="Mo-Su 09:00-22:00",
        source="own.csv",
    )
    assert (row.number, row.ground) == (1, "community")
    assert row.remarks[0][:36] == "to ask: room size, phone, position, "


def test_wrong_rows_of_a_table_are_refused_and_the_others_taken(tmp_path: Path) -> None:
    text = (
        "code,name,latitude,longitude,capacity,opening,phone\n"
        "a,A,57,-5,many,,\n"
        "b,B,200,-5,,,\n"
        "c,C,57,,,,\n"
        "d,D,,,,late,\n"
        ",E,,,,,\n"
        "f,F,,,,,=1+1\n"
        "g,G\n"
        "h,H,57,-5,20,,\n"
        "h,H again,57,-5,20,,\n"
        "i,I,-5,57,20,,\n"
    )

    assert refusals(written(text, tmp_path, "own.csv")) == [
        'own.csv line 2: capacity "many" is no whole number; write one such as 30.',
        'own.csv line 3: latitude "200.0" is out of range; write -90 to 90.',
        "own.csv line 4: longitude is missing; give latitude and longitude, or neither.",
        (
            'own.csv line 5: opening "late" is not understood; '
            'write hours such as "Mo-Fr 09:00-22:00; Sa 10:00-16:00; PH off".'
        ),
        "own.csv line 6: code is missing; give it.",
        (
            'own.csv line 7: phone "=1+1" begins like a formula; put an apostrophe before it, '
            "as in '+44."
        ),
        "own.csv line 8 has 2 cells where the header has 7; put text with commas in quotes.",
        "",
        'own.csv line 10: code "h" stands twice; keep one, or choose another code.',
        'own.csv line 11: latitude "-5.0" and longitude 57.0 are the wrong way round; swap them.',
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "code,nmae\na,A\n",
            'own.csv line 1: nmae is no column of this table; did you mean "name"?',
        ),
    ],
)
def test_a_table_with_a_wrong_header_is_refused(tmp_path: Path, text: str, says: str) -> None:
    assert refusal(written(text, tmp_path, "own.csv")) == says


def test_a_document_of_ours_is_read_and_its_wrong_rows_refused(tmp_path: Path) -> None:
    tree = {"venues": [{"code": "a", "name": "A"}, {"code": "b", "colour": "red"}, 5]}

    rows = import_venues(written(tree, tmp_path, "own.json")).rows

    assert rows[0].venue == Venue(code="a", name="A", source="own.json")
    assert rows[1].refused.startswith('own.json line 1: venues[b].colour "red" is no field here;')
    assert rows[2].refused == (
        'own.json line 1: venues[3] "5" needs fields of its own, each with its name.'
    )


def test_the_same_place_entered_twice_is_kept_once(tmp_path: Path) -> None:
    # 0.0004 degrees north are 44.5 metres, 0.0005 are 55.6.
    near = feature(HALL | {"phone": "01632 960 001"}, 2, at=(-5.0, 57.5004))
    far = feature(HALL, 3, at=(-5.0, 57.4995))
    other = feature(HALL | {"name": "Another Hall"}, 4)
    path = written(geojson(feature(HALL), near, far, other), tmp_path)

    assert refusals(path) == [
        "the same place as 2 (osm-node-2): same name, within 50 m; kept once",
        "",
        "",
        "",
    ]


def test_of_two_entries_the_one_that_serves_alcohol_is_kept(tmp_path: Path) -> None:
    cafe = {"name": "The Inn", "amenity": "cafe", "phone": "1", "capacity": "5"}
    path = written(geojson(feature(cafe), feature({"name": "Inn", "amenity": "pub"}, 2)), tmp_path)

    assert [venue.kind for venue in import_venues(path).venues] == ["pub"]


def test_the_same_place_on_the_map_twice_is_refused_by_its_code(tmp_path: Path) -> None:
    path = written(geojson(feature(HALL), feature(HALL | {"name": "Other"})), tmp_path)

    assert refusals(path) == ["", 'code "osm-node-1" stands already at 1']


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "geometry",
                    "properties",
                    "tags",
                    "coordinates",
                    "geometries",
                    "type",
                    "id",
                    "lat",
                    "lon",
                    "center",
                    "nodes",
                    "name",
                    "amenity",
                    "@id",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(st.lists(ANYTHING, max_size=4))
def test_whatever_stands_in_a_map_every_feature_is_read_or_found_wrong(items: list[Any]) -> None:
    found = (*geojson_features(items), *overpass_features(items))

    assert [each for each in found if each.wrong and each.position] == []


def test_places_of_one_name_without_a_position_are_not_taken_for_one(tmp_path: Path) -> None:
    text = "code,name,latitude,longitude\na,Hall,57,-5\nb,Hall,,\nc,Hall,,\n"

    assert refusals(written(text, tmp_path, "own.csv")) == ["", "", ""]
    text = "code,name,latitude,longitude\nb,Hall,,\na,Hall,57,-5\n"
    assert refusals(written(text, tmp_path, "own.csv")) == ["", ""]
