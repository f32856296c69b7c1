"""Meet on the weekdays that were agreed."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.samples import on
from scheduler.sentences import listed
from scheduler.weekdays import LONG_NAMES, weekdays_named


@dataclass(frozen=True)
class Weekdays(Constraint):
    """A series that always meets on a Tuesday is easy to remember and to keep free.

    Nothing is asked for until days are named. In which order they follow one another is another
    rule's.
    """

    days: str = ""
    """The only days of the week to meet on, such as "Tue" or "Tue, Sat"; empty means any."""
    closed: bool = True
    """Whether nothing is held on other days, rather than only if need be."""

    title: ClassVar[str] = "Meet on the weekdays that were agreed"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("What each group agreed, as entered", date(2026, 11, 24)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The group always meets on a Tuesday.",
            given={"day": on("Wednesday 9 June 2027")},
            settings={"days": "Tue"},
            expects="Wednesday is not one of the days agreed: Tuesday.",
        ),
        Example(
            says="The group meets on Tuesdays and Saturdays.",
            given={"day": on("Saturday 12 June 2027")},
            settings={"days": "Tue, Sat"},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Meet on another day of the week if need be", {"closed": False}, price=1),
    )

    def __post_init__(self) -> None:
        """Refuse days that are none."""
        self._agreed()

    def check(self, day: date) -> Objection | None:
        """Object where the day of the week is not one of those agreed."""
        agreed = self._agreed()
        if not agreed or day.weekday() in agreed:
            return None
        days = listed([LONG_NAMES[number] for number in sorted(agreed)])
        says = f"{day:%A} is not one of the days agreed: {days}."
        return Objection(Degree.NEVER if self.closed else Degree.AVOID, says, says)

    def _agreed(self) -> frozenset[int]:
        return weekdays_named(self.days) if self.days else frozenset()
