"""Let parents come when somebody is with their children."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from scheduler.absence import cannot_come
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.facts import NO, YES
from scheduler.grid import Grid, Mask, end_of
from scheduler.known_hours import KnownHours, is_within, known_hours, not_known_yet
from scheduler.people import Childcare as Needed
from scheduler.people import Person
from scheduler.programme import Programme, Session
from scheduler.samples import ISHBEL, WISH, at
from scheduler.taken import Taken, legs, minutes_within
from scheduler.ways import Way
from scheduler.workers import WorkerNeed

NOBODY = Needed(children=2, minded=("Mon-Fri 09:00-15:00",), sitter=NO)
PARENT = ISHBEL.model_copy(update={"childcare": NOBODY})
CRECHE = WISH.model_copy(update={"workers": (WorkerNeed(role="childcare"),)})


@dataclass(frozen=True)
class Childcare(Constraint):
    """Whoever has children to look after can come where one of three things is so.

    Childcare is among the workers of the session, who are booked with the notice they need; or a
    sitter is agreed and paid for; or the children are at school or otherwise looked after, journeys
    included. Whether there is a sitter is asked, never guessed.
    """

    sitters_paid: bool = False
    """Whether a sitter is paid for whoever needs one, so that nobody stays away for want of one."""

    title: ClassVar[str] = "Have somebody with the children"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "provide childcare",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="School is over before she could be home.",
            given={"start": at("Tuesday 8 June 2027 13:00"), "person": PARENT},
            expects="Ishbel needs childcare, and none is there then.",
        ),
        Example(
            says="Nobody asked whether there is a sitter.",
            given={
                "start": at("Saturday 12 June 2027 11:00"),
                "person": ISHBEL.model_copy(update={"childcare": Needed(children=1)}),
            },
            expects="Is a sitter agreed and paid for while Ishbel is at a session?",
        ),
        Example(
            says="Childcare is among the workers.",
            given={
                "start": at("Saturday 12 June 2027 11:00"),
                "person": PARENT,
                "session": CRECHE,
            },
        ),
        Example(
            says="A sitter is agreed.",
            given={
                "start": at("Saturday 12 June 2027 11:00"),
                "person": ISHBEL.model_copy(update={"childcare": Needed(children=1, sitter=YES)}),
            },
        ),
        Example(
            says="The children are at school.",
            given={"start": at("Tuesday 8 June 2027 11:00"), "person": PARENT},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Pay a sitter for whoever needs one", {"sitters_paid": True}, price=3),
    )

    def check(
        self, start: datetime, programme: Programme, session: Session, person: Person, way: Way
    ) -> Objection | None:
        """Object where nobody would be with somebody's children."""
        degree = self._alone(session, person)
        if not degree:
            return None
        out, back = (timedelta(minutes=each) for each in (way.out_minutes, way.back_minutes))
        away = start.astimezone(UTC) - out, end_of(start, session).astimezone(UTC) + back
        minded = is_within(_minded(person, programme), away)
        if minded:
            return None
        if degree is Degree.UNKNOWN:
            asks = f"Is a sitter agreed and paid for while {person.label} is at a session?"
            return Objection(Degree.UNKNOWN, asks)
        if minded is None:
            return not_known_yet(programme, person, day=start.date())
        return cannot_come(person, f"{person.label} needs childcare, and none is there then.")

    def screen(self, grid: Grid) -> Mask:
        """Mark the sessions that no stretch of school or other care holds, journeys included."""
        degrees = np.zeros(grid.shape, dtype=np.uint8)
        for p, person in enumerate(grid.people):
            degree = self._alone(grid.session, person)
            if degree:
                minded = _minded(person, grid.programme)
                degrees[:, :, p] = _alone_at(grid, p, minded=minded.surely) * degree
                asked = ~_alone_at(grid, p, minded=minded.perhaps) & (degrees[:, :, p] > 0)
                degrees[asked, p] = Degree.UNKNOWN
        return Mask(degrees if degrees.any() else degrees[:1, :1, :1])

    def _alone(self, session: Session, person: Person) -> int:
        """Return how strongly it speaks against a time that the children have nobody."""
        childcare = person.childcare
        laid_on = any(need.role == "childcare" for need in session.workers)
        if not childcare.children or laid_on or self.sitters_paid or childcare.sitter.is_yes:
            return 0
        if self.name() in person.come_anyway:
            return 0
        return Degree.UNKNOWN if childcare.sitter.is_unknown else Degree.NEVER


def _alone_at(grid: Grid, person: int, *, minded: Taken) -> NDArray[np.bool_]:
    """Say where nobody minds somebody's children all the while they are away, shape (S, V)."""
    before, after = minutes_within(grid, minded)
    out, back = legs(grid, person)
    alone: NDArray[np.bool_] = (out > before[:, None]) | (back > after[:, None])
    return alone


def _minded(person: Person, programme: Programme) -> KnownHours:
    return known_hours(programme, person.childcare.minded, home=person.home)
