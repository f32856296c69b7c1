"""An order of concern in which what people miss goes before how many sessions are held.

A session without a date is missed by everybody, so as many are held as ever, unless holding one
more costs somebody another.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from scheduler.concerns import SESSIONS, Ledger

Level = TypeVar("Level")


def with_people_first(ledger: Ledger) -> Ledger:
    """Return a ledger of which what all but the last class miss is settled before all else."""
    early = [ledger.concerns[ledger.about(n)[0]] for n in range(len(ledger.classes) - 1)]
    laid, at = [], 0
    for concern in (*early, *(each for each in ledger.concerns if each not in early)):
        laid.append(concern.moved(concern.fields.start - at))
        at = laid[-1].fields.stop
    return replace(ledger, concerns=tuple(laid), people_first=True)


def as_told(ledger: Ledger, levels: Sequence[Level]) -> tuple[Level, ...]:
    """Return what is known of each level in the order in which plans tell them."""
    return tuple(levels[number] for number in told_order(ledger))


def told_order(ledger: Ledger) -> tuple[int, ...]:
    """Return the levels of a ledger in the order in which plans tell them: sessions first."""
    sessions = range(ledger.early, ledger.early + SESSIONS + ledger.leading)
    people = (level for number in range(len(ledger.classes)) for level in ledger.about(number))
    found = (*sessions, *people)
    return (*found, *range(len(found), len(ledger.concerns)))


def proven_as_told(ledger: Ledger, proven: int) -> tuple[int, bool]:
    """Return how many levels are proven from the first that is told.

    And whether the next one told is the first that is not proven.
    """
    order = told_order(ledger)
    many = next((n for n, level in enumerate(order) if level >= proven), len(order))
    return many, many < len(order) and order[many] == proven
