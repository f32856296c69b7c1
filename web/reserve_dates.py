"""The dates that a plan keeps in reserve, by the session each is for."""

from constraints import registry
from scheduler.calendars.held import Reserves
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.robustness import robustness


def reserve_dates(programme: Programme, plan: Plan) -> Reserves:
    """Return a date in reserve for each session that has one; every rule is asked anew."""
    found = robustness(programme, plan, registry()).sessions
    return {(firm.project, firm.number): firm.reserve for firm in found if firm.reserve}
