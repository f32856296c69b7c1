"""`commonground audit`: check a finished plan without planning anew."""

from argparse import ArgumentParser, Namespace

from constraints import registry
from scheduler.audit import audit
from scheduler.finished import Breach
from scheduler.programme import Programme
from web.options import there
from web.plan_folder import plan_at, programme_at
from web.terminal import Ending, say


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=there, help="a JSON document, or a folder")
    parser.add_argument("plan", type=there, help="the plan: plan.json, or its folder")


def run(given: Namespace) -> int:
    """Check the plan, print every breach, and return how it ended."""
    constraints = registry()
    programme = programme_at(given.programme)
    breaches = audit(programme, plan_at(given.plan), constraints)
    if not breaches:
        say("The plan keeps every rule.")
        return Ending.DONE
    titles = {name: kind.title for name, kind in constraints.items()}
    for breach in breaches:
        title = titles.get(breach.constraint, "The plan")
        say(f"{_where(programme, breach)}{breach.says} ({title})")
    return Ending.BREACHES


def _where(programme: Programme, breach: Breach) -> str:
    labels = {project.code: project.label for project in programme.projects}
    label = labels.get(breach.project, breach.project)
    if not label:
        return ""
    return f"{label}, session {breach.number}: " if breach.number else f"{label}: "
