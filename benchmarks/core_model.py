"""The rival of the smallest conflict: CP-SAT's own core, one assumption for each rule.

It gets for nothing what costs us time: candidates folded together and those certainly worse left
out. It states quorum, balance, views and spacing, as the naive model does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from benchmarks.naive_model import NotStatedError, total_of
from constraints.balance import Balance
from constraints.every_view import EveryView
from constraints.quorum import Quorum
from constraints.spacing import Spacing
from scheduler.choosing import Desk
from scheduler.degree import Degree
from scheduler.fitting import Fitting
from scheduler.people import Person
from scheduler.sieve import Rows

Words = NDArray[np.uint64]
Switch = cp_model.IntVar


@dataclass(frozen=True)
class Core:
    """What CP-SAT says clashes."""

    status: str
    rules: tuple[str, ...]
    """The rules of its core; none where it found none."""
    seconds: float
    """Seconds to state the model and to solve it."""


class _Stated:
    """A project whose every rule can be assumed or not."""

    def __init__(self, desk: Desk, fitting: Fitting) -> None:
        self.cp = cp_model.CpModel()
        self.desk = desk
        self.people = desk.programme.group(desk.project)
        self.assumed = {rule.name(): self.cp.new_bool_var(rule.name()) for rule in desk.rules}
        kinds = {rows: _undominated(rows) for rows in dict.fromkeys(fitting.rows)}
        usable = {rows: self._usable(rows, kept) for rows, kept in kinds.items()}
        self.days = [self._day(rows, kinds[rows], usable[rows]) for rows in fitting.rows]
        self._keep_apart()
        self.cp.add_assumptions(list(self.assumed.values()))

    def _usable(self, rows: Rows, kept: NDArray[np.int64]) -> list[Switch]:
        closing: list[tuple[str, NDArray[np.bool_]]] = list(rows.closed.items())
        for (name, degree), bits in rows.barred.items():
            if degree is Degree.RIGHT:
                closing.append((name, np.not_equal(bits, 0)[:, 0]))
        usable = []
        for row in kept.tolist():
            switch = self.cp.new_bool_var("")
            for name, closed in closing:
                if closed[row]:
                    self.cp.add_implication(switch, ~self.assumed[name])
            self._company(switch, rows, row)
            usable.append(switch)
        return usable

    def _company(self, usable: Switch, rows: Rows, row: int) -> None:
        """State who can be counted on, and what the rules about company ask of them."""
        there = [self.cp.new_bool_var("") for _ in self.people]
        for (name, degree), bits in rows.barred.items():
            if degree is not Degree.RIGHT:
                word = int(bits[row, 0])
                for p, here in enumerate(there):
                    if word >> p & 1:
                        self.cp.add_implication(here, ~self.assumed[name])
        pairs = list(zip(self.people, there, strict=True))
        for rule in self.desk.rules:
            for some, least in _asked(rule, pairs):
                given = [usable, self.assumed[rule.name()]]
                self.cp.add(total_of(some) >= least).only_enforce_if(given)
        professionals = [here for person, here in pairs if person.is_professional]
        lived = [here for person, here in pairs if person.is_lived]
        both = self.cp.add(total_of(professionals) <= total_of(lived))
        both.only_enforce_if([usable, self.assumed["balance"]])

    def _day(self, rows: Rows, kept: NDArray[np.int64], usable: list[Switch]) -> cp_model.IntVar:
        taken = [self.cp.new_bool_var("") for _ in usable]
        self.cp.add_exactly_one(taken)
        for one, switch in zip(taken, usable, strict=True):
            self.cp.add_implication(one, switch)
        days = rows.readings["day"][kept].tolist()
        day = self.cp.new_int_var(min(days), max(days), "")
        self.cp.add(day == cp_model.LinearExpr.weighted_sum(taken, days))
        return day

    def _keep_apart(self) -> None:
        (spacing,) = (rule for rule in self.desk.rules if isinstance(rule, Spacing))
        for before, after in zip(self.days, self.days[1:], strict=False):
            self.cp.add(after >= before + 1)
            gap = self.cp.add_linear_constraint(
                after - before, spacing.least_days, spacing.most_days
            )
            gap.only_enforce_if(self.assumed["spacing"])


def core_of(desk: Desk, fitting: Fitting, seconds: float) -> Core:
    """Return the rules CP-SAT finds sufficient for a clash, as it finds them.

    Raises
    ------
    NotStatedError
        If the project has rules the model does not know, or sessions that are not required.
    """
    _refuse(desk, fitting)
    began = perf_counter()
    stated = _Stated(desk, fitting)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(stated.cp)
    found: list[int] = []
    if status == cp_model.INFEASIBLE:
        found = list(solver.sufficient_assumptions_for_infeasibility())
    # It may name a literal that was not assumed (OR-Tools issue 5141); such a one names no rule.
    by_index = {switch.index: name for name, switch in stated.assumed.items()}
    rules = tuple(by_index[index] for index in found if index in by_index)
    return Core(solver.status_name(status), rules, perf_counter() - began)


def _refuse(desk: Desk, fitting: Fitting) -> None:
    sessions = desk.project.sessions
    told = any(s.needs_views or s.needs_roles or s.is_promised or not s.required for s in sessions)
    if told or any(not len(rows) for rows in fitting.rows):
        msg = f"{desk.project.code}: views, roles, promises and empty days are not in this model"
        raise NotStatedError(msg)


def _asked(rule: object, pairs: list[tuple[Person, Switch]]) -> Iterator[tuple[list[Switch], int]]:
    """Go through whom a rule about company wants there: these, so many of them."""
    lived = [here for person, here in pairs if person.is_lived]
    match rule:
        case Quorum():
            yield [here for _, here in pairs], min(rule.least, -(-2 * len(pairs) // 3))
        case Balance():
            yield lived, min(rule.least_lived, len(lived))
        case EveryView() if rule.every_session:
            for view in dict.fromkeys(person.view for person, _ in pairs if person.view):
                yield [here for person, here in pairs if person.view == view], 1


def _undominated(rows: Rows) -> NDArray[np.int64]:
    """Return the rows that no other of the same day is at least as good as, under any rules."""
    closed = [own.astype(np.uint64)[:, None] for own in rows.closed.values()]
    bad = np.hstack([*closed, *rows.barred.values(), np.zeros((len(rows), 1), dtype=np.uint64)])
    days = rows.readings["day"]
    kept = [_best(bad, np.flatnonzero(days == day)) for day in np.unique(days)]
    return np.concatenate(kept)


def _best(bad: Words, some: NDArray[np.int64]) -> NDArray[np.int64]:
    own = bad[some]
    within = np.ones((len(some), len(some)), dtype=np.bool_)
    for column in own.T:
        within &= (column[:, None] & ~column[None, :]) == 0
    np.fill_diagonal(within, val=False)
    return some[~within.any(axis=0)]
