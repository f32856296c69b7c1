"""Ask nobody to go where they must not be asked to go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.people import Person
from scheduler.places.kinds import kind_of, read_kinds
from scheduler.places.names import plain_name
from scheduler.private import RULED_OUT
from scheduler.samples import HALL, ISHBEL
from scheduler.taking_part import TakingPart, other_way
from scheduler.venues import Venue

KINDS = read_kinds(Path(__file__).parent / "data" / "venue_kinds.csv")


@dataclass(frozen=True)
class NoGoPlaces(Constraint):
    """Some people must not be asked to go to a place or a kind of place. That is theirs to know.

    Such a place is closed to the whole group. Nothing is said of whose need it is, nor of the
    place, whatever else they agreed to share. A place is named by its code, its name, who runs it,
    or its kind: "police" is every police station. What kind of place a room is, is therefore asked
    of every room of which nobody said, in every group.
    """

    title: ClassVar[str] = "Ask nobody to go where they must not"
    is_right: ClassVar[bool] = True
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Somebody must not be asked to go to a church, and this is a church hall.",
            given={
                "venue": HALL.model_copy(update={"kind": "church hall"}),
                "person": ISHBEL.model_copy(update={"no_go": ("place of worship",)}),
            },
            expects="A private need rules this out.",
        ),
        Example(
            says="They chose to ring in where that is so.",
            given={
                "person": ISHBEL.model_copy(
                    update={"no_go": ("Glen Hall",), "other_ways": ("by phone",)}
                ),
            },
        ),
        Example(
            says="They must not be asked to go to the police, and this is a hall.",
            given={"person": ISHBEL.model_copy(update={"no_go": ("police",)})},
        ),
    )

    @classmethod
    def words_known(cls) -> Mapping[str, frozenset[str]]:
        """Return the kinds of places there are, so that a slip does not keep nobody away."""
        return {"no_go": frozenset().union(*(kind.called for kind in KINDS.values()))}

    def check(self, venue: Venue, person: Person) -> Objection | None:
        """Object where it is one of their places or kinds, or where nobody knows its kind.

        That is asked whoever is in the group: else the question would tell that somebody has one.
        """
        if venue.is_remote:
            return None
        if not person.other_ways_only and _is_no_go(person, venue):
            return None if other_way(person, venue) else RULED_OUT
        if not venue.kind:
            asks = f"What kind of place is {venue.label}, and who runs it?"
            return Objection(Degree.UNKNOWN, asks, is_private=True)
        return None

    def does_not_suit(self, part: TakingPart) -> bool:
        """Say whether it is one of their places or kinds."""
        return _is_no_go(part.person, part.venue)


def _is_no_go(person: Person, venue: Venue) -> bool:
    no_go = person.no_go
    return bool(no_go) and not _words_for(venue).isdisjoint(map(plain_name, no_go))


def _words_for(venue: Venue) -> frozenset[str]:
    """Return every word by which somebody may have meant this place."""
    own = (venue.code, venue.name, venue.operator, venue.kind)
    return (frozenset(map(plain_name, own)) | kind_of(venue.kind, KINDS).called) - {""}
