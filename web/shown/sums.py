"""Sums of money in words: how much, whether it is a guess, and whether something is missing."""

from collections.abc import Callable, Iterable

from scheduler.money.bill import CostLine, Costs, SessionCosts
from scheduler.money.unpriced import as_known, lines_of, unpriced
from scheduler.plan import Chosen, Plan
from web.wording import money, say


def sum_of(costs: Costs | SessionCosts) -> str:
    """Return an amount with how sure it is: "at least about £45, 2 fares not known"."""
    sessions = costs.sessions if isinstance(costs, Costs) else (costs,)
    return sum_said(costs.pence, tuple(lines_of(sessions)), estimated=costs.estimated)


def sum_said(pence: int, lines: Iterable[CostLine], *, estimated: bool) -> str:
    """Return an amount in pence that some lines come to, with how sure it is."""
    amount = money(pence)
    if estimated:
        amount = say("costs.about", cost=amount)
    return as_known(amount, unpriced(lines))


def known_sum(plan: Plan, sessions: Iterable[Chosen], told: Callable[[int], str] = money) -> str:
    """Return what some sessions of a plan cost, as far as is known; empty where it is nothing."""
    own = {(one.project, one.number): one for one in plan.costs.sessions}
    held = tuple(sessions)
    costs = (own[key] for one in held if (key := (one.project, one.number)) in own)
    pence, unknown = sum(one.pence for one in held), unpriced(lines_of(costs))
    return as_known(told(pence), unknown) if pence or unknown else ""
