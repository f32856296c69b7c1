"""What every constraint says about one candidate, in sentences.

The look-up behind a plan and behind "why not?".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.choosing import Desk
from scheduler.constraint import Constraint, Objection
from scheduler.people import Person
from scheduler.screen import Screened
from scheduler.told import told


@dataclass(frozen=True)
class Heard:
    """One objection, who raised it and whom it concerns."""

    constraint: str
    person: Person | None
    """The person it concerns; None where it concerns everybody."""
    about: str
    """The venue, person or project to ask about, by code."""
    phone: str
    objection: Objection
    beside: str
    """What may stand beside that person's name; empty where nothing may."""

    def concerns(self, person: Person) -> bool:
        """Say whether it is a person whom it concerns; their code tells most others at a glance."""
        own = self.person
        return own is not None and own.code == person.code and own == person


def heard(desk: Desk, screened: Screened, *, start: int, venue: int) -> tuple[Heard, ...]:
    """Return every objection to a candidate, constraint by constraint, person by person."""
    asked = [rule for rule in desk.rules if rule.is_screened()]
    return tuple(one for rule in asked for one in _heard_of(rule, screened, start, venue))


def _heard_of(rule: Constraint, screened: Screened, start: int, venue: int) -> Iterator[Heard]:
    grid = screened.grid
    degrees = screened.masks[rule.name()].degrees
    own = degrees[start if len(degrees) > 1 else 0, venue if degrees.shape[1] > 1 else 0]
    people = range(len(grid.people)) if rule.reads_person() else (-1,)
    for p in people:
        if not own[p if len(own) > 1 else 0]:
            continue
        at = {"start": start, "venue": venue, "person": p}
        said = told(rule, grid.arguments(rule.asks_for(), at))
        if said is not None:
            person = grid.people[p] if p >= 0 else None
            about, phone = _about(rule, screened, venue, person)
            yield Heard(rule.name(), person, about, phone, said.objection, said.beside)


def _about(
    rule: Constraint, screened: Screened, venue: int, person: Person | None
) -> tuple[str, str]:
    """Return whom to ask: the venue where it is for a venue to answer, else the person.

    Else the group.
    """
    grid = screened.grid
    if rule.asks_the_venue():
        return grid.venues[venue].code, grid.venues[venue].phone
    return (person.code if person else grid.project.code), ""
