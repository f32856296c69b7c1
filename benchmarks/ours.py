"""Times the planner on one project, stage by stage, as if there were no other."""

import resource
import sys
from dataclasses import dataclass
from time import perf_counter, process_time

import numpy as np

from constraints import registry
from scheduler.choosing import Desk, desk_for
from scheduler.concerns import Ledger
from scheduler.course import course_of
from scheduler.in_force import in_force
from scheduler.levels import Known, levels_of
from scheduler.order import Standing
from scheduler.plan import Level
from scheduler.planner import make_plan
from scheduler.programme import Programme, Project
from scheduler.search import Effort
from scheduler.series import Found, best_series

LEAST_USABLE_DAYS = 40
"""Programmes that leave fewer days are skipped and counted: little is left to choose there."""


@dataclass(frozen=True, eq=False)
class Timed:
    """One project planned, and the seconds of each stage."""

    desk: Desk
    found: Found
    screen: float
    """Seconds to read the constraints and to ask them about every candidate."""
    columns: float
    """Seconds to lay out the open candidates, with who can come and how."""
    series: float
    """Seconds to prove the best series."""
    processor: float
    """Seconds the processor worked in all stages, whatever else the machine did meanwhile."""

    @property
    def total(self) -> float:
        """Seconds of all stages."""
        return self.screen + self.columns + self.series

    @property
    def usable_days(self) -> int:
        """On how many days any session could be held."""
        return len(np.unique(np.concatenate([own.day for own in self.desk.columns])))

    @property
    def is_worth_measuring(self) -> bool:
        """Say whether enough days are left to choose from."""
        return self.usable_days >= LEAST_USABLE_DAYS

    @property
    def levels(self) -> tuple[Level, ...]:
        """Each level of the order of concern with value, bound, and whether it is proven."""
        names = (name for name, _ in Standing(self.desk.programme, ()).values())
        named = tuple(zip(names, self.found.values, strict=True))
        known = Known(self.found.proven, self.found.bound)
        return levels_of(self.desk.programme, named, named, known=known)


def timed(programme: Programme, project: Project) -> Timed:
    """Plan one project of a programme by itself, with a clock on every stage."""
    began, worked = perf_counter(), process_time()
    desk = desk_for(programme, project, in_force(registry(), programme, project))
    screened = perf_counter()
    columns = desk.columns
    laid_out = perf_counter()
    ledger = Ledger.of(programme, project)
    found = best_series(course_of(columns, desk.ties, ledger), Effort())
    ended = perf_counter()
    return Timed(
        desk=desk,
        found=found,
        screen=screened - began,
        columns=laid_out - screened,
        series=ended - laid_out,
        processor=process_time() - worked,
    )


def seconds_of_a_plan(programme: Programme) -> float:
    """Return the seconds of a whole plan as its reader waits for it: audited, and in words."""
    began = perf_counter()
    make_plan(programme, registry())
    return perf_counter() - began


def seconds_of(own: Timed) -> dict[str, float]:
    """Return the seconds of each stage by name, to the millisecond."""
    stages = {
        "screen": own.screen,
        "columns": own.columns,
        "series": own.series,
        "total": own.total,
        "processor": own.processor,
    }
    return {name: round(seconds, 3) for name, seconds in stages.items()}


def peak_mb() -> int:
    """Return the most memory this process has held so far, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # macOS counts in bytes, Linux in kilobytes.
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)
