"""Meet only when enough of the group can be there."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.grid import Bools, Degrees, Grid
from scheduler.people import Person
from scheduler.programme import Project, Session
from scheduler.samples import ISHBEL, RORY, WISH


@dataclass(frozen=True)
class Quorum(Constraint):
    """A session that too few come to is no meeting of the group.

    Six people must be there, unless the group is small: it never needs more than two thirds of its
    members, rounded up. Only people who told us when they can come are counted. Drop-in sessions,
    where people come and go, and recruiting, where there is no group yet, need no number.
    """

    least: int = 6
    """Fewest people who must be able to come."""

    title: ClassVar[str] = "Meet only when enough people can come"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "fewer than six is too small",
            date(2026, 11, 23),
        ),
        Source("Own default: two thirds of a small group", date(2026, 11, 23)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Four of a group of nine can come.",
            given={"group": (ISHBEL,) * 9, "present": (ISHBEL,) * 4},
            expects="Only 4 of 9 can be counted on to be there; at least 6 are needed.",
        ),
        Example(
            says="One of a group of three can come.",
            given={"group": (ISHBEL, RORY, RORY), "present": (ISHBEL,)},
            expects="Only 1 of 3 can be counted on to be there; at least 2 are needed.",
        ),
        Example(
            says="Six of a group of nine can come.",
            given={"group": (ISHBEL,) * 9, "present": (ISHBEL,) * 6},
        ),
        Example(
            says="Nobody is sure to come, but people may drop in.",
            given={"session": WISH.model_copy(update={"form": "drop-in"}), "present": ()},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Meet when five people can come", {"least": 5}, price=1, unit="people"),
        Relaxation("Meet when four people can come", {"least": 4}, price=2, unit="people"),
    )

    def check(
        self,
        present: tuple[Person, ...],
        session: Session,
        project: Project,
        group: tuple[Person, ...],
    ) -> Objection | None:
        """Object where fewer can be counted on than are needed."""
        if len(present) >= (needed := self._needed(session, project, group)):
            return None
        says = (
            f"Only {len(present)} of {len(group)} can be counted on to be there; "
            f"at least {needed} are needed."
        )
        return Objection(Degree.NEVER, says)

    def welcomes_more(self) -> bool:
        """Say that nobody more ever closes a session."""
        return True

    def screen_companies(self, grid: Grid, present: Bools) -> Degrees:
        """Count heads."""
        few = present.sum(axis=1) < self._needed(grid.session, grid.project, grid.people)
        return np.where(few, np.uint8(Degree.NEVER), np.uint8(0))

    def _needed(self, session: Session, project: Project, group: tuple[Person, ...]) -> int:
        is_open = session.form == "drop-in" or project.phase_of(session).name == "recruit"
        return 0 if is_open else min(self.least, -(-2 * len(group) // 3))
