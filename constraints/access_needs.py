"""Meet only where everybody can get in, take part and go to the toilet."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from scheduler.calendars.tables import read_table
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.facts import NO, UNKNOWN, Answer, Fact
from scheduler.people import Need, Person
from scheduler.private import RULED_OUT
from scheduler.samples import HALL, ISHBEL
from scheduler.taking_part import TakingPart, other_way
from scheduler.venues import Venue

QUESTIONS = {
    row["need"]: row
    for row in read_table(Path(__file__).parent / "data" / "access_questions.csv").rows
}


@dataclass(frozen=True)
class AccessNeeds(Constraint):
    """A place that does not meet somebody's need is closed to the whole group: nobody is left out.

    Only a plain yes will do. "Limited" and "not known" are asked of the venue, with the measures to
    ask for and without a word about who needs it. Somebody who chose to take part on-line or by
    phone where the room does not suit them does so.
    """

    title: ClassVar[str] = "Meet only where everybody's needs are met"
    is_right: ClassVar[bool] = True
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Equality Act 2010, section 20: the duty to make reasonable adjustments",
            date(2026, 11, 23),
            "OGL-UK-3.0",
        ),
        Source("SCIE, Making events accessible: Choosing a venue", date(2026, 11, 23)),
        Source(
            "Wideaware, Checklist for organising accessible meetings and events", date(2026, 11, 23)
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Steps at the door, and somebody who cannot climb them.",
            given={
                "venue": HALL.model_copy(update={"access": {"step-free": NO}}),
                "person": ISHBEL.model_copy(update={"needs": ("step-free",)}),
            },
            expects="Ishbel cannot come: Glen Hall has no step-free way in.",
        ),
        Example(
            says="Nobody has asked about the hearing loop.",
            given={
                "venue": HALL.model_copy(update={"access": {"hearing loop": UNKNOWN}}),
                "person": ISHBEL.model_copy(update={"needs": ("hearing loop",)}),
            },
            expects="Does the room at Glen Hall have a hearing loop, and who there can work it?",
        ),
        Example(
            says="Steps at the door, and somebody who chose to ring in where that is so.",
            given={
                "venue": HALL.model_copy(update={"access": {"step-free": NO}}),
                "person": ISHBEL.model_copy(
                    update={"needs": ("step-free",), "other_ways": ("by phone",)}
                ),
            },
        ),
        Example(
            says="The hall has what is needed.",
            given={
                "person": ISHBEL.model_copy(update={"needs": ("step-free", "accessible toilet")})
            },
        ),
    )

    def check(self, venue: Venue, person: Person) -> Objection | None:
        """Object where a need is not met, or where nobody knows whether it is."""
        if not person.needs or venue.is_remote or person.other_ways_only:
            return None
        answers = {need: venue.meets(need) for need in person.needs if not venue.meets(need).is_yes}
        lacking = [need for need, fact in answers.items() if fact.is_no]
        if lacking:
            return self._lacking(person, venue, needs=lacking)
        asks = " ".join(_question(need, fact, venue=venue) for need, fact in answers.items())
        return Objection(Degree.UNKNOWN, asks) if asks else None

    def does_not_suit(self, part: TakingPart) -> bool:
        """Say whether a need is not met there."""
        return any(part.venue.meets(need).is_no for need in part.person.needs)

    def _lacking(self, person: Person, venue: Venue, *, needs: list[Need]) -> Objection | None:
        if other_way(person, venue):
            return None
        lacks = " and ".join(QUESTIONS[need]["lacks"] for need in needs)
        because = f"{person.label} cannot come: {venue.label} {lacks}."
        # Named beside a hall of which a fact is known, somebody's need would be told.
        return Objection(Degree.RIGHT, because) if person.share_reasons else RULED_OUT


def _question(need: Need, fact: Fact, *, venue: Venue) -> str:
    """Return what to ask the venue: the measures where it half said yes, else whether at all."""
    column = "measures" if fact.answer is Answer.LIMITED else "question"
    return QUESTIONS[need][column].format(venue=venue.label)
