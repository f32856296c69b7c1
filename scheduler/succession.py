"""In what order the sessions of a project come: each on a later day than the one before it.

Only a session that shares the day of the one before it is held on that day, once the other is over.
"""

from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from scheduler.programme import Project, Session
from scheduler.ties import Read, Reading


class Dated(Protocol):
    """A session with its date."""

    @property
    def session(self) -> Session:
        """What was wished for."""

    @property
    def start(self) -> datetime:
        """When it begins."""

    @property
    def end(self) -> datetime:
        """When it ends."""


def is_in_order(earlier: Dated, later: Dated) -> bool:
    """Say whether the order of a series lets one session come after another."""
    if later.start.date() > earlier.start.date():
        return True
    is_same_day = later.start.date() == earlier.start.date()
    return later.session.same_day and is_same_day and later.start >= earlier.end


def order_readings(project: Project) -> tuple[Reading, ...]:
    """Return what has to be read of two sessions to tell their order, the day first."""
    return ("day", "same_day", "opens", "closes") if project.shares_days else ("day",)


def in_order(before: Read, after: Read, *, project: Project) -> NDArray[np.bool_]:
    """Say which sessions may come after which, both being read."""
    later: NDArray[np.bool_] = np.less(before("day"), after("day"))
    if not project.shares_days:
        return later
    over: NDArray[np.bool_] = np.less_equal(before("closes"), after("opens"))
    on_it: NDArray[np.bool_] = np.equal(before("day"), after("day")) & (after("same_day") == 1)
    return later | (on_it & over)
