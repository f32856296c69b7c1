"""Let weekdays follow one another as was agreed."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from scheduler.constraint import Constraint, Degree, Earlier, Example, Objection, Relaxation, Source
from scheduler.programme import Project, Session
from scheduler.samples import CALLING, HALL, at, on
from scheduler.ties import Ties, within_a_phase
from scheduler.weekdays import LONG_NAMES, weekdays_named

TUESDAY = Earlier(at("Tuesday 1 June 2027 11:00"), at("Tuesday 1 June 2027 13:00"), HALL)


@dataclass(frozen=True)
class WeekdayTurns(Constraint):
    """One weekday is easy to remember; by turns nobody is always the one who cannot come.

    The rule looks at a session and the one before it, where both are of one phase of the work. Name
    the days as agreed weekdays too, so that the first session keeps to them.
    """

    pattern: Literal["any", "same", "changing"] = "any"
    """Whether a session falls on the weekday of the one before, or never on it."""
    turns: tuple[str, ...] = ()
    """Days of the week that take turns, in order, such as "Tue" and "Sat"; empty means none do."""
    kept: bool = True
    """Whether pattern and turns are kept."""

    title: ClassVar[str] = "Let weekdays follow as was agreed"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("What each group agreed, as entered", date(2026, 11, 24)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Tuesdays and Saturdays take turns.",
            given={"day": on("Tuesday 15 June 2027"), "earlier": TUESDAY},
            settings={"turns": ("Tue", "Sat")},
            expects="After a Tuesday it is the turn of Saturday.",
        ),
        Example(
            says="The weekday changes every time.",
            given={"day": on("Tuesday 15 June 2027"), "earlier": TUESDAY},
            settings={"pattern": "changing"},
            expects="The session before was on a Tuesday too.",
        ),
        Example(
            says="The group always meets on the same weekday.",
            given={"day": on("Wednesday 16 June 2027"), "earlier": TUESDAY},
            settings={"pattern": "same"},
            expects="The session before was on a Tuesday, not on a Wednesday.",
        ),
        Example(
            says="It is the turn of Saturday.",
            given={"day": on("Saturday 12 June 2027"), "earlier": TUESDAY},
            settings={"turns": ("Tue", "Sat")},
        ),
        Example(
            says="The session before was still to recruit, and the workshops begin.",
            given={
                "day": on("Tuesday 15 June 2027"),
                "earlier": replace(TUESDAY, session=CALLING),
            },
            settings={"turns": ("Tue", "Sat")},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Let weekdays follow in any order", {"kept": False}, price=2),
    )

    def __post_init__(self) -> None:
        """Refuse turns that are not one day each."""
        self._in_turn()

    def check(
        self, day: date, earlier: Earlier, project: Project, session: Session
    ) -> Objection | None:
        """Object where the weekday may not follow that of the session before."""
        before, after = earlier.start.weekday(), day.weekday()
        one_phase = project.is_one_phase(earlier.session, session)
        asked = self.kept and one_phase and not session.same_day
        if not asked or self._allowed()[before, after]:
            return None
        says = self._out_of_turn(before, after) or (
            f"The session before was on a {earlier.start:%A} too."
            if before == after
            else f"The session before was on a {earlier.start:%A}, not on a {day:%A}."
        )
        return Objection(Degree.NEVER, says, says)

    def couple(self, ties: Ties) -> None:
        """Tie each session's weekday to that of the one before."""
        allowed = self._allowed()
        if self.kept and not allowed.all():
            ties.follows(
                self.name(),
                "weekday",
                lambda before, after: allowed[before, after],
                phases=within_a_phase,
            )

    def _out_of_turn(self, before: int, after: int) -> str:
        """Say whose turn it is; nothing where it is this day's."""
        nexts = [a for b, a in self._in_turn() if b == before] or [a for _, a in self._in_turn()]
        if not nexts or after in nexts:
            return ""
        days = " or ".join(LONG_NAMES[number] for number in sorted(set(nexts)))
        return f"After a {LONG_NAMES[before]} it is the turn of {days}."

    def _in_turn(self) -> tuple[tuple[int, int], ...]:
        """Return which weekday follows which, by turns."""
        days = [_one_day(words) for words in self.turns]
        return tuple(zip(days, (*days[1:], *days[:1]), strict=True))

    def _allowed(self) -> NDArray[np.bool_]:
        """Return which weekday may follow which, shape (7, 7)."""
        same = np.eye(7, dtype=np.bool_)
        every = np.ones((7, 7), dtype=np.bool_)
        allowed = {"any": every, "same": same, "changing": ~same}[self.pattern].copy()
        if self.turns:
            by_turns = np.zeros((7, 7), dtype=np.bool_)
            strangers = sorted(set(range(7)) - {before for before, _ in self._in_turn()})
            for before, after in self._in_turn():
                by_turns[[before, *strangers], after] = True
            allowed &= by_turns
        return allowed


def _one_day(words: str) -> int:
    days = weekdays_named(words)
    if len(days) != 1:
        msg = f'"{words}" is not one day; write each turn by itself, such as "Tue" and "Sat"'
        raise ValueError(msg)
    return next(iter(days))
