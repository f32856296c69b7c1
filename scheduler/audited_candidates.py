"""Checks how many dates and rooms a plan says were looked at, and how many nothing rules out."""

from collections.abc import Iterator

from scheduler.choosing import desk_for
from scheduler.constraint import Registry
from scheduler.finished import WHOLE, Breach
from scheduler.in_force import in_force
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.start_times import starts_of


def looked_at_breaches(programme: Programme, plan: Plan) -> Iterator[Breach]:
    """Find another number of dates and rooms looked at than there are."""
    pairs = sum(
        sum(1 for _ in starts_of(programme, session)) * len(programme.venues_for(project, session))
        for project in programme.projects
        for session in project.sessions
    )
    if plan.certificate.candidates != pairs:
        yield _differs("Dates and rooms looked at", plan.certificate.candidates, pairs)


def open_breaches(programme: Programme, plan: Plan, constraints: Registry) -> Iterator[Breach]:
    """Find another number of dates and rooms that nothing rules out than there are.

    Every rule is asked again about every date and room, which takes as long as when planning; so
    this is done only where somebody asks for an audit. Of a plan that somebody stopped it is not
    known how far the rules had been asked.
    """
    if plan.certificate.ended_by == "person":
        return
    desks = (
        desk_for(programme, project, in_force(constraints, programme, project))
        for project in programme.projects
    )
    pairs = sum(columns.places for desk in desks for columns in desk.columns)
    if plan.certificate.open_candidates != pairs:
        yield _differs("Those that nothing rules out", plan.certificate.open_candidates, pairs)


def _differs(what: str, told: int, counted: int) -> Breach:
    says = f"{what}: the plan says {told}, counted again there are {counted}."
    return Breach(WHOLE, "", 0, says, "proof")
