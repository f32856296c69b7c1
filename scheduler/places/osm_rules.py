"""Tables of what OpenStreetMap's tags mean, asked about the tags of one place."""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from scheduler.calendars.tables import Row, read_table
from scheduler.places.names import is_said

Tags = Mapping[str, str]
"""What a map says of a place: a value for each key."""

DENIALS = frozenset({"no", "none"})
"""Values that deny: only a row that names them is about them."""


@dataclass(frozen=True)
class Hit:
    """A row of a table that is about a place, and the tags that made it so."""

    row: Row
    tags: str
    """Such as "amenity=pub"."""


@dataclass(frozen=True)
class TagRule:
    """A row of a table, with the tags it asks for."""

    row: Row
    wanted: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    """For each tag that must be there: the keys it may have, and the patterns of its value."""

    def hit(self, tags: Tags) -> Hit | None:
        """Return how this row is about a place; None where it is not."""
        found = [_found(tags, keys, values=values) for keys, values in self.wanted]
        return Hit(self.row, " and ".join(found)) if all(found) else None


@lru_cache(maxsize=8)
def read_rules(path: Path) -> tuple[TagRule, ...]:
    """Return the rows of a table of tags, in file order.

    Raises
    ------
    TableError
        If the table cannot be used.
    """
    return tuple(TagRule(row, _wanted(row)) for row in read_table(path).rows)


def hits(tags: Tags, rules: tuple[TagRule, ...]) -> tuple[Hit, ...]:
    """Return every row that is about a place, in file order."""
    return tuple(hit for rule in rules if (hit := rule.hit(tags)))


def first_hits(found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return the first row about each tag: what follows is for other values of it.

    A club for young people is so no longer any club.
    """
    firsts: dict[str, Hit] = {}
    for hit in found:
        firsts.setdefault(hit.tags.partition(" and ")[0], hit)
    return tuple(firsts.values())


def keys_of(rules: tuple[TagRule, ...]) -> frozenset[str]:
    """Return every key the rows of a table ask for."""
    return frozenset(key for rule in rules for keys, _ in rule.wanted for key in keys)


def _wanted(row: Row) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    joined = zip(row["key"].split("+"), row["value"].split("+"), strict=True)
    return tuple((tuple(keys.split("|")), tuple(values.split("|"))) for keys, values in joined)


def _found(tags: Tags, keys: tuple[str, ...], *, values: tuple[str, ...]) -> str:
    """Return the first tag that is wanted, as "key=value"; empty where there is none."""
    return next((f"{key}={tags[key]}" for key in keys if _fits(tags.get(key, ""), values)), "")


def _fits(value: str, patterns: tuple[str, ...]) -> bool:
    parts = (part.strip() for part in value.casefold().split(";"))
    return any(_is_one_of(part, patterns) for part in parts if is_said(part))


def _is_one_of(part: str, patterns: tuple[str, ...]) -> bool:
    if part in DENIALS:
        return part in patterns
    return any(fnmatchcase(part, pattern) for pattern in patterns)
