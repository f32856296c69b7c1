"""An invented programme on disc, with the plan made for it, for the tests of the commands."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from scheduler.files import write_programme
from scheduler.programme import Programme
from scheduler.samples import PROGRAMME
from scheduler.words import Days

IMPOSSIBLE = PROGRAMME.model_copy(
    update={"dates_to_avoid": (Days(first=PROGRAMME.first_day, last=PROGRAMME.last_day),)}
)
"""The same programme with no day left."""


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    ending: int
    said: str
    told: list[str]
    """Lines beside the result."""


def commonground(*words: object) -> Done:
    """Run a command as a process of its own."""
    command = [sys.executable, "-m", "web.command", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return Done(done.returncode, done.stdout, done.stderr.splitlines())


def written(programme: Programme, place: Path) -> Path:
    """Write a programme, and return where it is."""
    write_programme(programme, place)
    return place
