"""Meet only when those a session cannot do without are there."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.grid import Bools, Degrees, Grid
from scheduler.people import Person
from scheduler.programme import Session
from scheduler.samples import ISHBEL, RORY, WISH

DECIDING = WISH.model_copy(update={"title": "Decide", "needs_roles": ("decision maker",)})
MANAGER = RORY.model_copy(update={"roles": ("decision maker",)})


@dataclass(frozen=True)
class DecisionMaker(Constraint):
    """A session that is to decide something needs somebody there who can.

    Each session names the roles it cannot do without. Most name none.
    """

    decide_later: bool = False
    """Whether a session may be held without them, and what it finds taken to them afterwards."""

    title: ClassVar[str] = "Have those in the room who can decide"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "recruiting people with influence takes time",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The session is to decide, and the only decision maker cannot come.",
            given={"session": DECIDING, "present": (ISHBEL,)},
            expects="This session needs somebody there in this role: decision maker.",
        ),
        Example(
            says="The session is to decide, and a decision maker can come.",
            given={"session": DECIDING, "present": (ISHBEL, MANAGER)},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Meet without a decision maker and take it to them afterwards",
            {"decide_later": True},
            price=1,
        ),
    )

    def check(self, present: tuple[Person, ...], session: Session) -> Objection | None:
        """Object where a role the session needs has nobody there."""
        there = {role for person in present for role in person.roles}
        missing = [role for role in dict.fromkeys(session.needs_roles) if role not in there]
        if not missing:
            return None
        says = f"This session needs somebody there in this role: {', '.join(missing)}."
        return Objection(self._degree, says)

    def welcomes_more(self) -> bool:
        """Say that nobody more ever closes a session."""
        return True

    def screen_companies(self, grid: Grid, present: Bools) -> Degrees:
        """Look for each role in all companies together."""
        missing = np.zeros(len(present), dtype=np.bool_)
        for role in grid.session.needs_roles:
            missing |= ~present[:, [role in person.roles for person in grid.people]].any(axis=1)
        return missing * np.uint8(self._degree)

    @property
    def _degree(self) -> Degree:
        return Degree.AVOID if self.decide_later else Degree.NEVER
