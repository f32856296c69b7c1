"""Checks how many dates and rooms a plan says were looked at."""

from collections.abc import Iterator

from scheduler.finished import WHOLE, Breach
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
        told = f"the plan says {plan.certificate.candidates}, counted again there are {pairs}."
        yield Breach(WHOLE, "", 0, f"Dates and rooms looked at: {told}", "proof")
