"""Meet only where everybody can get in, take part and go to the toilet."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from scheduler.absence import would_rather_not
from scheduler.calendars.tables import read_table
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.facts import NO, UNKNOWN, Answer, Fact
from scheduler.people import Need, Person
from scheduler.private import RULED_OUT
from scheduler.samples import HALL, ISHBEL
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
            expects="Ishbel takes part by phone, as they chose.",
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
        if venue.is_remote:
            return None
        answers = {need: venue.meets(need) for need in person.needs if not venue.meets(need).is_yes}
        lacking = [need for need, fact in answers.items() if fact.is_no]
        if lacking:
            return self._lacking(person, venue, needs=lacking)
        asks = " ".join(_question(need, fact, venue=venue) for need, fact in answers.items())
        return Objection(Degree.UNKNOWN, asks) if asks else None

    def instead(self, person: Person, venue: Venue) -> str:
        """Return the way they chose where a need is not met, if they share their reasons."""
        lacks = any(venue.meets(need).is_no for need in person.needs)
        is_told = lacks and person.share_reasons and person.other_ways and not venue.is_remote
        return person.other_ways[0] if is_told else ""

    def _lacking(self, person: Person, venue: Venue, *, needs: list[Need]) -> Objection | None:
        if person.other_ways and self.name() in person.come_anyway:
            return None
        if person.other_ways:
            return would_rather_not(
                person, f"{person.label} takes part {person.other_ways[0]}, as they chose."
            )
        lacks = " and ".join(QUESTIONS[need]["lacks"] for need in needs)
        because = f"{person.label} cannot come: {venue.label} {lacks}."
        # Named beside a hall of which a fact is known, somebody's need would be told.
        return Objection(Degree.RIGHT, because) if person.share_reasons else RULED_OUT


def _question(need: Need, fact: Fact, *, venue: Venue) -> str:
    """Return what to ask the venue: the measures where it half said yes, else whether at all."""
    column = "measures" if fact.answer is Answer.LIMITED else "question"
    return QUESTIONS[need][column].format(venue=venue.label)
