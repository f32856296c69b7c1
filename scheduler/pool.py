"""How often people of several projects have to be put to it at the least, whoever goes first.

A linear programme over series already met, some of each project, says what each room and worker
is worth at each moment. With those prices each project is asked for a series that is cheaper
still; what the cheapest cost together is what no plan does better than.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from scheduler.haggle import Bid
from scheduler.lanes import Lane
from scheduler.market import Market, Taking, added_up
from scheduler.order import Value
from scheduler.worth import Prices

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
ROUNDS: Final = 40
"""How often each project is asked for a cheaper series, for one number of times put to it."""
NO_SERIES: Final = 100.0
"""What a project without a series costs; more than any series."""
SLACK: Final = 1e-6
"""By how much a sum of fractions may be out."""


class Series(NamedTuple):
    """A series of one project that could be chosen."""

    place: int
    bid: Bid
    part: pywraplp.Variable
    """How much of it is chosen."""


class Pool:
    """Series of several projects, of which each has one, in parts at first."""

    def __init__(self, market: Market, lanes: Sequence[Lane], most: int) -> None:
        """State that every project has one series, and that nothing is needed twice at once.

        Parameters
        ----------
        most
            How often anybody is put to it at the most.
        """
        self.market, self.lanes, self.most = market, lanes, most
        self.solver = pywraplp.Solver.CreateSolver("GLOP")
        self.series: list[Series] = []
        self.seen: set[tuple[int, int, frozenset[Taking]]] = set()
        self.one = [self.solver.Constraint(1, 1) for _ in lanes]
        self.without = [self.solver.NumVar(0, 1, "") for _ in lanes]
        for one, without in zip(self.one, self.without, strict=True):
            one.SetCoefficient(without, 1)
        infinity = self.solver.infinity()
        self.limits = [self.solver.Constraint(-infinity, infinity) for _ in range(most + 1)]
        self.moments: dict[int, dict[int, pywraplp.Constraint]] = defaultdict(dict)
        """Where nothing may be needed twice: by thing, and moment."""
        self.takers: dict[int, list[tuple[int, int, pywraplp.Variable]]] = defaultdict(list)
        """From and up to when series need each thing."""
        counts = (np.arange(most + 1)[:, None, None] <= lane.put for lane in lanes)
        self.worth: tuple[list[float], Floats] = ([], market.none)
        """Of the linear programme solved last."""
        self.many: list[Ints] = [count.sum(axis=2) for count in counts]
        """How many people of each project are put to it so often or more at each of its ends."""

    def add(self, place: int, bid: Bid) -> bool:
        """Put a series into the pool; say whether it is new."""
        key = place, bid.fare.end, frozenset(bid.takings)
        if key in self.seen:
            return False
        self.seen.add(key)
        part = self.solver.NumVar(0, self.solver.infinity(), "")
        self.one[place].SetCoefficient(part, 1)
        for times in range(1, self.most + 1):
            self.limits[times].SetCoefficient(part, self._many(place, bid, times))
        for thing, begins, ends in bid.takings:
            for moment, once in self.moments[thing].items():
                if begins <= moment < ends:
                    once.SetCoefficient(part, 1)
            self.takers[thing].append((begins, ends, part))
        self.series.append(Series(place, bid, part))
        return True

    def least(self, times: int, known: Mapping[int, int]) -> int:
        """Return how many people have to be put to it so often or more, at the least.

        Parameters
        ----------
        known
            How many are put to it more often, by how often, at the most.
        """
        self._aim(times, known)
        best = float(self.fewest(times))
        kept = self._free(known)
        for _ in range(ROUNDS):
            reached = self._solved()
            if reached is not None and ceil(best - SLACK) >= ceil(reached - SLACK):
                break
            prices = self._prices(known).near(kept)
            bound, asked = self._asked(times, known, prices)
            if bound > best:
                best, kept = bound, prices
            new = [self._add_at(place, bid, times) for place, bid in asked]
            if not any(new):
                kept = self._prices(known)
        return ceil(best - SLACK)

    def fewest(self, times: int) -> int:
        """Return how many are put to it so often or more if nothing is shared, at the least."""
        return sum(int(many[times].min()) for many in self.many)

    def row(self, bids: Iterable[tuple[int, Bid]]) -> Value:
        """Return how often each person is put to it with some series, most first."""
        ends = [self.lanes[place].put[bid.fare.end] for place, bid in bids]
        return tuple(sorted(np.concatenate(ends).tolist(), reverse=True))

    def _many(self, place: int, bid: Bid, times: int) -> int:
        return int(self.many[place][times, bid.fare.end])

    def _aim(self, times: int, known: Mapping[int, int]) -> None:
        """Have as few people as can be put to it so often or more, none of those known more."""
        for more, most in known.items():
            self.limits[more].SetUb(most)
        aim = self.solver.Objective()
        aim.Clear()
        for without in self.without:
            aim.SetCoefficient(without, NO_SERIES)
        for one in self.series:
            aim.SetCoefficient(one.part, self._many(one.place, one.bid, times))
        aim.SetMinimization()

    def _solved(self) -> float | None:
        """Solve it; return what it costs, None where it needs something twice at once.

        Then that is ruled out for the next time.
        """
        self.solver.Solve()
        cost, found = float(self.solver.Objective().Value()), self._needed_twice()
        self.worth = [one.dual_value() for one in self.limits], self._worth()
        for thing, moment in found:
            once = self.solver.Constraint(-self.solver.infinity(), 1)
            self.moments[thing][moment] = once
            for begins, ends, part in self.takers[thing]:
                if begins <= moment < ends:
                    once.SetCoefficient(part, 1)
        return None if found else cost

    def _needed_twice(self) -> list[tuple[int, int]]:
        """Return the moments at which most of a thing is needed, of each stretch it is short."""
        needed = self.market.none.copy()
        for one in self.series:
            part = one.part.solution_value()
            for thing, begins, ends in one.bid.takings if part > SLACK else ():
                needed[thing, begins:ends] += part
        found = []
        for thing in np.flatnonzero((needed > 1 + SLACK).any(axis=1)).tolist():
            short = np.diff((needed[thing] > 1 + SLACK).astype(np.int8), prepend=0, append=0)
            edges = (np.flatnonzero(short == change).tolist() for change in (1, -1))
            for first, last in zip(*edges, strict=True):
                most = int(first + np.argmax(needed[thing, first:last]))
                if most not in self.moments[thing]:
                    found.append((thing, most))
        return found

    def _add_at(self, place: int, bid: Bid, times: int) -> bool:
        """Put a series into the pool while so many times put to it are what it is about."""
        new = self.add(place, bid)
        if new:
            own = self._many(place, bid, times)
            self.solver.Objective().SetCoefficient(self.series[-1].part, own)
        return new

    def _free(self, known: Mapping[int, int]) -> Prices:
        return Prices(self.market.none, dict.fromkeys(known, 0.0))

    def _prices(self, known: Mapping[int, int]) -> Prices:
        """Return what the linear programme, solved last, says that everything is worth."""
        dear, moments = self.worth
        return Prices(moments, {more: max(0.0, -dear[more]) for more in known})

    def _worth(self) -> Floats:
        worth = self.market.none.copy()
        for thing, own in self.moments.items():
            for moment, once in own.items():
                worth[thing, moment] = max(0.0, -once.dual_value())
        return worth

    def _asked(
        self, times: int, known: Mapping[int, int], prices: Prices
    ) -> tuple[float, list[tuple[int, Bid]]]:
        """Ask every project for its cheapest series at some prices.

        Returns
        -------
        What no plan does better than, and the series.
        """
        dues, dear = added_up(prices.moments), prices.dear
        bound = -float(prices.moments.sum()) - sum(dear[n] * most for n, most in known.items())
        asked: list[tuple[int, Bid]] = []
        for place, (lane, many) in enumerate(zip(self.lanes, self.many, strict=True)):
            ends = many[times] + sum(dear[more] * many[more] for more in known)
            fare = lane.cheapest(self.market.prices(place, dues), ends)
            bound += fare.cost
            asked.append((place, Bid(fare, self.market.takings(place, fare.choices, dues))))
        return bound, asked
