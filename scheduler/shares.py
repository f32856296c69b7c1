"""Whether projects can all have at once what is best for each of them: asked of CP-SAT.

Only the first levels of the order of concern are looked at, up to who of those with lived
experience misses what. For each project every series is known that reaches there what it would
reach by itself. Rooms are exact. Workers are counted: never more sessions at a time than there are
workers who could be there, whoever they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import ceil
from operator import or_
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from scheduler.board import Board, Placed
from scheduler.choices import Choices
from scheduler.course import course_of
from scheduler.graph import LEFT_OUT, Step
from scheduler.phase import Phase, run
from scheduler.shared import Use, gap_of
from scheduler.spare import TakenUp

Ints = NDArray[np.int64]
Variables = list[cp_model.IntVar]
FORCED, FEWEST_LOST, LEAST_PUT = 20.0, 4.0, 4.0
"""Deterministic seconds to find a way in which all have their best, or else as many as can be, and
then to have people put to it as little as can be."""
SLACK = 1e-6
"""By how much a bound in fractions may be out."""


class Best(NamedTuple):
    """Every series of one project that is as good as can be by itself."""

    project: int
    steps: tuple[Step, ...]
    choices: tuple[Choices, ...]
    rows: tuple[Ints, ...]
    """The candidate of each choice, session by session."""
    put: tuple[Ints, ...]
    """How often each choice puts people with lived experience to it."""


class Given(NamedTuple):
    """Which projects can have their best, and how."""

    rows: Mapping[int, tuple[int, ...]]
    """For those, a candidate for each session, -1 where there is none."""
    least_put: int | None
    """How often people are put to it at the least where all have their best; None if unknown."""


class Taking(NamedTuple):
    """One choice being taken, from when to when it needs one thing, and who could be that."""

    begins: int
    ends: int
    project: int
    taken: cp_model.IntVar
    able: int


def best_of(board: Board, number: int, others: Iterable[Use]) -> Best | None:
    """Return every best series of a project that others leave; None where there are too many."""
    desk, ledger = board.desks[number], board.ledgers[number]
    course = course_of(desk.columns, desk.ties, ledger)
    first, _ = course.ledger.levels_of(0)
    upto = first + 1
    phase = Phase(
        course.steps,
        course.choices,
        course.ledger.concerns[:upto],
        course.skipped,
        (first, upto),
        course.ledger,
    )
    found = run(phase, board.effort)
    if found.settled < upto:
        return None
    put = course.ledger.concerns[upto].fields.stop - 1
    every = Best(
        number,
        found.steps,
        found.choices,
        tuple(own.column for own in found.choices),
        tuple(own.rows[:, put] for own in found.choices),
    )
    return still_to_be_had(board, every, others)


def still_to_be_had(board: Board, best: Best, others: Iterable[Use]) -> Best:
    """Return those of a project's best series that others leave."""
    taken = TakenUp.of(others, board.ties)
    columns = board.desks[best.project].columns
    steps, choices, put = [], [], []
    for own, columns_of, step, each in zip(
        best.choices, columns, best.steps, best.put, strict=True
    ):
        left = board.spare[id(columns_of)].left(taken)[own.column]
        kept = own.kept(left)
        steps.append(step.kept(np.isin(step.choice, np.append(kept.group, LEFT_OUT))))
        choices.append(kept)
        put.append(each[left])
    rows = tuple(own.column for own in choices)
    return Best(best.project, tuple(steps), tuple(choices), rows, tuple(put))


@dataclass(frozen=True, eq=False)
class Shares:
    """Some projects, each with all its best series, to be given as many of them as can be."""

    board: Board
    best: tuple[Best, ...]
    patience: float = 1.0
    """How much of the usual work CP-SAT may do."""

    def given(self) -> Given:
        """Return which of them can have their best, and how."""
        return SharesModel(self).answer()


