"""Every series of a project that is as good as can be by itself, and which of them others leave.

Only the first levels of the order of concern are looked at, up to who of those with lived
experience misses what.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.board import Board, Placed
from scheduler.choices import Turns
from scheduler.course import course_of
from scheduler.graph import LEFT_OUT, Step
from scheduler.laid_out import Phase
from scheduler.phase import run
from scheduler.series import stages
from scheduler.shared import Use
from scheduler.spare import TakenUp


class Best(NamedTuple):
    """Every series of one project that is as good as can be by itself."""

    project: int
    steps: tuple[Step, ...]
    choices: tuple[Turns, ...]
    rows: tuple[NDArray[np.int32], ...]
    """The candidate of each choice, session by session."""


def best_of(board: Board, number: int, others: Iterable[Use]) -> Best | None:
    """Return every best series of a project that others leave; None where there are too many."""
    desk, ledger = board.desks[number], board.ledgers[number]
    whole = {id(own): own.kept(np.arange(len(own))) for own in dict.fromkeys(desk.columns)}
    course = course_of([whole[id(own)] for own in desk.columns], desk.ties, ledger)
    upto = course.ledger.about(0)[1]
    phase = Phase(
        course.gates,
        course.choices,
        course.ledger.concerns[:upto],
        course.skipped,
        tuple(level for level in stages(course.ledger) if level <= upto),
        course.ledger,
    )
    found = run(phase, board.effort)
    if not found.is_whole:
        return None
    put = course.ledger.concerns[upto].people
    choices = tuple(Turns.of(own, put) for own in found.choices)
    every = Best(
        number,
        tuple(step.whole for step in found.steps),
        choices,
        tuple(own.column for own in choices),
    )
    return still_to_be_had(board, every, others)


def still_to_be_had(board: Board, best: Best, others: Iterable[Use]) -> Best:
    """Return those of a project's best series that others leave."""
    taken = TakenUp.of(others, board.ties)
    columns = board.desks[best.project].columns
    steps, choices = [], []
    for own, columns_of, step in zip(best.choices, columns, best.steps, strict=True):
        left = board.spare[id(columns_of)].left(taken)[own.column]
        kept = own.kept(left)
        steps.append(step.kept(np.isin(step.choice, np.append(kept.group, LEFT_OUT))))
        choices.append(kept)
    rows = tuple(own.column for own in choices)
    return Best(best.project, tuple(steps), tuple(choices), rows)


def rows_placed(board: Board, number: int, rows: Sequence[int], *, quickly: bool = False) -> Placed:
    """Plan a project on the candidates chosen for its sessions."""
    kept: dict[int, list[int]] = {}
    for own, row in zip(board.desks[number].columns, rows, strict=True):
        if row >= 0:
            kept.setdefault(id(own), []).append(row)
    return board.placed_among(number, kept, quickly=quickly)


def given_rows(
    board: Board, given: tuple[Sequence[Placed], Mapping[int, Sequence[int]], bool], number: int
) -> Placed:
    """Plan a project on the candidates it is given; one that is given none has what it had alone.

    Parameters
    ----------
    given
        What each has alone, the candidates given by project, and whether to plan quickly.
    """
    alone, rows, quickly = given
    if number not in rows:
        return alone[number]
    return rows_placed(board, number, rows[number], quickly=quickly)
