"""Who is there when everybody able comes, and who stands down so that nobody is outnumbered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.grid import Grid
from scheduler.ties import StandDown

Row = tuple[bool, ...]


@dataclass(frozen=True, eq=False)
class Company:
    """The rules about who is there together, for one session wish."""

    grid: Grid
    rules: tuple[Constraint, ...]
    """Constraints that ask who is present."""
    stand_down: tuple[StandDown, ...]

    @cached_property
    def _out_of(self) -> tuple[tuple[NDArray[np.bool_], NDArray[np.bool_]], ...]:
        people = self.grid.people
        return tuple(
            (
                np.array([t.who(p) for p in people], dtype=np.bool_),
                np.array([t.than(p) for p in people], dtype=np.bool_),
            )
            for t in self.stand_down
        )

    def variants(
        self, able: NDArray[np.bool_], sure: NDArray[np.bool_]
    ) -> Iterator[NDArray[np.bool_]]:
        """Go through who could be coming: everybody able, less as many as need to stand down.

        Parameters
        ----------
        able, sure
            Who is able to come, and for whom nothing about that is unknown; shape (P,).
        """
        yield from self._stand_down(able, sure, 0)

    def _stand_down(
        self, coming: NDArray[np.bool_], sure: NDArray[np.bool_], tie: int
    ) -> Iterator[NDArray[np.bool_]]:
        if tie == len(self._out_of):
            yield coming
            return
        who, than = self._out_of[tie]
        many, room = np.flatnonzero(coming & who), int((coming & than & sure).sum())
        if len(many) <= room or self.grid.session.is_promised:
            yield from self._stand_down(coming, sure, tie + 1)
            return
        for kept in combinations(many.tolist(), room):
            fewer = coming & ~who
            fewer[list(kept)] = True
            yield from self._stand_down(fewer, sure, tie + 1)

    def short(
        self, coming: NDArray[np.bool_], sure: NDArray[np.bool_], at: dict[str, int]
    ) -> int | None:
        """Return how often the rules would rather have it otherwise.

        None where one of them forbids it.
        """
        present = coming & sure
        key = (present.tobytes(), *(at.values() if self.reads_candidate else ()))
        if key not in self._heard:
            self._heard[key] = self._short(present, at)
        return self._heard[key]

    @cached_property
    def _heard(self) -> dict[tuple[object, ...], int | None]:
        """What the rules said of every company asked about so far."""
        return {}

    def _short(self, here: NDArray[np.bool_], at: dict[str, int]) -> int | None:
        present = tuple(p for p, is_here in zip(self.grid.people, here, strict=True) if is_here)
        rather_not = 0
        for rule in self.rules:
            objection = rule.check(**self._arguments(rule.asks_for(), present, at))
            if objection is None:
                continue
            if objection.degree >= Degree.NEVER and not self.grid.session.is_promised:
                return None
            rather_not += 1
        return rather_not

    def _arguments(
        self, names: Sequence[str], present: tuple[object, ...], at: dict[str, int]
    ) -> dict[str, object]:
        plain = self.grid.arguments(tuple(name for name in names if name != "present"), at)
        return {**plain, "present": present} if "present" in names else plain

    @cached_property
    def reads_candidate(self) -> bool:
        """Say whether any rule also asks about the start or the venue.

        So that equal companies may differ.
        """
        return any({"start", "end", "day", "venue"} & set(rule.asks_for()) for rule in self.rules)
