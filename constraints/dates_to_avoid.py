"""Hold nothing on the days the programme keeps free."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.programme import Programme
from scheduler.samples import PROGRAMME, on
from scheduler.spoken_days import spoken_day
from scheduler.words import Days

GALA = Days(first=on("Monday 7 June 2027"), last=on("Saturday 12 June 2027"), note="gala week")
WITH_GALA = PROGRAMME.model_copy(update={"dates_to_avoid": (GALA,)})


@dataclass(frozen=True)
class DatesToAvoid(Constraint):
    """Organisers and go-betweens know days no calendar has; nothing is held on them."""

    title: ClassVar[str] = "Keep the programme's own dates to avoid"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The week of the gala.",
            given={"day": on("Tuesday 8 June 2027"), "programme": WITH_GALA},
            expects="Tuesday 8 June 2027 is a date to avoid: gala week.",
        ),
        Example(
            says="The week after it.",
            given={"day": on("Tuesday 15 June 2027"), "programme": WITH_GALA},
        ),
    )

    def check(self, day: date, programme: Programme) -> Objection | None:
        """Object on any day the programme keeps free."""
        found = next((days for days in programme.dates_to_avoid if day in days), None)
        if found is None:
            return None
        plain = f"{spoken_day(day)} is a date to avoid"
        return Objection(Degree.NEVER, f"{plain}: {found.note}." if found.note else f"{plain}.")
