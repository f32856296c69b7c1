"""Chooses which projects give way where not all can have their best: those that lose least by it.

What a project loses is known only once it has given way. So who gives way is chosen several times,
and each time more is known of what it costs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scheduler.board import Board, Placed
from scheduler.concerns import Concern
from scheduler.haggle import Bid
from scheduler.pooled import most_of
from scheduler.shared_out import Given, SharingOut

ROUNDS: Final = 10
"""How often it is chosen at the most who gives way."""
SOME: Final = 2
"""For how many people who missed nothing a session is taken to be lost where nothing is known."""

NOT_HELD: Final = 1 << 30
"""What a session without a date counts: more than all that people miss."""


@dataclass(frozen=True, eq=False)
class GivingWay:
    """Projects that cannot all have their best, and what each loses without it."""

    board: Board
    alone: tuple[Placed, ...]
    """What is best for each as if there were no other."""
    out: SharingOut

    def given(self) -> Given:
        """Give projects their best so that the others together lose little."""
        haggle = self.out.haggled()
        if len(haggle.bids) == len(self.out.lanes):
            return self.out.told(haggle.bids)
        worth = {place: self._usual(one.project) for place, one in enumerate(self.out.best)}
        met = [(place, bid) for (place, _), bid in haggle.met.items()]
        now, found = dict(haggle.bids), list[tuple[int, Given]]()
        before = list[Mapping[int, Bid]]()
        for _ in range(ROUNDS):
            now = dict(most_of(met, now, worth))
            if now in before:
                break  # What was learnt last leads back to what was tried.
            before.append(now)
            given = self._with_others(self.out.told(now), worth)
            lost = {
                place: self.lost(given.others[one.project])
                for place, one in enumerate(self.out.best)
                if place not in now
            }
            found.append((sum(lost.values()), given))
            for place, much in lost.items():
                worth[place] = max(1, much)
        return min(found, key=lambda one: one[0])[1]

    def lost(self, one: Placed) -> int:
        """Return what people with lived experience lose, more where somebody misses more."""
        return self._missed(one) - self._missed(self.alone[one.project])

    def _with_others(self, given: Given, worth: Mapping[int, int]) -> Given:
        """Plan those that give way round the rest, whoever may lose most first."""
        gone = [n for n, one in enumerate(self.out.best) if one.project not in given.rows]
        uses, others = list(given.uses), dict[int, Placed]()
        for place in sorted(gone, key=lambda place: -worth[place]):
            number = self.out.best[place].project
            others[number] = self.board.placed(number, uses)
            uses += others[number].uses
        return given._replace(uses=tuple(uses), others=others)

    def _missed(self, one: Placed) -> int:
        missed, people = self._of(one.project)
        wishes = len(self.board.desks[one.project].project.sessions)
        own = np.full(len(people), wishes)
        for _, _, coming in one.sessions:
            own -= coming[people]
        return int((missed.counted(own) ** 2).sum()) + NOT_HELD * (wishes - len(one.sessions))

    def _usual(self, number: int) -> int:
        """Return what a project is taken to lose of which nothing is known yet."""
        missed, _ = self._of(number)
        return SOME * max(missed.units, default=1) ** 2

    def _of(self, number: int) -> tuple[Concern, NDArray[np.int64]]:
        """Return the level of what the first class misses, and who they are."""
        ledger = self.board.ledgers[number]
        first, _ = ledger.levels_of(0)
        return ledger.concerns[first], ledger.classes[0]
