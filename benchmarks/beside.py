"""Our one project in Timefold's Python solver: how good a series it has after how many seconds."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from benchmarks.asked import Asked, Line
from benchmarks.generator import a_programme
from benchmarks.machine import machine
from benchmarks.meetings import missing
from benchmarks.naive_model import NotStatedError
from benchmarks.ours import timed
from benchmarks.project_stated import Stated, Weighed


class BetterThanProvenError(Exception):
    """The rival found what was proven not to exist."""


def lines(asked: Asked) -> Iterator[Line]:
    """Measure project after project: give the machine, and a line for each."""
    yield {"machine": machine(), "rival": missing() or "Timefold, from Python"}
    for seed in asked.seeds:
        yield {"programme": f"seed {seed}", **_line(seed, asked.each)}
    yield {"machine": machine()}


def _line(seed: int, seconds: Sequence[float]) -> Line:
    programme = a_programme(seed)
    own = timed(programme, programme.projects[0])
    stated = Stated(own)
    try:
        ours = stated.weighed(own.found.values)
    except NotStatedError as told:
        return {"skipped": str(told)}
    proven = sum(level.proven for level in own.levels)
    line: Line = {"ours": round(own.total, 2), "proven": f"{proven} of {len(own.levels)} levels"}
    if missing():
        return line
    trail = _elsewhere(seed, max(seconds))
    for each in seconds:
        theirs = min((found for when, found in trail if when <= each), default=None)
        if theirs and theirs < ours and proven == len(own.levels):
            msg = f"seed {seed}: the rival has {theirs}, we proved {ours}"
            raise BetterThanProvenError(msg)
        line[f"timefold after {each:g} s"] = _told(stated, ours, theirs)
    return line


def _told(stated: Stated, ours: Weighed, theirs: Weighed | None) -> object:
    if theirs is None:
        return "nothing yet"
    if theirs.broken:
        return f"breaks what must not be broken, {theirs.broken} times"
    differs = stated.first_difference(ours, theirs)
    if differs is None:
        return "as ours"
    level, own, other = differs
    return {"first level that differs": level, "ours": own, "timefold": other}


def _elsewhere(seed: int, seconds: float) -> Sequence[tuple[float, Weighed]]:
    """Let Timefold try, in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(trail_for, seed, seconds).result()


def trail_for(seed: int, seconds: float) -> Sequence[tuple[float, Weighed]]:
    """Return what Timefold found when; meant for a process of its own."""
    # It starts Java as soon as it is loaded, and is not there on every machine.
    from benchmarks.project_timefold import trail_of  # noqa: PLC0415

    programme = a_programme(seed)
    return tuple(trail_of(Stated(timed(programme, programme.projects[0])), seconds, seed))
