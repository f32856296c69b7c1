"""A file of venues brought in again: what people said stays, the rest follows the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scheduler.facts import UNKNOWN, Fact
from scheduler.places.imported import NEEDS, OPENSTREETMAP, ImportedRow, VenueImport
from scheduler.places.twins import are_one
from scheduler.venues import Venue

FACTS = ("licensed", "bar_closed")
UNCOMPARED = frozenset({"code", "access", "source", *FACTS})
"""Fields that are no plain words of the file."""


@dataclass(frozen=True)
class Difference:
    """A field that is one thing here and another in the file."""

    field: str
    was: str
    now: str
    why: str = ""
    """Why it was left as it is; empty where the file's was taken."""


@dataclass(frozen=True)
class Change:
    """A venue as it is after the import, and where the file differed."""

    venue: Venue
    taken: tuple[Difference, ...]
    left: tuple[Difference, ...]


@dataclass(frozen=True)
class Gone:
    """A venue of an earlier import that the file no longer has."""

    venue: Venue
    why: str


@dataclass(frozen=True)
class Merge:
    """What bringing a file in again comes to."""

    venues: tuple[Venue, ...]
    """All venues afterwards: those there were, in their order, then the new; none is taken out."""
    added: tuple[Venue, ...]
    changed: tuple[Change, ...]
    kept: tuple[Change, ...]
    """Venues in which nothing changed, and what the file says otherwise."""
    gone: tuple[Gone, ...]


def merge(
    existing: tuple[Venue, ...], fresh: VenueImport, *, take: frozenset[str] = frozenset()
) -> Merge:
    """Return the venues there are with those of a file laid under what people said.

    A fact is only overwritten where nobody said anything, or the same source said it; a plain
    field only where it is empty. Venues are the same by code, or by name and spot.

    Parameters
    ----------
    take
        Plain fields, such as "opening" or "phone", in which the file is to be believed.
    """
    pairs = _pairs(existing, fresh)
    changes = tuple(
        _change(venue, pairs[venue.code], said_by=fresh.said_by, take=take)
        for venue in existing
        if venue.code in pairs
    )
    after = {change.venue.code: change.venue for change in changes}
    matched = {venue.code for venue in pairs.values()}
    added = tuple(venue for venue in fresh.venues if venue.code not in matched)
    return Merge(
        venues=(*(after.get(venue.code, venue) for venue in existing), *added),
        added=added,
        changed=tuple(change for change in changes if change.taken),
        kept=tuple(change for change in changes if not change.taken),
        gone=tuple(_gone(existing, fresh, matched=frozenset(pairs))),
    )


def _pairs(existing: tuple[Venue, ...], fresh: VenueImport) -> dict[str, Venue]:
    """Return the file's venue for each code here that it has one for, no venue twice."""
    by_code = {venue.code: venue for venue in fresh.venues}
    found = {venue.code: by_code[venue.code] for venue in existing if venue.code in by_code}
    free = [venue for venue in fresh.venues if venue.code not in found]
    for venue in existing:
        twin = next((each for each in free if are_one(each, venue)), None)
        if twin and venue.code not in found:
            found[venue.code] = twin
            free.remove(twin)
    return found


def _change(venue: Venue, told: Venue, *, said_by: str, take: frozenset[str]) -> Change:
    found = [*_plain(venue, told, take=take), *_facts(venue, told, said_by=said_by)]
    taken = [(difference, value) for difference, value in found if not difference.why]
    after = venue
    for difference, value in taken:
        after = _with(after, difference.field, value=value)
    if not venue.source:
        after = after.model_copy(update={"source": told.source})
    left = tuple(difference for difference, _ in found if difference.why)
    return Change(after, tuple(difference for difference, _ in taken), left)


def _plain(venue: Venue, told: Venue, *, take: frozenset[str]) -> Iterator[tuple[Difference, Any]]:
    """Give the plain fields that differ; what the file does not say, it does not change."""
    for name, kind in Venue.model_fields.items():
        here, there = getattr(venue, name), getattr(told, name)
        if name in UNCOMPARED or there in {kind.default, here}:
            continue
        may_take = here == kind.default or name in take
        why = "" if may_take else "somebody may have corrected it"
        yield Difference(name, _shown(here), _shown(there), why), there


def _facts(venue: Venue, told: Venue, *, said_by: str) -> Iterator[tuple[Difference, Fact]]:
    for name in (*FACTS, *(f"access.{need}" for need in NEEDS)):
        here, there = _fact(venue, name), _fact(told, name)
        is_theirs = bool(said_by) and here.said_by == said_by
        if here == there or (there == UNKNOWN and not is_theirs):
            continue
        why = "" if here == UNKNOWN or is_theirs else _said(here)
        yield Difference(name, _signed(here), _signed(there), why), there


def _gone(
    existing: tuple[Venue, ...], fresh: VenueImport, *, matched: frozenset[str]
) -> Iterator[Gone]:
    """Give the map's venues that the map no longer has; what others entered cannot go."""
    refused = {row.code: row for row in fresh.rows if not row.venue and row.code}
    for venue in existing if fresh.said_by == OPENSTREETMAP else ():
        if venue.code.startswith("osm-") and venue.code not in matched:
            yield Gone(venue, _why_gone(refused.get(venue.code)))


def _why_gone(row: ImportedRow | None) -> str:
    return row.refused if row else "it may lie outside the extract, or be gone"


def _fact(venue: Venue, name: str) -> Fact:
    within = name.removeprefix("access.")
    found = next((fact for need, fact in venue.access.items() if need == within), UNKNOWN)
    return found if name != within else getattr(venue, name)


def _with(venue: Venue, name: str, *, value: object) -> Venue:
    within = name.removeprefix("access.")
    need = next((need for need in NEEDS if need == within), None)
    if need is None or within == name:
        return venue.model_copy(update={name: value})
    return venue.model_copy(update={"access": {**venue.access, need: value}})


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _signed(fact: Fact) -> str:
    by = ", ".join(filter(None, (fact.said_by, fact.on.isoformat() if fact.on else "")))
    return f"{fact.answer} ({by})" if by else str(fact.answer)


def _said(fact: Fact) -> str:
    return f"{fact.said_by} said so" if fact.said_by else "somebody entered it"
