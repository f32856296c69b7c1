"""A calendar file from anybody, read where it can do no harm: in a child that is soon stopped."""

import json
import subprocess
import sys
from typing import Final

from scheduler.calendars.foreign.account import BusyTimes
from scheduler.calendars.foreign.child import REFUSED
from scheduler.calendars.foreign.letters import MOST_BYTES
from scheduler.calendars.foreign.passed_on import from_text
from scheduler.calendars.foreign.window import Window
from scheduler.errors import Fault, ProgrammeError

MOST_WAIT: Final = 10.0
"""Longest that anybody waits for it, in seconds."""

TOO_MUCH: Final = "takes too long or too much room to read; export a shorter stretch of time"


def busy_in(content: bytes, window: Window, *, owner: str = "", file: str = "") -> BusyTimes:
    """Return what a calendar file says of a stretch of time; see `read_busy`.

    Raises
    ------
    ProgrammeError
        If the file as a whole cannot be used, or takes too long; it quotes nothing of it.
    """
    words = [sys.executable, "-m", "scheduler.calendars.foreign.child"]
    bounds = [window.opens.isoformat(), window.closes.isoformat()]
    # One byte more than is read shows that it was too much.
    sent = f"{' '.join(owner.split())}\n".encode() + content[: MOST_BYTES + 1]
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and no shell
            [*words, *bounds], input=sent, capture_output=True, check=False, timeout=MOST_WAIT
        )
    except subprocess.TimeoutExpired:
        raise _refused(TOO_MUCH, file) from None
    if done.returncode == REFUSED and done.stdout:
        told = json.loads(done.stdout)
        raise _refused(told["why"], file, told["line"])
    if done.returncode:
        raise _refused(TOO_MUCH, file)
    return from_text(done.stdout.decode())


def _refused(why: str, file: str, line: int | None = None) -> ProgrammeError:
    return ProgrammeError((Fault(file or "The calendar", line, "", "", why),))
