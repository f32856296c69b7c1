"""Brings in venues from a map extract: one row a place, each read or refused with a reason."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scheduler.calendars.tables import Row, Table
from scheduler.errors import Fault, ProgrammeError
from scheduler.places.names import plain_name
from scheduler.places.osm import (
    Tags,
    access_by,
    address_by,
    capacity_by,
    kind_of_tags,
    licensed_by,
    opening_by,
)
from scheduler.venues import Place, Venue
from scheduler.ways import straight_km

LARGEST_BYTES = 50_000_000
"""The largest extract that is read; a council area's named places are far smaller."""
SAME_PLACE_KM = 0.05
"""Two places of one name nearer than this are taken to be one."""


@dataclass(frozen=True)
class ImportedRow:
    """One place of an extract: the venue read from it, or why it was refused."""

    number: int
    """Its place in the file, from 1."""
    source_id: str
    name: str
    venue: Venue | None
    remarks: tuple[str, ...] = ()
    """What is not known, and what was read with a doubt."""
    refused: str = ""
    """Why it is no venue; empty where it is one."""


@dataclass(frozen=True)
class VenueImport:
    """Everything read from an extract, row by row."""

    file: str
    rows: tuple[ImportedRow, ...]

    @property
    def venues(self) -> tuple[Venue, ...]:
        """The venues read, in the order of the file."""
        return tuple(row.venue for row in self.rows if row.venue is not None)


@dataclass(frozen=True)
class _Feature:
    number: int
    source_id: str
    tags: Tags
    longitude: float
    latitude: float


def import_venues(path: Path, kinds: Table, *, place: str = "") -> VenueImport:
    """Read venues from GeoJSON or Overpass JSON with OpenStreetMap's tags.

    Parameters
    ----------
    kinds
        The table of which tag means which kind of place.
    place
        Code of the named place they all stand in; it says on which landmass they are.

    Raises
    ------
    ProgrammeError
        If the file cannot be read as such an extract; it names everything that is wrong.
    """
    rows: list[ImportedRow] = []
    for feature in _features(path):
        rows.append(_without_double(_row(feature, kinds.rows, place), rows))
    return VenueImport(path.name, tuple(rows))


def _row(feature: _Feature, kinds: Sequence[Row], place: str) -> ImportedRow:
    name, kind = feature.tags.get("name", "").strip(), kind_of_tags(feature.tags, kinds)
    if not name:
        return ImportedRow(feature.number, feature.source_id, name, None, refused="it has no name")
    if kind is None:
        why = "none of its tags says that people can meet there"
        return ImportedRow(feature.number, feature.source_id, name, None, refused=why)
    try:
        venue = _venue(feature, kind, place)
    except ValidationError as refused:
        why = "; ".join(error["msg"] for error in refused.errors())
        return ImportedRow(feature.number, feature.source_id, name, None, refused=why)
    return ImportedRow(
        feature.number, feature.source_id, name, venue, tuple(_remarks(feature.tags, venue))
    )


def _venue(feature: _Feature, kind: Row, place: str) -> Venue:
    tags = feature.tags
    return Venue(
        code=re.sub(r"[^A-Za-z0-9]+", "-", f"osm-{feature.source_id}").strip("-"),
        name=tags["name"],
        kind="village hall" if tags.get("community_centre") == "village_hall" else kind["kind"],
        address=address_by(tags),
        place=place,
        latitude=feature.latitude,
        longitude=feature.longitude,
        phone=tags.get("phone", tags.get("contact:phone", "")).split(";")[0].strip(),
        capacity=capacity_by(tags),
        operator=tags.get("operator", "").strip(),
        licensed=licensed_by(tags, kind),
        access=access_by(tags),
        opening=opening_by(tags)[0],
        source="OpenStreetMap contributors (ODbL)",
    )


def _remarks(tags: Tags, venue: Venue) -> Iterator[str]:
    remark = opening_by(tags)[1]
    if remark:
        yield remark
    for unknown, what in (
        (venue.licensed.is_unknown, "alcohol not known"),
        (venue.meets("step-free").is_unknown, "step-free way in not known"),
        (venue.capacity is None, "how many it holds not known"),
        (not venue.phone, "no phone number"),
        (not venue.operator, "who runs it not known"),
    ):
        if unknown:
            yield what
    for key in ("name:gd", "name:cy"):
        if key in tags and tags[key] != venue.name:
            yield f"also called {tags[key]}"


