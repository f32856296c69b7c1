"""Puts what clashes into words without giving away whose private need it is."""

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Desk
from scheduler.constraint import Constraint, Objection
from scheduler.degree import Degree
from scheduler.demands import UNCOUNTED, Demand
from scheduler.kept_private import OWN_REASONS, may_be_named
from scheduler.private import PRIVATE_NEED
from scheduler.screen import Screened
from scheduler.told import told
from scheduler.unmet import ConflictPart

AWAY = (Degree.NEVER, Degree.RIGHT)


def parts_of(desk: Desk, demand: Demand) -> tuple[ConflictPart, ...]:
    """Return a demand in words; a private need once for each whose need it may be."""
    rule = next(rule for rule in desk.rules if rule.name() == demand.constraint)
    guarded = rule.guarded(desk.programme.group(desk.project))
    if all(person.share_reasons for person in guarded):
        return (_part_of(desk, demand, rule),)
    return (ConflictPart(constraint="", says=PRIVATE_NEED),) * len(guarded)


def _part_of(desk: Desk, demand: Demand, rule: Constraint) -> ConflictPart:
    """Return a demand in words, naming a person only with what they agreed to be said."""
    if demand.person is None and not may_be_named(desk, rule):
        return ConflictPart(constraint="", says=OWN_REASONS)
    if demand.person is None:
        foreseen = rule.foresee(desk.programme.group(desk.project))
        says = f"{rule.title}: {foreseen}" if foreseen else f"{rule.title}."
        return ConflictPart(constraint=demand.constraint, says=says)
    person = desk.programme.group(desk.project)[demand.person]
    heard = first_objection(desk, rule, demand.person)
    is_told = person.share_reasons and not heard.is_private
    if not is_told or person.label not in heard.organiser:
        # Naming the rule and the person together would tell what was not to be told.
        if rule.is_right:
            return ConflictPart(constraint="", says=PRIVATE_NEED)
        if not may_be_named(desk, rule):
            return ConflictPart(constraint="", says=OWN_REASONS)
        return ConflictPart(constraint=demand.constraint, says=f"{rule.title}.")
    says = f"{rule.title}: {heard.organiser}"
    return ConflictPart(constraint=demand.constraint, person=person.code, says=says)


def is_shut_by_private_needs(desk: Desk) -> bool:
    """Say whether private needs alone close every date and room of some session.

    What helps then, a call or two groups or another hall, tells what kind of need it is.
    """
    kinds = (own for own in dict.fromkeys(desk.screened) if not own.grid.session.is_promised)
    return any(_is_all_private(desk, screened) for screened in kinds)


def _is_all_private(desk: Desk, screened: Screened) -> bool:
    starts, venues, _ = screened.grid.shape
    closed = np.zeros((starts, venues), dtype=np.bool_)
    for rule in desk.rules:
        if not rule.is_right or not rule.is_screened():
            continue
        degrees = screened.masks[rule.name()].degrees
        if rule.name() not in screened.personal:
            guarded = rule.guarded(screened.grid.people)
            if not all(person.share_reasons for person in guarded):
                closed |= degrees[:, :, 0] >= Degree.RIGHT
            continue
        for number, person in enumerate(screened.grid.people):
            own = degrees[:, :, number if degrees.shape[2] > 1 else 0] >= Degree.RIGHT
            if own.any() and not _may_be_told(desk, rule, number, shares=person.share_reasons):
                closed |= own
    return bool(closed.size and closed.all())


def _may_be_told(desk: Desk, rule: Constraint, person: int, *, shares: bool) -> bool:
    return shares and not first_objection(desk, rule, person).is_private


def first_objection(desk: Desk, rule: Constraint, person: int) -> Objection:
    """Return what a constraint says of one person, where it first keeps them away.

    Where it only leaves them uncounted, what it says of that.
    """
    plain = tuple(dict.fromkeys(desk.screened))
    kinds = (*plain, *(each for own in plain for each in own.riding.values()))
    tried = ((own, degrees) for degrees in (AWAY, UNCOUNTED) for own in kinds)
    found = ((own, _cells(own, rule, person, degrees=degrees)) for own, degrees in tried)
    screened, cells = next((own, cells) for own, cells in found if len(cells))
    start, venue = cells[0].tolist()
    at = {"start": start, "venue": venue, "person": person}
    said = told(rule, screened.grid.arguments(rule.asks_for(), at))
    assert said is not None  # noqa: S101 - the second opinion asked it the same
    return said.objection


def _cells(
    screened: Screened, rule: Constraint, person: int, *, degrees: tuple[Degree, ...]
) -> NDArray[np.int64]:
    """Return every start and venue where a constraint says so much of one person."""
    said = screened.masks[rule.name()].degrees
    return np.argwhere(np.isin(said[:, :, person if said.shape[2] > 1 else 0], degrees))
