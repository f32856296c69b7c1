"""Finds when and where every meeting of a week is: a first timetable, then better ones."""

from dataclasses import dataclass
from time import process_time

import numpy as np

from benchmarks.meeting_first import first_timetable
from benchmarks.meeting_loops import Facts, Work, steps, whole
from benchmarks.meeting_score import Score, Timetable, score_of
from benchmarks.meeting_week import Week

HOT, COLD = 6_000.0, 10.0
"""How many soft points worse a step may well be, from the beginning to the end."""
AT_A_TIME = 10_000
"""Steps at one heat: some hundredths of a second."""


@dataclass(frozen=True)
class Found:
    """The best timetable found when time was up."""

    score: Score
    first: Score
    """The first timetable's, in which nothing hard is broken."""
    first_after: float
    """Seconds of work until there was that."""


def search(week: Week, *, seconds: float, seed: int) -> Found:
    """Return what the best timetable counts that is found in some seconds of the processor's work.

    Begins with one that breaks nothing hard, found by CP-SAT; then hot, when much may get worse,
    and colder and colder.
    """
    began = process_time()
    table = first_timetable(week)
    first, first_after = score_of(week, Timetable(*table)), process_time() - began
    facts, draw = Facts.of(week), np.random.default_rng(seed)
    best, counts = table.copy(), np.full(2, whole(facts, table))
    while (passed := process_time() - began) < seconds:
        heat = HOT * (COLD / HOT) ** (passed / seconds)
        steps(facts, table, best, counts, Work(heat, AT_A_TIME, draw))
    return Found(score_of(week, Timetable(*best)), first, first_after)


def warm_up(week: Week) -> None:
    """Have the loops compiled, which is not part of any search."""
    search(week, seconds=0.01, seed=0)
