"""Meet on ground that belongs to nobody in the group more than to the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from scheduler.accepted import unless_accepted
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.people import Person
from scheduler.places.kinds import kind_of, read_kinds
from scheduler.places.names import is_said, is_same_name
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, RORY
from scheduler.sentences import with_article
from scheduler.spelling import is_almost_name
from scheduler.venues import Venue

KINDS = read_kinds(Path(__file__).parent / "data" / "venue_kinds.csv")


@dataclass(frozen=True)
class NeutralVenue(Constraint):
    """Nobody should have to meet where somebody else in the group is at home by their job.

    Worked out from who is in the group, and so changes when the group does. Offices of a member's
    employer, and places where a member usually sees people in their job, are out; so are police
    stations, courts and the like where anybody has lived experience. Other buildings that an
    employer runs, places of worship and offices of others are for the group to say. A landlord or
    a grant does not count against a place. Not known is not neutral: somebody asks.
    """

    title: ClassVar[str] = "Meet on neutral ground"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="An office of the council one member works for.",
            given={
                "venue": HALL.model_copy(
                    update={
                        "name": "Glen House",
                        "kind": "council office",
                        "operator": "The Glen Council",
                    }
                )
            },
            expects="Glen House is an office of The Glen Council, where a member works.",
        ),
        Example(
            says="A library the council runs.",
            given={
                "venue": HALL.model_copy(
                    update={"name": "Glen Library", "kind": "library", "operator": "Glen Council"}
                )
            },
            expects="Glen Council runs Glen Library, and a member works for it: "
            "is the group at ease meeting there?",
        ),
        Example(
            says="The same library, its council misspelt.",
            given={
                "venue": HALL.model_copy(
                    update={"name": "Glen Library", "kind": "library", "operator": "Glen Concil"}
                )
            },
            expects="Is Glen Concil, which runs Glen Library, the same as Glen Council, "
            "where a member works? If so, write both alike.",
        ),
        Example(
            says="The same library, and a group in which nobody works for the council.",
            given={
                "venue": HALL.model_copy(
                    update={"name": "Glen Library", "kind": "library", "operator": "Glen Council"}
                ),
                "group": (ISHBEL, RORY.model_copy(update={"employer": "Glen Advocacy"})),
            },
        ),
        Example(
            says="A hall run by its own committee, with a grant of the council.",
            given={"venue": HALL.model_copy(update={"funders": ("Glen Council",)})},
        ),
    )

    def check(
        self, programme: Programme, venue: Venue, group: tuple[Person, ...]
    ) -> Objection | None:
        """Object where the place belongs to one side, or where the group has to be asked."""
        if venue.is_remote:
            return None
        objection = next(_never(venue, group), None) or next(_asked(venue, group), None)
        return unless_accepted(objection, programme, constraint=self.name(), about=venue.code)


def _never(venue: Venue, group: tuple[Person, ...]) -> Iterator[Objection]:
    neutral = kind_of(venue.kind, KINDS).neutral
    if neutral == "never" and any(person.is_lived for person in group):
        says = f"{venue.label} is {with_article(venue.kind)}, where not everybody can feel safe."
        yield Objection(Degree.NEVER, says, says)
    if any(venue.code in person.places_of_service for person in group):
        says = f"{venue.label} is where a member of the group usually sees people in their job."
        yield Objection(Degree.NEVER, says)
    if neutral in {"never", "office"} and _employs(venue, group):
        says = f"{venue.label} is an office of {venue.operator}, where a member works."
        yield Objection(Degree.NEVER, says)


def _asked(venue: Venue, group: tuple[Person, ...]) -> Iterator[Objection]:
    neutral = kind_of(venue.kind, KINDS).neutral
    for employer in sorted({person.employer for person in group}):
        if is_almost_name(venue.operator, employer):
            says = f"Is {venue.operator}, which runs {venue.label}, the same as {employer}"
            says = f"{says}, where a member works? If so, write both alike."
            yield Objection(Degree.UNKNOWN, says)
    if _employs(venue, group):
        runs = f"{venue.operator} runs {venue.label}, and a member works for it"
        yield Objection(Degree.UNKNOWN, f"{runs}: is the group at ease meeting there?")
    if neutral in {"never", "office", "ask"}:
        where = f"{venue.label}, {with_article(venue.kind)}"
        says = f"Is everybody in the group at ease meeting in {where}?"
        yield Objection(Degree.UNKNOWN, says)
    if not is_said(venue.operator) and neutral == "operator":
        known = f"Who runs {venue.label}?"
        says = known if venue.kind else f"What kind of place is {venue.label}, and who runs it?"
        yield Objection(Degree.UNKNOWN, says)


def _employs(venue: Venue, group: tuple[Person, ...]) -> bool:
    return any(is_same_name(venue.operator, person.employer) for person in group)
