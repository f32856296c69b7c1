"""More money as a change that is tried out like others: the least with which all can be held."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from scheduler.changes import Change
from scheduler.choosing import Desk
from scheduler.constraint import Constraint, Relaxation
from scheduler.course import Course
from scheduler.giving import UNCOUNTED
from scheduler.in_force import Rules
from scheduler.money.budgets import all_budgets_of, what_for
from scheduler.money.least import least_for_all
from scheduler.money.raising import PLENTY, Budget, with_sums
from scheduler.programme import Project
from scheduler.remade import given_way
from scheduler.sentences import pounds
from scheduler.series import best_series, fewest_missing
from scheduler.ties import Total
from scheduler.tried import QUICK, course_of_desk
from scheduler.unmet import Offer


def more_money(desk: Desk, rules: Sequence[Constraint]) -> Iterator[Change]:
    """Go through the budgets with more of which alone every required session is held.

    Each is raised to the least sum that does, found by asking of sum after sum.

    Parameters
    ----------
    rules
        Those of the project's rules that may be spoken of.
    """
    for budget in all_budgets_of(desk.rules):
        rule = next((each for each in rules if each.name() == budget[0].constraint), None)
        pence = _least(desk, budget)
        if rule is not None and pence is not None:
            yield _raised(desk.project, rule, tie=budget[0], pence=pence)


def raised_as(offer: Offer, project: Project, rules: Rules) -> Change | None:
    """Return the change that an offer of more money stands for; None where it is no such offer."""
    if offer.kind != "money":
        return None
    for tie, _ in all_budgets_of(rules):
        rule = next(each for each in rules if each.name() == tie.constraint)
        pence = offer.settings.get(tie.setting)
        if tie.constraint == offer.constraint and isinstance(pence, int):
            return _raised(project, rule, tie=tie, pence=pence)
    return None


def _raised(project: Project, rule: Constraint, *, tie: Total, pence: int) -> Change:
    label = f"Have {pounds(pence)} for {what_for(tie)} in this project"
    way = Relaxation(label, {tie.setting: pence}, price=pence, unit=UNCOUNTED)
    made = partial(given_way, project.code, rule=rule.name(), way=way)
    return Change("money", label, made, (project.code,), rule, way)


def _least(desk: Desk, budget: Budget) -> int | None:
    """Return the least sum with which every required session is held; None where none does.

    That is mostly the least they come to by themselves; else it is found by halving.
    """
    tie, most = budget
    least = least_for_all(_course(desk, tie, 0), tie)
    if least is None or not _holds(desk, tie, PLENTY):
        return None
    short, enough = max(most, least - 1), max(1, most + 1, least)
    while not _holds(desk, tie, enough):
        short, enough = enough, 2 * enough
    while enough - short > 1:
        middle = (short + enough) // 2
        short, enough = (short, middle) if _holds(desk, tie, middle) else (middle, enough)
    return enough


def _holds(desk: Desk, tie: Total, pence: int) -> bool:
    """Say whether every required session would be held with so much of a total.

    Where what people miss goes first, one that could be held may be left out.
    """
    course = _course(desk, tie, pence)
    fewest = fewest_missing(course)
    if fewest or not desk.ties.people_first:
        return not fewest
    each = zip(desk.project.sessions, best_series(course, QUICK).sessions, strict=True)
    return all(chosen is not None for session, chosen in each if session.required)


def _course(desk: Desk, tie: Total, pence: int) -> Course:
    """Return a project's series where there is so much of a total."""
    rules = with_sums(desk.rules, {tie: pence})
    return course_of_desk(replace(desk, rules=rules, laid_out={}))
