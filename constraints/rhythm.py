"""Meet in a steady rhythm of weeks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import ClassVar, Literal

from scheduler.constraint import Constraint, Degree, Earlier, Example, Objection, Relaxation, Source
from scheduler.programme import Project, Session
from scheduler.samples import CALLING, HALL, at, on
from scheduler.sentences import counted
from scheduler.ties import Ties, within_a_phase

WEEKS: Mapping[str, int] = MappingProxyType(
    {"same week": 0, "week": 1, "fortnight": 2, "three weeks": 3, "four weeks": 4}
)
BEFORE = Earlier(at("Tuesday 1 June 2027 11:00"), at("Tuesday 1 June 2027 13:00"), HALL)


@dataclass(frozen=True)
class Rhythm(Constraint):
    """Every fortnight, or all within one week: people plan round what they can count on.

    Weeks begin on Monday, and any day of the week will do. Two sessions in one week need a shorter
    room between sessions too. From one phase of the work to the next the rhythm may break.
    """

    every: Literal["any", "same week", "week", "fortnight", "three weeks", "four weeks"] = "any"
    """How often the group meets; any leaves it open."""
    slack_weeks: int = 0
    """How many weeks a session may be early or late."""

    title: ClassVar[str] = "Meet in a steady rhythm of weeks"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("What each group agreed, as entered", date(2026, 11, 24)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The group meets every fortnight, and this would be the week after.",
            given={"day": on("Tuesday 8 June 2027"), "earlier": BEFORE},
            settings={"every": "fortnight"},
            expects="This is 1 week after the week of the session before; it should be 2.",
        ),
        Example(
            says="A day of discovery is to be over within the week.",
            given={"day": on("Tuesday 8 June 2027"), "earlier": BEFORE},
            settings={"every": "same week"},
            expects="This is not in the same week as the session before.",
        ),
        Example(
            says="The group meets every fortnight, on whichever day suits.",
            given={"day": on("Friday 18 June 2027"), "earlier": BEFORE},
            settings={"every": "fortnight"},
        ),
        Example(
            says="The session before was still to recruit, and the workshops begin.",
            given={"day": on("Tuesday 8 June 2027"), "earlier": replace(BEFORE, session=CALLING)},
            settings={"every": "fortnight"},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Let a session be a week early or late", {"slack_weeks": 1}, price=1),
    )

    def check(
        self, day: date, earlier: Earlier, project: Project, session: Session
    ) -> Objection | None:
        """Object where the weeks since the session before are not those of the rhythm."""
        if session.same_day or not project.is_one_phase(earlier.session, session):
            return None
        weeks = _week(day.toordinal()) - _week(earlier.start.date().toordinal())
        wanted = WEEKS.get(self.every)
        if wanted is None or abs(weeks - wanted) <= self.slack_weeks:
            return None
        says = f"This is {counted(weeks, 'week')} after the week of the session before"
        says = f"{says}; it should be {wanted}."
        if self.every == "same week":
            says = "This is not in the same week as the session before."
        return Objection(Degree.NEVER, says, says)

    def couple(self, ties: Ties) -> None:
        """Tie each session's week to that of the one before."""
        wanted = WEEKS.get(self.every)
        if wanted is not None:
            ties.follows(
                self.name(),
                "day",
                lambda before, after: (
                    abs((after - 1) // 7 - (before - 1) // 7 - wanted) <= self.slack_weeks
                ),
                phases=within_a_phase,
            )


def _week(ordinal: int) -> int:
    """Return the number of a week, counted from the first Monday of the calendar."""
    return (ordinal - 1) // 7
