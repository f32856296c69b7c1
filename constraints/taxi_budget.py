"""Keep within the money there is for taxis."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.finished import Breach, Finished
from scheduler.money.heads import Prices
from scheduler.people import Person
from scheduler.sentences import pounds
from scheduler.ties import Ties, Total
from scheduler.totals import overspent
from scheduler.ways import Way

NO_BUDGET = -1


@dataclass(frozen=True)
class TaxiBudget(Constraint):
    """Taxis are for those who need them, and the money for them is shared over the whole series.

    The hire of a wheelchair taxi counts as its fare does: of several, that of the one booked, and
    while several groups are planned, the dearest.
    Where it does not reach, whoever has a slower and cheaper way takes that, and else the plan
    weighs who would miss most, person by person, and not which taxi is the cheapest. No session is
    held for which somebody with lived experience would come to fewer.
    """

    most_pence: int = NO_BUDGET
    """What taxis may cost together in one project.

    In pence; -1 where no budget was set.
    """

    title: ClassVar[str] = "Keep within the money for taxis"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "a taxi budget for those who need it",
            date(2026, 11, 24),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="More than there is.",
            given={"total": 12_400},
            expects="Taxis would cost £124.00 together, and there is £100.00 for them.",
            settings={"most_pence": 10_000},
        ),
        Example(
            says="As much as there is.", given={"total": 10_000}, settings={"most_pence": 10_000}
        ),
        Example(says="No budget was set.", given={"total": 12_400}),
    )

    def check(self, total: int) -> Objection | None:
        """Object where taxis would cost more than there is for them."""
        if self.most_pence == NO_BUDGET or total <= self.most_pence:
            return None
        there_is = f"and there is {pounds(self.most_pence)} for them"
        says = f"Taxis would cost {pounds(total)} together, {there_is}."
        return Objection(Degree.NEVER, says)

    def couple(self, ties: Ties) -> None:
        """Let whoever needs a taxi stay away where there is no money for it."""
        ties.draw_on(self._tie())
        if self.most_pence != NO_BUDGET:
            ties.put_people_first()

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find projects whose taxis cost more than there is."""
        return overspent(finished, self._tie(), lambda one: self.check(one.total))

    def _tie(self) -> Total:
        return Total(
            constraint=self.name(),
            draws=_fare,
            at_most=lambda _person: None if self.most_pence == NO_BUDGET else self.most_pence,
            each=False,
            stretch_of=lambda _person, _day: 0,
            says="could come by taxi, and the money there is does not reach.",
            setting="most_pence",
        )


def _fare(person: Person, way: Way, prices: Prices) -> int:
    return prices.taxi(person, way)
