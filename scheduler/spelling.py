"""Slips of the pen: words that are almost a word we know, and views that are almost one view."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import combinations, takewhile
from operator import eq
from typing import Final

from scheduler.programme import Programme

SLIP: Final = 0.8
"""How alike, from 0 to 1, a word is to the one it was mistyped for: "halls" and "hall" are 0.89."""
GUESS: Final = 0.6
"""How alike is enough to ask "did you mean", where the word is refused anyway."""
SHORTEST: Final = 4
"""Letters from which on a word can be told to be mistyped; "A" and "B" are two views."""


def folded(word: str) -> str:
    """Return a word without capitals, and with one space for every hyphen, underline or gap."""
    return " ".join(re.split(r"[\W_]+", word.casefold())).strip()


def meant(word: str, known: Iterable[str], *, alike: float = SLIP) -> str:
    """Return the known word that another was most likely meant to be; empty where there is none."""
    by_fold = {folded(each): each for each in known}
    nearest = get_close_matches(folded(word), by_fold, n=1, cutoff=alike)
    return by_fold[nearest[0]] if nearest else ""


def spelling_hints(programme: Programme) -> tuple[str, ...]:
    """Return a sentence for each two views that differ by one letter or by capitals alone.

    They may be two views; so this is a hint and refuses nothing.
    """
    brought = [person.view for person in programme.people]
    for project in programme.projects:
        brought += [place.view for place in project.places_to_fill]
        brought += [view for session in project.sessions for view in session.needs_views]
    views = sorted(set(filter(None, brought)))
    alike = (pair for pair in combinations(views, 2) if _almost(*map(folded, pair)))
    return tuple(
        f'Two views are almost alike: "{one}" and "{other}". If they are one, write them alike.'
        for one, other in alike
    )


def _almost(one: str, other: str) -> bool:
    """Say whether one letter was left out, added, changed, or swapped with the next."""
    start = _shared(one, other)
    left, right = one[start:], other[start:]
    end = _shared(left[::-1], right[::-1])
    left, right = left[: len(left) - end], right[: len(right) - end]
    is_swap = len(left) == 2 and left == right[::-1]  # noqa: PLR2004 - two neighbours
    is_numbered = any(character.isdigit() for character in left + right)
    is_slip = is_swap or max(len(left), len(right)) <= 1
    return is_slip and not is_numbered and min(len(one), len(other)) >= SHORTEST


def _shared(one: str, other: str) -> int:
    """Return how many letters two words have in common before they differ."""
    return sum(takewhile(bool, map(eq, one, other)))
