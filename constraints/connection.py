"""Meet where there is a connection for whoever joins from elsewhere."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np

from scheduler.absence import cannot_come
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.facts import NO, YES
from scheduler.grid import Grid, Mask
from scheduler.people import Person
from scheduler.samples import HALL, ISHBEL
from scheduler.taking_part import OTHER_WAYS, connection_of
from scheduler.venues import Venue
from scheduler.ways import Way

RINGS_IN = ISHBEL.model_copy(update={"other_ways": ("by phone",), "other_ways_only": True})
BY_PHONE = Way(by="by phone")
ASKS = {
    "on-line": "Can people join on-line at {venue}: is the internet good enough in the room?",
    "by phone": "Can people join by phone at {venue}: is there reception or a phone in the room?",
}


@dataclass(frozen=True)
class Connection(Constraint):
    """Whoever joins a room on-line needs internet there; by phone, reception or a telephone.

    Whether there is any is asked of the venue, never guessed, and nobody accepts it in writing: it
    may be what somebody's right rests on. Where there is none, whoever takes part that way only
    cannot come, and others travel.
    """

    title: ClassVar[str] = "Have a connection where somebody joins in"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("What each venue said, as entered", date(2026, 11, 24)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="She rings in, and there is no reception in the glen.",
            given={
                "person": RINGS_IN,
                "way": BY_PHONE,
                "venue": HALL.model_copy(update={"phone_reception": NO}),
            },
            expects="Ishbel cannot come: nobody can join by phone at Glen Hall.",
        ),
        Example(
            says="Nobody asked the hall.",
            given={"person": RINGS_IN, "way": BY_PHONE},
            expects="Can people join by phone at Glen Hall: "
            "is there reception or a phone in the room?",
        ),
        Example(
            says="There is a telephone.",
            given={
                "person": RINGS_IN,
                "way": BY_PHONE,
                "venue": HALL.model_copy(update={"phone_reception": YES}),
            },
        ),
        Example(says="Everybody travels.", given={}),
    )

    @classmethod
    def asks_the_venue(cls) -> bool:
        """Say that what is not known is for the venue to answer, although ways are read."""
        return True

    def check(self, venue: Venue, person: Person, way: Way) -> Objection | None:
        """Object where somebody would join from elsewhere and there is no connection."""
        if venue.is_remote or not way.is_remote:
            return None
        degree = _lacking(venue, way.by)
        if degree == Degree.UNKNOWN:
            return Objection(Degree.UNKNOWN, ASKS[way.by].format(venue=venue.label))
        because = f"nobody can join {way.by} at {venue.label}."
        return cannot_come(person, f"{person.label} cannot come: {because}") if degree else None

    def screen(self, grid: Grid) -> Mask:
        """Look up who joins which room from elsewhere, and what is known of it."""
        if not any(person.other_ways for person in grid.people):
            return Mask(np.zeros((1, 1, 1), dtype=np.uint8))
        degrees = np.zeros(grid.ways.number.shape, dtype=np.uint8)
        for by in OTHER_WAYS:
            joins = np.array([way.by == by for way in grid.ways.all], dtype=np.bool_)
            lacking = [0 if v.is_remote else _lacking(v, by) for v in grid.venues]
            degrees |= joins[grid.ways.number] * np.array(lacking, dtype=np.uint8)[:, None]
        return Mask(degrees)


def _lacking(venue: Venue, by: str) -> int:
    """Return how strongly it speaks against a room what is known of joining it so."""
    fact = connection_of(venue, by)
    return 0 if fact.is_yes else Degree.NEVER if fact.is_no else Degree.UNKNOWN
