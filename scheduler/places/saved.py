"""Venues out, in the form they can be brought in from again."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from scheduler.errors import Fault, ProgrammeError
from scheduler.files.saving import save
from scheduler.files.tables import table_text
from scheduler.venues import Venue

OURS: Final = "commonground"
"""The member by which a map we wrote is known again."""


def write_venues(venues: Sequence[Venue], path: Path) -> None:
    """Write venues to a file: a table where its name ends in .csv, a document where in .json.

    A map for other programs where it ends in .geojson. Its folder is made if there is none.

    Raises
    ------
    ProgrammeError
        If the name ends in none of these.
    """
    endings = {".csv": _table, ".json": _document, ".geojson": _map}
    text = endings.get(path.suffix.casefold())
    if text is None:
        remedy = "ends neither in .csv, .json nor .geojson; name it so"
        raise ProgrammeError((Fault(path.name, None, "", "", remedy),))
    path.parent.mkdir(parents=True, exist_ok=True)
    save({path: text(venues)})


def _table(venues: Sequence[Venue]) -> str:
    # The mark of UTF-8, without which spreadsheets take Gaelic for something else.
    return "\ufeff" + (table_text(venues) if venues else "code\r\n")


def _document(venues: Sequence[Venue]) -> str:
    tree = [venue.model_dump(mode="json", exclude_defaults=True) for venue in venues]
    return json.dumps({"venues": tree}, indent=1, ensure_ascii=False) + "\n"


def _map(venues: Sequence[Venue]) -> str:
    """Return venues as GeoJSON (RFC 7946), east before north, in the words of venues.csv.

    A venue whose position nobody knows has no geometry. What is not known is left out, so that no
    program takes a blank for an answer.
    """
    features = [
        {
            "type": "Feature",
            "id": venue.code,
            "geometry": _point(venue),
            "properties": venue.model_dump(mode="json", exclude_defaults=True),
        }
        for venue in venues
    ]
    tree = {"type": "FeatureCollection", OURS: "venues", "features": features}
    return json.dumps(tree, indent=1, ensure_ascii=False) + "\n"


def _point(venue: Venue) -> dict[str, object] | None:
    if venue.latitude is None or venue.longitude is None:
        return None
    return {"type": "Point", "coordinates": [venue.longitude, venue.latitude]}
