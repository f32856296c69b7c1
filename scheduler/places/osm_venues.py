"""From a place on OpenStreetMap to a venue, with what was read and what still has to be asked."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scheduler.calendars.tables import Row
from scheduler.facts import Fact
from scheduler.places import osm_facts
from scheduler.places.imported import GROUNDS, Ground, ImportedRow, osm_code, unknowns
from scheduler.places.names import plain_name
from scheduler.places.osm_facts import Access, Licensed, Origin
from scheduler.places.osm_features import Feature
from scheduler.places.osm_rules import Hit, first_hits, hits, read_rules
from scheduler.venues import Venue

KINDS = read_rules(Path(__file__).parent / "osm_kinds.csv")
NO_PLACE = "none"
"""The kind of what is no place to meet."""
OTHER_NAMES = ("name:gd", "name:cy", "name:ga", "name:gv", "name:sco", "name:en", "alt_name")
GONE = re.compile(r"(?:was|disused|abandoned|demolished|removed|razed|proposed):.+|old_.+")
"""Tags of what a place was or may become: they never count."""
SPOKEN_OF = ("amenity", "shop", "leisure", "tourism", "club", "office", "building", "craft")


@dataclass(frozen=True)
class Reading:
    """What the tables and tags say of one place."""

    found: tuple[Hit, ...]
    licensed: Licensed
    access: Access


def row_of(feature: Feature, origin: Origin) -> ImportedRow:
    """Return the row of a place: a venue, or why it is none."""
    found = first_hits(hits(feature.tags, KINDS))
    name = feature.tags.get("name", "")
    refused = _refusal(feature, found)
    if refused:
        return ImportedRow(feature.number, feature.source_id, name[:80], refused=refused)
    reading = Reading(
        found, osm_facts.licensed(found, origin), osm_facts.access(feature.tags, origin)
    )
    venue = _venue(feature, reading, origin=origin)
    remarks = tuple(_remarks(feature, reading, venue=venue))
    return ImportedRow(
        feature.number, feature.source_id, name, venue, remarks, ground=ground_of(found)
    )


def ground_of(found: tuple[Hit, ...]) -> Ground:
    """Return whose ground a place seems to be: the first row that says it."""
    return _ground(hit.row for hit in found)


def ground_of_kind(kind: str, operator: str) -> Ground:
    """Return whose ground a place seems to be by a kind typed in words, and by who runs it."""
    by_operator = ground_of(hits({"operator": operator}, KINDS))
    rows = (rule.row for rule in KINDS if plain_name(rule.row["kind"]) == plain_name(kind) != "")
    by_kind = _ground(rows)
    is_settled = by_kind in {"office", "worship"} or by_operator == "unknown"
    return by_kind if is_settled else by_operator


def _ground(rows: Iterable[Row]) -> Ground:
    said = next((row["ground"] for row in rows if row["ground"]), "unknown")
    return next(ground for ground in GROUNDS if ground == said)


def _refusal(feature: Feature, found: tuple[Hit, ...]) -> str:
    name = feature.tags.get("name", "")
    kind = _kind(found)
    if not name:
        return "it has no name; give it one on the map, or enter it by hand"
    if len(name) > osm_facts.MOST_LETTERS:
        return f"its name has more than {osm_facts.MOST_LETTERS} letters; shorten it"
    if kind is None:
        return f"{_spoken_tags(feature)} is not known as a place where a group could meet"
    if kind.row["kind"] == NO_PLACE:
        return f"not a place to meet ({kind.tags}): {kind.row['note']}"
    if feature.position is None:
        return "it has no position; export it with its middle (in Overpass: out center)"
    return ""


def _spoken_tags(feature: Feature) -> str:
    said = [f"{key}={feature.tags[key]}" for key in SPOKEN_OF if key in feature.tags]
    return " and ".join(said)[:200] or "it has no tag that says what it is, and so"


def _venue(feature: Feature, reading: Reading, *, origin: Origin) -> Venue:
    tags = feature.tags
    north, east = feature.position or (None, None)
    return Venue(
        code=osm_code(feature.source_id) or code_from(tags["name"], feature.number),
        name=tags["name"],
        kind=next(hit.row["kind"] for hit in reading.found if hit.row["kind"]),
        address=osm_facts.address(tags),
        place=origin.place,
        latitude=north,
        longitude=east,
        phone=_phone(feature)[0],
        capacity=osm_facts.capacity(tags)[0],
        operator=_operator(feature)[0],
        licensed=reading.licensed.fact,
        access=reading.access.facts,
        opening=osm_facts.opening(tags)[0],
        source=_source(feature, origin),
    )


def _source(feature: Feature, origin: Origin) -> str:
    # The Open Database Licence asks that whoever shows the data names its makers.
    return (
        f"(c) OpenStreetMap contributors, ODbL, {feature.source_id}"
        if feature.source_id
        else origin.said_by
    )


def _phone(feature: Feature) -> tuple[str, str]:
    return osm_facts.line(feature.tags, "phone", "contact:phone", "mobile", "contact:mobile")


def _operator(feature: Feature) -> tuple[str, str]:
    return osm_facts.line(feature.tags, "operator", "operator:en")


def code_from(name: str, number: int) -> str:
    """Return a code made from a name; of a place without one, from its number."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-")[:50].strip("-") or f"venue-{number}"


