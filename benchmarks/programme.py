"""Times planning many projects together: to the first whole plan, and how near the best it gets."""

import resource
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from time import perf_counter, process_time

from benchmarks.asked import Asked, Line
from benchmarks.machine import machine
from benchmarks.region import a_region
from constraints import registry
from scheduler.files import read_programme
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.progress import Enough, Progress
from scheduler.side_by_side import processors

KILOBYTES = 1024
"""How many of what the system counts memory in make a megabyte."""
WARMING = 2
"""Projects of the small region planned first, so that every table has been read."""


@dataclass
class Watch:
    """Hears how far planning has come, and has it stop when its time is up."""

    name: str
    """Of the programme."""
    seconds: float
    """How long planning may take; 0 for no longer than to the first whole plan."""
    began: float = field(default_factory=perf_counter)
    worked: float = field(default_factory=lambda: worked())  # noqa: PLW0108 - it is defined below
    first: Line | None = None
    """When every project was planned for the first time."""
    trail: list[Line] = field(default_factory=list)
    """When which gap was reached."""

    def hears(self, progress: Progress) -> None:
        """Write down what is told.

        Raises
        ------
        Enough
            When the time is up.
        """
        if progress.project != self.name:
            return
        self.first = self.first or self.now()
        told: Line = {"level": progress.level, "value": progress.value, "bound": progress.bound}
        if progress.level and told.items() - (self.trail or [{}])[-1].items():
            self.trail.append({**self.now(), **told, "gap_percent": progress.gap})
        if perf_counter() - self.began >= self.seconds:
            raise Enough

    def now(self) -> Line:
        """Return the seconds since it began, by the clock and of all processors."""
        return {
            "seconds": round(perf_counter() - self.began, 2),
            "processor": round(worked() - self.worked, 2),
        }


def worked() -> float:
    """Return the seconds processors have worked for this process and those it has waited for."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + others.ru_utime + others.ru_stime


def lines(asked: Asked) -> Iterator[Line]:
    """Measure programme after programme, each in a process of its own."""
    yield {"machine": machine()}
    if asked.file:
        yield _elsewhere(asked.file.name, read_programme(asked.file, registry()), asked.seconds)
    for sites in asked.sites if not asked.file else ():
        for seed in asked.seeds:
            yield _elsewhere(f"region {seed}", a_region(seed, sites=sites), asked.seconds)
    yield {"machine": machine()}


def _elsewhere(name: str, programme: Programme, seconds: float) -> Line:
    """Measure in a fresh process, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measured, name, programme, seconds).result()


def measured(name: str, programme: Programme, seconds: float) -> Line:
    """Plan a programme, and say when what was reached."""
    make_plan(a_region(0, sites=WARMING, weeks=12), registry())
    watch = Watch(programme.name, seconds)
    plan = make_plan(programme, registry(), told=watch.hears)
    own, others = (
        resource.getrusage(who).ru_maxrss / KILOBYTES
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {
        "programme": name,
        "projects": len(programme.projects),
        "processes": processors(),
        "first_plan": watch.first,
        "audited_plan": watch.now(),
        "peak_mb": round(own),
        "peak_mb_of_a_copy": round(others),
        "ended_by": plan.certificate.ended_by,
        "without_a_date": len(plan.unplaced),
        "trail": watch.trail,
        "missed": _missed(plan),
        "levels": [level.model_dump() for level in plan.order],
    }


def _missed(plan: Plan) -> int:
    """Return how many sessions people with lived experience or not miss, each counted once."""
    return sum(len([a for a in chosen.absent if not a.stands_down]) for chosen in plan.sessions)
