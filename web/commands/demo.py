"""`commonground demo`: plan the rural example, show it, then serve the pages."""

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from web.commands.serve import port, serve
from web.options import folder
from web.terminal import Ending, RefusedError, tell

EXAMPLE = Path(__file__).parents[2] / "examples" / "rural"
"""The invented programme that is shown."""


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("--port", type=port, default=8000, help="the port to listen at")
    parser.add_argument("--out", type=folder, metavar="DIR", help="also write the plan there")


def run(given: Namespace) -> int:
    """Plan the example, print it, and serve until stopped."""
    if not EXAMPLE.exists():
        msg = f"{EXAMPLE}: the example is not here; run this from a copy of the whole project"
        raise RefusedError(msg)
    # A process of its own: what serves pages must never load the solver.
    words = [sys.executable, "-m", "web.command", "plan", str(EXAMPLE)]
    if given.out:
        words += ["--out", str(given.out)]
    ending = subprocess.run(words, check=False).returncode  # noqa: S603 - our own words
    if ending not in {Ending.DONE, Ending.IMPOSSIBLE}:
        return ending
    if given.out:
        tell(f"The plan is in {given.out}.")
    return serve("127.0.0.1", given.port)
