"""One of several projects, with what may become of each session when its people are elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scheduler.choices import Choices, Splitting
from scheduler.choosing import Desk, Pick
from scheduler.columns import Columns
from scheduler.concerns import Ledger
from scheduler.course import Course, course_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

MOST_SHARED = 10
"""How many people of one project may be in others as well: each may be there or elsewhere."""
PERSONAL = ("able", "sure", "draw")


class TooManySharedError(Exception):
    """More people are in several projects than can be weighed."""


@dataclass(frozen=True, eq=False)
class Wide:
    """The candidates of a session, once more for everybody who may be elsewhere then."""

    columns: Columns
    away: Bools
    """Who is at another project's session then, shape (C, P)."""
    shared: Bools
    """Who is in other projects as well, shape (P,)."""
    rooms: Bools
    """Which of its venues matter to other projects, shape (V,)."""

    def told_apart(self, choices: Choices) -> Choices:
        """Keep one choice of those alike in all that ties or other projects could notice."""
        column, own = choices.column, self.columns
        venue = own.venue[column]
        room = np.where(self.rooms[venue], venue, -1) if len(venue) else venue
        people = np.hstack([choices.coming, self.away[column]])[:, np.tile(self.shared, 2)]
        keys = np.column_stack([choices.group, own.start[column], room, people])
        return choices.kept(np.sort(np.unique(keys, axis=0, return_index=True)[1]))


@dataclass(frozen=True, eq=False)
class Side:
    """One project among several: what could be chosen for each of its sessions."""

    desk: Desk
    course: Course
    wide: tuple[Wide, ...]
    choices: tuple[Choices, ...]
    """Choices that differ in what other projects could notice; sessions alike share one object."""

    @classmethod
    def of(cls, desk: Desk, *, people: frozenset[str], rooms: frozenset[str]) -> "Side":
        """Lay out a project.

        Parameters
        ----------
        people, rooms
            Codes of those that matter to other projects as well.

        Raises
        ------
        TooManySharedError
            If more of its people are in several projects than can be weighed.
        """
        group = desk.programme.group(desk.project)
        shared = np.array([person.code in people for person in group], dtype=np.bool_)
        _refuse_too_many(desk, int(shared.sum()))
        made = {id(own): _wide(own, shared, rooms) for own in desk.columns}
        wide = tuple(made[id(own)] for own in desk.columns)
        ledger = Ledger.of(desk.programme, desk.project)
        course = course_of([own.columns for own in wide], desk.ties, ledger)
        kept: dict[int, Choices] = {}
        for own, choices in zip(wide, course.every, strict=True):
            if id(own) not in kept:
                kept[id(own)] = _choices(course, own, choices)
        return cls(desk, course, wide, tuple(kept[id(own)] for own in wide))

    def away(self, number: int) -> Bools:
        """Return who is elsewhere in each choice of a session, counted from 0, shape (N, P)."""
        found: Bools = self.wide[number].away[self.choices[number].column]
        return found

    def pick(self, number: int, choice: int) -> Pick:
        """Return a choice of a session, counted from 0, as one among the project's own columns."""
        columns, wide = self.desk.columns[number], self.wide[number].columns
        own = self.choices[number]
        row = own.column[choice]
        same = (columns.start == wide.start[row]) & (columns.venue == wide.venue[row])
        same &= columns.rides == wide.rides[row]
        return Pick(number + 1, columns, int(np.flatnonzero(same)[0]), own.coming[choice])


def in_several(codes: Iterable[Iterable[str]]) -> frozenset[str]:
    """Return the codes that more than one of several projects have."""
    seen: set[str] = set()
    again: set[str] = set()
    for own in map(set, codes):
        again |= seen & own
        seen |= own
    return frozenset(again)


def _refuse_too_many(desk: Desk, many: int) -> None:
    if many > MOST_SHARED:
        msg = (
            f"{desk.project.label}: {many} of its people are in other projects as well, and at "
            f"most {MOST_SHARED} can be weighed. Ask about fewer projects at once."
        )
        raise TooManySharedError(msg)


def _choices(course: Course, wide: Wide, every: Choices) -> Choices:
    """Return the choices of a session, told apart only where that matters."""
    splitting = Splitting(wide.columns, course.ledger, course.limits)
    # Whoever stands down can be elsewhere, so it matters who does.
    matters = wide.shared.any() or not course.is_plain
    choices = splitting.in_full(every, 0) if matters else every
    return choices if course.ledger.limits else wide.told_apart(choices)


def _wide(columns: Columns, shared: Bools, rooms: frozenset[str]) -> Wide:
    parts = [(columns, np.zeros(columns.able.shape, dtype=np.bool_))]
    if not columns.grid.session.is_promised:
        parts += [_without(columns, gone) for gone in _some_of(np.flatnonzero(shared).tolist())]
    names = ("start", "venue", *PERSONAL, "put_to_it", "minutes", "bad", "fares", "rides", "more")
    arrays: dict[str, Any] = {
        n: np.concatenate([getattr(own, n) for own, _ in parts]) for n in names
    }
    return Wide(
        columns=replace(columns, **arrays),
        away=np.concatenate([away for _, away in parts]),
        shared=shared,
        rooms=np.array([v.code in rooms for v in columns.grid.venues], dtype=np.bool_),
    )


def _without(columns: Columns, gone: list[int]) -> tuple[Columns, Bools]:
    """Return the candidates that some could come to, when they are elsewhere, and who is."""
    own = columns.kept(np.flatnonzero(columns.able[:, gone].all(axis=1)))
    away = np.zeros(own.able.shape, dtype=np.bool_)
    away[:, gone] = True
    left: dict[str, Any] = {name: getattr(own, name) & ~away for name in PERSONAL}
    return replace(own, **left, more=own.more & ~away[:, None, None, :]), away


def _some_of(people: Sequence[int]) -> Iterator[list[int]]:
    sizes = range(1, len(people) + 1)
    yield from map(list, chain.from_iterable(combinations(people, many) for many in sizes))
