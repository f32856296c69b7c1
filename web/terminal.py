"""How the commands speak: results on standard output, everything else beside it."""

import sys
from enum import IntEnum


class Ending(IntEnum):
    """How a command ends, as whoever called it reads it."""

    DONE = 0
    REFUSED = 2
    """What was given cannot be used; each fault is a line."""
    IMPOSSIBLE = 3
    """Not every required session can be placed; the best part and the reasons are given."""
    BREACHES = 4
    """The plan breaks something; each breach is a line."""
    STOPPED = 130
    """Somebody pressed Ctrl+C before there was anything to show; as other commands say it."""


class RefusedError(Exception):
    """What was asked for cannot be done as it stands; the message has a line for each reason."""


def say(text: str) -> None:
    """Write a result."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Write what is no result: progress, a refusal, a word of advice."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
