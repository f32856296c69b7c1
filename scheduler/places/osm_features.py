"""Places as maps export them, in GeoJSON or as Overpass answers: an id, tags and a position."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from scheduler.files.checks.positions import is_at_sea, is_turned_round
from scheduler.files.findings import Finding, shown
from scheduler.files.findings import Path as Within
from scheduler.files.soundness import unsound
from scheduler.places.osm_rules import Tags
from scheduler.positions import Position

OSM_ID = re.compile(r"(node|way|relation)/[0-9]{1,19}")
NOT_ON_EARTH = (
    "is no position on Earth; give degrees east from -180 to 180 and north from -90 to 90"
)
TURNED_ROUND = "is the wrong way round; write degrees east first, then north: {right}"
AT_SEA = "is in the North Sea; west of Greenwich write {right}, or correct it"
NO_FIELDS = "is no group of named fields; export the file again"
BEYOND = 90, 180
"""The most degrees north or south, and the most east or west."""


@dataclass(frozen=True)
class Feature:
    """One place of a map, before it is understood."""

    number: int
    """Which one of the file, from 1."""
    source_id: str = ""
    """Its name on OpenStreetMap, such as "node/84783324"; empty where it is from elsewhere."""
    tags: Tags = field(default_factory=dict)
    position: Position | None = None
    wrong: Finding | None = None
    """What makes it unreadable."""


def geojson_features(items: list[Any]) -> tuple[Feature, ...]:
    """Return the places of a GeoJSON file's `features`."""
    return tuple(_of_geojson(item, n) for n, item in enumerate(items))


def overpass_features(items: list[Any]) -> tuple[Feature, ...]:
    """Return the places among an Overpass answer's `elements`; bare points of outlines are none."""
    corners = {
        item["id"]: item
        for item in items
        if isinstance(item, dict) and isinstance(item.get("id"), int) and item.get("type") == "node"
    }
    places = ((n, item) for n, item in enumerate(items) if not _is_a_mere_point(item))
    return tuple(_of_overpass(item, n, corners=corners) for n, item in places)


def _is_a_mere_point(item: Any) -> bool:  # noqa: ANN401 - any part of a document
    return isinstance(item, dict) and "tags" not in item


def _of_geojson(item: Any, n: int) -> Feature:  # noqa: ANN401 - any part of a document
    within: Within = ("features", n)
    wrong = _unsound(item, within) or _fieldless(item, within, names=("properties", "geometry"))
    if wrong:
        return Feature(n + 1, wrong=wrong)
    properties, geometry = item.get("properties") or {}, item.get("geometry") or {}
    tags = _tags(properties)
    pairs = [(north, east) for east, north in _geojson_pairs(geometry)]
    return _placed(
        Feature(n + 1, _source_id(item, properties), tags), pairs, at=(*within, "geometry")
    )


def _of_overpass(item: Any, n: int, *, corners: Mapping[int, Any]) -> Feature:  # noqa: ANN401
    within: Within = ("elements", n)
    wrong = _unsound(item, within) or _fieldless(item, within, names=("tags",))
    if wrong:
        return Feature(n + 1, wrong=wrong)
    pairs = list(_overpass_pairs(item, corners))
    return _placed(
        Feature(n + 1, _source_id(item, {}), _tags(item["tags"] or {})), pairs, at=within
    )


def _unsound(item: Any, within: Within) -> Finding | None:  # noqa: ANN401
    found = next(unsound(item), None)
    return Finding((*within, *found.path), found.value, found.remedy) if found else None


def _fieldless(item: Any, within: Within, *, names: tuple[str, ...]) -> Finding | None:  # noqa: ANN401
    if not isinstance(item, dict):
        return Finding(within, shown(item), NO_FIELDS)
    strange = (name for name in names if not isinstance(item.get(name) or {}, dict))
    return next((Finding((*within, name), shown(item[name]), NO_FIELDS) for name in strange), None)


def _placed(feature: Feature, pairs: list[tuple[Any, Any]], *, at: Within) -> Feature:
    """Put a place in the middle of its outline."""
    for pair in pairs:
        if not all(map(_is_degrees, pair, BEYOND)):
            east_first = shown(list(reversed(pair)))
            return replace(feature, wrong=Finding(at, east_first, NOT_ON_EARTH))
    middle = _middle(pairs)
    slip = _slip(middle, at) if middle else None
    return replace(feature, wrong=slip) if slip else replace(feature, position=middle)


def _slip(middle: Position, at: Within) -> Finding | None:
    """Find a place that planning would refuse: turned round, or without its minus."""
    north, east = middle
    if is_turned_round(middle):
        return Finding(at, shown([east, north]), TURNED_ROUND.format(right=shown([north, east])))
    if is_at_sea(middle):
        return Finding(at, shown([east, north]), AT_SEA.format(right=shown([-east, north])))
    return None


def _is_degrees(value: Any, most: int) -> bool:  # noqa: ANN401
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= most


def _middle(pairs: list[tuple[float, float]]) -> Position | None:
    if not pairs:
        return None
    north, east = (round((min(each) + max(each)) / 2, 6) for each in zip(*pairs, strict=True))
    return north, east


def _geojson_pairs(geometry: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Give the points of an outline, east before north as GeoJSON has them."""
    yield from _pairs(geometry.get("coordinates", []))
    inner = geometry.get("geometries", [])
    for each in inner if isinstance(inner, list) else []:
        yield from _geojson_pairs(each) if isinstance(each, dict) else [(each, None)]


def _pairs(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    if not isinstance(value, list):
        yield value, None
    elif value and not isinstance(value[0], list):
        yield value[0], value[1] if len(value) > 1 else None
    else:
        for inner in value:
            yield from _pairs(inner)


def _overpass_pairs(
    item: Mapping[str, Any], corners: Mapping[int, Any]
) -> Iterator[tuple[Any, Any]]:
    """Give the points of an element, north before east: its own, its middle's or its outline's."""
    outline = item.get("geometry")
    nodes = item.get("nodes")
    listed = nodes if isinstance(nodes, list) else []
    known = (corners.get(node) for node in listed if isinstance(node, int))
    points = (item, item.get("center"), *(outline if isinstance(outline, list) else known))
    for point in points:
        if isinstance(point, dict) and "lat" in point:
            yield point["lat"], point.get("lon")


def _source_id(item: Mapping[str, Any], properties: Mapping[str, Any]) -> str:
    said = (
        properties.get("@id"),
        item.get("id"),
        f"{item.get('type')}/{item.get('id')}",
        f"{properties.get('osm_type')}/{properties.get('osm_id')}",
        f"{properties.get('type')}/{properties.get('id')}",
    )
    return next((each for each in map(str, said) if OSM_ID.fullmatch(each)), "")


def _tags(properties: Mapping[str, Any]) -> Tags:
    """Return what is said of a place, as text; some exports keep it one level further in."""
    inner = properties.get("tags")
    said = inner if isinstance(inner, dict) else properties
    words = {True: "yes", False: "no"}
    return {
        key: words[value] if isinstance(value, bool) else str(value).strip()
        for key, value in said.items()
        if isinstance(value, str | int | float)
    }
