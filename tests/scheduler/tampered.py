"""Ways to tamper with a plan: a session moved, somebody left out, something else said."""

from collections.abc import Callable
from datetime import timedelta

from scheduler.plan import Absent, Chosen, Coming, Plan
from scheduler.samples import at

Tamper = Callable[[Plan], Plan]


def changed(plan: Plan, number: int = 1, **given: object) -> Plan:
    """Return a plan with some fields of one session of its first project changed."""
    project = plan.sessions[0].project
    sessions = (
        each.model_copy(update=given) if (each.project, each.number) == (project, number) else each
        for each in plan.sessions
    )
    return plan.model_copy(update={"sessions": tuple(sessions)})


def moved(plan: Plan, words: str, number: int = 1, **given: object) -> Plan:
    """Return a plan with one session of two hours at another time.

    Such as "Tuesday 11 May 2027 10:00".
    """
    start = at(words)
    return changed(plan, number, start=start, end=start + timedelta(hours=2), **given)


def first(plan: Plan) -> Chosen:
    """Return the first session of a plan."""
    return plan.sessions[0]


def absent(plan: Plan, *codes: str, down: bool = False) -> Plan:
    """Return a plan in which some people are not at the first session, or stand down from it."""
    chosen = first(plan)
    coming = tuple(each for each in chosen.coming if each.person not in codes)
    lines = tuple(Absent(person=code, stands_down=down) for code in codes)
    return changed(plan, coming=coming, absent=(*chosen.absent, *lines))


def silent(plan: Plan, code: str) -> Plan:
    """Return a plan that says nothing of somebody at the first session."""
    return changed(plan, coming=tuple(each for each in first(plan).coming if each.person != code))


def with_coming(plan: Plan, code: str, **given: object) -> Plan:
    """Return a plan that tells something else of somebody who comes to the first session."""
    coming = (_told(each, code, given) for each in first(plan).coming)
    return changed(plan, coming=tuple(coming))


def _told(coming: Coming, code: str, given: dict[str, object]) -> Coming:
    return coming.model_copy(update=given) if coming.person == code else coming
