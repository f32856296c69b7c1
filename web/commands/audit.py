"""`commonground audit`: check a finished plan without planning anew."""

from argparse import ArgumentParser, Namespace

from constraints import registry
from scheduler.audit import audit
from scheduler.audited_anew import open_breaches
from web.audit_text import audit_text
from web.plan_folder import ask_for_both, both_at
from web.terminal import Ending, say


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    ask_for_both(parser)


def run(given: Namespace) -> int:
    """Check the plan, print every breach, and return how it ended."""
    constraints = registry()
    programme, plan = both_at(given)
    found = audit(programme, plan, constraints)
    # What the rules leave open is counted of a sound plan only: it takes as long as planning did.
    breaches = found or tuple(open_breaches(programme, plan, constraints))
    say(audit_text(programme, plan, breaches=breaches, constraints=constraints))
    return Ending.BREACHES if breaches else Ending.DONE
