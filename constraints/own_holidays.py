"""Mind the holidays people have of their own: their employer's, their council's."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

import numpy as np

from scheduler.absence import cannot_come, would_rather_not
from scheduler.calendars.some_days import Dated
from scheduler.calendars.tables import table_at
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.grid import Grid, Mask
from scheduler.known_hours import may_not_suit, not_known_yet
from scheduler.own_holidays import NONE, Own, not_told_yet, own_holidays
from scheduler.people import Person, Times
from scheduler.programme import LocalHoliday, Programme
from scheduler.samples import ISHBEL, PROGRAMME, on
from scheduler.sources import BANK_HOLIDAYS, COUNCILS_DAYS
from scheduler.spoken_days import spoken_day

PROCLAIMED = Path(__file__).with_name("data") / "bank_holiday_overrides.csv"
IN_A_BANK = ISHBEL.model_copy(update={"times": Times(holidays=("england-and-wales",))})
FAIR = LocalHoliday(day=on("Monday 14 June 2027"), name="Fair Monday", area="Far Council")
WITH_FAIR = PROGRAMME.model_copy(update={"local_holidays": (FAIR,)})


@dataclass(frozen=True)
class OwnHolidays(Constraint):
    """Which days are holidays is for an employer or a council to say, so they differ by person.

    Those who say whose holidays are theirs would rather not come then, and are not at work. The
    holidays that everybody has in the programme are kept by a rule of their own.
    """

    closed: bool = False
    """Whether nobody is expected on a holiday of theirs, rather than only if need be."""

    title: ClassVar[str] = "Mind holidays that only some people have"
    sources: ClassVar[tuple[Source, ...]] = (
        BANK_HOLIDAYS,
        COUNCILS_DAYS,
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Her bank is shut on Easter Monday, as in England.",
            given={"day": on("Monday 29 March 2027"), "person": IN_A_BANK},
            expects="Monday 29 March 2027 is a holiday of Ishbel's.",
        ),
        Example(
            says="Her council has a fair day that is not kept where the group belongs.",
            given={
                "day": on("Monday 14 June 2027"),
                "programme": WITH_FAIR,
                "person": ISHBEL.model_copy(update={"times": Times(holidays=("Far Council",))}),
            },
            expects="Monday 14 June 2027 is a holiday of Ishbel's.",
        ),
        Example(
            says="A local holiday that she did not say is hers.",
            given={"day": on("Monday 14 June 2027"), "programme": WITH_FAIR},
        ),
        Example(
            says="The day after her holiday.",
            given={"day": on("Tuesday 30 March 2027"), "person": IN_A_BANK},
        ),
    )

    def check(self, day: date, programme: Programme, person: Person) -> Objection | None:
        """Object mildly on a day that is a holiday to somebody."""
        sure = self._days(programme, person).get(day)
        if sure is None:
            return self._asked(day, programme, person=person)
        kind = "is a holiday" if sure else "is expected to be a holiday"
        says = f"{spoken_day(day)} {kind} of {person.label}'s."
        return (cannot_come if self.closed else would_rather_not)(person, says)

    def _asked(self, day: date, programme: Programme, *, person: Person) -> Objection | None:
        """Ask past the last day of which anybody knows whether it is a holiday of theirs."""
        if not any(day in span for span in self._not_told(programme, person)):
            return None
        return (not_known_yet if self.closed else may_not_suit)(programme, person, day=day)

    def screen(self, grid: Grid) -> Mask:
        """Mark each person's holidays at once."""
        axes = ("day", "person")
        degrees = np.zeros(grid.shape_of(axes), dtype=np.uint8)
        for p, person in enumerate(grid.people):
            own = self._days(grid.programme, person)
            spans = self._not_told(grid.programme, person)
            asked = [any(day in span for span in spans) for day in grid.days] if spans else []
            degrees[np.flatnonzero(asked), p] = Degree.UNKNOWN if self.closed else Degree.AVOID
            degrees[[day in own for day in grid.days], p] = self._degree
        return grid.mask(degrees, axes)

    @property
    def _degree(self) -> Degree:
        return Degree.NEVER if self.closed else Degree.AVOID

    def _days(self, programme: Programme, person: Person) -> Own:
        if self.name() in person.come_anyway:
            return NONE
        return own_holidays(programme, person, changes=table_at(PROCLAIMED))

    def _not_told(self, programme: Programme, person: Person) -> tuple[Dated, ...]:
        anyway = self.name() in person.come_anyway
        return () if anyway else not_told_yet(programme, person)
