"""Sums of money in words: how much, whether it is a guess, and whether something is missing."""

from scheduler.money.bill import Costs, SessionCosts
from web.wording import money, say


def sum_of(costs: Costs | SessionCosts) -> str:
    """Return an amount with how sure it is: "about £45 at least: something is not known yet"."""
    return sum_said(costs.pence, at_least=costs.at_least, estimated=costs.estimated)


def sum_said(pence: int, *, at_least: bool, estimated: bool) -> str:
    """Return an amount in pence with how sure it is."""
    amount = money(pence)
    if estimated:
        amount = say("costs.about", cost=amount)
    return say("costs.at_least", cost=amount) if at_least else amount
