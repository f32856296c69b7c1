"""Hold a meeting only with everybody of its group there."""

from dataclasses import dataclass
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Objection
from scheduler.people import Person


@dataclass(frozen=True)
class Everybody(Constraint):
    """The meetings of problem 46 of CSPLib have no quorum: whoever belongs to one attends it."""

    title: ClassVar[str] = "Meet only when everybody can come"

    def check(self, present: tuple[Person, ...], group: tuple[Person, ...]) -> Objection | None:
        """Object where anybody is missing."""
        if len(present) == len(group):
            return None
        says = f"Only {len(present)} of {len(group)} are there."
        return Objection(Degree.NEVER, says, says)
