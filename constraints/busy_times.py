"""Keep clear of the other times and days when somebody is taken."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from scheduler.absence import cannot_come
from scheduler.constraint import Constraint, Example, Objection, Source
from scheduler.grid import Grid, Mask
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, at, on
from scheduler.spoken_days import spoken_days, spoken_hours
from scheduler.taken import Taken, first_met, journeys_mask, spells_taken, taken_or_away, whole_days
from scheduler.ways import Way
from scheduler.words import Days, Spell

DENTIST = Spell(start=datetime(2027, 6, 8, 10), end=datetime(2027, 6, 8, 11, 30))  # noqa: DTZ001
AWAY = Days(first=on("Monday 7 June 2027"), last=on("Friday 11 June 2027"))


@dataclass(frozen=True)
class BusyTimes(Constraint):
    """Nobody can be in two places; the way there and back must fit as well."""

    title: ClassVar[str] = "Keep clear of times when somebody is busy or away"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="She has an appointment.",
            given={
                "start": at("Tuesday 8 June 2027 11:00"),
                "person": ISHBEL.model_copy(update={"times": Times(busy=(DENTIST,))}),
            },
            expects="Ishbel is busy from 10:00 to 11:30.",
        ),
        Example(
            says="She is away all week.",
            given={
                "start": at("Tuesday 8 June 2027 11:00"),
                "person": ISHBEL.model_copy(update={"times": Times(away=(AWAY,))}),
            },
            expects="Ishbel is away from Monday 7 June to Friday 11 June 2027.",
        ),
        Example(
            says="The appointment is over, with time for the way.",
            given={
                "start": at("Tuesday 8 June 2027 12:00"),
                "person": ISHBEL.model_copy(update={"times": Times(busy=(DENTIST,))}),
            },
        ),
    )

    def check(
        self, start: datetime, end: datetime, programme: Programme, person: Person, way: Way
    ) -> Objection | None:
        """Object where the session, or the way there or back, meets a time somebody is taken."""
        if not first_met(self._taken(person, programme), (start, end), way=way):
            return None
        for days in person.times.away:
            if first_met((whole_days(days, programme),), (start, end), way=way):
                says = f"{person.label} is away {spoken_days(days.first, days.last)}."
                return cannot_come(person, says)
        for spell in sorted(spells_taken(person.times.busy, programme)):
            if first_met((spell,), (start, end), way=way):
                close = "" if first_met((spell,), (start, end)) else ", too close for the journey"
                return cannot_come(person, f"{person.label} is busy {spoken_hours(spell)}{close}.")
        return None

    def screen(self, grid: Grid) -> Mask:
        """Mark the sessions that meet a time or day each person is taken."""
        return journeys_mask(grid, [self._taken(person, grid.programme) for person in grid.people])

    def _taken(self, person: Person, programme: Programme) -> Taken:
        if self.name() in person.come_anyway:
            return ()
        return taken_or_away(person.times.busy, person.times.away, programme)
