"""Which candidates can be held with everybody able, fewest standing down: told of many at once.

What this leaves open is asked company by company (`scheduler.presence`).
"""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.bits import Who, companies_of, first_stood_down, rows_of, words_of
from scheduler.degree import Degree
from scheduler.labels import distinct
from scheduler.presence import Company, Place

Bools = NDArray[np.bool_]
AT_ONCE = 16
"""How many times as many companies are tried of a candidate each time, the first time one."""


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


def can_meet(company: Company, every: Sequence[tuple[Who, Place]]) -> list[bool]:
    """Say of some candidates whether those able can meet, some staying away if need be."""
    found = [False] * len(every)
    ways = [company.variants(who.able, who.sure, who.draw) for who, _ in every]
    left, many = _not_hopeless(company, [who for who, _ in every]), 1
    while left:
        # Many can in the first way tried, so that the others need not even be listed.
        tried = [list(islice(ways[n], many)) for n in left]
        company.hear(
            coming & every[n][0].sure
            for n, companies in zip(left, tried, strict=True)
            for coming in companies
        )
        for n, companies in zip(left, tried, strict=True):
            found[n] = any(company.can_be(coming, *every[n]) for coming in companies)
        left = [n for n, companies in zip(left, tried, strict=True) if companies and not found[n]]
        many *= AT_ONCE
    return found


def _not_hopeless(company: Company, every: Sequence[Who]) -> list[int]:
    """Return which could meet, as far as the rules tell that nobody more ever breaks."""
    if company.reads_candidate or company.grid.session.is_promised or not every:
        return list(range(len(every)))
    present = rows_of([who.able & who.sure for who in every], len(company.grid.people))
    return [int(n) for n in np.flatnonzero(~_hopeless(company, present))]


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
