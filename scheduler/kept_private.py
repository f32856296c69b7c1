"""Which rules may be named where nothing fits, so that nobody can guess whose reason one is."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Desk
from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.totals import purses_of

FEWEST: Final = 5
"""Of fewer people than these it can be guessed whom a rule concerns. Own default.

As few as are hidden in tables about people.
"""
OWN_REASONS: Final = "Somebody cannot come, for reasons that are theirs alone."
ASK_ALL: Final = "Ask everybody, not one alone, whether they could come after all."


def may_be_named(desk: Desk, rule: Constraint) -> bool:
    """Say whether naming a rule tells nothing of anybody who does not share their reasons.

    It may where it concerns no persons, where all it keeps away share their reasons, or where it
    keeps away so many that nobody can be guessed.
    """
    if not rule.reads_person():
        return True
    kept_away = tuple(_kept_away(desk, rule))
    return len(kept_away) >= FEWEST or all(person.share_reasons for person in kept_away)


def _kept_away(desk: Desk, rule: Constraint) -> Iterator[Person]:
    """Give the people a rule keeps from coming at some time, to some place."""
    group = desk.programme.group(desk.project)
    if not rule.is_screened():
        own = (tie for tie in desk.ties.totals if tie.constraint == rule.name())
        yield from (p.whose for tie in own for p in purses_of(tie, group) if p.whose is not None)
        return
    for number, person in enumerate(group):
        masks = (screened.masks[rule.name()] for screened in desk.screened)
        if any(_keeps_away(mask.degrees, number) for mask in masks):
            yield person


def _keeps_away(degrees: NDArray[np.uint8], person: int) -> bool:
    own = degrees[:, :, person if degrees.shape[2] > 1 else 0]
    return bool((own >= Degree.NEVER).any())
