"""What a whole plan costs, and what about its money is not fair or not agreed yet."""

from typing import TYPE_CHECKING

from scheduler.money.bill import Costs
from scheduler.money.fairness import money_warnings
from scheduler.money.lines import Reckoning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.plan import Chosen
    from scheduler.programme import Programme


def costs_of(programme: "Programme", sessions: "Sequence[Chosen]") -> Costs:
    """Return what the sessions of a plan cost, line by line; it adds up to the penny."""
    each = tuple(Reckoning(programme, chosen).costs() for chosen in sessions)
    return Costs(
        sessions=each,
        pence=sum(one.pence for one in each),
        at_least=any(one.at_least for one in each),
        estimated=any(one.estimated for one in each),
        warnings=tuple(money_warnings(programme, sessions)),
    )
