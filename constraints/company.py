"""Bring nobody together with somebody they must not meet."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Example, Objection, Source
from scheduler.people import Person
from scheduler.private import ANOTHER_WAY, RULED_OUT
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, RORY
from scheduler.venues import Venue


@dataclass(frozen=True)
class Company(Constraint):
    """Some people must not be in a room together. That is theirs to know.

    While both are in one group no room will do, unless one of them chose another way to take part.
    Nor will a place where the other is usually to be found in their job, in the group or not.
    Nothing is said of who it is, whatever else they agreed to share.
    """

    title: ClassVar[str] = "Bring nobody together with somebody they must not meet"
    is_right: ClassVar[bool] = True
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Two members must not be in a room together.",
            given={"person": ISHBEL.model_copy(update={"not_with": ("rory",)})},
            expects="A private need rules this out.",
        ),
        Example(
            says="One of them chose to take part by phone.",
            given={
                "person": ISHBEL.model_copy(
                    update={"not_with": ("rory",), "other_ways": ("by phone",)}
                )
            },
            expects="A private need is met by another way to take part.",
        ),
        Example(
            says="The other is not in this group, and works elsewhere.",
            given={"person": ISHBEL.model_copy(update={"not_with": ("rory",)}), "group": (ISHBEL,)},
        ),
        Example(
            says="They can be in a room with anybody.",
            given={"person": ISHBEL, "group": (ISHBEL, RORY)},
        ),
    )

    def check(
        self, programme: Programme, venue: Venue, person: Person, group: tuple[Person, ...]
    ) -> Objection | None:
        """Object where somebody they must not meet is in the group or at home in the place."""
        if venue.is_remote or not person.not_with:
            return None
        in_group = [other for other in group if other.code in person.not_with]
        there = any(
            venue.code in other.places_of_service
            for other in (*programme.people, *in_group)
            if other.code in person.not_with
        )
        if not there and not in_group:
            return None
        apart = not there and all(other.other_ways for other in in_group)
        return ANOTHER_WAY if person.other_ways or apart else RULED_OUT
