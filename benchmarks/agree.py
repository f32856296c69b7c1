"""Whether three methods agree on small random programmes, level by level, and the audit with them.

The search that makes plans, CP-SAT from candidates nobody has weeded out, and, where there are few
enough series, every series judged by plain checks. Every tie is there or not by chance.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod
from random import Random
from time import process_time
from typing import Final

import numpy as np

from benchmarks.asked import Asked, Line
from benchmarks.drawn_ties import with_a_budget, with_assistance, with_cheaper_ways
from constraints import registry
from scheduler.brute_force import best_by_trying
from scheduler.choosing import Desk, desk_for
from scheduler.concerns import Ledger
from scheduler.course import Course, course_of
from scheduler.in_force import in_force
from scheduler.model import NoAnswerError, best_values
from scheduler.order import Value
from scheduler.planner import UnsoundPlanError, make_plan
from scheduler.programme import Programme
from scheduler.search import Effort
from scheduler.series import Found, best_series
from scheduler.travel import Travel
from tests.random_projects import (
    a_project,
    in_phases,
    with_barriers,
    with_joining,
    with_lifts,
    with_promises,
    with_shared_days,
    with_ties,
)

Values = tuple[Value, ...]
Tie = Callable[[Programme, int], Programme]

TIES: Final[Mapping[str, Tie]] = {
    "limits, budgets and households": with_ties,
    "phases": in_phases,
    "shared days": with_shared_days,
    "joining": with_joining,
    "barriers": with_barriers,
    "lifts": with_lifts,
    "promises": with_promises,
    "money of a project": with_a_budget,
    "assistance": with_assistance,
    "cheaper ways": with_cheaper_ways,
}
"""Every tie there may be, in the order in which they are drawn."""
DAYS: Final = {2: 8, 3: 6, 4: 5}
"""On how many days so many sessions are tried: at most 48 candidates a session."""
TRAVEL: Final[Mapping[str, str]] = {"rides": "ride", "cheaper": "take a cheaper way"}
"""How people could travel otherwise than by their best way, and how it is told."""
MOST_SERIES: Final = 4_000
"""How many series are tried one by one; where there are more, that method is left out."""
MOST_CHOICES: Final = 2_000
"""How many choices CP-SAT is given; where there are more, that method is left out."""


class CrashedError(Exception):
    """A method broke off where it had to answer: a fault of this programme."""


@dataclass(frozen=True, eq=False)
class Case:
    """One random programme, put to every method."""

    seed: int

    @cached_property
    def ties(self) -> tuple[str, ...]:
        """What is tied in it."""
        draw = Random(-7_000_000 - self.seed)  # noqa: S311 - drawn cases, not secrets
        drawn = tuple(name for name in TIES if draw.getrandbits(1))
        # What was promised has a day of its own, whatever day the one before it has.
        clash = {"shared days", "promises"} <= set(drawn)
        return tuple(name for name in drawn if not (clash and name == "shared days"))

    @cached_property
    def programme(self) -> Programme:
        """The programme of its number, with what is tied."""
        sessions = 2 + self.seed % len(DAYS)
        programme = a_project(self.seed, sessions=sessions, days=DAYS[sessions])
        for name in self.ties:
            programme = TIES[name](programme, self.seed)
        return programme

    @cached_property
    def desk(self) -> Desk:
        """Its one project with every constraint asked."""
        (project,) = self.programme.projects
        return desk_for(self.programme, project, in_force(registry(), self.programme, project))

    @cached_property
    def course(self) -> Course:
        """Its series laid out."""
        ledger = Ledger.of(self.programme, self.desk.project)
        return course_of(self.desk.columns, self.desk.ties, ledger)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many choices each session has: a candidate with a company."""
        return tuple(map(len, self.course.split(self.course.every, 0)))

    @property
    def has_rides(self) -> bool:
        """Say whether anybody could ride with anybody."""
        return any(travel.rides for travel in self._travel)

    @property
    def has_cheaper(self) -> bool:
        """Say whether anybody could take a cheaper way than their best."""
        return any(travel.cheaper for travel in self._travel)

    @property
    def _travel(self) -> Iterator[Travel]:
        """Every way in which people could travel to a candidate."""
        for own in self.desk.columns:
            for number in np.unique(own.rides).tolist():
                yield own.grid.every_travel[number]

    def by_series(self) -> Found:
        """Return what the search finds."""
        return best_series(self.course, Effort())

    def by_cp_sat(self) -> Values | None:
        """Return what CP-SAT finds; None where there is too much to ask it, or no answer."""
        if sum(self.sizes) > MOST_CHOICES:
            return None
        try:
            return best_values(self.course)
        except NoAnswerError:
            return None

    def by_trying(self) -> Values | None:
        """Return what trying every series finds; None where there are too many."""
        if prod(size + 1 for size in self.sizes) > MOST_SERIES:
            return None
        return tuple(value for _, value in best_by_trying(self.programme, registry()))

    def compared(self) -> Line:
        """Return which methods answered, and which of them differ from the search."""
        found = self.by_series()
        others = {"CP-SAT": self.by_cp_sat(), "trying everything": self.by_trying()}
        told = {name: values for name, values in others.items() if values is not None}
        differ = [name for name, values in told.items() if values != found.values]
        return {
            "seed": self.seed,
            "by": ["series", *told],
            "differ": [*differ, *self._unproven(found), *self._audited()],
            "ties": list(self.ties),
            "rides": self.has_rides,
            "cheaper": self.has_cheaper,
        }

    def _unproven(self, found: Found) -> list[str]:
        return [] if found.proven == len(found.values) else ["series (not proven)"]

    def _audited(self) -> list[str]:
        """Return what the audit says of the plan; nothing where it passes."""
        try:
            make_plan(self.programme, registry())
        except UnsoundPlanError as error:
            return [f"audit: {error}"]
        except AssertionError as error:
            msg = f"seed {self.seed}: planning broke off"
            raise CrashedError(msg) from error
        return []


def lines(asked: Asked) -> Iterator[Line]:
    """Give a line for every programme on which not all agree, and one that counts them all."""
    began, counts, other, ties = process_time(), Counter[str](), Counter[str](), Counter[str]()
    for seed in asked.seeds:
        try:
            line = Case(seed).compared()
        except CrashedError as error:
            line = {"seed": seed, "by": [], "differ": [str(error)], "ties": list(Case(seed).ties)}
        if line["differ"]:
            yield line
        counts[_which(line)] += 1
        other.update(name for name in TRAVEL if line.get(name))
        ties.update(Case(seed).ties)
    yield {
        "programmes": len(asked.seeds),
        **counts,
        **{f"somebody could {TRAVEL[name]}": other[name] for name in TRAVEL},
        "tied": dict(ties),
        "processor": round(process_time() - began, 1),
    }


def _which(line: Line) -> str:
    by = line["by"]
    methods = " = ".join(by) if isinstance(by, list) else ""
    return "not agreed" if line["differ"] else methods
