"""Puts what clashes into words without giving away whose private need it is."""

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Desk
from scheduler.constraint import Constraint, Objection
from scheduler.degree import Degree
from scheduler.demands import Demand
from scheduler.screen import Screened
from scheduler.unmet import ConflictPart

PRIVATE = "A private need."


def part_of(desk: Desk, demand: Demand) -> ConflictPart:
    """Return a demand in words, naming a person only with what they agreed to be said."""
    rule = next(rule for rule in desk.rules if rule.name() == demand.constraint)
    if demand.person is None:
        return ConflictPart(constraint=demand.constraint, says=f"{rule.title}.")
    person = desk.programme.group(desk.project)[demand.person]
    heard = first_objection(desk, rule, demand.person)
    if not person.share_reasons or person.label not in heard.organiser:
        # Naming the rule and the person together would tell what was not to be told.
        if rule.is_right:
            return ConflictPart(constraint="", says=PRIVATE)
        return ConflictPart(constraint=demand.constraint, says=f"{rule.title}.")
    says = f"{rule.title}: {heard.organiser}"
    return ConflictPart(constraint=demand.constraint, person=person.code, says=says)


def first_objection(desk: Desk, rule: Constraint, person: int) -> Objection:
    """Return what a constraint says of one person, where it first forbids anything."""
    kinds = (own for own in dict.fromkeys(desk.screened) if len(_forbidden(own, rule, person)))
    screened = next(kinds)
    start, venue = _forbidden(screened, rule, person)[0].tolist()
    at = {"start": start, "venue": venue, "person": person}
    objection = rule.check(**screened.grid.arguments(rule.asks_for(), at))
    assert objection is not None  # noqa: S101 - the second opinion asked it the same
    return objection


def _forbidden(screened: Screened, rule: Constraint, person: int) -> NDArray[np.int64]:
    """Return every start and venue that a constraint forbids one person, shape (cases, 2)."""
    degrees = screened.masks[rule.name()].degrees
    return np.argwhere(degrees[:, :, person if degrees.shape[2] > 1 else 0] >= Degree.NEVER)
