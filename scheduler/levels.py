"""The levels of a plan with what any plan could reach at each."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from scheduler.order import Value
from scheduler.plan import Level
from scheduler.programme import Programme

Values = Sequence[tuple[str, Value]]

SESSIONS = 2
"""How many levels are about sessions alone, whoever comes."""


class Known(NamedTuple):
    """What is known of what the projects could reach, each planned as if there were no other."""

    proven: int
    """How many levels were settled exactly for every project alone."""
    bound: Value = ()
    """The least that the next level can come to; empty where that is not known."""


def levels_of(
    programme: Programme, reached: Values, alone: Values, *, known: Known
) -> tuple[Level, ...]:
    """Return each level with its value, its bound and whether they are known to be equal.

    Parameters
    ----------
    reached
        What the plan reaches.
    alone
        What the projects reach together when each is planned as if there were no other: no plan
        does better at the first level where the two differ, as long as nobody is in two projects.
    known
        How much of that is exact.
    """
    shared = somebody_is_shared(programme)
    levels: list[Level] = []
    sure = True
    for number, ((name, value), (_, best)) in enumerate(zip(reached, alone, strict=True)):
        comparable = sure and number < known.proven and not (shared and number >= SESSIONS)
        # A group alone may leave out a session that it holds where others took what it had instead.
        comparable = comparable and best <= value
        nothing_lower = sure and not any(value)
        next_bound = known.bound if sure and number == known.proven else ()
        bound = best if comparable else value if nothing_lower else next_bound
        sure = sure and bound == value
        levels.append(Level(name=name, value=value, bound=bound, proven=sure))
    return tuple(levels)


def somebody_is_shared(programme: Programme) -> bool:
    """Say whether anybody is in two projects."""
    counts = Counter(code for project in programme.projects for code in project.members)
    return any(many > 1 for many in counts.values())
