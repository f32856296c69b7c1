"""Choose a room that holds the whole group."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.needed import needs_of
from scheduler.people import Person
from scheduler.programme import Session
from scheduler.samples import HALL, ISHBEL, RORY, WISH
from scheduler.venues import Venue
from scheduler.workers import WHEELCHAIR_TAXI, WorkerNeed


@dataclass(frozen=True)
class Capacity(Constraint):
    """A room must hold the whole group and the workers: nobody is turned away at the door.

    Whoever comes along to assist somebody needs a place too. Whoever takes part on-line or by phone
    only needs none. Whoever does so if need be has one.
    """

    spare_places: int = 2
    """Places kept for facilitators, supporters and interpreters, if no more are needed."""

    title: ClassVar[str] = "Choose a room that holds everybody"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "groups of six to twenty",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="A room for three, and a group of two with two places to spare.",
            given={"venue": HALL.model_copy(update={"capacity": 3}), "group": (ISHBEL, RORY)},
            expects="Glen Hall holds 3; the group and its workers need 4.",
        ),
        Example(
            says="Nobody has asked how many the room holds.",
            given={"venue": HALL.model_copy(update={"capacity": None}), "group": (ISHBEL, RORY)},
            expects="How many people does Glen Hall hold? At least 4 are needed.",
        ),
        Example(
            says="A room for three, and one of the two rings in.",
            given={
                "venue": HALL.model_copy(update={"capacity": 3}),
                "group": (
                    ISHBEL.model_copy(
                        update={"other_ways": ("by phone",), "other_ways_only": True}
                    ),
                    RORY,
                ),
            },
        ),
        Example(
            says="Three workers are needed, which is more than the places to spare.",
            given={
                "venue": HALL.model_copy(update={"capacity": 4}),
                "group": (ISHBEL, RORY),
                "session": WISH.model_copy(
                    update={"workers": (WorkerNeed(role="facilitator", count=3),)}
                ),
            },
            expects="Glen Hall holds 4; the group and its workers need 5.",
        ),
        Example(
            says="Somebody comes along to assist one of the two.",
            given={
                "venue": HALL.model_copy(update={"capacity": 4}),
                "group": (ISHBEL.model_copy(update={"helpers": 1}), RORY),
            },
            expects="Glen Hall holds 4; the group and its workers need 5.",
        ),
        Example(says="The hall holds thirty.", given={"venue": HALL, "group": (ISHBEL, RORY)}),
    )

    def check(self, venue: Venue, group: tuple[Person, ...], session: Session) -> Objection | None:
        """Object where the room is too small, or nobody knows."""
        workers = sum(need.role != WHEELCHAIR_TAXI for need in needs_of(session, group))
        members = sum(1 + person.helpers for person in group if not person.other_ways_only)
        needed = members + max(self.spare_places, workers)
        if venue.is_remote:
            return None
        if venue.capacity is None:
            return Objection(
                Degree.UNKNOWN,
                f"How many people does {venue.label} hold? At least {needed} are needed.",
            )
        if venue.capacity < needed:
            says = f"{venue.label} holds {venue.capacity}; the group and its workers need {needed}."
            return Objection(Degree.NEVER, says)
        return None
