"""Ties of one constraint, asked about two sessions as every solver asks."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from scheduler.constraint import Constraint, Earlier, Objection
from scheduler.programme import Session
from scheduler.samples import HALL, WISH, at, ordinary
from scheduler.ties import Reading, Ties
from scheduler.venues import Venue


def tied(constraint: Constraint) -> Ties:
    """Return everything a constraint says of how sessions hang together."""
    constraint.couple(ties := Ties())
    return ties


def accepts(
    constraint: Constraint, before: int, after: int, *, phases: tuple[int, int] = (2, 2)
) -> bool:
    """Say whether all ties of a constraint let one reading follow another.

    Parameters
    ----------
    phases
        The phases of both sessions, by their place in the order; both are workshops if not given.
    """
    reads = [
        partial(_reading, value, phase)
        for value, phase in zip((before, after), phases, strict=True)
    ]
    return all(bool(tie.allows(*reads)[0]) for tie in tied(constraint).follow)


def _reading(value: int, phase: int, by: Reading) -> NDArray[np.int64]:
    return np.array([{"phase": phase, "same_day": 0}.get(by, value)])


def earlier(day: str, venue: Venue = HALL, session: Session = WISH) -> Earlier:
    """Return a session held at eleven on a day such as "Tuesday 1 June 2027"."""
    return Earlier(at(f"{day} 11:00"), at(f"{day} 13:00"), venue, session)


def said_of(constraint: Constraint, **given: object) -> Objection | None:
    """Return what a constraint says of a session after another; what is not said is ordinary."""
    asked = ordinary(given)
    return constraint.check(**{name: asked[name] for name in constraint.asks_for()})
