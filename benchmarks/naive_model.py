"""The rival's model: one switch for each session, start and venue, and who would be there.

It reads the open candidates and nothing else of our search: no dominance, no states, no bounds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from constraints.quorum import Quorum
from constraints.spacing import Spacing
from scheduler.choosing import Desk
from scheduler.columns import Columns
from scheduler.in_force import Rules

Ints = NDArray[np.int64]
Term = cp_model.LinearExpr
Switch = cp_model.IntVar
LATEST = 1_000_000
"""A larger number than any day, minute or venue."""
RESTATED = {"balance", "quorum", "every_view", "decision_maker"}
"""Rules about company that the model states, or that ask nothing of the projects it takes."""


class NotStatedError(Exception):
    """The project asks something that the naive model has no words for."""


@dataclass(frozen=True, eq=False)
class Wish:
    """One session as the model sees it."""

    columns: Columns
    taken: Sequence[Switch]
    """One switch for each open start and venue."""
    held: Switch
    coming: Sequence[Switch]
    """Whether each person comes."""
    may_stay_away: frozenset[int]
    """Who may stand down."""

    def total(self, figures: Ints) -> Term:
        """Return what the candidate taken has of a figure, shape (C,); nought if none is taken."""
        return cp_model.LinearExpr.weighted_sum(self.taken, figures.tolist())


@dataclass(frozen=True, eq=False)
class Model:
    """A project stated for CP-SAT."""

    cp: cp_model.CpModel
    desk: Desk
    wishes: tuple[Wish, ...]
    neighbours: dict[tuple[int, int], Switch]
    """For any two sessions, whether both are held and none between them."""


def stated(desk: Desk, series: Sequence[Columns]) -> Model:
    """State a project's series: every open candidate, who comes, and what may follow what.

    Raises
    ------
    NotStatedError
        If the project has rules the model does not know.
    """
    _refuse(desk)
    cp = cp_model.CpModel()
    wishes = tuple(_wish(cp, desk, columns) for columns in series)
    pairs = combinations(range(len(wishes)), 2)
    model = Model(cp, desk, wishes, {pair: _neighbours(cp, wishes, pair) for pair in pairs})
    _keep_apart(model)
    return model


def _refuse(desk: Desk) -> None:
    together = {rule.name() for rule in desk.rules if "present" in rule.asks_for()}
    sessions, group = desk.project.sessions, desk.programme.group(desk.project)
    views = any(person.view for person in group) or any(s.needs_views for s in sessions)
    if together - RESTATED or views or any(s.needs_roles or s.is_promised for s in sessions):
        msg = f"{desk.project.code}: views, roles and promised sessions are not in the naive model"
        raise NotStatedError(msg)
    tied = {tie.constraint for tie in desk.ties.follow}
    if len(desk.ties.stand_down) != 1 or tied != {"spacing"} or desk.project.phases:
        knows = "one rule of standing down, spacing, and one phase"
        msg = f"{desk.project.code}: the naive model knows {knows}"
        raise NotStatedError(msg)


def _wish(cp: cp_model.CpModel, desk: Desk, columns: Columns) -> Wish:
    (tie,) = desk.ties.stand_down
    people = columns.grid.people
    away = frozenset(p for p, person in enumerate(people) if tie.who(person))
    taken = [cp.new_bool_var("") for _ in range(len(columns))]
    held = cp.new_bool_var("")
    cp.add(total_of(taken) == held)
    coming = [cp.new_bool_var("") for _ in people]
    wish = Wish(columns, taken, held, coming, away)
    than = np.array([tie.than(person) for person in people])
    for p in range(len(people)):
        able = wish.total(columns.able[:, p].astype(np.int64))
        cp.add(coming[p] <= able if p in away else coming[p] == able)
    _stand_down(cp, wish, room=(columns.sure & than).sum(axis=1))
    _enough(cp, wish, desk.rules)
    return wish


def _stand_down(cp: cp_model.CpModel, wish: Wish, *, room: Ints) -> None:
    """Let come as many of those who may stay away as there is room for, and no fewer."""
    away = sorted(wish.may_stay_away)
    many = np.minimum(wish.columns.able[:, away].sum(axis=1), room)
    cp.add(total_of([wish.coming[p] for p in away]) == wish.total(many))


def _enough(cp: cp_model.CpModel, wish: Wish, rules: Rules) -> None:
    """Count on enough people; how many members are there is the same whoever stands down."""
    for rule in rules:
        if isinstance(rule, Quorum):
            needed = min(rule.least, -(-2 * len(wish.coming) // 3))
            cp.add(total_of(tuple(_counted_on(cp, wish))) >= needed * wish.held)


def _counted_on(cp: cp_model.CpModel, wish: Wish) -> Iterator[Switch]:
    for p, coming in enumerate(wish.coming):
        counted = cp.new_bool_var("")
        cp.add(counted <= coming)
        cp.add(counted <= wish.total(wish.columns.sure[:, p].astype(np.int64)))
        yield counted


def _neighbours(cp: cp_model.CpModel, wishes: Sequence[Wish], pair: tuple[int, int]) -> Switch:
    one, other = pair
    both = cp.new_bool_var("")
    between = total_of([wish.held for wish in wishes[one + 1 : other]])
    cp.add(both >= wishes[one].held + wishes[other].held - 1 - between)
    return both


def _keep_apart(model: Model) -> None:
    (spacing,) = (rule for rule in model.desk.rules if isinstance(rule, Spacing))
    days = [reading(model.cp, wish, wish.columns.day) for wish in model.wishes]
    for (one, other), both in model.neighbours.items():
        gap = days[other] - days[one]
        least = max(1, spacing.least_days)
        model.cp.add_linear_constraint(gap, least, spacing.most_days).only_enforce_if(both)


def reading(cp: cp_model.CpModel, wish: Wish, figures: Ints) -> cp_model.IntVar:
    """Return a number read of the candidate taken; nought where none is."""
    found = cp.new_int_var(0, max(LATEST, int(figures.max(initial=0))), "")
    cp.add(found == wish.total(figures))
    return found


def total_of(terms: Sequence[Term]) -> Term:
    """Add up terms; of none the total is nought."""
    return cp_model.LinearExpr.weighted_sum(terms, [1] * len(terms)) + 0
