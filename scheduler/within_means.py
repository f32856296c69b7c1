"""Which ways there and back there can ever be money for, and what each draws on."""

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
    """What somebody's way to one session draws on, and how much of it there is."""

    person: Person
    prices: Prices
    limits: tuple[tuple[Total, int], ...]
    """What is drawn on, with how much there is for the whole series."""
    cheaper: int = 0
    """Which way is taken: 0 the best, 1 the best of those that draw on less, and so on."""

    def __call__(self, way: Way) -> bool:
        """Say whether there is as much as a way draws on by itself."""
        return all(draws <= most for draws, most in zip(self.draws(way), self.mosts, strict=True))

    def draws(self, way: Way) -> tuple[int, ...]:
        """Return what a way draws on each limit."""
        return tuple(tie.draws(self.person, way, self.prices) for tie, _ in self.limits)

    @property
    def mosts(self) -> tuple[int, ...]:
        """How much there is of each."""
        return tuple(most for _, most in self.limits)

    def keeps_away(self, way: Way) -> tuple[int, ...]:
        """Return what a way draws on each limit for which somebody may have to stay away."""
        return tuple(
            tie.draws(self.person, way, self.prices) for tie, _ in self.limits if tie.keeps_away
        )


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
            Which of these is taken: 0 the best, 1 the best of those that draw on less, and so on.
        """
        known = ((tie, tie.at_most(person if tie.each else None)) for tie in self._totals)
        limits = tuple((tie, most) for tie, most in known if most is not None)
        prices = Prices(self.programme, self.session)
        return Pays(person, prices, limits, cheaper) if limits else None

    @cached_property
    def _totals(self) -> tuple[Total, ...]:
        return tuple(ties_of(self.rules).totals)
