"""Which companies the rules about who is there allow, asked by number and answered once."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler.at_once import told_at_once
from scheduler.bits import People, companies_of
from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.presence import Company
from scheduler.ties import Ties

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Companies:
    """The rules about who is there together, for one session wish; every answer is kept."""

    company: Company
    _said: dict[str, dict[People, bool]] = field(default_factory=dict)
    _met: dict[tuple[People, People], bool] = field(default_factory=dict)

    @property
    def rules(self) -> tuple[Constraint, ...]:
        """Constraints that ask who is present, and nothing about start or venue."""
        return self.company.rules

    def can_meet(self, able: Bools, sure: Bools) -> Bools:
        """Say of some who could come whether they can meet, some staying away if need be.

        Parameters
        ----------
        able, sure
            Who is able to come, and for whom nothing about that is unknown, shape (N, P).
        """
        told = told_at_once(self.company, able, sure)
        can, left = told.can.copy(), np.flatnonzero(~(told.can | told.cannot))
        each = zip(companies_of(able[left]), companies_of(sure[left]), strict=True)
        can[left] = [self._can_meet(*who) for who in each]
        return can

    def _can_meet(self, able: People, sure: People) -> bool:
        key = able, sure
        if key not in self._met:
            variants = self.company.variants(able, sure)
            self._met[key] = any(self._are_allowed(coming & sure) for coming in variants)
        return self._met[key]

    def keeping(self, names: frozenset[str]) -> "Companies":
        """Return the same with only some rules standing; what each said so far is shared."""
        rules = tuple(rule for rule in self.rules if rule.name() in names)
        ties = Ties(
            stand_down=[tie for tie in self.company.ties.stand_down if tie.constraint in names]
        )
        return Companies(replace(self.company, rules=rules, ties=ties), self._said)

    @cached_property
    def _answers(self) -> tuple[tuple[Constraint, dict[People, bool]], ...]:
        return tuple((rule, self._said.setdefault(rule.name(), {})) for rule in self.rules)

    def _are_allowed(self, present: People) -> bool:
        for rule, said in self._answers:
            allowed = said.get(present)
            if allowed is None:
                allowed = said[present] = self._allows(rule, present)
            if not allowed:
                return False
        return True

    def _allows(self, rule: Constraint, present: People) -> bool:
        grid = self.company.grid
        people = tuple(p for n, p in enumerate(grid.people) if present >> n & 1)
        names = tuple(name for name in rule.asks_for() if name != "present")
        objection = rule.check(**{**grid.arguments(names, {}), "present": people})
        return objection is None or objection.degree < Degree.NEVER
