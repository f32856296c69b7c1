"""Venues from a directory of services in Open Referral UK (HSDS 3): where services are held.

A directory says of access only sentences. They are kept beside the answer, which stays unknown:
nobody is sent to a door because a sentence about it sounded well.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from scheduler.files.document import Document
from scheduler.files.findings import Finding, Path, shown
from scheduler.files.soundness import unsound
from scheduler.places.imported import ImportedRow
from scheduler.places.osm_facts import MOST_LETTERS, shortened
from scheduler.places.typed_venues import Typed, row_of_item
from scheduler.sentences import listed

LISTS: Final = ("contents", "service_at_locations", "locations")
"""What a directory may list: pages of services, places of one service, or places."""
NO_FIELDS: Final = "is no group of named fields; export the directory again"
NO_NAME: Final = "it has no name; give it one in the directory, or enter it by hand"
ACCESS_PARTS: Final = ("description", "details")
SAID_BY: Final = "Open Referral UK"
"""Who says what a directory says."""


@dataclass
class _Spot:
    """A place as the directory tells of it, with all that is held there."""

    within: Path
    told: Mapping[str, Any]
    services: list[str] = field(default_factory=list)


def rows_of_directory(
    document: Document, under: str, *, place: str, file: str
) -> tuple[ImportedRow, ...]:
    """Return a row for each place of a directory, in the order it first tells of them.

    Parameters
    ----------
    under
        The name its list stands under, one of LISTS.
    place
        The named place all of them stand in.
    file
        What the file is called, for the source.
    """
    spots: dict[str, _Spot] = {}
    wrong: list[ImportedRow] = []
    for within, told, service in _told(document.tree[under], (under,)):
        finding = _unreadable(told, within)
        if finding:
            why = document.faults_of((finding,))[0].says
            wrong.append(ImportedRow(len(spots) + len(wrong) + 1, "", "", refused=why))
            continue
        key = str(told.get("id") or within)
        spot = spots.setdefault(key, _Spot(within, told))
        if service and service not in spot.services:
            spot.services.append(service)
    rows = (
        _row(number, spot, document=document, place=place, file=file)
        for number, spot in enumerate(spots.values(), start=1)
    )
    return (*rows, *wrong)


def _told(items: list[Any], within: Path, service: str = "") -> Iterator[tuple[Path, Any, str]]:
    """Give each place with where it stands and which service is held there."""
    for n, item in enumerate(items):
        here: Path = (*within, n)
        fields = item if isinstance(item, dict) else {}
        name = str(fields.get("name") or "")
        inner = fields.get("service_at_locations")
        if isinstance(inner, list):
            yield from _told(inner, (*here, "service_at_locations"), name or service)
        elif "location" in fields:
            yield (*here, "location"), fields["location"], service
        elif within[-1] != "contents":
            yield here, item, service


def _unreadable(told: Any, within: Path) -> Finding | None:  # noqa: ANN401 - any part of a document
    if not isinstance(told, dict):
        return Finding(within, shown(told), NO_FIELDS)
    found = next(unsound(told), None)
    return Finding((*within, *found.path), found.value, found.remedy) if found else None


def _row(number: int, spot: _Spot, *, document: Document, place: str, file: str) -> ImportedRow:
    told = spot.told
    name = _line(told, "name") or _line(told, "alternate_name")
    if not name:
        return ImportedRow(number, str(told.get("id") or ""), "", refused=NO_NAME)
    item = _item(told, name=name, code=_code(told, number), file=file)
    row = row_of_item(
        number,
        Typed({key: value for key, value in item.items() if value or value == 0}),
        fault_of=lambda found: document.faults_of(
            (Finding((*spot.within, *found.path), found.value, found.remedy),)
        )[0],
        place=place,
        file=file,
    )
    return replace(row, remarks=(*_remarks(spot), *row.remarks)) if row.venue else row


def _item(told: Mapping[str, Any], *, name: str, code: str, file: str) -> dict[str, Any]:
    """Return a place in the words of a venue; what the directory does not say stays away."""
    sentences = _sentences(told)
    beside = {"answer": "unknown", "said_by": SAID_BY, "note": sentences[:MOST_LETTERS]}
    return {
        "code": code,
        "name": name,
        "address": _address(told),
        "latitude": told.get("latitude"),
        "longitude": told.get("longitude"),
        "phone": _phone(told),
        "directions": _line(told, "transportation"),
        "access": {"step-free": beside} if sentences else None,
        "source": f"{SAID_BY}, {file}"[:MOST_LETTERS],
    }


def _code(told: Mapping[str, Any], number: int) -> str:
    """Return a code that is the same each time: the property's number where it is given."""
    kind, number_given = _line(told, "external_identifier_type"), _line(told, "external_identifier")
    if kind.casefold() == "uprn" and number_given.isdigit():
        return f"uprn-{number_given}"
    said = re.sub("[^A-Za-z0-9]+", "-", _line(told, "id")).strip("-")[:50]
    return f"place-{said or number}"


def _address(told: Mapping[str, Any]) -> str:
    first = next(_groups(told, "addresses"), {})
    parts = ("attention", "address_1", "address_2", "city", "region", "postal_code")
    return ", ".join(filter(None, (_line(first, part) for part in parts)))


def _phone(told: Mapping[str, Any]) -> str:
    return next((_line(each, "number") for each in _groups(told, "phones")), "")


def _sentences(told: Mapping[str, Any]) -> str:
    said = (_line(each, part) for each in _groups(told, "accessibility") for part in ACCESS_PARTS)
    return " ".join(filter(None, said))


def _groups(told: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    listed = told.get(name)
    return (each for each in (listed if isinstance(listed, list) else ()) if isinstance(each, dict))


def _line(told: Mapping[str, Any], name: str) -> str:
    """Return a field that is a line of text or a whole number; anything else says nothing."""
    said = told.get(name)
    is_plain = isinstance(said, str | int) and not isinstance(said, bool)
    return " ".join(str(said).split()) if is_plain else ""


def _remarks(spot: _Spot) -> Iterator[str]:
    yield "what kind of place it is and who runs it are not in a directory: enter them"
    if spot.services:
        yield f"held there: {shortened(listed(spot.services))}"
    sentences = _sentences(spot.told)
    if sentences:
        yield f'of access it says "{shortened(sentences)}", which is no answer: ask'
