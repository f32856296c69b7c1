"""How far a plan is from what no plan does better than, at the first level not known to be best."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scheduler.concerns import SESSIONS
from scheduler.order import Value

Values = Sequence[tuple[str, Value]]


class Gap(NamedTuple):
    """The first level at which a plan and its bound differ, and by how much."""

    level: str
    value: int
    """What the plan comes to there: the bound, and what it has more of."""
    bound: int
    """What no plan does better than there, added up."""

    @property
    def percent(self) -> float:
        """Return by how much the plan is over the bound, in per cent of it."""
        return 100 * (self.value - self.bound) / max(self.bound, 1)


def gap_of(reached: Values, bound: Values) -> Gap | None:
    """Return the first level at which a plan is not known to be best; None where there is none.

    Levels that compare people, or projects, worst first are compared place by place: what the plan
    has more of than the bound in some places is not made good by what it has less of in others.
    """
    for (name, value), (_, best) in zip(reached, bound, strict=True):
        if value != best:
            more = sum(max(0, own - least) for own, least in zip(value, best, strict=True))
            return Gap(name, sum(best) + more, sum(best))
    return None


def with_least_put(bound: Values, least: int | None) -> tuple[tuple[str, Value], ...]:
    """Return what no plan does better than, knowing how often people are put to it at the least.

    Parameters
    ----------
    least
        How often those of the first priority class are put to it, all together, in any plan that
        reaches the bound at every level before; none where that is not known.
    """
    if least is None:
        return tuple(bound)
    return tuple(
        (name, at_least(value, least) if number == SESSIONS + 1 else value)
        for number, (name, value) in enumerate(bound)
    )


def at_least(row: Value, least: int) -> Value:
    """Return the best row, most first, that is no better than one and adds up to so much.

    It is like the one for as many places as can be, and then as even as can be.
    """
    if sum(row) >= least or not row:
        return row
    kept = max(kept for kept in range(len(row)) if _can_make_up(row, kept, least))
    many, missing = len(row) - kept, least - sum(row[:kept])
    first = max(row[kept] + 1, -(-missing // many))
    return (*row[:kept], first, *_evenly(max(0, missing - first), many - 1))


def _can_make_up(row: Value, kept: int, least: int) -> bool:
    """Say whether a row can be raised from one place on, no place above the one before it."""
    if not kept:
        return True
    most = row[kept - 1]
    return most > row[kept] and sum(row[:kept]) + (len(row) - kept) * most >= least


def _evenly(total: int, many: int) -> Iterator[int]:
    for place in range(many):
        yield -(-(total - place) // many)
