"""Checks what a plan says it costs: every line, every sum, and the sum of each session's lines."""

from collections import Counter
from collections.abc import Iterator

from scheduler.finished import WHOLE, Breach
from scheduler.money.bill import SessionCosts
from scheduler.money.costs import costs_of
from scheduler.plan import Plan
from scheduler.programme import Programme


def cost_breaches(programme: Programme, plan: Plan) -> Iterator[Breach]:
    """Find costs that are not those of the plan's sessions, or do not add up."""
    again = costs_of(programme, plan.sessions)
    told = {(one.project, one.number): one for one in plan.costs.sessions}
    for chosen, one in zip(plan.sessions, again.sessions, strict=True):
        said = told.pop((chosen.project, chosen.number), None)
        if said != one:
            yield _breach(one, "Its costs, line by line, are others when reckoned again.")
        if said is not None and not chosen.pence == said.pence == _sum(said):
            says = f"Its lines add up to {_sum(said)} pence, and it costs {chosen.pence}."
            yield _breach(one, says)
    seen = Counter((one.project, one.number) for one in plan.costs.sessions)
    for one in plan.costs.sessions:
        if seen.pop((one.project, one.number), 1) > 1:
            yield _breach(one, "Its costs are told more than once.")
    for one in told.values():
        yield _breach(one, "It has costs and no date.")
    same = {"sessions": again.sessions, "reaches": ()}
    if plan.costs.model_copy(update=same) != again:
        says = "What the plan says it costs as a whole is another sum when reckoned again."
        yield Breach(WHOLE, "", 0, says, "figures")


def _sum(costs: SessionCosts) -> int:
    return sum(line.pence or 0 for line in costs.lines)


def _breach(costs: SessionCosts, says: str) -> Breach:
    return Breach(WHOLE, costs.project, costs.number, says, "figures")
