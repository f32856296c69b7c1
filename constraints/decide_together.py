"""Keep to what a household agreed: together or not at all, or one at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.people import Person
from scheduler.samples import ISHBEL, RORY
from scheduler.sentences import listed
from scheduler.ties import Deciding, Ties

WITH_RORY = ISHBEL.model_copy(update={"together_with": (RORY.code,)})
OR_RORY = ISHBEL.model_copy(update={"in_turn_with": (RORY.code,)})


@dataclass(frozen=True)
class DecideTogether(Constraint):
    """Two of a household, or somebody and their supporter, may come only together, or in turn.

    Where one of two has to stay behind, with the children perhaps, the plan shares out who does.
    """

    title: ClassVar[str] = "Keep to what a household agreed"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "decisions by family, community or alone",
            date(2026, 11, 24),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Two who come in turn are both there.",
            given={
                "person": OR_RORY,
                "group": (OR_RORY, RORY),
                "present": (OR_RORY, RORY),
                "coming": (OR_RORY, RORY),
            },
            expects="Ishbel and Rory are planned for together; one of them has to stay away.",
        ),
        Example(
            says="One comes without the other.",
            given={
                "person": WITH_RORY,
                "group": (WITH_RORY, RORY),
                "present": (WITH_RORY,),
                "coming": (WITH_RORY,),
            },
            expects="Ishbel and Rory come only together, and not all of them are planned for.",
        ),
        Example(
            says="Both of two who come together are there.",
            given={
                "person": WITH_RORY,
                "group": (WITH_RORY, RORY),
                "present": (WITH_RORY, RORY),
                "coming": (WITH_RORY, RORY),
            },
        ),
    )

    def check(
        self, person: Person, group: tuple[Person, ...], coming: tuple[Person, ...]
    ) -> Objection | None:
        """Object where all of those who take turns come, or some of those who come together."""
        here = {each.code for each in coming}
        turns = _circle(person, person.in_turn_with, group)
        if len(turns) > 1 and all(each.code in here for each in turns):
            says = f"{_named(turns)} are planned for together; one of them has to stay away."
            return Objection(Degree.NEVER, says)
        circle = _circle(person, person.together_with, group)
        missing = [each for each in circle if each.code not in here]
        if missing and len(missing) < len(circle):
            says = f"{_named(circle)} come only together, and not all of them are planned for."
            return Objection(Degree.NEVER, says)
        return None

    def couple(self, ties: Ties) -> None:
        """Let those who decide together stay away for one another's sake."""
        ties.decide_together(
            Deciding(
                self.name(),
                lambda person: person.in_turn_with,
                both=False,
                says="stays behind this time, as agreed.",
            )
        )
        ties.decide_together(
            Deciding(
                self.name(),
                lambda person: person.together_with,
                both=True,
                says="comes only together with others, as agreed.",
            )
        )


def _circle(person: Person, codes: Iterable[str], group: Iterable[Person]) -> tuple[Person, ...]:
    """Return those of a group who decide together with somebody, that person among them."""
    wanted = {person.code, *codes}
    return tuple(each for each in group if each.code in wanted)


def _named(people: Iterable[Person]) -> str:
    return listed([each.label for each in people])
