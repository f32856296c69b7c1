"""What the kind of a place says by itself: whether it serves alcohol, and whether it is neutral."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scheduler.calendars.tables import Row, read_table
from scheduler.places.names import plain_name


@dataclass(frozen=True)
class Kind:
    """A kind of place, as a row of venue_kinds.csv tells."""

    called: frozenset[str]
    """Every word for it, its wider kinds among them, as `plain_name` gives them."""
    alcohol: str
    """exclude: it serves alcohol; ask: it may; clear: it does not."""
    neutral: str
    """never, office, ask, operator or clear; venue_kinds.toml says what each means."""


UNLISTED = Kind(called=frozenset(), alcohol="ask", neutral="operator")
"""A kind that nobody gave or that no table lists: it says nothing, so somebody has to ask."""


@lru_cache(maxsize=8)
def read_kinds(path: Path) -> Mapping[str, Kind]:
    """Return the kinds of a table by each of their own words.

    Raises
    ------
    TableError
        If the table cannot be used.
    """
    return {word: _kind(row) for row in read_table(path).rows for word in _own_words(row)}


def kind_of(name: str, kinds: Mapping[str, Kind]) -> Kind:
    """Return the kind that a name means, whatever its capitals or its plural."""
    plain = plain_name(name)
    return kinds.get(plain) or kinds.get(plain.removesuffix("s")) or UNLISTED


def _kind(row: Row) -> Kind:
    called = _own_words(row) | _words(row["wider"])
    return Kind(called, row["alcohol"], row["neutral"])


def _own_words(row: Row) -> frozenset[str]:
    return frozenset({plain_name(row["kind"])}) | _words(row["also"])


def _words(cell: str) -> frozenset[str]:
    return frozenset(plain_name(word) for word in cell.split(";") if word)
