"""Timefold's published weeks of meetings: how good a timetable is found in how many seconds."""

import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

from benchmarks.asked import Asked, Line
from benchmarks.machine import machine
from benchmarks.meeting_score import Score
from benchmarks.meeting_search import Found, search, warm_up
from benchmarks.meeting_week import Week
from benchmarks.spread import spread

BEST_KNOWN = {50: Score(0, 198, 9460), 100: Score(0, 219, 21696)}
"""What was found in 60 seconds on 23 November 2026, by number of meetings; nobody proved it best.

No better one was published (README of the data).
"""


def lines(asked: Asked) -> Iterator[Line]:
    """Measure week after week: give the machine, a line for each run, and what they come to."""
    yield {"machine": machine(), "rival": missing() or "Timefold, from Python"}
    for file in sorted((asked.data or Path()).glob("*meetings-*.json")):
        week = Week.read(file)
        warm_up(week)
        for seconds in asked.each:
            found = [search(week, seconds=seconds, seed=seed) for seed in asked.seeds]
            theirs = [] if missing() else [_rival(week, seconds, seed) for seed in asked.seeds]
            yield {"week": week.name, "seconds": seconds, **_line(week, found, theirs)}
    yield {"machine": machine()}


def missing() -> str:
    """Say what the rival needs and is not here; nothing where all is."""
    lacking = [] if find_spec("timefold") else ["the package timefold is not installed"]
    if not shutil.which("java"):
        lacking.append("there is no java")
    return "; ".join(lacking)


def _line(week: Week, found: Sequence[Found], theirs: Sequence[Score | None]) -> Line:
    known = BEST_KNOWN.get(len(week))
    return {
        "scores": [str(each.score) for each in found],
        "medium": spread([float(each.score.medium) for each in found]),
        "soft": spread([float(each.score.soft) for each in found]),
        "hard_kept_after": spread([each.first_after for each in found]),
        "best_known_before": str(known) if known else None,
        "better_than_that": sum(known is not None and each.score < known for each in found),
        "timefold": [str(each) if each else "nothing yet" for each in theirs],
        "timefold_better": sum(
            their is not None and their < ours.score
            for ours, their in zip(found, theirs, strict=False)
        ),
    }


def _rival(week: Week, seconds: float, seed: int) -> Score | None:
    """Let Timefold try, in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(rival_of, week, seconds, seed).result()


def rival_of(week: Week, seconds: float, seed: int) -> Score | None:
    """Return Timefold's best score by some seconds; meant for a process of its own."""
    # It starts Java as soon as it is loaded, and is not there on every machine.
    from benchmarks.meetings_timefold import best_of  # noqa: PLC0415

    return best_of(week, seconds, seed)
