"""The same problem stated for CP-SAT, from candidates nobody has weeded out: the second opinion."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from scheduler.choices import Choices, by_state
from scheduler.columns import Columns
from scheduler.concerns import Concern, Ledger
from scheduler.course import Course, course_of
from scheduler.people_first import as_told
from scheduler.ties import Ties

Ints = NDArray[np.int64]
Term = cp_model.LinearExpr

SECONDS = 60.0
"""Deterministic seconds one question to the solver may take."""


class NoAnswerError(Exception):
    """The solver could not settle a question within its work limit."""


def is_impossible(series: Sequence[Columns], ties: Ties) -> bool:
    """Say whether no series holds every required session, asked twice: with and without presolve.

    Raises
    ------
    NoAnswerError
        If the solver gives up, or contradicts itself.
    """
    grid = series[0].grid
    ledger = Ledger.of(grid.programme, grid.project)
    course = course_of(series, ties, ledger)
    model = SeriesModel(course, [by_state(own, course.ledger) for own in course.choices])
    for number, required in enumerate(course.required):
        if required:
            model.cp.add(model.held(number) == 1)
    answers = {solved(model.cp, presolve=presolve).status for presolve in (True, False)}
    if len(answers) > 1 or cp_model.UNKNOWN in answers:
        msg = f"the solver gave {sorted(map(str, answers))}; please report this"
        raise NoAnswerError(msg)
    return answers == {cp_model.INFEASIBLE}


def best_values(course: Course) -> tuple[tuple[int, ...], ...]:
    """Return the best value of every level, level by level, each proven.

    Every candidate with every company is a choice of its own; meant for small programmes.
    """
    model = SeriesModel(course, course.split(course.every, 0))
    levels = enumerate(course.ledger.concerns)
    return as_told(course.ledger, [model.settled(concern, number) for number, concern in levels])


@dataclass(frozen=True)
class Answer:
    """What the solver answered."""

    status: cp_model.CpSolverStatus
    solver: cp_model.CpSolver


class SeriesModel:
    """One project's series as a model: which choice is taken for each session."""

    def __init__(
        self, course: Course, choices: Sequence[Choices], cp: cp_model.CpModel | None = None
    ) -> None:
        """State which choices there are and which may follow which.

        Parameters
        ----------
        cp
            A model of more than this project to state it in; else it has one of its own.
        """
        self.cp = cp_model.CpModel() if cp is None else cp
        self.course = course
        self.choices = tuple(choices)
        self.taken = [
            [self.cp.new_bool_var(f"{k}.{i}") for i in range(len(own))]
            for k, own in enumerate(choices)
        ]
        for taken in self.taken:
            self.cp.add_at_most_one(taken)
        for number, may_be in enumerate(course.is_left_out):
            if not may_be:
                self.cp.add(self.held(number) == 1)
        self._state_order()
        for k, most in enumerate(course.ledger.limits):
            self.cp.add(self._sum(course.ledger.told + k) <= most)

    def held(self, number: int) -> Term:
        """Return whether a session is held."""
        return sum_of(self.taken[number])

    def settled(self, concern: Concern, number: int) -> tuple[int, ...]:
        """Find the best value of a level and hold every later question to it."""
        changes = len(self.course.ledger.concerns) - 3
        if number == changes:
            return self._least(self._changes())
        if number == changes + 2:
            return self._least(self._days())
        if concern.kind == "worst":
            return self._least(self._worst(concern))
        if concern.kind == "sum":
            return self._least(self._sum(concern.fields.start))
        return self._spread(concern)

    def _least(self, expression: Term) -> tuple[int, ...]:
        self.cp.minimize(expression)
        answer = solved(self.cp)
        if answer.status != cp_model.OPTIMAL:
            msg = f"the solver gave {answer.solver.status_name(answer.status)}"
            raise NoAnswerError(msg)
        best = round(answer.solver.objective_value)
        self.cp.add(expression <= best)
        return (best,)

    def _sum(self, field: int) -> Term:
        """Return what a field adds up to over the choices taken and the sessions left out."""
        taken = [
            int(own.rows[i, field]) * variable
            for own, variables in zip(self.choices, self.taken, strict=True)
            for i, variable in enumerate(variables)
        ]
        left_out = [
            int(self.course.ledger.skipped(required=required)[field]) * (1 - self.held(k))
            for k, required in enumerate(self.course.required)
        ]
        return sum_of([*taken, *left_out])

    def _most(self, field: int) -> int:
        """Return the most a field can come to."""
        skipped = (own[field] for own in self.course.skipped)
        chosen = (own.rows[:, field].max(initial=0) for own in self.choices)
        return sum(max(int(a), int(b)) for a, b in zip(skipped, chosen, strict=True))

    def _worst(self, concern: Concern) -> Term:
        worst = self.cp.new_int_var(0, 1_000_000, "")
        for own, variables in zip(self.choices, self.taken, strict=True):
            for i, variable in enumerate(variables):
                self.cp.add(worst >= int(own.rows[i, concern.fields.start]) * variable)
        return worst

    def _spread(self, concern: Concern) -> tuple[int, ...]:
        """Settle people's totals worst first.

        As few as can be at the largest value, then at the next.
        """
        people = range(concern.people.start, concern.people.stop)
        most = max((self._most(field) for field in people), default=0)
        totals = []
        for field, unit, spare in zip(people, concern.units, concern.spare, strict=True):
            total = self.cp.new_int_var(0, most, "")
            self.cp.add(total >= self._sum(field) - spare)
            totals.append((total, unit))
        values = sorted({n * unit for _, unit in totals for n in range(1, most + 1)}, reverse=True)
        counts = [
            self._least(sum_of([self._at_least(t, u, v) for t, u in totals]))[0] for v in values
        ]
        each = [v for v, n in zip(values, np.diff([0, *counts]), strict=True) for _ in range(n)]
        return (*each, *(0,) * (concern.width - len(each)))

    def _at_least(self, total: cp_model.IntVar, unit: int, value: int) -> cp_model.IntVar:
        reached = self.cp.new_bool_var("")
        self.cp.add(total * unit <= value - 1).only_enforce_if(~reached)
        return reached

    def _days(self) -> Term:
        last = self.cp.new_int_var(0, 100_000, "")
        days, first = self.course.spots[0][:, 0], self.course.first_day
        for own, variables in zip(self.choices, self.taken, strict=True):
            for i, variable in enumerate(variables):
                self.cp.add(last >= int(days[own.spot[i]] - first) * variable)
        return last

    def _changes(self) -> Term:
        """Return how often weekday.

        Hour or place change between sessions held one after the other.
        """
        spots = self.course.spots[0]
        used = [
            variables_by(self.cp, own.spot, taken)
            for own, taken in zip(self.choices, self.taken, strict=True)
        ]
        costs = []
        for k, j in combinations(range(len(used)), 2):
            between = sum_of([self.held(m) for m in range(k + 1, j)])
            for spot, here in used[k].items():
                for other, there in used[j].items():
                    changed = int((spots[spot, 1:] != spots[other, 1:]).sum())
                    if changed:
                        both = self.cp.new_bool_var("")
                        self.cp.add(both >= here + there - 1 - between)
                        costs.append(changed * both)
        return sum_of(costs)

    def _state_order(self) -> None:
        """Forbid what may not follow, unless a session held between them stands in between."""
        used = [
            variables_by(self.cp, own.group, taken)
            for own, taken in zip(self.choices, self.taken, strict=True)
        ]
        for k, j in combinations(range(len(used)), 2):
            between = sum_of([self.held(m) for m in range(k + 1, j)])
            accepts = self.course.accepts
            for state, here in used[k].items():
                refused = [there for other, there in used[j].items() if not accepts[state, other]]
                if refused:
                    self.cp.add(sum_of(refused) <= 1 - here + between)


