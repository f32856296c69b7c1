"""Ties of one constraint, asked about two sessions as every solver asks."""

import numpy as np

from scheduler.constraint import Constraint, Earlier
from scheduler.samples import HALL, at
from scheduler.ties import Ties
from scheduler.venues import Venue


def tied(constraint: Constraint) -> Ties:
    """Return everything a constraint says of how sessions hang together."""
    constraint.couple(ties := Ties())
    return ties


def accepts(constraint: Constraint, before: int, after: int) -> bool:
    """Say whether all ties of a constraint let one reading follow another."""
    pair = np.array([before]), np.array([after])
    return all(bool(tie.accepts(*pair)[0]) for tie in tied(constraint).follow)


def earlier(day: str, venue: Venue = HALL) -> Earlier:
    """Return a session held at eleven on a day such as "Tuesday 1 June 2027"."""
    return Earlier(at(f"{day} 11:00"), at(f"{day} 13:00"), venue)
