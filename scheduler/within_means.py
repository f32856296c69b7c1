"""Which ways there and back there can ever be money for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, partial

from scheduler.money.heads import Prices
from scheduler.people import Person
from scheduler.programme import Programme, Session
from scheduler.ties import Coupling, Total, ties_of
from scheduler.way import Way

Pays = Callable[[Way], bool]
"""Says of somebody's way whether there is as much as it draws on."""


@dataclass(frozen=True, eq=False)
class Means:
    """All there is of what people's coming to one session draws on."""

    programme: Programme
    session: Session
    rules: Iterable[Coupling]

    def pays_for(self, person: Person) -> Pays | None:
        """Return what says which of somebody's ways there is enough for; None where all are.

        A way is too dear that alone draws more than there is for the whole series.
        """
        known = ((tie, tie.at_most(person if tie.each else None)) for tie in self._totals)
        limits = tuple((tie, most) for tie, most in known if most is not None)
        prices = Prices(self.programme, self.session)
        return partial(_is_enough, limits, person, prices) if limits else None

    @cached_property
    def _totals(self) -> tuple[Total, ...]:
        return tuple(ties_of(self.rules).totals)


def _is_enough(
    limits: Iterable[tuple[Total, int]], person: Person, prices: Prices, way: Way
) -> bool:
    return all(tie.draws(person, way, prices) <= most for tie, most in limits)