class SharesModel:
    """The best series of some projects as a model."""

    def __init__(self, shares: Shares) -> None:
        """State each project's series, and that nothing is needed twice at once."""
        self.cp = cp_model.CpModel()
        self.shares = shares
        self.reaches = [self.cp.new_bool_var("") for _ in shares.best]
        self.taken = [
            self._series(one, reach) for one, reach in zip(shares.best, self.reaches, strict=True)
        ]
        for takings in self._takings().values():
            self._in_turn(sorted(takings, key=lambda each: (each.begins, each.taken.index)))

    def answer(self) -> Given:
        """Give all projects their best if that can be found, else as many as can be."""
        forced = self.cp.clone()
        for reach in self.reaches:
            forced.add(forced.get_bool_var_from_proto_index(reach.index) == 1)
        solver = _solver(FORCED * self.shares.patience)
        if _finds(solver, forced):
            return self._least_put(forced, solver)
        self.cp.maximize(sum(self.reaches))
        solver = _solver(FEWEST_LOST * self.shares.patience)
        found = self._rows(solver) if _finds(solver, self.cp) else {}
        return Given(found, None)

    def _least_put(self, forced: cp_model.CpModel, solver: cp_model.CpSolver) -> Given:
        """Have people put to it as little as can be where all have their best."""
        first = self._rows(solver)
        for number in range(len(forced.proto.variables)):
            variable = forced.get_bool_var_from_proto_index(number)
            forced.add_hint(variable, solver.value(variable))
        forced.minimize(
            cp_model.LinearExpr.weighted_sum(
                [variable for every in self.taken for taken in every for variable in taken],
                [int(n) for one in self.shares.best for put in one.put for n in put],
            )
        )
        solver = _solver(LEAST_PUT * self.shares.patience)
        if not _finds(solver, forced):
            return Given(first, None)
        return Given(self._rows(solver), ceil(solver.best_objective_bound - SLACK))

    def _rows(self, solver: cp_model.CpSolver) -> dict[int, tuple[int, ...]]:
        return {
            one.project: tuple(
                next((int(r) for r, own in zip(rows, each, strict=True) if solver.value(own)), -1)
                for rows, each in zip(one.rows, taken, strict=True)
            )
            for one, reach, taken in zip(self.shares.best, self.reaches, self.taken, strict=True)
            if solver.value(reach)
        }

    def _series(self, one: Best, reach: cp_model.IntVar) -> list[Variables]:
        """State that a project follows one of its series if it reaches its best."""
        coming: dict[int, Variables] = {one.steps[0].before - 1: [reach]}
        every = []
        for step, own in zip(one.steps, one.choices, strict=True):
            ways = [self.cp.new_bool_var("") for _ in step.parent]
            leaving, coming_next = _by(step.parent, ways), _by(step.child, ways)
            for node in sorted({*coming, *leaving}):
                self.cp.add(sum(coming.get(node, ())) == sum(leaving.get(node, ())))
            taken = [self.cp.new_bool_var("") for _ in range(len(own))]
            through, members = _by(step.choice, ways), _by(own.group, taken)
            for group in members:
                self.cp.add(sum(through.get(group, ())) == sum(members[group]))
            every.append(taken)
            coming = coming_next
        return every

    def _takings(self) -> dict[tuple[str, str], list[Taking]]:
        """Return what every choice needs, by room and by kind of worker."""
        board, found = self.shares.board, dict[tuple[str, str], list[Taking]]()
        room_gap = gap_of(board.ties, "venue") or 0
        for one, every in zip(self.shares.best, self.taken, strict=True):
            columns = board.desks[one.project].columns
            for own, rows, taken in zip(columns, one.rows, every, strict=True):
                spare, grid = board.spare[id(own)], own.grid
                able = spare.able()
                for row, variable in zip(rows.tolist(), taken, strict=True):
                    start, room = int(own.start[row]), grid.venues[own.venue[row]]
                    time = int(spare.time[0][start]), int(spare.time[1][start])
                    if not room.is_remote:
                        taking = Taking(time[0], time[1] + room_gap, one.project, variable, 1)
                        found.setdefault(("room", room.code), []).append(taking)
                    for need, who in able:
                        taking = Taking(
                            time[0], time[1] + spare.rest, one.project, variable, int(who[start])
                        )
                        found.setdefault(("worker", need), []).append(taking)
        return found

    def _in_turn(self, takings: list[Taking]) -> None:
        """Allow no more at any moment than there are who could."""
        begins = np.array([each.begins for each in takings], dtype=np.int64)
        longest = max(each.ends - each.begins for each in takings)
        said: set[tuple[int, ...]] = set()
        for moment in np.unique(begins).tolist():
            first, last = np.searchsorted(begins, [moment - longest, moment], side="right")
            here = [each for each in takings[first:last] if each.ends > moment]
            sets = dict.fromkeys(each.able for each in here)
            for able in dict.fromkeys((*sets, reduce(or_, sets))):
                among = [each for each in here if not each.able & ~able]
                key = tuple(each.taken.index for each in among)
                if len({each.project for each in among}) > able.bit_count() and key not in said:
                    said.add(key)
                    self.cp.add(sum(each.taken for each in among) <= able.bit_count())


def rows_placed(board: Board, number: int, rows: Sequence[int]) -> Placed:
    """Plan a project on the candidates chosen for its sessions."""
    kept: dict[int, list[int]] = {}
    for own, row in zip(board.desks[number].columns, rows, strict=True):
        if row >= 0:
            kept.setdefault(id(own), []).append(row)
    return board.placed_among(number, kept)


def _by(keys: Ints, variables: Variables) -> dict[int, Variables]:
    found: dict[int, Variables] = {}
    for key, variable in zip(keys.tolist(), variables, strict=True):
        found.setdefault(key, []).append(variable)
    return found


def _finds(solver: cp_model.CpSolver, model: cp_model.CpModel) -> bool:
    return solver.solve(model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}


def _solver(seconds: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = seconds
    return solver
