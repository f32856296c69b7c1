"""Festivals and seasons by the names people read, with the calendar's own word for each."""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Final

import constraints
from constraints import registry
from scheduler.calendars.tables import read_table
from scheduler.files.checks.named import words_of
from scheduler.spelling import GUESS, folded, meant
from web.wording import catalogue, say

TABLES: Final = ("festival_names", "local_events")
"""Tables of ours in which festivals have names."""
OURS: Final[Mapping[str, Callable[[str], str]]] = {
    "keeps": lambda word: say(f"known_keeps.{word}"),
    "seasons": lambda word: say(f"known_seasons.{word}"),
}
FEW: Final = 6
"""How many names are offered at most for a word that is none."""


@cache
def names_of(field: str) -> Mapping[str, str]:
    """Return what people read for every word a calendar knows, in the order of the alphabet."""
    named = {word: _named(word, field) for word in words_of(registry(), field)}
    return MappingProxyType(dict(sorted(named.items(), key=lambda each: each[1].casefold())))


def known(line: str, field: str) -> str:
    """Return the calendar's word that a line is, whatever its capitals and gaps; else nothing."""
    words = {folded(name): word for word, name in names_of(field).items()}
    words |= {folded(word): word for word in names_of(field)}
    return words.get(folded(line), "")


def like(line: str, field: str) -> tuple[str, ...]:
    """Return the names a line may have been meant for: it is a slip of one, or a part of some."""
    parts = set(folded(line).split())
    named = names_of(field)
    holding = [n for word, n in named.items() if parts and parts <= _parts(word, n)]
    nearest = known(meant(line, (*named, *named.values()), alike=GUESS), field)
    found = (*holding, *([named[nearest]] if nearest else ()))
    return tuple(dict.fromkeys(found))[:FEW]


def _parts(word: str, name: str) -> set[str]:
    return {*folded(word).split(), *folded(name).split()}


@cache
def _by_table() -> Mapping[str, str]:
    folder = Path(constraints.__path__[0]) / "data"
    rows = chain.from_iterable(read_table(folder / f"{table}.csv").rows for table in TABLES)
    return {row["festival_id"]: row["name"] for row in rows}


def _named(word: str, field: str) -> str:
    """Return our own name for a word, or that of a table; else the word as people write it."""
    ours = OURS[field](word) if word in catalogue()[f"known_{field}"] else ""
    return ours or _by_table().get(word) or folded(word).capitalize()
