"""`commonground equity`: whose limits shaped a plan, and who bent for it."""

from argparse import ArgumentParser, Namespace

from constraints import registry
from scheduler.equity import equity
from web.meanings import with_meanings
from web.plan_folder import ask_for_both, both_at
from web.shown.equity import equity_text
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    ask_for_both(parser)


def run(given: Namespace) -> int:
    """Count who bent, and print it."""
    constraints = registry()
    programme, plan = both_at(given)
    say(with_meanings(equity_text(equity(programme, plan, constraints))))
    tell("Only the organiser should see this.")
    return Ending.DONE
