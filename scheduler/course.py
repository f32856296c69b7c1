"""One project's series laid out for the search: its choices, and what ties them together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler.bits import People
from scheduler.choices import Choices, Splitting, plain_choices, states_of
from scheduler.columns import Columns
from scheduler.concerns import Ledger
from scheduler.graph import LEFT_OUT, Gates, Step, sorted_step
from scheduler.limits import Limits
from scheduler.people_first import with_people_first
from scheduler.sharing import with_limits
from scheduler.succession import in_order, order_readings
from scheduler.ties import InARow, Read, Ties

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

LINKS = ("day", "weekday", "minute", "venue")


@dataclass(frozen=True, eq=False)
class Course:
    """One project's series laid out for the search."""

    ledger: Ledger
    limits: Limits
    columns: tuple[Columns, ...]
    """Open candidates of each session, in order; sessions alike share one object."""
    required: tuple[bool, ...]
    promised: tuple[bool, ...]
    readings: tuple[str, ...]
    """What ties read of a session."""
    in_a_row: tuple[InARow, ...]
    """What is said of two sessions in a row."""
    first_day: int
    """The programme's first day as an ordinal."""
    leading: tuple[Ints, ...] = ()
    """For a question with levels of its own: what each candidate of each session adds to them.

    Session by session, shape (C, leading levels); leaving a session out adds nothing.
    """

    @cached_property
    def states(self) -> tuple[Ints, tuple[Ints, ...]]:
        """The distinct readings and each session's states."""
        return states_of(self.columns, self.readings)

    @cached_property
    def spots(self) -> tuple[Ints, tuple[Ints, ...]]:
        """The distinct days, hours and places, and each session's."""
        return states_of(self.columns, LINKS)

    @cached_property
    def later(self) -> Bools:
        """Which state is on a later day than which, shape (states + 1, states).

        The last row is for the first session.
        """
        later = in_order(*self._reads, project=self.columns[0].grid.project)
        return np.concatenate([later, np.ones((1, len(later)), dtype=np.bool_)])

    @property
    def _reads(self) -> tuple[Read, Read]:
        """What reads every state, as the session before and as the session after."""
        state, readings = self.states[0], self.readings
        return (
            lambda by: state[:, None, readings.index(by)],
            lambda by: state[None, :, readings.index(by)],
        )

    @cached_property
    def accepts(self) -> Bools:
        """Which state may follow which, shape (states + 1, states).

        Two promises stand however near they are.
        """
        state = self.states[0]
        accepts = np.ones((len(state), len(state)), dtype=np.bool_)
        for tie in self.in_a_row:
            accepts &= tie.allows(*self._reads)
        promised = state[:, self.readings.index("promised")] == 1
        accepts |= promised[:, None] & promised[None, :]
        every: Bools = self.later & np.concatenate([accepts, self.later[-1:]])
        return every

    @cached_property
    def is_left_out(self) -> tuple[bool, ...]:
        """Which sessions may be left out: a promise stands, unless its day is not in the season."""
        return tuple(
            not (promised and len(own))
            for promised, own in zip(self.promised, self.columns, strict=True)
        )

    @cached_property
    def skipped(self) -> tuple[Ints, ...]:
        """What leaving out each session adds."""
        return tuple(self.ledger.skipped(required=required) for required in self.required)

    @cached_property
    def every(self) -> tuple[Choices, ...]:
        """Every candidate as a choice with everybody able; sessions alike share one object."""
        made: dict[int, Choices] = {}
        for own, group, spot in zip(self.columns, self.states[1], self.spots[1], strict=True):
            if id(own) not in made:
                made[id(own)] = plain_choices(own, self.ledger, group=group, spot=spot)
        return tuple(made[id(own)] for own in self.columns)

    @cached_property
    def choices(self) -> tuple[Choices, ...]:
        """Every candidate as a choice; as one for each company, where more than turns keep away.

        Companies are told apart by those whose concerns come before the last class's.
        """
        made: dict[int, Choices] = {}
        for own, columns in zip(self.every, self.columns, strict=True):
            if id(own) not in made:
                splitting = Splitting(columns, self.ledger, self.limits)
                made[id(own)] = own if self.is_plain else splitting.apart_in(own, self.first_people)
        shared = tuple(made[id(own)] for own in self.every)
        return tuple(map(self._led, shared, self.leading)) if self.leading else shared

    def _led(self, choices: Choices, leading: Ints) -> Choices:
        rows = choices.rows.copy()
        rows[:, self.ledger.own_levels] = leading[choices.column]
        return replace(choices, rows=rows)

    def split(self, choices: Sequence[Choices], settled: People) -> tuple[Choices, ...]:
        """Split the choices of each session by everybody who stays away.

        Parameters
        ----------
        settled
            Those of whom it is settled who comes.
        """
        return tuple(
            Splitting(columns, self.ledger, self.limits).in_full(own, settled)
            for own, columns in zip(choices, self.columns, strict=True)
        )

    @property
    def first_people(self) -> People:
        """Those whose concerns come before those of the last class."""
        return sum(1 << p for people in self.ledger.classes[:-1] for p in people.tolist())

    @property
    def is_plain(self) -> bool:
        """Say whether nobody stays away but those who stand down, and nobody rides with another."""
        return not self.limits.purses and not any(
            own.company.has_pairs or own.rides.any() for own in self.columns
        )

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Which state may follow which, as ways from each to each, session by session.

        The last beginning is that of no session yet.
        """
        made = {may: _steps(self.accepts, may_leave_out=may) for may in set(self.is_left_out)}
        return tuple(made[may] for may in self.is_left_out)

    @property
    def gates(self) -> tuple[Gates, ...]:
        """The same ways, through gates."""
        return tuple(step.gates for step in self.steps)


def course_of(
    series: Sequence[Columns],
    ties: Ties,
    ledger: Ledger,
    *,
    leading: tuple[Ints, ...] = (),
    dearest: bool = False,
) -> Course:
    """Lay out one project's series.

    Its sessions' open candidates in order and what ties them together.

    Parameters
    ----------
    leading
        What each candidate adds to a question's own levels, where the ledger has any.
    dearest
        Whether money for the project is counted with the dearest workers there are.
    """
    grid = series[0].grid
    limits = Limits.of(series, ties.totals, dearest=dearest)
    # A question with levels of its own asks them after how many sessions are held.
    ledger = with_people_first(ledger) if ties.people_first and not leading else ledger
    tied = ties.in_a_row(grid.programme, grid.project)
    read = (by for tie in tied for by in tie.readings)
    return Course(
        ledger=with_limits(ledger, limits, series),
        limits=limits,
        columns=tuple(series),
        required=tuple(session.required for session in grid.project.sessions),
        promised=tuple(session.is_promised for session in grid.project.sessions),
        readings=tuple(dict.fromkeys((*order_readings(grid.project), *read, "promised"))),
        in_a_row=tied,
        first_day=grid.programme.first_day.toordinal(),
        leading=leading,
    )


def _steps(accepts: Bools, *, may_leave_out: bool) -> Step:
    many = len(accepts)
    parent, child = np.nonzero(accepts)
    every = np.arange(many if may_leave_out else 0)
    return sorted_step(
        np.concatenate([parent, every]),
        np.concatenate([child, np.full(len(every), LEFT_OUT, dtype=np.int64)]),
        np.concatenate([child, every]),
        sizes=(many, many),
    )
