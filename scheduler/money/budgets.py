"""Money for a whole project: how much there is, and whether a plan tells truly what is left."""

from collections.abc import Iterator, Mapping

from scheduler.finished import WHOLE, Breach
from scheduler.in_force import Rules
from scheduler.plan import Plan
from scheduler.programme import Project
from scheduler.sentences import pounds
from scheduler.ties import Total, ties_of


def budgets_of(rules: Rules) -> Iterator[tuple[Total, int]]:
    """Give the totals everything in a project draws on, with how much there is."""
    for tie in ties_of(rules).totals:
        most = tie.at_most(None) if tie.with_session and not tie.each else None
        if most is not None:
            yield tie, most


def most_for(rules: Rules) -> int | None:
    """Return how much there is for everything in a project; None where there is no limit."""
    return min((most for _, most in budgets_of(rules)), default=None)


def is_within(rules: Rules, project: Project, pence: Mapping[int, int]) -> bool:
    """Say whether what sessions cost, by number, is within the money for the project.

    What promised sessions cost is spent; the others have what is left.
    """
    most = most_for(rules)
    promised = {n for n, session in enumerate(project.sessions, 1) if session.is_promised}
    spent = sum(cost for number, cost in pence.items() if number in promised)
    return most is None or sum(pence.values()) - spent <= max(0, most - spent)


def left_of(most: int, pence: int) -> str:
    """Return what there is, and what the plan leaves of it, in a sentence."""
    spent = f"There is {pounds(most)} for everything in this project. Of it {pounds(pence)} is used"
    if pence > most:
        return f"{spent}: {pounds(pence - most)} more than there is, for what was promised."
    return f"{spent}, and {pounds(most - pence)} is left."


def reach_breaches(plan: Plan, rules: Mapping[str, Rules]) -> Iterator[Breach]:
    """Find money for projects of which the plan tells something else than its costs come to."""
    told = {(one.project, one.most_pence): one for one in plan.costs.reaches}
    for code, own in rules.items():
        pence = sum(one.pence for one in plan.costs.sessions if one.project == code)
        for _, most in budgets_of(own):
            one = told.pop((code, most), None)
            if one is None or one.pence != pence or left_of(most, pence) not in one.says:
                says = "What it tells of the money for the project is not what its sessions cost."
                yield Breach(WHOLE, code, 0, says, "figures")
    for one in told.values():
        says = f"It tells of {pounds(one.most_pence)} for a project that has no such money."
        yield Breach(WHOLE, one.project, 0, says, "figures")
