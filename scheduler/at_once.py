"""Which candidates can be held with everybody able, fewest standing down: told of many at once.

What this leaves open is asked one by one (`scheduler.presence`).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.bits import companies_of, first_stood_down, rows_of, words_of
from scheduler.degree import Degree
from scheduler.labels import distinct
from scheduler.presence import Company

Bools = NDArray[np.bool_]


class Told(NamedTuple):
    """What is known of some candidates, shape (N,) each."""

    can: Bools
    """Which can be held."""
    cannot: Bools
    """Which cannot, whoever stays away."""


def told_at_once(company: Company, able: Bools, sure: Bools) -> Told:
    """Say of some candidates whether those able can meet, as far as that is quickly known.

    Parameters
    ----------
    able, sure
        Who is able to come, and for whom nothing about that is unknown, shape (N, P).
    """
    none = np.zeros(len(able), dtype=np.bool_)
    if company.reads_candidate or company.grid.session.is_promised or company.grid.most_more:
        return Told(none, none)
    cannot = _hopeless(company, able & sure)
    if company.has_pairs or len(company.out_of) > 1:
        return Told(none, cannot)
    (who, than), *_ = company.out_of or ((0, 0),)
    down, others = rows_of([who, than], able.shape[1])
    can, left = none.copy(), np.flatnonzero(~cannot)
    coming = first_stood_down(able[left], sure[left], out_of=(down, others))
    can[left] = _allowed(company, coming & sure[left])
    return Told(can, cannot)


def _hopeless(company: Company, present: Bools) -> Bools:
    """Say which could not meet, as far as rules tell that nobody more ever breaks."""
    found = np.zeros(len(present), dtype=np.bool_)
    for rule in company.rules if len(present) else ():
        if rule.welcomes_more():
            found |= rule.screen_companies(company.grid, present) >= Degree.NEVER
    return found


def _allowed(company: Company, present: Bools) -> Bools:
    """Say which companies no rule forbids."""
    first, again = distinct(words_of(present))
    different = companies_of(present[first])
    company.hear(different)
    return np.array([company.short(one, {}) is not None for one in different], dtype=np.bool_)[
        again
    ]
