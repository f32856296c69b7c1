"""Keep the group small enough for everybody to be heard."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.people import Person
from scheduler.samples import ISHBEL


@dataclass(frozen=True)
class GroupSize(Constraint):
    """Six to twenty people: fewer carry too much, and among more some are never heard.

    This closes nothing. It says so, and for a larger group how it could be shared out in two.
    """

    least: int = 6
    """Fewest people in a group."""
    most: int = 20
    """Most people in a group."""

    title: ClassVar[str] = "Have six to twenty people in a group"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "more than twenty is too big, fewer than six too small",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Twenty-one people are in the group.",
            given={"group": (ISHBEL,) * 21},
            expects="A group of 21 is more than 20: two groups of 11 and 10 would hear everybody.",
        ),
        Example(
            says="Five people are in the group.",
            given={"group": (ISHBEL,) * 5},
            expects="A group of 5 is small, fewer than 6: ask others in, or join another group.",
        ),
        Example(says="Twenty people are in the group.", given={"group": (ISHBEL,) * 20}),
    )

    def check(self, group: tuple[Person, ...]) -> Objection | None:
        """Object mildly to a group that is too small or too big."""
        size = len(group)
        if size > self.most:
            halves = f"two groups of {size - size // 2} and {size // 2}"
            says = f"A group of {size} is more than {self.most}: {halves} would hear everybody."
            return Objection(Degree.AVOID, says)
        if size < self.least:
            small = f"A group of {size} is small, fewer than {self.least}"
            return Objection(Degree.AVOID, f"{small}: ask others in, or join another group.")
        return None
