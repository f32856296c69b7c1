"""Gives projects what is best for each of them, as far as they can all have it at once.

Only the first levels of the order of concern are looked at: who of those with lived experience
misses what, and then how often they are put to it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.board import Board, Placed
from scheduler.haggle import Bid, Haggle
from scheduler.lanes import Lane
from scheduler.market import Market
from scheduler.order import Value
from scheduler.pool import Pool
from scheduler.pooled import Pooled, most_of
from scheduler.shared import Use
from scheduler.shares import Best
from scheduler.thresholds import known_of, row_of

Floats = NDArray[np.float64]
Rows = Mapping[int, tuple[int, ...]]
"""By project a candidate for each session, -1 where there is none."""
MORE: Final = 4
"""How much more often than if there were no other project anybody may be put to it."""
WAYS: Final = ((1.0, 0.5), (2.0, 0.1), (2.0, 0.02))
"""What being put to it costs as against what others want: so much for each time the times before,
and what the first costs."""


class Given(NamedTuple):
    """What projects are given."""

    rows: Rows
    """For those that can have their best."""
    best_put: Value | None = None
    """How often people are put to it in no plan less, if all have their best; None if unknown."""
    uses: tuple[Use, ...] = ()
    """The rooms and workers they are given, as far as others could want them."""
    others: Mapping[int, Placed] = MappingProxyType({})
    """Where some of those stand that cannot have their best."""


@dataclass(frozen=True, eq=False)
class SharingOut:
    """Some projects, each with all its best series."""

    lanes: tuple[Lane, ...]
    market: Market
    best: tuple[Best, ...]
    codes: tuple[str, ...]
    """The codes of the projects."""

    @classmethod
    def of(
        cls, board: Board, best: Sequence[Best], *, most: int | None, others: Iterable[Use] = ()
    ) -> "SharingOut | None":
        """Lay out some projects; None where there is none, or one has too many to tell apart.

        Parameters
        ----------
        most
            How often anybody may be put to it; None where that does not matter.
        others
            What those take that stay where they are.
        """
        lanes, laid_out = [], []
        for one in best:
            lane = Lane.of(one.project, (one.steps, one.choices), most=most)
            if lane is not None:
                lanes.append(lane)
                laid_out.append(one)
            elif most is not None:
                return None
        if not lanes:
            return None
        market = Market.of(board, {one.project: one.choices for one in laid_out}, others)
        codes = tuple(board.desks[one.project].project.code for one in laid_out)
        return cls(tuple(lanes), market, tuple(laid_out), codes)

    def given(self) -> Given:
        """Give as many projects as can be their best, however often people are put to it."""
        haggle = self.haggled()
        met = [(place, bid) for (place, _), bid in haggle.met.items()]
        alike = dict.fromkeys(range(len(self.lanes)), 1)
        is_whole = len(haggle.bids) == len(self.lanes)
        return self.told(haggle.bids if is_whole else most_of(met, haggle.bids, alike))

    def haggled(self) -> Haggle:
        """Have projects outbid one another; those most in the way of others go without."""
        haggle = self._haggle([np.zeros(len(lane.put)) for lane in self.lanes])
        if not haggle.settled():
            haggle.left_over()
        return haggle

    def told(self, bids: Mapping[int, Bid]) -> Given:
        """Return what projects are given with some bids."""
        return Given(self._rows(bids), uses=tuple(self._uses(bids)))

    def _uses(self, bids: Mapping[int, Bid]) -> Iterator[Use]:
        for place, bid in bids.items():
            code = self.codes[place]
            yield from (self.market.use(taking, code) for taking in bid.takings)

    def improved(self) -> Iterator[Given]:
        """Give all projects their best, people being put to it less and less; nothing if not all.

        What is known of how little they can be put to it is told as soon as it is.
        """
        ways = list(self._ways())
        if not ways:
            return
        most = max(int(lane.put.max(initial=0)) for lane in self.lanes)
        pool = Pool(self.market, self.lanes, most)
        for bids in ways:
            for place, bid in enumerate(bids):
                pool.add(place, bid)
        now = min(ways, key=lambda bids: pool.row(enumerate(bids)))
        yield Given(self._rows(dict(enumerate(now))))
        if self.market.is_exact:
            yield from self._with_least(pool, now)

    def _with_least(self, pool: Pool, now: Sequence[Bid]) -> Iterator[Given]:
        """Have people put to it less and less, those first who are put to it most."""
        people = sum(lane.put.shape[1] for lane in self.lanes)
        least = {times: pool.fewest(times) for times in range(pool.most, 0, -1)}
        for times in least:
            more = known_of(least, times)
            least[times] = max(pool.least(times, more), *more.values(), 0)
        now = Pooled(pool, now).best(now, least)
        yield Given(self._rows(dict(enumerate(now))), row_of(least, people))

    def _ways(self) -> Iterator[tuple[Bid, ...]]:
        """Give ways in which all projects have their best; none where the first is not found."""
        for steeper, price in WAYS:
            haggle = self._haggle([_cost(lane, steeper, price) for lane in self.lanes])
            if haggle.settled():
                yield tuple(haggle.bids[place] for place in range(len(self.lanes)))
            elif price == WAYS[0][1]:
                return

    def _haggle(self, ends: Sequence[Floats]) -> Haggle:
        return Haggle(self.market, self.lanes, ends)

    def _rows(self, bids: Mapping[int, Bid]) -> Rows:
        return {
            self.best[place].project: tuple(
                int(own[choice]) if choice >= 0 else -1
                for own, choice in zip(self.best[place].rows, bid.fare.choices, strict=True)
            )
            for place, bid in bids.items()
        }


def _cost(lane: Lane, steeper: float, price: float) -> Floats:
    """Return what being put to it costs at each end of a project, the least of them nothing."""
    put = lane.put.astype(np.float64)
    total = price * (put if steeper == 1 else steeper**put).sum(axis=1)
    least: Floats = total - total.min()
    return least
