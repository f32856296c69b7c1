"""`commonground audit`: check a finished plan without planning anew."""

from argparse import ArgumentParser, Namespace

from constraints import registry
from scheduler.audit import audit
from web.audit_text import audit_text
from web.options import there
from web.plan_folder import plan_at, programme_at, refuse_another
from web.terminal import Ending, say


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=there, help="a JSON document, or a folder")
    parser.add_argument("plan", type=there, help="the plan: plan.json, or its folder")


def run(given: Namespace) -> int:
    """Check the plan, print every breach, and return how it ended."""
    constraints = registry()
    programme, plan = programme_at(given.programme), plan_at(given.plan)
    refuse_another(programme, plan, place=given.programme)
    breaches = audit(programme, plan, constraints)
    say(audit_text(programme, plan, breaches=breaches, constraints=constraints))
    return Ending.BREACHES if breaches else Ending.DONE
