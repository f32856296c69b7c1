"""Things known again as the very same ones: what was worked out from them is found again."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, eq=False)
class Same(Generic[Thing]):
    """Some things, equal to nothing but the very same ones."""

    all: tuple[Thing, ...]

    def __eq__(self, other: object) -> bool:
        """Say whether they are the very same."""
        return isinstance(other, Same) and self.all is other.all

    def __hash__(self) -> int:
        """Return a number that is the same for the very same ones."""
        return id(self.all)
