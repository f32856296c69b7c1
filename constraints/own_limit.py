"""Ask nobody to more sessions than they agreed to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.finished import Breach, Finished
from scheduler.people import Person
from scheduler.samples import ISHBEL
from scheduler.sentences import counted
from scheduler.ties import Ties, Total
from scheduler.totals import overspent

BUSY = ISHBEL.model_copy(update={"most_sessions": 2, "most_sessions_in": "a month"})


@dataclass(frozen=True)
class OwnLimit(Constraint):
    """Whoever agreed to so many sessions in a project, a month or a week is asked to no more.

    Nobody has to say why. What is counted by month can begin on any day of the month, as a pay date
    does. Where somebody could come oftener, the plan chooses the sessions at which they are missed
    least.
    """

    title: ClassVar[str] = "Ask nobody to more than they agreed to"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "altering commitment levels",
            date(2026, 11, 24),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="A third session in a month, where two were agreed.",
            given={"person": BUSY, "total": 3},
            expects="Ishbel would come to 3 sessions in a month; 2 sessions were agreed.",
        ),
        Example(says="A second session in that month.", given={"person": BUSY, "total": 2}),
        Example(says="Somebody who set no limit.", given={"person": ISHBEL, "total": 9}),
    )

    def check(self, person: Person, total: int) -> Objection | None:
        """Object where somebody would come oftener than they agreed to."""
        if person.most_sessions is None or total <= person.most_sessions:
            return None
        come, agreed = counted(total, "session"), counted(person.most_sessions, "session")
        verb = "was" if person.most_sessions == 1 else "were"
        says = f"{person.label} would come to {come} in {person.most_sessions_in}"
        return Objection(Degree.NEVER, f"{says}; {agreed} {verb} agreed.")

    def couple(self, ties: Ties) -> None:
        """Let whoever set a limit stay away from what would be too much."""
        ties.draw_on(self._tie())

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find people planned for more sessions than they agreed to."""
        return overspent(
            finished, self._tie(), lambda one: self.check(one.purse.whose or ISHBEL, one.total)
        )

    def _tie(self) -> Total:
        return Total(
            constraint=self.name(),
            draws=lambda _person, _way, _prices: 1,
            at_most=lambda person: person.most_sessions if person else None,
            each=True,
            stretch_of=_stretch,
            says="comes to other sessions, as many as agreed.",
        )


def _stretch(person: Person | None, day: date) -> int:
    """Return the number of the stretch of time a day belongs to for somebody."""
    if person is None or person.most_sessions_in == "the project":
        return 0
    if person.most_sessions_in == "a week":
        return (day.toordinal() - 1) // 7
    return 12 * day.year + day.month - (day.day < person.month_begins_on)
