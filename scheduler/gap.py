"""How far a plan is from what no plan does better than, at the first level not known to be best."""

from collections.abc import Sequence
from typing import NamedTuple

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