def _remarks(feature: Feature, reading: Reading, *, venue: Venue) -> Iterator[str]:
    tags = feature.tags
    yield f"read: {', '.join(_read(reading, venue))}"
    # Some needs have no tag: of a place on the map there is always something to ask.
    yield f"to ask: {', '.join(unknowns(venue))}"
    yield from (f"{hit.tags}: {hit.row['note']}" for hit in _worth_a_note(reading))
    passed_over = (
        reading.licensed.remark,
        *reading.access.remarks,
        osm_facts.capacity(tags)[1],
        osm_facts.opening(tags)[1],
        _phone(feature)[1],
        _operator(feature)[1],
    )
    yield from filter(None, passed_over)
    yield from _asides(feature)


def _worth_a_note(reading: Reading) -> Iterator[Hit]:
    """Give the rows that decided something and have a note; not those of a kind passed over."""
    kind = _kind(reading.found)
    for hit in reading.found:
        if hit.row["note"] and (hit is kind or not hit.row["kind"] or hit.row["alcohol"]):
            yield hit


def _kind(found: tuple[Hit, ...]) -> Hit | None:
    return next((hit for hit in found if hit.row["kind"]), None)


def _asides(feature: Feature) -> Iterator[str]:
    """Give what is worth knowing and has no field of its own."""
    tags = feature.tags
    for key in OTHER_NAMES:
        if tags.get(key, tags["name"]) != tags["name"]:
            yield f"also called {osm_facts.shortened(tags[key])} ({key})"
    if tags.get("check_date"):
        yield f"last looked at on {tags['check_date'][:20]}"
    gone = sorted(key for key in tags if GONE.fullmatch(key))
    if gone:
        yield f"not counted, as it is past or to come: {', '.join(gone)[:200]}"


def _read(reading: Reading, venue: Venue) -> Iterator[str]:
    kind = next(hit for hit in reading.found if hit.row["kind"])
    yield f"{venue.kind} ({kind.tags})"
    if not venue.licensed.is_unknown:
        yield _spoken("alcohol", venue.licensed)
    yield from (_spoken(need, fact) for need, fact in venue.access.items())
    told = {
        "size": venue.capacity,
        "hours": venue.opening,
        "phone": venue.phone,
        "operator": venue.operator,
        "address": venue.address,
    }
    yield from (what for what, known in told.items() if known)


def _spoken(what: str, fact: Fact) -> str:
    return f"{what} {fact.answer} ({fact.note})"
