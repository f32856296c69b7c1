"""The best way to give each project one of some series, so that nothing is needed twice at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from ortools.sat.python import cp_model

from scheduler.haggle import Bid
from scheduler.pool import Pool

WORK: Final = 1.0
"""Deterministic seconds CP-SAT may take for one number of times put to it."""


class Pooled:
    """The series of a pool, of which each project has one."""

    def __init__(self, pool: Pool, now: Sequence[Bid]) -> None:
        """State it, beginning from the series that projects have now."""
        self.cp, self.pool = cp_model.CpModel(), pool
        self.chosen = [self.cp.new_bool_var("") for _ in pool.series]
        own: list[list[cp_model.IntVar]] = [[] for _ in pool.lanes]
        for one, chosen in zip(pool.series, self.chosen, strict=True):
            own[one.place].append(chosen)
            self.cp.add_hint(
                chosen,
                one.bid.fare.end == now[one.place].fare.end
                and set(one.bid.takings) == set(now[one.place].takings),
            )
        for each in own:
            self.cp.add_exactly_one(each)
        for together in dict.fromkeys(self._at_once()):
            self.cp.add_at_most_one(self.chosen[n] for n in together)

    def best(self, now: Sequence[Bid], least: Mapping[int, int]) -> Sequence[Bid]:
        """Return a series for each project, so that people are put to it as little as can be.

        Parameters
        ----------
        now
            What projects have now.
        least
            How many are put to it so often or more at the least, by how often, most first.
        """
        many = self.pool.many
        for times, fewest in least.items():
            count = sum(int(many[place][times, bid.fare.end]) for place, bid in enumerate(now))
            told = self._count(times)
            if count > fewest:
                self.cp.minimize(told)
                now = self._found() or now
                count = sum(int(many[place][times, bid.fare.end]) for place, bid in enumerate(now))
                self.cp.clear_objective()  # type: ignore[no-untyped-call]
            self.cp.add(told <= count)
        return now

    def _count(self, times: int) -> cp_model.LinearExprT:
        counts = [
            int(self.pool.many[one.place][times, one.bid.fare.end]) for one in self.pool.series
        ]
        return cp_model.LinearExpr.weighted_sum(self.chosen, counts)

    def _found(self) -> list[Bid] | None:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.catch_sigint_signal = False  # as in scheduler.model
        solver.parameters.random_seed = 1
        solver.parameters.max_deterministic_time = WORK
        if solver.solve(self.cp) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return None
        series = zip(self.pool.series, self.chosen, strict=True)
        have = [one for one, chosen in series if solver.value(chosen)]
        return [one.bid for one in sorted(have, key=lambda one: one.place)]

    def _at_once(self) -> Iterator[tuple[int, ...]]:
        """Give the series of which only one can be, by what they need at the same time."""
        by: dict[int, list[tuple[int, int, int]]] = {}
        for n, one in enumerate(self.pool.series):
            for taking in one.bid.takings:
                by.setdefault(taking.thing, []).append((taking.begins, taking.ends, n))
        place = np.array([one.place for one in self.pool.series])
        for takings in by.values():
            begins, ends, series = np.array(takings).T
            for moment in np.unique(begins):
                here = np.unique(series[(begins <= moment) & (moment < ends)])
                if (place[here] != place[here[0]]).any():
                    yield tuple(here.tolist())
