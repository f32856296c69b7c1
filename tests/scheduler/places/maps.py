"""Invented maps for the tests of bringing venues in."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scheduler.places.imported import ImportedRow
from scheduler.places.importing import import_venues

HALL = {"name": "Invented Hall", "amenity": "community_centre", "community_centre": "village_hall"}
"""The tags of a hall that does not exist."""


def feature(tags: Mapping[str, Any], number: int = 1, *, at: Any = (-5.0, 57.5)) -> dict[str, Any]:  # noqa: ANN401
    """Return a place of a GeoJSON file; at is degrees east, then north."""
    point = None if at is None else {"type": "Point", "coordinates": at}
    return {"type": "Feature", "id": f"node/{number}", "properties": dict(tags), "geometry": point}


def written(tree: Any, folder: Path, name: str = "map.geojson") -> Path:  # noqa: ANN401
    """Write a document and return where it stands."""
    path = folder / name
    path.write_text(tree if isinstance(tree, str) else json.dumps(tree), "utf-8")
    return path


def geojson(*features: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a GeoJSON file of some places."""
    return {"type": "FeatureCollection", "features": list(features)}


def row_of(folder: Path, **tags: str) -> ImportedRow:
    """Return the row of one place with some tags; two underlines stand for a colon."""
    given = {key.replace("__", ":"): value for key, value in tags.items()}
    path = written(geojson(feature({"name": "Invented Place"} | given)), folder)
    return import_venues(path).rows[0]
