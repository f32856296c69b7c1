"""A smaller sum than the one that brings everybody, with which somebody comes to more already."""

from collections import Counter
from typing import Final

from scheduler.money.budgets import what_for
from scheduler.money.raising import Budget, Raising, Series, used
from scheduler.sentences import counted, pounds
from scheduler.ties import Total

POUND: Final = 100
"""Sums are looked for in whole pounds, and told to the penny where less does it."""
MOST_ASKED: Final = 8
"""How many sums are planned with at most. Own default."""


def less_does(raising: Raising, budget: Budget, *, enough: int) -> str:
    """Say what a smaller rise already brings; empty where none is found that brings anything.

    The sum is planned with, as the larger one is; somebody then comes to more and nobody to fewer.

    Parameters
    ----------
    budget
        What the money is for, and how much there is.
    enough
        The sum with which there is money for all that more would bring.
    """
    tie, most = budget
    now, then = raising.as_it_is, raising.having({tie: enough})
    if _comes(then).total() <= _comes(now).total():
        return ""
    short, least, found = most, enough, 0
    for _ in range(MOST_ASKED):
        middle = -(-(short + least) // (2 * POUND)) * POUND
        if not short < middle < least:
            break
        if _brings_more(raising, tie, middle):
            least = found = middle
        else:
            short = middle
    return _said(raising, tie, _to_the_penny(raising, budget, found)) if found else ""


def _to_the_penny(raising: Raising, budget: Budget, pence: int) -> int:
    """Return what is used of a sum, where so much does as well."""
    tie, most = budget
    spent = used(raising.having({tie: pence}), tie)
    does = most < spent < pence and _brings_more(raising, tie, spent)
    return spent if does else pence


def _said(raising: Raising, tie: Total, pence: int) -> str:
    times = counted(_comes(raising.having({tie: pence})).total(), "time")
    sum_of = pounds(pence) if tie.with_session else f"{pounds(pence)} for {what_for(tie)}"
    return f"Already with {sum_of} people would come {times} in all."


def _brings_more(raising: Raising, tie: Total, pence: int) -> bool:
    now, then = _comes(raising.as_it_is), _comes(raising.having({tie: pence}))
    return now < then


def _comes(series: Series) -> Counter[str]:
    """Return to how many sessions each person comes."""
    return Counter(person.code for pick in series.values() for _, person in pick.people)
