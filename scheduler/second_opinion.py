"""A second opinion before anybody is told that something is impossible.

By plain checks and by another solver.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Desk
from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.demands import Demand
from scheduler.screen import Screened

MOST_CASES = 2_000
"""How many cases of one rule and kind of session are asked again; more are told as some of many."""


class OpinionsDifferError(Exception):
    """Two methods disagree on whether something is possible: a fault of this programme."""


def opinions(desk: Desk, clash: Sequence[Demand]) -> tuple[str, ...]:
    """Return who else finds that it cannot be done.

    Raises
    ------
    OpinionsDifferError
        If one of them finds that it can.
    """
    # The solver takes most of a second to load and is needed only where nothing fits.
    from scheduler.model import is_impossible  # noqa: PLC0415

    asked = [
        _confirm(desk, screened, demands)
        for demands in _by_rule(clash)
        for screened in dict.fromkeys(desk.screened)
    ]
    if not is_impossible(desk.columns, desk.ties):
        code = desk.project.code
        msg = f"{code}: one method finds a plan where another finds none; please report this."
        raise OpinionsDifferError(msg)
    again = "case by case" if all(asked) else f"in {MOST_CASES} cases spread over all it rules out"
    return ("every series weighed exactly", f"each clashing rule asked again, {again}", "CP-SAT")


def _by_rule(clash: Sequence[Demand]) -> Iterator[tuple[Demand, ...]]:
    for name in dict.fromkeys(demand.constraint for demand in clash):
        yield tuple(demand for demand in clash if demand.constraint == name)


def _confirm(desk: Desk, screened: Screened, demands: Sequence[Demand]) -> bool:
    """Ask a rule again, one case at a time, where its bulk form closes anything for those it names.

    Returns
    -------
    Whether every such case was asked; else as many as may be, spread evenly.
    """
    name = demands[0].constraint
    if name not in screened.masks:
        return True
    rule = next(rule for rule in desk.rules if rule.name() == name)
    cases = _cases(rule, screened, [demand.person for demand in demands])
    apart = max(1, -(-len(cases) // MOST_CASES))
    for start, venue, person in cases[::apart].tolist():
        at = {"start": start, "venue": venue, "person": person}
        objection = rule.check(**screened.grid.arguments(rule.asks_for(), at))
        if objection is None or objection.degree < Degree.NEVER:
            when = screened.grid.starts[start]
            msg = f"{name} closes {when} in bulk but not when asked; please report this."
            raise OpinionsDifferError(msg)
    return apart == 1


def _cases(rule: Constraint, screened: Screened, people: Sequence[int | None]) -> NDArray[np.int64]:
    """Return start, venue and person of each case that a rule closes and no other is like."""
    closed = screened.masks[rule.name()].degrees >= Degree.NEVER.value
    if None not in people and closed.shape[2] > 1:
        named = np.zeros(closed.shape[2], dtype=np.bool_)
        named[[person for person in people if person is not None]] = True
        closed = closed & named
    cases = np.argwhere(closed)
    if not {"start", "end"} & set(rule.asks_for()) and len(closed) > 1:
        days = screened.grid.day_of[cases[:, 0]]
        alike = np.column_stack([days, cases[:, 1:]])
        cases = cases[np.sort(np.unique(alike, axis=0, return_index=True)[1])]
    return cases
