"""Venues in from a map or a table: every row is taken, or refused with the reason."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from scheduler.errors import ProgrammeError
from scheduler.files.document import Document, Spot
from scheduler.files.findings import Finding, shown
from scheduler.files.findings import Path as Within
from scheduler.files.json_document import read_json
from scheduler.places.a11y_json import SAID_BY as A11Y
from scheduler.places.a11y_json import is_a11y_json, rows_of_a11y
from scheduler.places.doubts import with_doubts
from scheduler.places.imported import OPENSTREETMAP, ImportedRow, VenueImport
from scheduler.places.open_referral import LISTS, SAID_BY, rows_of_directory
from scheduler.places.osm_facts import Origin
from scheduler.places.osm_features import Feature, geojson_features, overpass_features
from scheduler.places.osm_venues import row_of
from scheduler.places.saved import OURS
from scheduler.places.twins import without_twins
from scheduler.places.typed_venues import rows_of_document, rows_of_table

MAPS: Mapping[str, Callable[[list[Any]], tuple[Feature, ...]]] = MappingProxyType(
    {"features": geojson_features, "elements": overpass_features}
)
"""How the places of a map are read, by the name they stand under."""
KNOWN_LISTS = (*MAPS, *LISTS, "venues")
NO_LIST = (
    "holds no venues; give GeoJSON (with features), an answer of Overpass (with elements), "
    "a directory in Open Referral UK (with contents, service_at_locations or locations) "
    "or a document of ours (with venues)"
)


def import_venues(path: Path, *, place: str = "", on: date | None = None) -> VenueImport:
    """Return the venues of a file, row by row.

    GeoJSON, Overpass JSON, A11yJSON, a directory in Open Referral UK, or CSV like venues.csv.

    Parameters
    ----------
    place
        The named place all of them stand in, where the file gives none.
    on
        The day the map was drawn from; empty takes the day the file itself gives, if any.

    Raises
    ------
    ProgrammeError
        If the file as a whole cannot be read; what is wrong with one row refuses that row.
    """
    found = _read(path, place=place, on=on)
    return replace(found, rows=with_doubts(without_twins(found.rows)))


def _read(path: Path, *, place: str, on: date | None) -> VenueImport:
    if path.suffix.casefold() == ".csv":
        return VenueImport(rows_of_table(path, place), path.name)
    document = read_json(path)
    under = _list_in(document)
    if under == "venues":
        rows = rows_of_document(document, place, file=path.name)
        return VenueImport(rows, path.name)
    if under == "features" and document.tree.get(OURS) == "venues":
        rows = rows_of_document(_listed(document), place, file=path.name)
        return VenueImport(rows, path.name)
    if under == "features" and is_a11y_json(document.tree):
        rows = rows_of_a11y(document, place=place, file=path.name)
        return VenueImport(rows, path.name, A11Y)
    if under in LISTS:
        rows = rows_of_directory(document, under, place=place, file=path.name)
        return VenueImport(rows, path.name, SAID_BY)
    features = MAPS[under](document.tree[under])
    said_by = OPENSTREETMAP if any(each.source_id for each in features) else path.name
    origin = Origin(said_by, on or _day_of(document.tree), place)
    rows = _rows(features, document, origin=origin)
    return VenueImport(rows, path.name, said_by)


def _listed(document: Document) -> Document:
    """Return a collection that we wrote as the list of venues it was written from."""
    features = document.tree["features"]
    venues = [each.get("properties") if isinstance(each, dict) else each for each in features]
    return replace(document, tree={**document.tree, "venues": venues}, spots=_first_line(document))


def _first_line(document: Document) -> Callable[[], dict[Within, Spot]]:
    """Say of what is wrong only in which file it is: the list is none that stands there."""
    return lambda: {(): document.spots()[()]}


def _list_in(document: Document) -> str:
    """Return the name under which a document lists its places, or refuse it."""
    if document.faults:
        raise ProgrammeError(document.faults)
    tree = document.tree
    under = next((name for name in KNOWN_LISTS if isinstance(tree, dict) and name in tree), "")
    if not under:
        raise ProgrammeError(document.faults_of((Finding((), "", NO_LIST),)))
    if not isinstance(tree[under], list):
        remedy = "is no list; export the file again"
        finding = Finding((under,), shown(tree[under]), remedy)
        raise ProgrammeError(document.faults_of((finding,)))
    return under


def _rows(
    features: tuple[Feature, ...], document: Document, *, origin: Origin
) -> tuple[ImportedRow, ...]:
    wrong = [feature for feature in features if feature.wrong]
    faults = document.faults_of(tuple(each.wrong for each in wrong if each.wrong))
    refusals = {each.number: fault.says for each, fault in zip(wrong, faults, strict=True)}
    return tuple(
        ImportedRow(
            each.number,
            each.source_id,
            each.tags.get("name", "")[:80],
            refused=refusals[each.number],
        )
        if each.wrong
        else row_of(each, origin)
        for each in features
    )


def _day_of(tree: Mapping[str, Any]) -> date | None:
    """Return the day of the extract, where the file gives one."""
    overpass = tree.get("osm3s")
    told = (
        overpass.get("timestamp_osm_base") if isinstance(overpass, dict) else tree.get("timestamp")
    )
    try:
        return date.fromisoformat(str(told)[:10])
    except ValueError:
        return None
