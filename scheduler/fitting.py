"""How many required sessions fit while only some demands stand: asked often, so answered fast."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Desk
from scheduler.constraint import Constraint
from scheduler.labels import distinct
from scheduler.programme import Project
from scheduler.sieve import Rows, Whose, rows_of
from scheduler.succession import in_order, order_readings
from scheduler.ties import InARow, Read
from scheduler.totals import purses_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class States:
    """What ties read of the candidates of a whole series."""

    readings: tuple[str, ...]
    """What is read, the day first."""
    distinct: Ints
    """Each combination once, shape (states, readings)."""
    of: dict[Rows, Ints]
    """Which of them each row has, shape (N,) for each session wish."""

    def later(self, project: Project) -> Bools:
        """Return which state may come after which; the last row is no session yet."""
        first = np.ones((1, len(self.distinct)), dtype=np.bool_)
        return np.concatenate([in_order(*self._reads, project=project), first])

    @property
    def _reads(self) -> tuple[Read, Read]:
        """What reads every state, as the session before and as the session after."""
        return (
            lambda by: self.distinct[:, None, self.readings.index(by)],
            lambda by: self.distinct[None, :, self.readings.index(by)],
        )

    def accepts(self, tied: Sequence[InARow], project: Project) -> Bools:
        """Return which state may follow which; the last row is no session yet.

        Two promises stand however near they are.
        """
        accepts = np.ones((len(self.distinct),) * 2, dtype=np.bool_)
        for tie in tied:
            accepts &= tie.allows(*self._reads)
        promised = self.distinct[:, self.readings.index("promised")] == 1
        accepts |= promised[:, None] & promised[None, :]
        later = self.later(project)
        every: Bools = later & np.concatenate([accepts, later[-1:]])
        return every


@dataclass(frozen=True, eq=False)
class Fitting:
    """A project laid out so that demands can be left out quickly."""

    desk: Desk
    rows: tuple[Rows, ...]
    """Session by session; sessions alike share one object."""
    _states: dict[tuple[str, ...], States] = field(default_factory=dict)

    @classmethod
    def of(cls, desk: Desk) -> "Fitting":
        """Lay out a desk."""
        rows = {own: rows_of(desk, own) for own in dict.fromkeys(desk.screened)}
        return cls(desk, tuple(rows[own] for own in desk.screened))

    @property
    def is_exact(self) -> bool:
        """Say whether companies can be told by number: by who is able, and those who stand down.

        Not where a rule about company asks for the start or the venue as well, nor where people set
        limits, decide together or drive one another.
        """
        asked = {name for rule in self._together for name in rule.asks_for()}
        group, ties = self.desk.programme.group(self.desk.project), self.desk.ties
        limits = any(purses_of(tie, group) for tie in ties.totals)
        circles = any(tie.of(self.desk.project, group) for tie in ties.deciding)
        lifts = any(own.riding for own in self.desk.screened)
        return not ({"start", "end", "day", "venue"} & asked or limits or circles or lifts)

    def is_silent(self, name: str) -> bool:
        """Say whether a constraint has nothing to say here, so that leaving it out changes nothing.

        Where companies can be told by number.
        """
        speaks = {tie.constraint for tie in self.desk.ties.follow}
        speaks |= {tie.constraint for tie in self.desk.ties.stand_down}
        speaks |= {rule.name() for rule in self._together}
        for own in self.rows:
            speaks |= own.closed.keys() | {of for of, _ in own.barred}
        return self.is_exact and name not in speaks

    def barred(self, name: str) -> tuple[int, ...]:
        """Return whom a personal constraint bars from any row, by place in the group, in order."""
        found = {p for own in dict.fromkeys(self.rows) for p in own.barred_by(name)}
        return tuple(sorted(found))

    @property
    def _together(self) -> Sequence[Constraint]:
        return [rule for rule in self.desk.rules if "present" in rule.asks_for()]

    def folded(self, names: Iterable[str]) -> "Fitting":
        """Return the same with only some constraints known, on fewer rows."""
        kept = frozenset(names)
        read = frozenset(self._readings(self._tied(kept)))
        rows = {own: own.folded(kept, readings=read) for own in dict.fromkeys(self.rows)}
        return Fitting(self.desk, tuple(rows[own] for own in self.rows))

    def missing(self, whose: Whose) -> int:
        """Return how many required sessions find no date while only these demands stand."""
        tied = self._tied(whose)
        states = self._states_by(self._readings(tied))
        accepts = states.accepts(tied, self.desk.project)
        opened = {own: _marked(states, own, own.open(whose)) for own in dict.fromkeys(self.rows)}
        lacking = np.full(len(states.distinct) + 1, len(self.rows) + 1, dtype=np.int64)
        lacking[-1] = 0
        for number, own in enumerate(self.rows):
            lacking = self._with(lacking, accepts, opened[own], number)
        return int(lacking.min())

    def _tied(self, names: Container[str]) -> tuple[InARow, ...]:
        every = self.desk.ties.in_a_row(self.desk.programme, self.desk.project)
        return tuple(tie for tie in every if tie.constraint in names)

    def _readings(self, tied: Iterable[InARow]) -> tuple[str, ...]:
        """Return what is read of rows, the day first, while some ties stand."""
        read = (by for tie in tied for by in tie.readings)
        return tuple(dict.fromkeys((*order_readings(self.desk.project), "promised", *read)))

    def _with(self, lacking: Ints, may: Bools, held: Bools, number: int) -> Ints:
        """Hold one more session in one of its states, or leave it out."""
        most = len(self.rows) + 1
        session = self.desk.project.sessions[number]
        longer: Ints = lacking + (most if session.is_promised and held.any() else session.required)
        best = np.where(may[:, held], lacking[:, None], most).min(axis=0, initial=most)
        longer[:-1][held] = np.minimum(longer[:-1][held], best)
        return longer

    def _states_by(self, readings: tuple[str, ...]) -> States:
        if readings not in self._states:
            kinds = tuple(dict.fromkeys(self.rows))
            read = [np.stack([own.readings[by] for by in readings], axis=1) for own in kinds]
            every = np.concatenate(read)
            first, number = distinct(every)
            ends = np.cumsum([len(part) for part in read])[:-1]
            of = dict(zip(kinds, np.split(number, ends), strict=True))
            self._states[readings] = States(readings, every[first], of)
        return self._states[readings]


def _marked(states: States, rows: Rows, free: Bools) -> Bools:
    """Return which states have an open row, shape (states,)."""
    held = np.zeros(len(states.distinct), dtype=np.bool_)
    held[states.of[rows][free]] = True
    return held
