"""Who could be coming so that as few as may be draw on what is scarce, all companies at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.bits import People, each_of

Ints = NDArray[np.int64]
MOST_PEOPLE = 62
"""Up to how many people a company of whole numbers of 64 bits can have."""


@dataclass(frozen=True)
class Crowd:
    """Who may stay away, and who stands down so as not to outnumber others."""

    able: People
    sure: People
    """For whom of those able nothing is unknown: only they make room."""
    draw: People
    """Those whose coming draws on something scarce: any of them may stay away."""
    who: People
    """Those who stand down by turns; nobody where nobody does."""
    than: People
    """Those whom they must not outnumber."""


def sparing(crowd: Crowd, some: People, can_be: Callable[[People], bool]) -> list[People]:
    """Return, for each way in which `some` could be coming, the companies with fewest drawing.

    Of others as few as may be draw; where several sets of them are as few as may be, there is a
    company for each.

    Parameters
    ----------
    can_be
        Says whether no rule forbids a company.
    """
    every, spared = _companies(crowd), crowd.draw & ~some
    ordered = every[np.argsort(np.bitwise_count(every & spared), kind="stable")]
    _, first, which = np.unique(ordered & some, return_index=True, return_inverse=True)
    alike = np.argsort(which.reshape(-1), kind="stable")
    groups = np.split(ordered[alike], np.cumsum(np.bincount(which.reshape(-1)))[:-1])
    return [
        coming
        for number in np.argsort(first).tolist()
        for coming in _fewest(groups[number], spared, can_be)
    ]


def _fewest(left: Ints, spared: People, can_be: Callable[[People], bool]) -> Iterator[People]:
    """Give those companies that can be of whose people no fewer draw, of some with fewest first."""
    at = 0
    while at < len(left):
        coming = int(left[at])
        at += 1
        if can_be(coming):
            yield coming
            drawing = coming & spared
            left, at = left[at:][(left[at:] & drawing) != drawing], 0


def _companies(crowd: Crowd) -> Ints:
    """Return every company that is left when some stay away and as many stand down as need to."""
    able, who = crowd.able, crowd.able & crowd.who
    stay = crowd.draw & able
    every = np.array([able], dtype=np.int64)
    for person in each_of(stay | who):
        every = np.stack([every, every & ~person], axis=1).reshape(-1)
    if not who:
        return every
    room = np.bitwise_count(every & crowd.than & crowd.sure)
    there = np.bitwise_count(every & who)
    # Whoever draws on nothing is left out only by standing down, which fills what room there is.
    comes_anyhow = who & ~stay
    fits = (there == room) | ((there < room) & ((every & comes_anyhow) == comes_anyhow))
    kept: Ints = every[fits]
    return kept