def _without_double(row: ImportedRow, before: Sequence[ImportedRow]) -> ImportedRow:
    """Refuse a place that was read already.

    The same name within a stone's throw, or the same code.
    """
    twin = next((other for other in before if _is_twin(row.venue, other.venue)), None)
    if twin is None:
        return row
    why = f"it is the same place as row {twin.number}"
    return ImportedRow(row.number, row.source_id, row.name, None, refused=why)


def _is_twin(one: Venue | None, other: Venue | None) -> bool:
    if one is None or other is None:
        return False
    if one.code == other.code:
        return True
    if plain_name(one.label) != plain_name(other.label):
        return False
    km = straight_km(_spot(one), _spot(other))
    return km is not None and km < SAME_PLACE_KM


def _spot(venue: Venue) -> Place:
    return Place(code=venue.code, latitude=venue.latitude, longitude=venue.longitude)


def _features(path: Path) -> Iterator[_Feature]:
    document = _document(path)
    listed = (
        document.get("features", document.get("elements")) if isinstance(document, dict) else None
    )
    if not isinstance(listed, list):
        raise _refusal(
            path, "", "is no GeoJSON and no Overpass JSON; export named places as one of them"
        )
    faults = []
    for number, item in enumerate(listed, 1):
        feature = _feature(number, item)
        if isinstance(feature, str):
            faults.append(Fault(path.name, None, f"place {number}", "", feature))
        else:
            yield feature
    if faults:
        raise ProgrammeError(tuple(faults))


def _document(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    if path.stat().st_size > LARGEST_BYTES:
        raise _refusal(
            path, "", f"is larger than {LARGEST_BYTES // 1_000_000} MB; export a smaller area"
        )
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as wrong:
        raise _refusal(path, "", "is not UTF-8 text; export it again as UTF-8") from wrong
    except (json.JSONDecodeError, RecursionError) as wrong:
        raise _refusal(
            path, "", f"is no JSON ({wrong}); it may be cut short, so export it again"
        ) from wrong


def _refusal(path: Path, field: str, remedy: str) -> ProgrammeError:
    return ProgrammeError((Fault(path.name, None, field, "", remedy),))


def _feature(number: int, item: object) -> _Feature | str:
    """Return a place of the file, or what is wrong with it."""
    if not isinstance(item, Mapping):
        return "is no object; every place is one"
    tags = item.get("properties", item.get("tags")) or {}
    if not isinstance(tags, Mapping) or not all(
        isinstance(v, str | int | float) for v in tags.values()
    ):
        return "has properties that are no tags; export it with its tags"
    spot = _position(item)
    if spot is None:
        return "has no usable position; export points, or centres of areas"
    source_id = str(tags.get("@id", item.get("id", number)))
    if "type" in item and "id" in item and "properties" not in item:
        source_id = f"{item['type']}/{item['id']}"
    return _Feature(number, source_id, {str(k): str(v) for k, v in tags.items()}, *spot)


def _position(item: Mapping[str, Any]) -> tuple[float, float] | None:
    """Return longitude and latitude in degrees.

    A point, an area's centre, or the middle of its outline.
    """
    geometry, centre = item.get("geometry"), item.get("center", item)
    if isinstance(geometry, Mapping):
        points = list(_points(geometry.get("coordinates")))
        pair = (
            tuple(sum(axis) / len(points) for axis in zip(*points, strict=True)) if points else ()
        )
    else:
        pair = (centre.get("lon"), centre.get("lat")) if isinstance(centre, Mapping) else ()
    if len(pair) != 2 or not all(isinstance(n, int | float) for n in pair):  # noqa: PLR2004
        return None
    longitude, latitude = float(pair[0]), float(pair[1])
    return (longitude, latitude) if abs(longitude) <= 180 and abs(latitude) <= 90 else None  # noqa: PLR2004


def _points(coordinates: object) -> Iterator[tuple[float, float]]:
    """Go through every point of a geometry, however deep its outlines are nested."""
    if not isinstance(coordinates, list) or not coordinates:
        return
    if isinstance(coordinates[0], int | float):
        if len(coordinates) > 1 and isinstance(coordinates[1], int | float):
            yield float(coordinates[0]), float(coordinates[1])
        return
    for part in coordinates:
        yield from _points(part)
