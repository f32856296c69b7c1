"""Finds dates for every project quickly, a few projects at a time, round those planned before."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from scheduler.board import Board, Placed
from scheduler.progress import Progress, Told
from scheduler.search import Effort
from scheduler.shared import Use
from scheduler.side_by_side import side_by_side

A_ROUND: Final = 4
"""How many projects are planned at the same time, whatever the number of processes.

Of more, too many clash and have to be planned again.
"""

Joined = tuple[Placed, ...]
"""Every project, in the order of the programme."""


@dataclass(frozen=True, eq=False)
class Work:
    """How the work is done: how much of it, in how many processes, and who is told."""

    effort: Effort
    told: Told
    processes: int


def first_plan(board: Board, work: Work) -> Joined:
    """Plan every project quickly round others, the hardest first.

    Those planned at the same time may clash; then those after the first of them wait.

    Raises
    ------
    Enough
        If whoever is told has had enough: there is no plan yet.
    """
    many = len(board.desks)
    taken = [use for one in _with_promises(board, work) for use in board.promised(one)]
    done: dict[int, Placed] = {}
    waiting = list(board.hardest_first)
    while waiting:
        now, late = waiting[:A_ROUND], list[int]()
        whose = board.desks[now[0]].project.label
        work.told(Progress(whose, "Finding dates round those of others.", many, 2 * many))
        planned = partial(_round_others, board, taken)
        for one in side_by_side(planned, now, processes=work.processes):
            others = board.others(taken, one.project)
            still = one if one.project == now[0] else board.still(one, others)
            if still is None:
                late.append(one.project)
                continue
            done[one.project] = still
            taken = [*others, *still.uses]
        waiting = [*late, *waiting[A_ROUND:]]
    return tuple(done[number] for number in range(many))


def _round_others(board: Board, taken: Sequence[Use], number: int) -> Placed:
    return board.placed(number, board.others(taken, number), quickly=True)


def _with_promises(board: Board, work: Work) -> Joined:
    """Plan those projects of which sessions are promised, as if there were no other."""
    desks = enumerate(board.desks)
    some = [n for n, desk in desks if any(s.is_promised for s in desk.project.sessions)]
    planned = partial(board.placed, others=(), quickly=True)
    return tuple(side_by_side(planned, some, processes=work.processes))
