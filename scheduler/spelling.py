"""Slips of the pen: words that are almost a word we know, and views that are almost one view."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import combinations, takewhile
from operator import eq
from typing import Final

from scheduler.places.names import plain_name
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
    """Return a sentence for each two views, or names of those people work for, almost alike.

    They may be two; so this is a hint and refuses nothing.
    """
    return (*_views_alike(programme), *_employers_alike(programme))


def is_almost_name(one: str, other: str) -> bool:
    """Say whether two names are two, and yet differ by a letter in a word or by a gap alone."""
    mine, theirs = (plain_name(name).split() for name in (one, other))
    if mine == theirs:
        return False
    if len(mine) != len(theirs):
        return "".join(mine) == "".join(theirs)
    return all(word == its or _almost(word, its) for word, its in zip(mine, theirs, strict=True))


def _views_alike(programme: Programme) -> Iterator[str]:
    brought = [person.view for person in programme.people]
    for project in programme.projects:
        brought += [place.view for place in project.places_to_fill]
        brought += [view for session in project.sessions for view in session.needs_views]
    views = sorted(set(filter(None, brought)))
    alike = (pair for pair in combinations(views, 2) if _almost(*map(folded, pair)))
    for one, other in alike:
        says = f'Two views are almost alike: "{one}" and "{other}".'
        yield f"{says} If they are one, write them alike."


def _employers_alike(programme: Programme) -> Iterator[str]:
    """Give what to say of employers that are almost another, or almost who runs a venue."""
    employers = {person.employer for person in programme.people}
    named = employers | {venue.operator for venue in programme.venues}
    for one, other in combinations(sorted(named), 2):
        if {one, other} & employers and is_almost_name(one, other):
            says = f'Two employers or operators are almost alike: "{one}" and "{other}".'
            yield f"{says} If they are one, write them alike: whose ground a venue is hangs on it."


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
