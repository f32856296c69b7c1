"""Venues from places described in A11yJSON, whose fields answer our needs by one table."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

from scheduler.calendars.tables import read_table
from scheduler.files.document import Document
from scheduler.files.findings import Finding, shown
from scheduler.files.soundness import unsound
from scheduler.places.imported import ImportedRow
from scheduler.places.osm_facts import MOST_LETTERS, shortened
from scheduler.places.typed_venues import Typed, row_of_item
from scheduler.sentences import listed

RULES: Final = read_table(Path(__file__).parent / "a11y_access.csv").rows
"""Which field answers which need."""
SAID_BY: Final = "A11yJSON"
"""Who says what such a file says."""
LIST: Final = "features"
NO_FIELDS: Final = "is no group of named fields; export the file again"
NO_NAME: Final = "it has no name; give it one in the file, or enter it by hand"
STREET: Final = ("building", "houseNumber", "street", "district", "city", "postalCode")
Said = tuple[str, str]
"""A field of A11yJSON and what it says, as text."""


def is_a11y_json(tree: Mapping[str, Any]) -> bool:
    """Say whether a collection of places has accessibility as A11yJSON has it."""
    places = tree.get(LIST)
    listed_ones = places if isinstance(places, list) else []
    return any("accessibility" in _group(each, "properties") for each in listed_ones)


def rows_of_a11y(document: Document, *, place: str, file: str) -> tuple[ImportedRow, ...]:
    """Return a row for each place, in the order of the file.

    Parameters
    ----------
    place
        The named place all of them stand in.
    file
        What the file is called, for the source.
    """
    items = enumerate(document.tree[LIST])
    return tuple(_row(n, item, document=document, of=(place, file)) for n, item in items)


def _row(n: int, item: Any, *, document: Document, of: tuple[str, str]) -> ImportedRow:  # noqa: ANN401
    place, file = of
    wrong = _unreadable(item, n)
    if wrong:
        return ImportedRow(n + 1, "", "", refused=document.faults_of((wrong,))[0].says)
    told = _group(item, "properties")
    if not _text(told.get("name")):
        return ImportedRow(n + 1, str(told.get("originalId") or ""), "", refused=NO_NAME)
    access, remarks = _access(_group(told, "accessibility"))
    row = row_of_item(
        n + 1,
        Typed(_item(told, item, n=n, file=file) | ({"access": access} if access else {})),
        fault_of=lambda found: document.faults_of(
            (Finding((LIST, n, "properties", *found.path), found.value, found.remedy),)
        )[0],
        place=place,
        file=file,
    )
    return replace(row, remarks=(*remarks, *row.remarks)) if row.venue else row


def _unreadable(item: Any, n: int) -> Finding | None:  # noqa: ANN401
    if not isinstance(item, dict) or not isinstance(item.get("properties"), dict):
        return Finding((LIST, n), shown(item), NO_FIELDS)
    found = next(unsound(item), None)
    return Finding((LIST, n, *found.path), found.value, found.remedy) if found else None


def _item(told: Mapping[str, Any], item: Mapping[str, Any], *, n: int, file: str) -> dict[str, Any]:
    """Return a place in the words of a venue; what the file does not say stays away."""
    east_north = _group(item, "geometry").get("coordinates")
    pair = east_north if isinstance(east_north, list) and len(east_north) > 1 else [None, None]
    own = re.sub("[^A-Za-z0-9]+", "-", str(told.get("originalId") or n + 1)).strip("-")[:50]
    fields = {
        "code": f"a11y-{own}",
        "name": _text(told.get("name")),
        "kind": _text(told.get("category")).replace("_", " "),
        "address": _address(told.get("address")),
        "latitude": pair[1],
        "longitude": pair[0],
        "phone": _text(told.get("phoneNumber")),
        "source": f"{SAID_BY}, {file}"[:MOST_LETTERS],
    }
    return {name: value for name, value in fields.items() if value not in {"", None}}


def _access(told: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what is said of each need and what to ask; what contradicts itself says nothing."""
    said = _without_partly(list(_said(told)))
    found: dict[str, dict[str, list[str]]] = {}
    heard: set[Said] = set()
    for field, value in said:
        for row in RULES:
            if row["field"] == field and fnmatchcase(value, row["value"]):
                heard.add((field, value))
                answers = found.setdefault(row["need"], {})
                answers.setdefault(row["answer"], []).append(f"{field}={value}")
    agreed = {need: _answer(answers) for need, answers in found.items()}
    facts = {need: fact for need, fact in agreed.items() if fact}
    remarks = [
        f"the file says both {' and '.join(fields[0] for fields in found[need].values())}: "
        f"ask about {need}"
        for need, fact in agreed.items()
        if not fact
    ]
    others = [f"{field}={shortened(value)}" for field, value in said if (field, value) not in heard]
    if others:
        remarks.append(f"it also says {listed(list(dict.fromkeys(others)))}, which answers no need")
    return facts, tuple(remarks)


def _answer(answers: Mapping[str, list[str]]) -> dict[str, str] | None:
    """Return one answer; of several toilets or the like one that is there is enough."""
    is_of_many = all("[]" in each for fields in answers.values() for each in fields)
    order = [a for a in ("yes", "limited", "no") if a in answers]
    if len(order) > 1 and not is_of_many:
        return None
    note = ", ".join(dict.fromkeys(answers[order[0]]))[:MOST_LETTERS]
    return {"answer": order[0], "said_by": SAID_BY, "note": note}


def _without_partly(said: list[Said]) -> list[Said]:
    """Leave out "not wholly" where "partly" is said: they are one answer."""
    wholly, partly = "accessibleWith.wheelchair", "partiallyAccessibleWith.wheelchair"
    dropped = (wholly, "false") if (partly, "true") in said else None
    return [each for each in said if each != dropped]


def _said(value: Any, field: str = "") -> Iterator[Said]:  # noqa: ANN401 - any part of a document
    """Give every field with what it says, lists under one name; a blank says nothing."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _said(inner, f"{field}.{name}".removeprefix("."))
    elif isinstance(value, list):
        for inner in value:
            yield from _said(inner, f"{field}[]")
    elif value != "" and field:
        yield field, value if isinstance(value, str) else json.dumps(value)


def _address(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, dict):
        return _text(value)
    whole = _text(value.get("text")) or _text(value.get("full"))
    return whole or ", ".join(filter(None, (_text(value.get(part)) for part in STREET)))


def _text(value: Any) -> str:  # noqa: ANN401
    """Return a line of text, in English where there are several languages."""
    if isinstance(value, dict):
        known = {str(name): said for name, said in value.items() if isinstance(said, str)}
        english = [said for name, said in known.items() if name.casefold().startswith("en")]
        value = next(iter([*english, *known.values()]), "")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _group(told: Any, name: str) -> Mapping[str, Any]:  # noqa: ANN401
    inner = told.get(name) if isinstance(told, dict) else None
    return inner if isinstance(inner, dict) else {}
