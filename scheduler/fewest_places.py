"""Makes one place of all from which the very same ways lead on to the end."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from scheduler.alike import first_runs_alike
from scheduler.graph import Step

Ints = NDArray[np.int64]


def with_fewest_places(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return steps that allow just the same choices one after another, through as few places.

    What was come to on the way to a place does not tell it apart from another, only what may
    follow: at the end nothing does. No place has two ways on by one choice, but for steps to gates.
    """
    alike, many = np.zeros(steps[-1].after, dtype=np.int64), 1
    kept: list[Step] = []
    for step in reversed(steps):
        after = replace(step, child=alike[step.child], after=many)
        first, alike = _alike(after)
        many = len(first)
        kept.insert(0, _of_first(after, first, alike))
    return tuple(kept)


def _alike(step: Step) -> tuple[Ints, Ints]:
    """Return the first place of each kind, and of every place before a step which kind it is."""
    ways = np.where(step.choice < 0, step.choice.max(initial=0) + 1, step.choice)
    ways = ways * step.after + step.child
    if not step.choice.any():
        # By order of choices all ways to gates are equal.
        order = np.lexsort((ways, step.parent))
        ways = ways[order]
    return first_runs_alike(np.zeros(step.before, dtype=np.int64), ways, step.first)


def _of_first(step: Step, first: Ints, alike: Ints) -> Step:
    """Return the ways of the first place of each kind alone."""
    is_first = np.zeros(step.before, dtype=np.bool_)
    is_first[first] = True
    kept = step.kept(is_first[step.parent])
    return replace(kept, parent=alike[kept.parent], before=len(first))
