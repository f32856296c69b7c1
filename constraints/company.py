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
        if venue.is_remote or person.other_ways_only:
            return None
        met, there = _met(person, group), _is_theirs(programme, venue, person=person, group=group)
        if not (met or there) or other_way(person, venue):
            return None
        apart = not there and all(other_way(other, venue) for other in met)
        return None if apart else RULED_OUT

    def does_not_suit(self, part: TakingPart) -> bool:
        """Say whether somebody is kept away: for their own sake, or another's who has to come."""
        person, venue, group = part.person, part.venue, part.group
        met = _met(person, group)
        there = _is_theirs(part.programme, venue, person=person, group=group)
        others = (other for other in group if not other_way(other, venue))
        return bool(met) or there or any(person in _met(other, group) for other in others)


def _met(person: Person, group: Iterable[Person]) -> tuple[Person, ...]:
    """Return whom of a group they must not meet and would, if both came."""
    if person.other_ways_only:
        return ()
    others = (other for other in group if other.code in person.not_with)
    return tuple(other for other in others if not other.other_ways_only)


def _is_theirs(
    programme: Programme, venue: Venue, *, person: Person, group: Iterable[Person]
) -> bool:
    """Say whether somebody they must not meet is at home in the place."""
    if not person.not_with:
        return False
    others = (other for other in (*programme.people, *group) if other.code in person.not_with)
    return any(venue.code in other.places_of_service for other in others)
