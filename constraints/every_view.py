"""Meet only when every view of the group is there."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.grid import Bools, Degrees, Grid
from scheduler.people import Person
from scheduler.programme import Session
from scheduler.samples import ISHBEL, RORY, WISH

YOUNG = ISHBEL.model_copy(update={"view": "young people"})
COUNCIL = RORY.model_copy(update={"view": "council"})


@dataclass(frozen=True)
class EveryView(Constraint):
    """Whoever is missing is decided about without being asked: each view needs somebody there.

    A session may name the views it needs; one that names none needs every view of the group. Who
    brings no view is not asked for here.
    """

    every_session: bool = True
    """Whether a session that names no views needs every view of the group."""

    title: ClassVar[str] = "Have every view in the room"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "representatives from all camps are essential",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The only one who speaks for young people cannot come.",
            given={"group": (YOUNG, COUNCIL), "present": (COUNCIL,)},
            expects="Nobody can be counted on to be there for young people.",
        ),
        Example(
            says="The session needs two views, and nobody who brings them can come.",
            given={
                "session": WISH.model_copy(update={"needs_views": ("council", "young people")}),
                "present": (ISHBEL,),
            },
            expects="Nobody can be counted on to be there for council and young people.",
        ),
        Example(
            says="The session needs only the council's view.",
            given={
                "session": WISH.model_copy(update={"needs_views": ("council",)}),
                "group": (YOUNG, COUNCIL),
                "present": (COUNCIL,),
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Ask for views only where a session names them", {"every_session": False}, price=1
        ),
    )

    def check(
        self, present: tuple[Person, ...], group: tuple[Person, ...], session: Session
    ) -> Objection | None:
        """Object where a view that is needed has nobody there."""
        there = {person.view for person in present}
        missing = [view for view in self._needed(group, session) if view not in there]
        says = f"Nobody can be counted on to be there for {' and '.join(missing)}."
        return Objection(Degree.NEVER, says) if missing else None

    def welcomes_more(self) -> bool:
        """Say that nobody more ever closes a session."""
        return True

    def screen_companies(self, grid: Grid, present: Bools) -> Degrees:
        """Look for each view in all companies together."""
        missing = np.zeros(len(present), dtype=np.bool_)
        for view in self._needed(grid.people, grid.session):
            missing |= ~present[:, [person.view == view for person in grid.people]].any(axis=1)
        return missing * np.uint8(Degree.NEVER)

    def _needed(self, group: tuple[Person, ...], session: Session) -> tuple[str, ...]:
        every = [person.view for person in group if person.view] if self.every_session else ()
        return tuple(dict.fromkeys(session.needs_views or every))
