"""How to get into a room, whom to ask in which language, and what a group agreed, line by line."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from scheduler.facts import Answer
from scheduler.people import Person
from scheduler.programme import Programme, Project
from scheduler.venues import Venue

STEPS: Final[Mapping[Answer, str]] = MappingProxyType(
    {
        Answer.YES: "There is a way in without steps.",
        Answer.NO: "There are steps on the way in. Please ring us if that is a problem.",
        Answer.LIMITED: "Part of the way in is without steps. Please ring us to ask.",
    }
)
"""What everybody is told of steps, whether anybody asked or not."""

STEPS_UNKNOWN: Final = "We do not know yet if there are steps on the way in. Please ring us to ask."
ENGLISH: Final = frozenset({"", "english"})


def getting_in(venue: Venue) -> Iterator[str]:
    """Give the way into a room in plain words, and whether it is free of steps."""
    if venue.is_remote:
        return
    yield from filter(None, map(str.strip, venue.directions.splitlines()))
    yield STEPS.get(venue.meets("step-free").answer, STEPS_UNKNOWN)


def agreement_lines(project: Project) -> Iterator[str]:
    """Give what the group agreed on how people treat one another."""
    told = [line.strip() for line in project.agreement.splitlines() if line.strip()]
    if told:
        yield "What we agreed:"
        yield from told


def contacts_for_all(programme: Programme) -> Iterator[str]:
    """Give whom to ring in each language that somebody answers in."""
    for contact in programme.contacts:
        who = ", ".join(filter(None, (contact.name, contact.phone)))
        yield f"To ask in {contact.language}: {who}."


def own_contact(programme: Programme, person: Person) -> Iterator[str]:
    """Give whom one person may ring in their language, or say that there is nobody."""
    wanted = person.language.casefold()
    if wanted in ENGLISH:
        return
    found = [each for each in programme.contacts if each.language.casefold() == wanted]
    if found:
        yield from contacts_for_all(programme.model_copy(update={"contacts": tuple(found)}))
    else:
        yield f"Nobody here speaks {person.language} yet. Please ring, and we will find somebody."
