"""Keep to what a household agreed: together or not at all, or in turn."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.households import Household
from scheduler.people import Person
from scheduler.programme import Project
from scheduler.samples import ISHBEL, PROJECT, RORY
from scheduler.ties import Deciding, Ties

UNA = ISHBEL.model_copy(update={"code": "una", "name": "Una"})
PAIR = PROJECT.model_copy(update={"households": (Household(members=("ishbel", "una")),)})
TURNS = PROJECT.model_copy(
    update={"households": (Household(members=("ishbel", "una"), comes="in turn"),)}
)


@dataclass(frozen=True)
class HouseholdAgreement(Constraint):
    """Some people come together or not at all, and some in turn, one staying with the children.

    Where only some of those who come together can come, the others stay away that day. Of those who
    come in turn the plan shares out who stays behind. Nothing is said of who it is.
    """

    title: ClassVar[str] = "Keep to what a household agreed"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "decisions by family, community or alone",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Only one of a couple is planned for.",
            given={"project": PAIR, "coming": (UNA, RORY), "present": (UNA, RORY)},
            expects="People who come together or not at all are not all planned for.",
        ),
        Example(
            says="Both of two who come in turn are planned for.",
            given={"project": TURNS, "coming": (ISHBEL, UNA), "present": (ISHBEL, UNA)},
            expects="People who come in turn are all planned for at once.",
        ),
        Example(
            says="Both of a couple are planned for.",
            given={"project": PAIR, "coming": (ISHBEL, UNA), "present": (ISHBEL, UNA)},
        ),
        Example(says="Neither is.", given={"project": PAIR, "coming": (RORY,), "present": (RORY,)}),
    )

    def check(self, coming: tuple[Person, ...], project: Project) -> Objection | None:
        """Object where a plan does not keep to what a household agreed."""
        there = {person.code for person in coming}
        for household in project.households:
            here = there.intersection(household.members)
            every = len(here) == len(set(household.members))
            if household.comes == "together" and here and not every:
                says = "People who come together or not at all are not all planned for."
                return Objection(Degree.NEVER, says)
            if household.comes == "in turn" and every:
                says = "People who come in turn are all planned for at once."
                return Objection(Degree.NEVER, says)
        return None

    def couple(self, ties: Ties) -> None:
        """Let those who decide together stay away for one another's sake."""
        for comes, says in (
            ("in turn", "stays behind this time, as agreed."),
            ("together", "comes only together with others, as agreed."),
        ):
            tie = Deciding(self.name(), _circles(comes), both=comes == "together", says=says)
            ties.decide_together(tie)


def _circles(comes: str) -> Callable[[Project], Iterable[Iterable[str]]]:
    return lambda project: (h.members for h in project.households if h.comes == comes)
