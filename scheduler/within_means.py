"""What people's ways there and back draw on, of which there is only so much."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from scheduler.money.heads import Prices
from scheduler.people import Person
from scheduler.programme import Programme, Session
from scheduler.ties import Coupling, Total, ties_of
from scheduler.way import Way


@dataclass(frozen=True)
class Pays:
    """What somebody's ways to one session draw on, and which of them is taken."""

    person: Person
    prices: Prices
    totals: tuple[Total, ...]
    """What is drawn on, and limited."""
    cheaper: int = 0
    """Which way is taken: 0 the best, 1 the dearest of those that draw on less, and so on."""

    def draws(self, way: Way) -> tuple[int, ...]:
        """Return what a way draws on each limit."""
        return tuple(tie.draws(self.person, way, self.prices) for tie in self.totals)

    def draws_at_stake(self, way: Way) -> tuple[int, ...]:
        """Return what a way draws on each limit for which somebody may have to stay away."""
        keeping = (tie for tie in self.totals if tie.keeps_away)
        return tuple(tie.draws(self.person, way, self.prices) for tie in keeping)


@dataclass(frozen=True, eq=False)
class Means:
    """All there is of what people's coming to one session draws on."""

    programme: Programme
    session: Session
    rules: Iterable[Coupling]

    def pays_for(self, person: Person, cheaper: int = 0) -> Pays | None:
        """Return what says what somebody's ways draw on; None where nothing is limited.

        Parameters
        ----------
        cheaper
            Which is taken: 0 the best, 1 the dearest of those that draw on less, and so on.
        """
        whose = ((tie, tie.at_most(person if tie.each else None)) for tie in self._totals)
        limited = tuple(tie for tie, most in whose if most is not None)
        prices = Prices(self.programme, self.session)
        return Pays(person, prices, limited, cheaper) if limited else None

    @cached_property
    def _totals(self) -> tuple[Total, ...]:
        return tuple(ties_of(self.rules).totals)
