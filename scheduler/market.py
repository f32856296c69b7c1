"""What rooms and workers cost at each moment while several projects want them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.board import Board
from scheduler.choices import Turns
from scheduler.shared import Use, gap_of
from scheduler.spare import Spare, TakenUp

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
NOBODY = -1
"""Stands for a room that no other project could want."""


class Taking(NamedTuple):
    """One room or worker taken, from and up to which moment."""

    thing: int
    begins: int
    ends: int


class Wants(NamedTuple):
    """What the choices (N) of one session want, all moments as numbers."""

    day: Ints
    begins: Ints
    room_free: Ints
    """When the next could have the room."""
    workers_free: Ints
    room: Ints
    """The room of each, `NOBODY` where no other project could want it."""
    needs: tuple[tuple[Ints, Bools], ...]
    """For each worker needed: who could be that (W), and at which starts (S), shape (W, S).

    Nobody where a session is held although there is nobody.
    """
    at: Ints
    """The start of each choice among those there are (S), shape (N,)."""
    first: Ints
    """A choice with each start, shape (S,)."""


@dataclass(frozen=True, eq=False)
class Market:
    """Everything that several projects could want at the same time."""

    wants: tuple[tuple[Wants, ...], ...]
    """What each choice of each session of each project wants."""
    things: tuple[tuple[str, str], ...]
    """The workers, and the rooms more than one project could want, by kind and code."""
    moments: Ints
    """In minutes since 1970 UTC, in order."""
    rests: Mapping[str, int]
    """The minutes that nobody else can have a room or a worker after it was taken, by kind."""
    is_exact: bool
    """Whether nobody can have at once what is wanted twice here.

    Not where something is promised, or a project could want something twice at once for itself.
    """

    @classmethod
    def of(
        cls, board: Board, projects: Mapping[int, Sequence[Turns]], others: Iterable[Use] = ()
    ) -> "Market":
        """Lay out what the choices of some projects want of what others leave."""
        things: dict[tuple[str, str], int] = {}
        taken = TakenUp.of(others, board.ties)
        raw = [
            [
                _wants(board.spare[id(columns)], choices, taken, things=things)
                for columns, choices in zip(board.desks[number].columns, own, strict=True)
            ]
            for number, own in projects.items()
        ]
        moments = np.unique(np.concatenate([t for own in raw for one in own for t in one[1:4]]))
        known = _known(raw, tuple(things))
        places = np.append(np.where(known, np.cumsum(known) - 1, NOBODY), NOBODY)
        wants = tuple(tuple(_numbered(one, moments, places) for one in own) for own in raw)
        return cls(
            wants,
            tuple(thing for thing, kept in zip(things, known.tolist(), strict=True) if kept),
            moments,
            _rests(board, projects),
            _is_plain(board, projects) and all(map(_in_order, raw)),
        )

    @cached_property
    def none(self) -> Floats:
        """No price at any moment for anything, with a row at the end for what costs nothing."""
        return np.zeros((len(self.things) + 1, len(self.moments) + 1))

    def prices(self, place: int, dues: Floats) -> list[Floats]:
        """Return the least that each choice of a project costs.

        Parameters
        ----------
        dues
            What having each thing costs, added up to each moment.
        """
        return [_price(one, dues) for one in self.wants[place]]

    def takings(self, place: int, series: Sequence[int], dues: Floats) -> tuple[Taking, ...]:
        """Return what a series takes, with the cheapest workers there are."""
        taken: dict[Taking, None] = {}
        for one, choice in zip(self.wants[place], series, strict=True):
            if choice >= 0:
                taken.update(dict.fromkeys(_taken(one, choice, dues)))
        return tuple(taken)

    def use(self, taking: Taking, project: str) -> Use:
        """Return a room or worker taken by a project as others find it, with the rest before."""
        kind, code = self.things[taking.thing]
        begins, ends = (int(self.moments[at]) - self.rests[kind] for at in taking[1:])
        return Use(kind, code, project, begins, ends)


def _rests(board: Board, projects: Iterable[int]) -> dict[str, int]:
    desks = (board.desks[number] for number in projects)
    rest = min(board.spare[id(own)].rest for desk in desks for own in desk.columns)
    return {"venue": gap_of(board.ties, "venue") or 0, "worker": rest}


def added_up(prices: Floats) -> Floats:
    """Add up what things cost from moment to moment, shape (things, moments + 1)."""
    dues = np.zeros_like(prices)
    dues[:, 1:] = np.cumsum(prices[:, :-1], axis=1)
    return dues


def _wants(
    spare: Spare, choices: Turns, taken: TakenUp, *, things: dict[tuple[str, str], int]
) -> Wants:
    """Return what the choices of a session want, all moments in minutes."""
    columns = spare.columns
    start, grid = columns.start[choices.column], columns.grid
    starts, first, at = np.unique(start, return_index=True, return_inverse=True)
    begins, ends = (time[start] for time in spare.time)
    rooms = [
        NOBODY if room.is_remote else things.setdefault(("venue", room.code), len(things))
        for room in grid.venues
    ]
    useful, _ = spare.free
    free = spare.free_of(taken, starts)
    needs = []
    for need in spare.needs:
        could = [w for w, worker in enumerate(useful) if need.is_met_by(worker)]
        codes = [things.setdefault(("worker", useful[w].code), len(things)) for w in could]
        needs.append((np.array(codes, dtype=np.int64), free[:, could].T))
    return Wants(
        columns.day[choices.column],
        begins,
        ends + (gap_of(spare.ties, "venue") or 0),
        ends + spare.rest,
        np.array(rooms, dtype=np.int64)[columns.venue[choices.column]],
        tuple(needs),
        at,
        first,
    )


def _is_plain(board: Board, projects: Iterable[int]) -> bool:
    """Say whether nothing is promised, no day is shared, and workers rest alike everywhere."""
    desks = [board.desks[number] for number in projects]
    rests = {board.spare[id(own)].rest for desk in desks for own in desk.columns}
    promised = any(s.is_promised for desk in desks for s in desk.project.sessions)
    shared = any(desk.project.shares_days for desk in desks)
    return not promised and not shared and len(rests) == 1


def _known(raw: Iterable[Sequence[Wants]], things: Sequence[tuple[str, str]]) -> Bools:
    """Say of each thing whether it is a worker, or a room that more than one project could want."""
    users = np.array([2 if kind == "worker" else 0 for kind, _ in things], dtype=np.int64)
    for own in raw:
        rooms = np.concatenate([one.room for one in own])
        users[np.unique(rooms[rooms != NOBODY])] += 1
    several: Bools = np.greater(users, 1)
    return several


def _numbered(one: Wants, moments: Ints, places: Ints) -> Wants:
    """Count moments from the first, and things by their places among those several could want."""
    return one._replace(
        begins=np.searchsorted(moments, one.begins),
        room_free=np.searchsorted(moments, one.room_free),
        workers_free=np.searchsorted(moments, one.workers_free),
        room=places[one.room],
        needs=tuple((places[workers], could) for workers, could in one.needs),
    )


def _in_order(own: Iterable[Wants]) -> bool:
    """Say whether no session of a project could last into what another begins with later."""
    begins = np.concatenate([one.begins for one in own])
    ends = np.concatenate([np.maximum(one.room_free, one.workers_free) for one in own])
    day = np.concatenate([one.day for one in own])
    order = np.argsort(day, kind="stable")
    last = np.maximum.accumulate(ends[order])
    turns = np.flatnonzero(np.diff(day[order]))
    soonest = np.minimum.accumulate(begins[order][::-1])[::-1]
    return bool((last[turns] <= soonest[turns + 1]).all())


def _price(one: Wants, dues: Floats) -> Floats:
    price = dues[one.room, one.room_free] - dues[one.room, one.begins]
    begins, ends = one.begins[one.first], one.workers_free[one.first]
    for workers, could in one.needs:
        # At one start workers cost the same in every room.
        own = workers[:, None]
        each = np.where(could, dues[own, ends] - dues[own, begins], np.inf)
        price += np.where(could.any(axis=0), each.min(axis=0, initial=np.inf), 0.0)[one.at]
    return price


def _taken(one: Wants, choice: int, dues: Floats) -> Iterable[Taking]:
    begins, at = int(one.begins[choice]), one.at[choice]
    if one.room[choice] != NOBODY:
        yield Taking(int(one.room[choice]), begins, int(one.room_free[choice]))
    ends, gone = int(one.workers_free[choice]), set[int]()
    for workers, could in one.needs:
        who = workers[could[:, at]].tolist()
        if not who:
            continue
        costs = (dues[who, ends] - dues[who, begins]).tolist()
        again = [worker in gone for worker in who]
        chosen = who[min(zip(again, costs, range(len(who)), strict=True))[-1]]
        gone.add(chosen)
        yield Taking(chosen, begins, ends)
