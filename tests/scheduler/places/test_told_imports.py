"""The report of an import, row by row and in all."""

from pathlib import Path

from scheduler.places.importing import import_venues
from scheduler.places.told_imports import report_lines
from tests.scheduler.places.maps import HALL, feature, geojson, written


def test_report_tells_each_row_and_then_the_counts(tmp_path: Path) -> None:
    pub = {"name": "Invented Inn", "amenity": "pub", "wheelchair": "no", "phone": "1"}
    path = written(geojson(feature(HALL), feature(pub, 2), feature({}, 3)), tmp_path)

    lines = report_lines(import_venues(path))

    assert lines == (
        (
            "1. Invented Hall (osm-node-1): read: village hall (amenity=community_centre and "
            "community_centre=village_hall); to ask: alcohol, who runs it, room size, "
            "opening hours, phone, every access need."
        ),
        (
            "2. Invented Inn (osm-node-2): read: pub (amenity=pub), alcohol yes (amenity=pub), "
            "step-free no (wheelchair=no), phone; to ask: who runs it, room size, opening hours, "
            "accessible toilet, changing places toilet, hearing loop, quiet room, "
            "accessible parking, lift, low lighting, assistance dog welcome, "
            "private room for prayer."
        ),
        "3. node/3: refused: it has no name; give it one on the map, or enter it by hand.",
        "",
        "map.geojson: 3 read, 2 taken, 1 refused.",
        "Serves alcohol: yes 1, unknown 1.",
        "Whose ground: community 1, commercial 1.",
        "Step-free: no 1, unknown 1.",
        "Accessible toilet: unknown 2.",
        "Changing places toilet: unknown 2.",
        "Hearing loop: unknown 2.",
        "Quiet room: unknown 2.",
        "Accessible parking: unknown 2.",
        "Lift: unknown 2.",
        "Low lighting: unknown 2.",
        "Assistance dog welcome: unknown 2.",
        "Private room for prayer: unknown 2.",
        "Known of 2: capacity 0, opening 0, phone 1, operator 0, address 0.",
        "A map finds places; before one is chosen, somebody rings and asks.",
    )


def test_an_empty_map_is_told_as_such(tmp_path: Path) -> None:
    lines = report_lines(import_venues(written(geojson(), tmp_path)))

    assert lines[:3] == ("", "map.geojson: 0 read, 0 taken, 0 refused.", "Serves alcohol: none.")
