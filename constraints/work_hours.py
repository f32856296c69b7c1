"""Keep clear of everybody's hours of work, and of rest after a night shift."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from scheduler.calendars.tables import table_at
from scheduler.constraint import Constraint, Example, Objection, Relaxation, Source
from scheduler.grid import Grid, Mask
from scheduler.known_hours import KnownHours, cannot_come_as_known, kept_clear, not_known_yet
from scheduler.own_holidays import at_work
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, at
from scheduler.shifts_worked import NO_REST, worked
from scheduler.spoken_days import spoken_hour, spoken_hours
from scheduler.taken import days_around, first_met
from scheduler.ways import Way

PROCLAIMED = Path(__file__).with_name("data") / "bank_holiday_overrides.csv"
DAYS = ISHBEL.model_copy(update={"times": Times(work=("Mon-Fri 09:00-13:00",))})
WITH_COMMUTE = ISHBEL.model_copy(
    update={"times": Times(work=("Mon-Fri 09:00-13:00",), commute_minutes=10)}
)
NIGHTS = ISHBEL.model_copy(
    update={"times": Times(work=("4 on 4 off from 2027-06-07, 19:00-07:00",))}
)


@dataclass(frozen=True)
class WorkHours(Constraint):
    """Not everybody gets time off work, and nobody should come straight from a night shift.

    The way there and back must fit as well, and so must the way to work and home from it. After a
    shift with three hours or more between 23:00 and 06:00 somebody rests for eleven hours. On
    holidays they said are theirs they are not at work.
    """

    rest_hours: int = 11
    """Hours of rest after a night shift."""
    journey_counts: bool = True
    """Whether the way there and back must keep clear of work too."""

    title: ClassVar[str] = "Keep clear of hours of work"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
        Source(
            "Working Time Regulations 1998, regulations 2 and 10: 11 hours' daily rest",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="She works in the mornings.",
            given={"start": at("Tuesday 8 June 2027 11:00"), "person": DAYS},
            expects="Ishbel is at work from 09:00 to 13:00.",
        ),
        Example(
            says="Work ends ten minutes before, and the way takes twenty.",
            given={"start": at("Tuesday 8 June 2027 13:10"), "person": DAYS},
            expects="Ishbel is at work from 09:00 to 13:00, too close for the journey.",
        ),
        Example(
            says="Work ended 25 minutes ago, ten minutes from home; the way takes twenty.",
            given={"start": at("Tuesday 8 June 2027 13:25"), "person": WITH_COMMUTE},
            expects="Ishbel is at work from 09:00 to 13:00, too close for the journey.",
        ),
        Example(
            says="A night shift ended at seven.",
            given={"start": at("Tuesday 8 June 2027 11:00"), "person": NIGHTS},
            expects="Ishbel rests until 18:00 after a night shift.",
        ),
        Example(
            says="Work ended an hour ago.",
            given={"start": at("Tuesday 8 June 2027 14:00"), "person": DAYS},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Ask employers to let people travel in work time", {"journey_counts": False}, price=3
        ),
        Relaxation(
            "Ask people to come after 8 hours' rest", {"rest_hours": 8}, price=3, unit="hours"
        ),
    )

    def check(
        self, start: datetime, end: datetime, programme: Programme, person: Person, way: Way
    ) -> Objection | None:
        """Object where the session, or the way there or back, meets work or the rest after it."""
        way_or_none = way if self.journey_counts else None
        hours = self._hours(person, programme)
        if not first_met(hours.perhaps, (start, end), way=way_or_none):
            return None
        met = first_met(hours.surely, (start, end), way=way_or_none)
        if met is None:
            return not_known_yet(programme, person, day=start.date())
        texts = at_work(programme, person, changes=table_at(PROCLAIMED), perhaps=False)
        shifts_only = worked(texts, days_around(programme), rest=NO_REST)
        shift = first_met(shifts_only, (start, end), way=self._and_commute(person, way))
        if shift is None:
            rest = f"{person.label} rests until {spoken_hour(met[1])} after a night shift."
            return cannot_come_as_known(programme, person, rest, day=start.date())
        close = "" if first_met((shift,), (start, end)) else ", too close for the journey"
        at_work_then = f"{person.label} is at work {spoken_hours(shift)}{close}."
        return cannot_come_as_known(programme, person, at_work_then, day=start.date())

    def screen(self, grid: Grid) -> Mask:
        """Mark the sessions each person's work meets."""
        hours = [self._hours(person, grid.programme) for person in grid.people]
        return kept_clear(grid, hours, journeys=self.journey_counts)

    def _hours(self, person: Person, programme: Programme) -> KnownHours:
        if not person.times.work or self.name() in person.come_anyway:
            return KnownHours()
        commute = person.times.commute_minutes if self.journey_counts else 0
        surely, perhaps = (
            worked(
                at_work(programme, person, changes=table_at(PROCLAIMED), perhaps=reading),
                days_around(programme),
                rest=timedelta(hours=self.rest_hours),
                commute=timedelta(minutes=commute),
            )
            for reading in (False, True)
        )
        return KnownHours(surely, perhaps)

    def _and_commute(self, person: Person, way: Way) -> Way | None:
        """Return a way there and back with the way from and to work; None if none counts."""
        commute = person.times.commute_minutes
        out, back = way.out_minutes + commute, way.back_minutes + commute
        return Way(by=way.by, out_minutes=out, back_minutes=back) if self.journey_counts else None
