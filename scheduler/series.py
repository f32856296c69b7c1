"""The best series of sessions for one project, exactly.

Level by level, the person with least first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scheduler.choices import Choices
from scheduler.concerns import SESSIONS, Ledger
from scheduler.course import Course
from scheduler.graph import Step
from scheduler.linked import Fine, best_link
from scheduler.phase import Outcome, Phase, run, values_of
from scheduler.search import Effort

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

MISSING = (0, 1)
"""The level of required sessions without a date, from and up to."""


@dataclass(frozen=True, eq=False)
class Found:
    """The best series found and what is known of it."""

    values: tuple[tuple[int, ...], ...]
    """What it reaches, level by level."""
    proven: int
    """How many levels are proven best, counted from the first."""
    bound: tuple[int, ...]
    """The least that the first level not proven can come to; empty where that is not known."""
    sessions: tuple[tuple[int, Bools] | None, ...]
    """For each session its row in its columns and who is coming; None where it has no date."""


def best_series(course: Course, effort: Effort, *, unplaced: tuple[int, ...] = ()) -> Found:
    """Return the best series of one project, proven level by level as far as the effort allows.

    Parameters
    ----------
    unplaced
        How many sessions, required and optional, find no date at the least, where that is proven
        and a series is known that comes to it.
    """
    first, last = _last_class(course)
    phase = _phase(course, course.steps, course.choices, (0, first))
    lived = run(replace(phase, known=unplaced), effort)
    # From here on it matters who else stays away.
    choices = course.split(lived.choices, course.first_people)
    others = run(_phase(course, lived.steps, choices, (first, last)), effort)
    fine = [_fine(own, course.ledger) for own in others.choices]
    steps = tuple(
        step.with_members(own.group) for step, own in zip(others.steps, others.choices, strict=True)
    )
    rows = best_link(steps, fine, spots=course.spots[0], first_day=course.first_day)
    cut_short = others if lived.is_whole else lived
    return Found(
        _values(course, others.choices, rows),
        _proven(course, lived, others),
        cut_short.bound,
        _sessions(others.choices, rows),
    )


def _last_class(course: Course) -> tuple[int, int]:
    """Return the levels about the class whose people may stand down, from and up to."""
    return course.ledger.levels_of(len(course.ledger.classes) - 1)


def _proven(course: Course, lived: Outcome, others: Outcome) -> int:
    """Return how many levels are proven: what follows a narrow search is not."""
    if not lived.is_whole:
        return lived.settled
    return (
        len(course.ledger.concerns) if others.is_whole else _last_class(course)[0] + others.settled
    )


def fewest_missing(course: Course) -> int:
    """Return how many required sessions find no date however the series is chosen."""
    return int(values_of(_phase(course, course.steps, course.choices, MISSING), Effort())[0])


def _phase(
    course: Course, steps: tuple[Step, ...], choices: tuple[Choices, ...], levels: tuple[int, int]
) -> Phase:
    first, last = levels
    concerns = course.ledger.concerns[first:last]
    stages = tuple(upto - first for upto in _stages(course.ledger) if first < upto <= last)
    return Phase(steps, choices, concerns, course.skipped, stages or (last - first,), course.ledger)


def _stages(ledger: Ledger) -> Iterator[int]:
    """Give the levels up to which stages settle, each starting from what the one before settled.

    Sessions, a question's own levels, and for each class who misses what, before all else.
    """
    yield SESSIONS
    if ledger.leading:
        yield SESSIONS + ledger.leading
    for number in range(len(ledger.classes)):
        first, last = ledger.levels_of(number)
        yield from (first + 1, first + 2, last)


def _fine(own: Choices, ledger: Ledger) -> Fine:
    told = [ledger.short.fields.start, ledger.pence.fields.start]
    return Fine(own.spot, own.rows[:, told])


def _sessions(
    choices: Sequence[Choices], rows: Sequence[int]
) -> tuple[tuple[int, Bools] | None, ...]:
    return tuple(
        None if row < 0 else (int(own.column[row]), own.coming[row])
        for own, row in zip(choices, rows, strict=True)
    )


def _values(
    course: Course, choices: Sequence[Choices], chosen: Sequence[int]
) -> tuple[tuple[int, ...], ...]:
    """Add up one whole series, level by level."""
    ledger, total = course.ledger, np.zeros((1, course.ledger.width), dtype=np.int64)
    spots = [
        course.spots[0][own.spot[row]] for own, row in zip(choices, chosen, strict=True) if row >= 0
    ]
    for own, row, skip in zip(choices, chosen, course.skipped, strict=True):
        total = ledger.added(total, (own.rows[row] if row >= 0 else skip)[None])
    _, changes, _, days = (concern.fields.start for concern in ledger.concerns[-4:])
    total[0, changes] = sum(int((a[1:] != b[1:]).sum()) for a, b in pairwise(spots))
    total[0, days] = spots[-1][0] - course.first_day if spots else 0
    return tuple(tuple(concern.value(total)[0].tolist()) for concern in ledger.concerns)
