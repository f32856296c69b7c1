"""Keep within the money there is for a whole project."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.finished import Breach, Finished
from scheduler.money.heads import Prices, coming_pence
from scheduler.people import Person
from scheduler.sentences import pounds
from scheduler.ties import Ties, Total
from scheduler.totals import overspent
from scheduler.ways import Way

NO_BUDGET = -1


@dataclass(frozen=True)
class ProjectBudget(Constraint):
    """All sessions of a project together cost no more than there is: rooms, workers and coming.

    Where it does not reach, dearer rooms, hours and ways there give way, then sessions, and nobody
    is kept at home for what their own coming costs. Where money for taxis is limited too, somebody
    may stay away so that a session is held. A small group may decide otherwise: then the plan
    weighs who would miss most, person by person and whoever is worst off first, and not whose
    coming costs least. No session is held for which somebody with lived experience would come to
    fewer. The plan says what the money kept from happening, and what is left. What nobody has said
    is not counted, so ask what is still unknown.
    """

    most_pence: int = NO_BUDGET
    """What everything in one project may cost together.

    In pence; -1 where no budget was set.
    """
    people_may_stay_away: bool = False
    """Whether people may have to stay away before a session is left out; meant for small groups,
    as every choice of who comes is then weighed.
    """

    title: ClassVar[str] = "Keep within the money for the project"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "money for people's time, travel and places to meet",
            date(2026, 11, 30),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="More than there is.",
            given={"total": 62_400},
            expects="All of it would cost £624.00 together, and there is £600.00 for it.",
            settings={"most_pence": 60_000},
        ),
        Example(
            says="As much as there is.", given={"total": 60_000}, settings={"most_pence": 60_000}
        ),
        Example(says="No budget was set.", given={"total": 62_400}),
    )

    def check(self, total: int) -> Objection | None:
        """Object where everything would cost more than there is for it."""
        if self.most_pence == NO_BUDGET or total <= self.most_pence:
            return None
        there_is = f"and there is {pounds(self.most_pence)} for it"
        return Objection(
            Degree.NEVER, f"All of it would cost {pounds(total)} together, {there_is}."
        )

    def couple(self, ties: Ties) -> None:
        """Let all that sessions cost draw on one sum."""
        ties.draw_on(self._tie())
        if self.most_pence != NO_BUDGET:
            ties.put_people_first()

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find projects that cost more than there is."""
        return overspent(finished, self._tie(), lambda one: self.check(one.total))

    def _tie(self) -> Total:
        return Total(
            constraint=self.name(),
            draws=_costs,
            at_most=lambda _person: None if self.most_pence == NO_BUDGET else self.most_pence,
            each=False,
            stretch_of=lambda _person, _day: 0,
            says="could come, and the money for the project does not reach.",
            with_session=True,
            keeps_away=self.people_may_stay_away,
            setting="most_pence",
        )


def _costs(person: Person, way: Way, prices: Prices) -> int:
    return coming_pence(prices, (person,), (way,)) + prices.hire(person, way)
