"""Which companies the rules about who is there allow, asked by number and answered once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.grid import Grid
from scheduler.people import Person
from scheduler.ties import StandDown

Company = int
"""A company as a number: one bit for each person of the group, the first person's the lowest."""


@dataclass(frozen=True, eq=False)
class Companies:
    """The rules about who is there together, for one session wish; every answer is kept."""

    grid: Grid
    rules: tuple[Constraint, ...]
    """Constraints that ask who is present, and nothing about start or venue."""
    stand_down: tuple[StandDown, ...]
    _allowed: dict[tuple[str, Company], bool] = field(default_factory=dict)
    _met: dict[tuple[Company, Company], bool] = field(default_factory=dict)

    def can_meet(self, able: Company, sure: Company) -> bool:
        """Say whether those able can meet, some of them standing down if need be."""
        key = able, sure
        if key not in self._met:
            self._met[key] = self._tried(able, sure, 0)
        return self._met[key]

    def keeping(self, names: frozenset[str]) -> "Companies":
        """Return the same with only some rules standing; what each said so far is shared."""
        rules = tuple(rule for rule in self.rules if rule.name() in names)
        ties = tuple(tie for tie in self.stand_down if tie.constraint in names)
        return Companies(self.grid, rules, ties, self._allowed)

    def _tried(self, coming: Company, sure: Company, tie: int) -> bool:
        if tie == len(self.stand_down):
            return all(self._allows(rule, coming & sure) for rule in self.rules)
        who, than = (_number(self.grid.people, of) for of in self._sides(tie))
        many, room = coming & who, (coming & than & sure).bit_count()
        if many.bit_count() <= room:
            return self._tried(coming, sure, tie + 1)
        kept = (coming & ~who | sum(some) for some in combinations(_bits(many), room))
        return any(self._tried(fewer, sure, tie + 1) for fewer in kept)

    def _sides(self, tie: int) -> tuple[Callable[[Person], bool], Callable[[Person], bool]]:
        return self.stand_down[tie].who, self.stand_down[tie].than

    def _allows(self, rule: Constraint, present: Company) -> bool:
        key = rule.name(), present
        if key not in self._allowed:
            people = tuple(p for n, p in enumerate(self.grid.people) if present >> n & 1)
            names = tuple(name for name in rule.asks_for() if name != "present")
            objection = rule.check(**{**self.grid.arguments(names, {}), "present": people})
            self._allowed[key] = objection is None or objection.degree < Degree.NEVER
        return self._allowed[key]


def _number(people: Sequence[Person], which: Callable[[Person], bool]) -> Company:
    return sum(1 << n for n, person in enumerate(people) if which(person))


def _bits(company: Company) -> list[Company]:
    return [1 << n for n in range(company.bit_length()) if company >> n & 1]
