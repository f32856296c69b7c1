"""Stops planning where somebody presses Ctrl+C: with the best plan so far, or with none."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children
from threading import Thread
from typing import Final, NoReturn

from scheduler.progress import Enough, Progress, Told
from web.terminal import Ending, tell
from web.wording import say

ENDS: Final = bytes(1)
"""Tells the one who listens that nobody needs them any more; no signal has this number."""


@dataclass
class Stop:
    """Whether somebody wants planning to stop, and whether there is a whole plan by now."""

    told: Told
    """Hears how far planning has come."""
    has_plan: bool = False
    is_asked: bool = False

    def hear(self, progress: Progress) -> None:
        """Pass on how far planning has come, and end it once that was asked."""
        self.has_plan = self.has_plan or progress.has_plan
        if self.is_asked:
            raise Enough
        self.told(progress)

    def ask(self) -> None:
        """Ask for the best plan so far; where there is none, or it was asked before, just end."""
        if self.is_asked or not self.has_plan:
            _quit(say("stopping.at_once") if self.is_asked else say("stopping.no_plan"))
        self.is_asked = True
        tell(say("stopping.keeping"))


@contextmanager
def stoppable(told: Told) -> Iterator[Stop]:
    """Listen for Ctrl+C while planning is done, in whatever code it is.

    By a thread of its own: Python says it to this one only after a solver is done.
    """
    stop, (hears, says) = Stop(told), os.pipe()
    os.set_blocking(says, False)
    before = signal.signal(signal.SIGINT, _leave_it_to_the_thread)
    before_that = signal.set_wakeup_fd(says)
    listening = Thread(target=_listen, args=(stop, hears), daemon=True)
    listening.start()
    try:
        yield stop
    finally:
        signal.set_wakeup_fd(before_that)
        signal.signal(signal.SIGINT, before)
        os.write(says, ENDS)
        listening.join()
        os.close(hears)
        os.close(says)


def _leave_it_to_the_thread(*_: object) -> None:
    """Do nothing: whoever listens has heard it already."""


def _listen(stop: Stop, hears: int) -> None:
    while (heard := os.read(hears, 1)) != ENDS:
        if heard == bytes([signal.SIGINT]):
            stop.ask()


def _quit(says: str) -> NoReturn:
    """End at once, whatever is under way, and every process that shares the work with it."""
    tell(says)
    for child in active_children():
        child.terminate()
    sys.stdout.flush()
    os._exit(Ending.STOPPED)
