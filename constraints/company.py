"""Bring nobody together with somebody they must not meet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Example, Objection, Source
from scheduler.people import Person
from scheduler.private import RULED_OUT
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, RORY
from scheduler.taking_part import TakingPart, other_way
from scheduler.venues import ONLINE, Venue


@dataclass(frozen=True)
class Company(Constraint):
    """Some people must not be in a room together, nor on one call. That is theirs to know.

    While both are in one group no room will do and no call, unless whoever asked for it chose that
    other way to take part. What the other chose settles nothing: nobody accepts in their place.
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
            says="Whoever asked for it chose to take part by phone.",
            given={
                "person": ISHBEL.model_copy(
                    update={"not_with": ("rory",), "other_ways": ("by phone",)}
                )
            },
        ),
        Example(
            says="The session is on-line, and they did not choose that way.",
            given={
                "person": ISHBEL.model_copy(update={"not_with": ("rory",)}),
                "venue": ONLINE,
            },
            expects="A private need rules this out.",
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
        met, there = _met(person, group), _is_theirs(programme, venue, person=person, group=group)
        if not (met or there) or _chose(person, venue):
            return None
        return RULED_OUT

    def does_not_suit(self, part: TakingPart) -> bool:
        """Say whether somebody they must not meet is in the group or at home in the place."""
        person, venue, group = part.person, part.venue, part.group
        there = _is_theirs(part.programme, venue, person=person, group=group)
        return _met(person, group) or there


def _chose(person: Person, venue: Venue) -> bool:
    """Say whether somebody takes part in a session there in another way, which they chose."""
    if venue.is_remote:
        return venue.kind in person.other_ways
    return person.other_ways_only or bool(other_way(person, venue))


def _met(person: Person, group: Iterable[Person]) -> bool:
    """Say whether somebody they must not meet is in a group."""
    return bool(person.not_with) and any(other.code in person.not_with for other in group)


def _is_theirs(
    programme: Programme, venue: Venue, *, person: Person, group: Iterable[Person]
) -> bool:
    """Say whether somebody they must not meet is at home in the place."""
    if not person.not_with:
        return False
    others = (other for other in (*programme.people, *group) if other.code in person.not_with)
    return any(venue.code in other.places_of_service for other in others)
