"""Somebody's ways of which none is both longer than another and draws on no less."""

from collections.abc import Sequence
from typing import Protocol

from scheduler.way import Way

MOST_CHEAPER = 4
"""How many cheaper ways than their best somebody has to choose from at the most."""


class Paying(Protocol):
    """What says what somebody's ways draw on, and which of them is taken."""

    @property
    def cheaper(self) -> int:
        """Which way is taken: 0 the best, 1 the dearest of those that draw on less, and so on."""

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
    """Return the best way, and those that draw less on something than any that is better.

    Those after the best begin with the dearest; of many the dearest and the cheapest are kept.

    Parameters
    ----------
    ways
        All there are, best first.
    """
    found: list[Way] = []
    drawn: list[tuple[int, ...]] = []
    for way in ways:
        draws = pays.draws(way)
        if not any(_is_no_dearer(other, draws) for other in drawn):
            found.append(way)
            drawn.append(draws)
    cheaper = sorted(found[1:], key=lambda way: -sum(pays.draws(way)))
    few = cheaper if len(cheaper) <= MOST_CHEAPER else [*cheaper[: MOST_CHEAPER - 1], cheaper[-1]]
    return [found[0], *few]


def _is_no_dearer(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(draws <= than for draws, than in zip(one, other, strict=True))
