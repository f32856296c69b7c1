"""The places that people and halls of a draft are in, each once, however it was spelled."""

import re
from hashlib import sha256
from typing import Final
from unicodedata import normalize

from scheduler.spelling import folded
from web.begin.draft import Draft, Item, Typed

OURS: Final = re.compile(r"group|on-line|by-phone|(?:person|worker)-\d+")
"""Codes that stand for something else: of a programme each stands for one thing."""
LONGEST: Final = 50
"""Most letters of a code made from a name."""


def code_for(name: str) -> str:
    """Return the code that stands for a name: the same for each way to spell it."""
    letters = normalize("NFKD", folded(name)).encode("ascii", "ignore").decode()
    code = "-".join(letters.split())[:LONGEST].strip("-")
    is_free = code and not OURS.fullmatch(code)
    return code if is_free else f"place-{sha256(folded(name).encode()).hexdigest()[:8]}"


def places_of(draft: Draft) -> dict[str, str]:
    """Return every place that is mentioned: its name as it was first written, by its code."""
    near = first(draft.told, "near") or first(draft.told, "council")
    homes = [first(person.typed, "home") for person in draft.people]
    rooms = [place_of_hall(hall) for hall in draft.halls]
    found: dict[str, str] = {}
    for name in filter(None, (near, *homes, *rooms)):
        found.setdefault(code_for(name), name)
    return found


def place_of_hall(hall: Item) -> str:
    """Return where a hall stands, as it was said."""
    return first(hall.typed, "place")


def first(typed: Typed, name: str) -> str:
    """Return what stands in a field of one line."""
    return " ".join("".join(typed.get(name, [])[:1]).split())
