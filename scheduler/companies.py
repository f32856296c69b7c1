"""Which companies the rules about who is there allow, asked by number and answered once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
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
    _said: dict[str, dict[Company, bool]] = field(default_factory=dict)
    _met: dict[tuple[Company, Company], bool] = field(default_factory=dict)

    def can_meet(self, able: Company, sure: Company) -> bool:
        """Say whether those able can meet, some of them standing down if need be."""
        key = able, sure
        if key not in self._met:
            self._met[key] = any(self._are_allowed(c & sure) for c in self._coming(able, sure, 0))
        return self._met[key]

    def keeping(self, names: frozenset[str]) -> "Companies":
        """Return the same with only some rules standing; what each said so far is shared."""
        rules = tuple(rule for rule in self.rules if rule.name() in names)
        ties = tuple(tie for tie in self.stand_down if tie.constraint in names)
        return Companies(self.grid, rules, ties, self._said)

    def _coming(self, able: Company, sure: Company, tie: int) -> Iterator[Company]:
        """Go through who could be coming: everybody able, less as many as need to stand down."""
        if tie == len(self._sides):
            yield able
            return
        who, than = self._sides[tie]
        many, room = able & who, (able & than & sure).bit_count()
        if many.bit_count() <= room:
            yield from self._coming(able, sure, tie + 1)
            return
        for kept in combinations(_bits(many), room):
            yield from self._coming(able & ~who | sum(kept), sure, tie + 1)

    @cached_property
    def _sides(self) -> tuple[tuple[Company, Company], ...]:
        """Who stands down, and whom they must not outnumber, tie by tie."""
        people = self.grid.people
        return tuple((_number(people, t.who), _number(people, t.than)) for t in self.stand_down)

    @cached_property
    def _answers(self) -> tuple[tuple[Constraint, dict[Company, bool]], ...]:
        return tuple((rule, self._said.setdefault(rule.name(), {})) for rule in self.rules)

    def _are_allowed(self, present: Company) -> bool:
        for rule, said in self._answers:
            allowed = said.get(present)
            if allowed is None:
                allowed = said[present] = self._allows(rule, present)
            if not allowed:
                return False
        return True

    def _allows(self, rule: Constraint, present: Company) -> bool:
        people = tuple(p for n, p in enumerate(self.grid.people) if present >> n & 1)
        names = tuple(name for name in rule.asks_for() if name != "present")
        objection = rule.check(**{**self.grid.arguments(names, {}), "present": people})
        return objection is None or objection.degree < Degree.NEVER


def _number(people: Sequence[Person], which: Callable[[Person], bool]) -> Company:
    return sum(1 << n for n, person in enumerate(people) if which(person))


def _bits(company: Company) -> list[Company]:
    return [1 << n for n in range(company.bit_length()) if company >> n & 1]
