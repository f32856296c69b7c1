"""Gives many projects what they miss least with, those that are in one another's way at a time.

Of hundreds of projects it cannot be asked at once whether all can have what is best for them. Of a
few it can, while the sessions of all others stay where they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from scheduler.at_first import Joined
from scheduler.board import Board, Placed
from scheduler.shared import Use
from scheduler.shared_out import Given, SharingOut
from scheduler.shares import Best, rows_placed, still_to_be_had

SIZE: Final = 16
"""How many projects are planned anew together."""


@dataclass(frozen=True, eq=False)
class Neighbourhoods:
    """All projects, each with what would be best for it."""

    board: Board
    alone: Joined
    """What is best for each as if there were no other."""
    best: tuple[Best | None, ...]
    """Every series of each that is as good, as far as people with lived experience miss sessions;
    none where there are too many."""

    def around(self, plan: Joined, number: int) -> tuple[int, ...]:
        """Return a project and those in its way, and in theirs, until there are enough of them."""
        board, found = self.board, {number: None}
        places = {desk.project.code: n for n, desk in enumerate(board.desks)}
        uses = [use for one in plan for use in one.uses]
        waiting = [number]
        for each in waiting:
            if len(found) == SIZE:
                break
            for pick in board.picks(self.alone[each]):
                others = board.others(uses, each)
                for use in board.spare[id(pick.columns)].in_the_way(pick.row, others):
                    if len(found) < SIZE and places[use.project] not in found:
                        found[places[use.project]] = None
                        waiting.append(places[use.project])
        return tuple(found)

    def planned_anew(self, plan: Joined, number: int) -> Joined:
        """Return the projects around one, better for them all together; none where it is not."""
        moving = self.around(plan, number)
        taken = [use for one in plan if one.project not in moving for use in one.uses]
        best = (self.best[each] for each in moving)
        left = (still_to_be_had(self.board, one, taken) for one in best if one is not None)
        out = SharingOut.of(self.board, tuple(left), most=None, others=taken)
        given = out.given() if out else Given({})
        rows = given.rows
        wished = [
            rows_placed(self.board, each, rows[each]) if each in rows else plan[each]
            for each in sorted(moving, key=lambda each: (each not in rows, moving.index(each)))
        ]
        new = self._fitted(wished, [*taken, *given.uses])
        before = self.board.values([plan[each] for each in moving])
        return new if new and self.board.values(new) < before else ()

    def _fitted(self, wished: Sequence[Placed], taken: list[Use]) -> Joined:
        """Fit what is wished for round one another; none where that takes too much."""
        board, new = self.board, list[Placed]()
        for place, wish in enumerate(wished, 1):
            promised = (use for other in wished[place:] for use in board.promised(other))
            others = board.others([*taken, *promised], wish.project)
            still = board.still(wish, others)
            if still is None and not board.is_easy(self.alone[wish.project]):
                return ()
            new.append(still or board.placed(wish.project, others))
            taken = [*board.others(taken, wish.project), *new[-1].uses]
        return tuple(new)