def sum_of(terms: Sequence[Term]) -> Term:
    """Add up terms; of none the total is a constant nought."""
    return cp_model.LinearExpr.weighted_sum(terms, [1] * len(terms)) + 0


def variables_by(
    cp: cp_model.CpModel, groups: Ints, taken: Sequence[cp_model.IntVar]
) -> dict[int, cp_model.IntVar]:
    """Return one variable for each state or spot: whether a choice there is taken."""
    members: dict[int, list[cp_model.IntVar]] = {}
    for group, variable in zip(groups.tolist(), taken, strict=True):
        members.setdefault(group, []).append(variable)
    made = {}
    for group, variables in members.items():
        made[group] = variables[0] if len(variables) == 1 else cp.new_bool_var("")
        if len(variables) > 1:
            cp.add(sum(variables) == made[group])
    return made


def solved(model: cp_model.CpModel, *, presolve: bool = True, relax: bool = True) -> Answer:
    """Return what the solver makes of a model, by its own work limit and not by the clock.

    Parameters
    ----------
    presolve
        Whether the model is simplified first.
    relax
        Whether its linear relaxation is looked at, which helps where there is something to gain.
    """
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    # It would take Ctrl+C for its own, and what it had not found for not to be found.
    solver.parameters.catch_sigint_signal = False
    solver.parameters.random_seed = 1
    solver.parameters.cp_model_presolve = presolve
    solver.parameters.linearization_level = int(relax)
    solver.parameters.max_deterministic_time = SECONDS
    return Answer(solver.solve(model), solver)
