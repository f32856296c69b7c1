"""Somebody's ways of which none is both longer than another and draws on no less."""

from collections.abc import Sequence
from typing import Protocol

from scheduler.way import Way

MOST_CHEAPER = 2
"""How many cheaper ways than their best somebody has to choose from at the most."""


class Paying(Protocol):
    """What says what somebody's ways draw on, and which of them is taken."""

    @property
    def cheaper(self) -> int:
        """Which way is taken: 0 the best, 1 the best of those that draw on less, and so on."""

    def __call__(self, way: Way) -> bool:
        """Say whether there is as much as a way draws on by itself."""

    def draws(self, way: Way) -> tuple[int, ...]:
        """Return what a way draws on each limit."""


def taken_of(ways: Sequence[Way], pays: Paying) -> Way:
    """Return the way that is taken; where a cheaper one is wanted and there is none, the cheapest.

    Parameters
    ----------
    ways
        All there are, best first.
    """
    every = unbeaten(ways, pays)
    return every[min(pays.cheaper, len(every) - 1)]


def unbeaten(ways: Sequence[Way], pays: Paying) -> list[Way]:
    """Return the best way, and each after it that draws less on something than any before it.

    Of many the best few, and the cheapest. One for which there can never be the money counts only
    where no other is open.

    Parameters
    ----------
    ways
        All there are, best first.
    """
    found: list[Way] = []
    drawn: list[tuple[int, ...]] = []
    for way in [way for way in ways if pays(way)] or ways[:1]:
        draws = pays.draws(way)
        if not any(_is_no_dearer(other, draws) for other in drawn):
            found.append(way)
            drawn.append(draws)
    return [*found[:MOST_CHEAPER], found[-1]] if len(found) > MOST_CHEAPER else found


def _is_no_dearer(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(draws <= than for draws, than in zip(one, other, strict=True))
