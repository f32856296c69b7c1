"""Bring households together, or not at all."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.households import Household
from scheduler.people import Person
from scheduler.programme import Project
from scheduler.samples import ISHBEL, PROJECT, RORY

UNA = ISHBEL.model_copy(update={"code": "una", "name": "Una"})
PAIR = PROJECT.model_copy(update={"households": (Household(members=("ishbel", "una")),)})


@dataclass(frozen=True)
class HouseholdTogether(Constraint):
    """Some people come together or not at all, such as a couple, or a parent and a grown-up child.

    A session to which only some of them could be counted on to come is not held then. One to which
    all of them can come will do, and so will one to which none can. Nothing is said of who it is.
    """

    closed: bool = True
    """Whether such a session is not held, rather than only if need be."""

    title: ClassVar[str] = "Bring households together or not at all"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "decisions by family, community or alone",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Only one of a couple can come.",
            given={"project": PAIR, "group": (ISHBEL, UNA, RORY), "present": (UNA, RORY)},
            expects="People who come together or not at all could not all be there.",
        ),
        Example(
            says="Both can come.",
            given={"project": PAIR, "group": (ISHBEL, UNA, RORY), "present": (ISHBEL, UNA)},
        ),
        Example(
            says="Neither can come.",
            given={"project": PAIR, "group": (ISHBEL, UNA, RORY), "present": (RORY,)},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Meet if need be when only some of a household can come", {"closed": False}, price=2
        ),
    )

    def check(self, present: tuple[Person, ...], project: Project) -> Objection | None:
        """Object where some of a household are there, and some are not."""
        there = {person.code for person in present}
        for household in project.households:
            here = there.intersection(household.members)
            if here and len(here) < len(set(household.members)):
                says = "People who come together or not at all could not all be there."
                return Objection(Degree.NEVER if self.closed else Degree.AVOID, says)
        return None
