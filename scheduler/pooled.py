"""The best way to give each project one of some series, so that nothing is needed twice at once."""

from collections.abc import Mapping, Sequence
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
        for together in _at_once([(one.place, one.bid) for one in pool.series]):
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
        have = _chosen(self.cp, self.chosen)
        if not have:
            return None
        series = [self.pool.series[n] for n in have]
        return [one.bid for one in sorted(series, key=lambda one: one.place)]


def most_of(
    met: Sequence[tuple[int, Bid]], now: Mapping[int, Bid], worth: Mapping[int, int]
) -> Mapping[int, Bid]:
    """Give those projects one of the series met with that are worth most, none in another's way.

    Parameters
    ----------
    met
        Each with the place of its project.
    now
        What some have without being in one another's way, to begin from.
    worth
        What it is worth that a project has one.
    """
    cp = cp_model.CpModel()
    chosen = [cp.new_bool_var("") for _ in met]
    own: dict[int, list[cp_model.IntVar]] = {}
    for (place, bid), one in zip(met, chosen, strict=True):
        own.setdefault(place, []).append(one)
        cp.add_hint(one, place in now and set(now[place].takings) == set(bid.takings))
    for several in own.values():
        cp.add_at_most_one(several)
    for together in _at_once(met):
        cp.add_at_most_one(chosen[n] for n in together)
    each = [worth[place] for place, _ in met]
    cp.maximize(cp_model.LinearExpr.weighted_sum(chosen, each))
    have = dict(met[n] for n in _chosen(cp, chosen))
    return max(now, have, key=lambda some: sum(worth[place] for place in some))


def _chosen(cp: cp_model.CpModel, chosen: Sequence[cp_model.IntVar]) -> list[int]:
    """Return which are chosen in the best way found; none where there is none."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False  # as in scheduler.model
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = WORK
    if solver.solve(cp) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return []
    return [n for n, one in enumerate(chosen) if solver.value(one)]


def _at_once(series: Sequence[tuple[int, Bid]]) -> list[tuple[int, ...]]:
    """Return the series of which only one can be, by what they need at the same time."""
    by: dict[int, list[tuple[int, int, int]]] = {}
    for n, (_, bid) in enumerate(series):
        for taking in bid.takings:
            by.setdefault(taking.thing, []).append((taking.begins, taking.ends, n))
    place, found = np.array([place for place, _ in series]), dict[tuple[int, ...], None]()
    for takings in by.values():
        begins, ends, which = np.array(takings).T
        for moment in np.unique(begins):
            here = np.unique(which[(begins <= moment) & (moment < ends)])
            if (place[here] != place[here[0]]).any():
                found[tuple(here.tolist())] = None
    return list(found)
