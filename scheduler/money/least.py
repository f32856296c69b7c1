"""The least that all required sessions of a series come to on one total, whatever else is short."""

import numpy as np
from numpy.typing import NDArray

from scheduler.course import Course
from scheduler.graph import LEFT_OUT, Step
from scheduler.ties import Total

Ints = NDArray[np.int64]
TOO_MUCH = 1 << 40
"""More than any series comes to: stands where a required session would be left out."""


def least_for_all(course: Course, tie: Total) -> int | None:
    """Return the least that all required sessions draw on a total; None where they cannot be held.

    What else is limited is not looked at, so it may take more; never less. 0 where it is not
    counted at all, or by stretches of time.

    Parameters
    ----------
    course
        The series where there is so little of the total that it is counted.
    """
    own = [
        k
        for k, limit in enumerate(course.limits.each)
        if limit.purse.tie.constraint == tie.constraint
    ]
    if len(own) != 1:
        return 0
    field, rest = course.ledger.told + own[0], np.zeros(course.steps[-1].after, dtype=np.int64)
    for number in reversed(range(len(course.steps))):
        choices = course.choices[number]
        each = np.full(int(choices.group.max(initial=0)) + 1, TOO_MUCH, dtype=np.int64)
        np.minimum.at(each, choices.group, choices.rows[:, field])
        skip = TOO_MUCH if course.required[number] else 0
        rest = _before(course.steps[number], each, skip, rest)
    return int(rest[-1]) if rest[-1] < TOO_MUCH else None


def _before(step: Step, each: Ints, skip: int, rest: Ints) -> Ints:
    """Return the least from each beginning on, given what groups and leaving out come to."""
    draws = np.where(step.choice == LEFT_OUT, skip, _padded(each, step.choice))
    least = np.full(step.before, TOO_MUCH, dtype=np.int64)
    np.minimum.at(least, step.parent, np.minimum(draws + rest[step.child], TOO_MUCH))
    return least


def _padded(each: Ints, choice: Ints) -> Ints:
    """Return what each choice comes to; groups that have no member cannot be chosen."""
    longer = np.append(each, TOO_MUCH)
    found: Ints = longer[np.minimum(np.maximum(choice, 0), len(each))]
    return found
