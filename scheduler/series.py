"""The best series of sessions for one project, exactly.

Level by level, the person with least first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scheduler.choices import Choices, by_state
from scheduler.concerns import SESSIONS, Ledger
from scheduler.course import Course
from scheduler.graph import Gates
from scheduler.laid_out import Outcome, Phase
from scheduler.linked import Fine, Onward, best_link
from scheduler.people_first import as_told, proven_as_told
from scheduler.phase import run, values_of
from scheduler.search import Effort

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


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
    leaves_out: bool = False
    """Whether more sessions could be held, and somebody would come to fewer for it."""


def best_series(course: Course, effort: Effort, *, unplaced: tuple[int, ...] = ()) -> Found:
    """Return the best series of one project, proven level by level as far as the effort allows.

    Parameters
    ----------
    unplaced
        How many sessions, required and optional, find no date at the least, where that is proven
        and a series is known that comes to it. Where what people miss goes first, it says nothing.
    """
    first, last = _last_class(course)
    phase = _phase(course, course.gates, course.choices, (0, first))
    known = () if course.ledger.people_first else unplaced
    lived = run(replace(phase, known=known, is_last=False), effort)
    # From here on it matters who else stays away.
    choices = course.split(lived.choices, course.first_people)
    others = run(_phase(course, lived.steps, choices, (first, last)), effort)
    fine = [_fine(own, course.ledger) for own in others.choices]
    ways = (
        Onward.of(step.whole, own.group)
        for step, own in zip(others.steps, others.choices, strict=True)
    )
    rows = best_link(ways, fine, spots=course.spots[0], first_day=course.first_day)
    cut_short = others if lived.is_whole else lived
    proven, is_next = proven_as_told(course.ledger, _proven(course, lived, others))
    values = as_told(course.ledger, _values(course, others.choices, rows))
    return Found(
        values,
        proven,
        cut_short.bound if is_next else (),
        _sessions(others.choices, rows),
        leaves_out=_leaves_out(course, values),
    )


def _leaves_out(course: Course, values: Sequence[tuple[int, ...]]) -> bool:
    """Say whether a series leaves out what could be held, as what people miss goes first."""
    without = [many for level in values[:SESSIONS] for many in level]
    if not course.ledger.people_first or not any(without):
        return False
    levels = course.ledger.early, course.ledger.early + SESSIONS
    phase = _phase(course, course.gates, course.choices, levels)
    fewest: list[int] = values_of(phase, Effort()).tolist()
    return fewest < without


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
    first = course.ledger.early
    levels = first, first + 1
    # Of each different set of choices once: sessions alike share one.
    made = {id(own): by_state(own, course.ledger) for own in course.choices}
    choices = tuple(made[id(own)] for own in course.choices)
    return int(values_of(_phase(course, course.gates, choices, levels), Effort())[0])


def _phase(
    course: Course, steps: tuple[Gates, ...], choices: tuple[Choices, ...], levels: tuple[int, int]
) -> Phase:
    first, last = levels
    concerns = course.ledger.concerns[first:last]
    settling = tuple(upto - first for upto in stages(course.ledger) if first < upto <= last)
    whole = settling or (last - first,)
    return Phase(steps, choices, concerns, course.skipped, whole, course.ledger)


def stages(ledger: Ledger) -> Iterator[int]:
    """Give the levels up to which stages settle, each starting from what the one before settled.

    Sessions, a question's own levels, and for each class who misses what, before all else.
    """
    yield from range(1, ledger.early + 1)
    sessions = ledger.early + SESSIONS
    yield sessions
    if ledger.leading:
        yield sessions + ledger.leading
    for number in range(len(ledger.classes)):
        first, last = ledger.levels_of(number)
        yield from (*range(first + 1, ledger.about(number)[1] + 2), last)


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
