"""Leave room between one session and the next."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from scheduler.constraint import Constraint, Degree, Earlier, Example, Objection, Relaxation, Source
from scheduler.programme import Project, Session
from scheduler.samples import CALLING, HALL, at, on
from scheduler.sentences import counted
from scheduler.ties import Ties, into_a_phase, within_a_phase
from scheduler.work_phases import SPOKEN

Ints = NDArray[np.int64]
FRIDAY = Earlier(at("Friday 4 June 2027 11:00"), at("Friday 4 June 2027 13:00"), HALL)


@dataclass(frozen=True)
class Spacing(Constraint):
    """Leave people time to rest between sessions, but not so long that they forget.

    Sessions of a series come in order. Days are counted from one session's day to the next one's.
    From the last session of one phase of the work to the first of another there are days of its
    own, since what was said has to be gathered, or people found. A session on the day of the one
    before it is no matter of days.
    """

    least_days: int = 7
    """Fewest days from one session to the next of the same phase."""
    most_days: int = 56
    """Most days from one session to the next of the same phase."""
    least_days_to_next_phase: int = 7
    """Fewest days from the last session of a phase to the first of another."""
    most_days_to_next_phase: int = 365
    """Most days from the last session of a phase to the first of another."""

    title: ClassVar[str] = "Leave room between sessions"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Own default: about a week to rest, about two months before people lose the thread",
            date(2026, 11, 23),
        ),
        Source("Own default: a week and at most a year to the next phase", date(2026, 11, 24)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The session before was four days ago.",
            given={"day": on("Tuesday 8 June 2027"), "earlier": FRIDAY},
            expects="Only 4 days after the session before; leave at least 7.",
        ),
        Example(
            says="The last session to recruit was four days ago; three weeks are to be left.",
            given={
                "day": on("Tuesday 8 June 2027"),
                "earlier": replace(FRIDAY, session=CALLING),
            },
            settings={"least_days": 3, "least_days_to_next_phase": 21},
            expects="Only 4 days after the last session for recruiting; leave at least 21.",
        ),
        Example(
            says="The session before was two weeks ago.",
            given={"day": on("Friday 18 June 2027"), "earlier": FRIDAY},
        ),
        Example(
            says="The last session to recruit was twelve weeks ago.",
            given={
                "day": on("Friday 27 August 2027"),
                "earlier": replace(FRIDAY, session=CALLING),
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Sessions may follow each other within 3 days", {"least_days": 3}, price=4, unit="days"
        ),
        Relaxation(
            "Let up to 12 weeks pass between sessions", {"most_days": 84}, price=28, unit="days"
        ),
        Relaxation(
            "Another phase may begin within 3 days",
            {"least_days_to_next_phase": 3},
            price=4,
            unit="days",
        ),
    )

    def check(
        self, day: date, earlier: Earlier, project: Project, session: Session
    ) -> Objection | None:
        """Object where the days since the session before are too few or too many."""
        gap = (day - earlier.start.date()).days
        one_phase = project.is_one_phase(earlier.session, session)
        least, most = self._bounds(one_phase=one_phase)
        if session.same_day or least <= gap <= most:
            return None
        last = f"last session for {SPOKEN[project.phase_of(earlier.session).name]}"
        after = f"after the {'session before' if one_phase else last}"
        says = f"Only {counted(gap, 'day')} {after}; leave at least {least}."
        if gap > most:
            says = f"{gap} days {after}; leave at most {most}."
        return Objection(Degree.NEVER, says, says)

    def couple(self, ties: Ties) -> None:
        """Tie each session's day to the day of the one before."""
        for one_phase, phases in ((True, within_a_phase), (False, into_a_phase)):
            accepts = partial(_between, self._bounds(one_phase=one_phase))
            ties.follows(self.name(), "day", accepts, phases=phases)

    def _bounds(self, *, one_phase: bool) -> tuple[int, int]:
        if one_phase:
            return self.least_days, self.most_days
        return self.least_days_to_next_phase, self.most_days_to_next_phase


def _between(bounds: tuple[int, int], before: Ints, after: Ints) -> NDArray[np.bool_]:
    least, most = bounds
    return (after - before >= least) & (after - before <= most)
