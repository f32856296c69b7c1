"""Has projects outbid one another for rooms and workers until nothing is wanted twice at once.

What two projects want at the same time becomes dearer every round, so that the one that loses
least by it goes elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.lanes import Fare, Lane
from scheduler.market import Market, Taking, added_up

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ROUNDS: Final = 60
"""How often prices rise at the most."""
AT_FIRST, DEARER, MOST_DEAR = 0.5, 1.1, 20.0
"""What a moment costs that another has taken: in the first round, times what each, at the most."""
REMEMBERED: Final = 0.3
"""Which part of that a moment goes on to cost that was wanted twice."""


class Bid(NamedTuple):
    """A series that a project wants, and what it would take."""

    fare: Fare
    takings: tuple[Taking, ...]


@dataclass(eq=False)
class Haggle:
    """Projects outbidding one another."""

    market: Market
    lanes: Sequence[Lane]
    ends: Sequence[Floats]
    """What coming to each of its ends costs a project."""
    bids: dict[int, Bid] = field(default_factory=dict)
    met: dict[tuple[int, frozenset[Taking]], Bid] = field(default_factory=dict)
    """The last bid of each project for each lot of what it would take, in whichever round."""

    def settled(self) -> bool:
        """Say whether in the end nothing is wanted twice at once."""
        dear, late = AT_FIRST, list(range(len(self.lanes)))
        for _ in range(ROUNDS):
            self._price(slice(None), dear)
            for place in late:
                self._bid_anew(place, dear)
            late = self.clashing
            if not late:
                return True
            self.kept_dear[self.wanted > 1] += REMEMBERED * dear
            dear = min(dear * DEARER, MOST_DEAR)
        return False

    @cached_property
    def dues(self) -> Floats:
        """What having each thing costs, added up to each moment."""
        return self.market.none.copy()

    @cached_property
    def wanted(self) -> Ints:
        """By how many projects each thing is wanted at each moment."""
        return np.zeros(self.market.none.shape, dtype=np.int64)

    @cached_property
    def kept_dear(self) -> Floats:
        """What moments cost that were wanted twice before."""
        return self.market.none.copy()

    @property
    def clashing(self) -> list[int]:
        """The projects that want what another wants at the same time."""
        return [place for place, bid in self.bids.items() if self._clashes(bid)]

    def left_over(self) -> list[int]:
        """Have those that clash with most others give way, and return them."""
        gone: list[int] = []
        while clashing := self.clashing:
            gone.append(max(clashing, key=lambda place: (self._how_much(place), -place)))
            self._want(self.bids.pop(gone[-1]), -1)
        return gone

    def _how_much(self, place: int) -> int:
        return sum(
            int((self.wanted[t.thing, t.begins : t.ends] > 1).sum())
            for t in self.bids[place].takings
        )

    def _clashes(self, bid: Bid) -> bool:
        return any((self.wanted[t.thing, t.begins : t.ends] > 1).any() for t in bid.takings)

    def _bid_anew(self, place: int, dear: float) -> None:
        if place in self.bids:
            self._want(self.bids[place], -1)
            self._price([taking.thing for taking in self.bids[place].takings], dear)
        prices = self.market.prices(place, self.dues)
        fare = self.lanes[place].cheapest(prices, self.ends[place])
        self.bids[place] = Bid(fare, self.market.takings(place, fare.choices, self.dues))
        self.met[place, frozenset(self.bids[place].takings)] = self.bids[place]
        self._want(self.bids[place], 1)
        self._price([taking.thing for taking in self.bids[place].takings], dear)

    def _price(self, things: list[int] | slice, dear: float) -> None:
        """Work out anew what some things cost, added up to each moment."""
        prices = self.kept_dear[things] + dear * (self.wanted[things] > 0)
        self.dues[things] = added_up(prices)

    def _want(self, bid: Bid, more: int) -> None:
        for thing, begins, ends in bid.takings:
            self.wanted[thing, begins:ends] += more
