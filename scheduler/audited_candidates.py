"""Checks how many dates and rooms a plan says were looked at."""

from collections.abc import Iterator

from scheduler.finished import WHOLE, Breach
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.start_times import count_of_starts


def looked_at_breaches(programme: Programme, plan: Plan) -> Iterator[Breach]:
    """Find another number of dates and rooms looked at than there are."""
    starts: dict[tuple[object, ...], int] = {}
    pairs = 0
    for project in programme.projects:
        for session in project.sessions:
            when = (*programme.days_for(session), session.start, session.length_minutes)
            if when not in starts:
                starts[when] = count_of_starts(programme, session)
            pairs += starts[when] * len(programme.venues_for(project, session))
    if plan.certificate.candidates != pairs:
        told = f"the plan says {plan.certificate.candidates}, counted again there are {pairs}."
        yield Breach(WHOLE, "", 0, f"Dates and rooms looked at: {told}", "proof")
