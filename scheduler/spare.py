"""What others' sessions leave of a project's candidates: rooms and workers still to be had.

Nothing is asked again. A start at which a worker is lacking who was to be had before counts as
lost, whatever the rules might say: what is left can always be held, and a little more might be.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler.columns import Columns
from scheduler.fetching import booked_around, rest_before
from scheduler.folded import Folded
from scheduler.lacking import needs_at
from scheduler.needed import Needs, around
from scheduler.shared import Use, gap_of, rest_of
from scheduler.staffing import free_together, missing, team_of_first
from scheduler.taken import ENDLESS, joined
from scheduler.ties import Ties
from scheduler.workers import Worker

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Hours = tuple[int, int, int, int]
Stretches = tuple[Ints, Ints]
"""Beginnings and ends of stretches in order that neither overlap nor touch."""


@dataclass(frozen=True, eq=False)
class TakenUp:
    """What sessions need, by what it is, ready to be looked up."""

    by: Mapping[tuple[str, str], Stretches]

    @classmethod
    def of(cls, uses: Iterable[Use], ties: Ties) -> "TakenUp":
        """Sort out what some sessions need, rooms with the gap they need after."""
        gaps = {"venue": gap_of(ties, "venue") or 0}
        found: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for use in uses:
            found.setdefault((use.kind, use.code), []).append(
                (use.begins, use.ends + gaps.get(use.kind, 0))
            )
        return cls({key: _columns(stretches) for key, stretches in found.items()})

    def meets(self, kind: str, code: str, *, time: tuple[Ints, Ints]) -> Bools | None:
        """Say which times from and up to meet what is taken, shape (N,); None where nothing is."""
        if (kind, code) not in self.by:
            return None
        begins, ends = self.by[kind, code]
        first = np.searchsorted(ends, time[0], side="right")
        met: Bools = begins[first] < time[1]
        return met


@dataclass(frozen=True, eq=False)
class Spare:
    """The open candidates of one session wish, and who and what each of them needs."""

    columns: Columns
    ties: Ties
    """What the constraints of all projects tie together."""
    alike: dict[Hours, tuple[Ints, Ints]] = field(default_factory=dict)
    """Times that projects have alike, each kept once: whose, and how long before and after."""
    _lacking: dict[tuple[str, ...], int] = field(default_factory=dict)

    @cached_property
    def time(self) -> tuple[Ints, Ints]:
        """From and up to when rooms and workers are needed at each start, shape (S,) each."""
        return self._hours(0)

    def _hours(self, rest: int) -> tuple[Ints, Ints]:
        """From and up to when a session needs something that rests before, shape (S,) each."""
        grid = self.columns.grid
        before, after = around(grid.session)
        key = id(grid.opens), id(grid.closes), before + rest, after
        if key not in self.alike:
            self.alike[key] = grid.opens - before - rest, grid.closes + after
        return self.alike[key]

    @cached_property
    def rest(self) -> int:
        """How many minutes workers need before setting up, after what others took them for."""
        return rest_of(self.columns.grid.project, self.ties)

    @cached_property
    def needs(self) -> Needs:
        """The workers a session needs."""
        return needs_at(self.columns.grid)

    @cached_property
    def free(self) -> tuple[tuple[Worker, ...], Folded]:
        """Who could meet any need, and at which starts each is free, shape (S, workers)."""
        grid = self.columns.grid
        sets, which = free_together(grid, self.needs)
        useful = [w for w in grid.programme.workers if any(n.is_met_by(w) for n in self.needs)]
        codes = [{worker.code for worker in each} for each in sets]
        table = np.array([[w.code in each for w in useful] for each in codes], dtype=np.bool_)
        return tuple(useful), Folded(table.reshape(len(sets), len(useful)), which)

    @cached_property
    def usually_lacking(self) -> Ints:
        """Which needs nobody meets at each start if no other project needs anybody, shape (S,)."""
        return self._short(np.asarray(self.free[1]))

    def left(self, taken: TakenUp) -> Bools:
        """Say which candidates can still be had, shape (C,)."""
        columns = self.columns
        if columns.grid.session.is_promised:
            return np.ones(len(columns), dtype=np.bool_)
        lost: Bools = np.not_equal(self._short(self.free_of(taken)), self.usually_lacking)
        begins, ends = (time[columns.start] for time in self.time)
        left: Bools = np.logical_not(lost)[columns.start]
        for v, venue in enumerate(columns.grid.venues):
            here = np.flatnonzero((columns.venue == v) & left)
            met = taken.meets("venue", venue.code, time=(begins[here], ends[here]))
            if met is not None:
                left[here[met]] = False
        return left

    def can_hold(self, row: int, taken: TakenUp) -> bool:
        """Say whether one candidate can still be had."""
        columns, start = self.columns, self.columns.start[row : row + 1]
        if columns.grid.session.is_promised:
            return True
        if self._short(self.free_of(taken, start))[0] != self.usually_lacking[start[0]]:
            return False
        time = self.time[0][start], self.time[1][start]
        met = taken.meets("venue", columns.grid.venues[columns.venue[row]].code, time=time)
        return met is None or not met[0]

    def in_the_way(self, row: int, uses: Iterable[Use]) -> list[Use]:
        """Return what others need then of what this candidate may need: its room, and workers."""
        columns, start = self.columns, int(self.columns.start[row])
        begins, ends = int(self.time[0][start]), int(self.time[1][start])
        room = columns.grid.venues[columns.venue[row]].code
        times = {("venue", room): (begins - (gap_of(self.ties, "venue") or 0), ends)}
        for worker, is_free in zip(self.free[0], self.free[1][start], strict=True):
            if is_free:
                own = self._time_of(worker)
                times["worker", worker.code] = int(own[0][start]), int(own[1][start])
        return [
            use
            for use in uses
            if (time := times.get((use.kind, use.code)))
            and use.begins < time[1]
            and time[0] < use.ends
        ]

    def able(self) -> list[tuple[str, list[int]]]:
        """Return each need by name, and who could meet it at each start, a bit a worker."""
        useful, free = self.free
        codes = [worker.code for worker in self.columns.grid.programme.workers]
        found = []
        for need in self.needs:
            bits = [1 << codes.index(w.code) if need.is_met_by(w) else 0 for w in useful]
            who = [
                sum(b for b, f in zip(bits, row, strict=True) if f)
                for row in np.asarray(free).tolist()
            ]
            found.append((f"{need.role} {need.language}", who))
        return found

    def team(self, start: int, taken: TakenUp, *, cheapest: bool = False) -> tuple[Worker, ...]:
        """Return a team still to be had at a start; nobody where not all can be.

        Of those who could come it is whoever is free least often: others may need the rest. Where
        there is only so much money for the project, it is whoever costs least.
        """
        useful, _ = self.free
        free = self.free_of(taken, np.array([start]))[0]
        workers = [worker for worker, here in zip(useful, free, strict=True) if here]
        fees = {worker.code: worker.session_pence or 0 if cheapest else 0 for worker in workers}
        first = sorted(workers, key=lambda w: (fees[w.code], self._often_free[w.code]))
        return team_of_first(self.needs, first) or ()

    @cached_property
    def _often_free(self) -> Mapping[str, int]:
        useful, free = self.free
        often = np.asarray(free).sum(axis=0).tolist()
        return dict(zip((w.code for w in useful), often, strict=True))

    def free_of(self, taken: TakenUp, starts: Ints | None = None) -> Bools:
        """Say who of those who could meet a need is free and not taken, shape (starts, workers)."""
        which: Ints | slice = slice(None) if starts is None else starts
        useful, usually = self.free
        free: Bools = usually[which].copy()
        for w, worker in enumerate(useful):
            begins, ends = self._time_of(worker)
            met = taken.meets("worker", worker.code, time=(begins[which], ends[which]))
            if met is not None:
                free[:, w] &= ~met
        return free

    def _time_of(self, worker: Worker) -> tuple[Ints, Ints]:
        """From and up to when one worker must be free of what others need, shape (S,) each."""
        if not worker.is_vehicle:
            return self._usual_time
        grid, gap = self.columns.grid, gap_of(self.ties, "worker") or 0
        before, after = booked_around(grid.programme, grid.session, grid.people, worker=worker)
        rest = rest_before(worker, gap, before=before)
        return grid.opens - before - rest, grid.closes + after

    @cached_property
    def _usual_time(self) -> tuple[Ints, Ints]:
        return self._hours(self.rest)

    def _short(self, free: Bools) -> Ints:
        """Return the needs nobody free can meet, a bit each, shape (S,)."""
        useful, _ = self.free
        if not useful:
            return np.zeros(len(free), dtype=np.int64)
        if (self._able.sum(axis=1) <= 1).all():
            # Nobody could meet two needs: each is met or not whoever meets the others.
            unmet: Ints = (free @ self._able == 0) @ (1 << np.arange(len(self.needs)))
            return unmet
        packed = np.packbits(free, axis=1)
        whole = packed.view(f"V{packed.shape[1]}").ravel()
        _, first, which = np.unique(whole, return_index=True, return_inverse=True)
        short = [self._short_of(free[row], useful) for row in first]
        return np.array(short, dtype=np.int64)[which]

    @cached_property
    def _able(self) -> Ints:
        """Which needs each worker could meet who could meet any, shape (workers, needs)."""
        useful, _ = self.free
        return np.array([[n.is_met_by(w) for n in self.needs] for w in useful], dtype=np.int64)

    def _short_of(self, here: Bools, useful: tuple[Worker, ...]) -> int:
        workers = [worker for worker, free in zip(useful, here, strict=True) if free]
        key = tuple(worker.code for worker in workers)
        if key not in self._lacking:
            lacking = set(missing(self.needs, workers))
            numbered = enumerate(self.needs)
            self._lacking[key] = sum(1 << n for n, need in numbered if need in lacking)
        return self._lacking[key]


def _columns(stretches: Iterable[tuple[int, int]]) -> Stretches:
    """Return beginnings and ends, with one at the end that nothing meets."""
    found = np.array((*joined(stretches), (ENDLESS, ENDLESS + 1)), dtype=np.int64)
    return found[:, 0], found[:, 1]
