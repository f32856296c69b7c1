"""The best series of sessions for one project, exactly: level by level, the person with least first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler.bounds import Bounds, Race
from scheduler.choices import Choices, plain_choices, states_of, with_company
from scheduler.columns import Columns
from scheduler.concerns import Ledger
from scheduler.labels import beaten, distinct
from scheduler.linked import Fine, Step, best_link, equal_steps
from scheduler.search import Effort, TooMany, narrow_series, settle
from scheduler.ties import Ties

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

STAGES = (2, 3, 7, 8, 12)
"""Up to which level each stage settles the order of concern; each starts from what the one before settled."""
COMPANY_FROM = 7
"""Once this many levels are settled it matters who stands down."""
LINKS = ("day", "weekday", "minute", "venue")


@dataclass(frozen=True, eq=False)
class Found:
    """The best series found and what is known of it."""

    values: tuple[tuple[int, ...], ...]
    """What it reaches, level by level."""
    proven: int
    """How many levels are proven best, counted from the first."""
    sessions: tuple[tuple[int, Bools] | None, ...]
    """For each session its row in its columns and who is coming; None where it has no date."""


@dataclass(frozen=True, eq=False)
class Course:
    """One project's series laid out for the search."""

    ledger: Ledger
    columns: tuple[Columns, ...]
    """Open candidates of each session, in order; sessions alike share one object."""
    required: tuple[bool, ...]
    readings: tuple[str, ...]
    """What ties read of a session."""
    ties: Ties
    first_day: int
    """The programme's first day as an ordinal."""

    @cached_property
    def states(self) -> tuple[Ints, tuple[Ints, ...]]:
        """The distinct readings and each session's states."""
        return states_of(self.columns, self.readings)

    @cached_property
    def spots(self) -> tuple[Ints, tuple[Ints, ...]]:
        """The distinct days, hours and places, and each session's."""
        return states_of(self.columns, LINKS)

    @cached_property
    def accepts(self) -> Bools:
        """Which state may follow which, shape (states + 1, states); sessions come in order of days."""
        distinct = self.states[0]
        allowed = distinct[:, None, 0] < distinct[None, :, 0]
        for tie in self.ties.follow:
            of = distinct[:, self.readings.index(tie.by)]
            allowed &= tie.accepts(of[:, None], of[None, :])
        return np.concatenate([allowed, np.ones((1, len(distinct)), dtype=np.bool_)])

    def skips(self, known: Ints) -> tuple[Ints | None, ...]:
        """Return what leaving out each session adds, where a best series may leave any out."""
        return tuple(
            self.ledger.skipped(required=required)
            if not known.size or known[0 if required else 1] > 0
            else None
            for required in self.required
        )


def course_of(series: Sequence[Columns], ties: Ties, ledger: Ledger) -> Course:
    """Lay out one project's series: its sessions' open candidates in order and what ties them together."""
    grid = series[0].grid
    return Course(
        ledger=ledger,
        columns=tuple(series),
        required=tuple(session.required for session in grid.project.sessions),
        readings=tuple(dict.fromkeys(("day", *(tie.by for tie in ties.follow)))),
        ties=ties,
        first_day=grid.programme.first_day.toordinal(),
    )


def best_series(course: Course, effort: Effort) -> Found:
    """Return the best series of one project, proven level by level as far as the effort allows."""
    choices = _all_choices(course)
    known, settled = np.zeros(0, dtype=np.int64), 0
    try:
        for upto in STAGES:
            choices = _with_company(course, choices) if settled == COMPANY_FROM else choices
            race = _race(course, choices, known, (settled, upto))
            choices = _narrowed(race, choices)
            value = settle(replace(race, choices=_merged(choices, race)), effort)
            known, settled = np.concatenate([known, value]), upto
        return _linked(course, choices, known, effort)
    except TooMany:
        return _best_found(course, choices, known, settled)


def _race(course: Course, choices: Sequence[Choices], known: Ints, levels: tuple[int, int]) -> Race:
    settled, upto = levels
    return Race(
        choices=tuple(choices),
        skips=course.skips(known),
        accepts=course.accepts,
        concerns=course.ledger.concerns[:upto],
        settled=settled,
        known=known,
        first_day=course.first_day,
    )


def _all_choices(course: Course) -> tuple[Choices, ...]:
    """Return every candidate as a choice; sessions alike share one object."""
    made: dict[int, Choices] = {}
    states, spots = course.states[1], course.spots[1]
    for columns, state, spot in zip(course.columns, states, spots, strict=True):
        if id(columns) not in made:
            made[id(columns)] = plain_choices(columns, state, spot, course.ledger)
    return tuple(made[id(columns)] for columns in course.columns)


def _with_company(course: Course, choices: Sequence[Choices]) -> tuple[Choices, ...]:
    return tuple(
        with_company(own, columns, course.ledger)
        for own, columns in zip(choices, course.columns, strict=True)
    )


def _narrowed(race: Race, choices: Sequence[Choices]) -> tuple[Choices, ...]:
    """Drop choices that cannot be part of a series as good as what is settled, or that another beats for certain."""
    bounds = Bounds.of(race)
    unbeaten = _unbeaten(race, choices)
    kept: list[Choices] = []
    for number, own in enumerate(choices):
        rows = own.rows[:, : race.width]
        least = race.added(rows, bounds.behind[number][own.state])
        least = race.added(least, bounds.ahead[number + 1][own.state])
        kept.append(own.kept(race.hopeful(least) & unbeaten[number]))
    return tuple(kept)


def _unbeaten(race: Race, choices: Sequence[Choices]) -> tuple[Bools, ...]:
    """Say for each session which choices no other in the same state beats for certain."""
    made: dict[int, Bools] = {}
    for own in choices:
        if id(own) not in made:
            keys = np.concatenate([own.state[:, None], own.rows[:, : race.width]], axis=1)
            first, again = distinct(keys)
            made[id(own)] = ~beaten(own.rows[first], own.state[first], race.concerns)[again]
    return tuple(made[id(own)] for own in choices)


def _merged(choices: Sequence[Choices], race: Race) -> tuple[Choices, ...]:
    """Keep one of the choices that this stage cannot tell apart."""
    return tuple(own.kept(distinct(_keys(own, race))[0]) for own in choices)


def _keys(own: Choices, race: Race) -> Ints:
    return np.concatenate([own.state[:, None], own.rows[:, : race.width]], axis=1)


def _linked(course: Course, choices: Sequence[Choices], known: Ints, effort: Effort) -> Found:
    """Choose among the series that are equally good for people."""
    upto = STAGES[-1]
    race = _race(course, choices, known, (upto, upto))
    choices = _narrowed(race, choices)
    steps = equal_steps(replace(race, choices=_merged(choices, race)), effort)
    fine = [_fine(own, race, course.ledger) for own in choices]
    cost, rows = best_link(steps, fine, course.spots[0], course.first_day)
    return _found(course, choices, rows, (np.concatenate([known, cost]), len(course.ledger.concerns)))


def _fine(own: Choices, race: Race, ledger: Ledger) -> Fine:
    short, _, pence, _ = (concern.fields.start for concern in ledger.concerns[-4:])
    return Fine(own, distinct(_keys(own, race))[1], own.rows[:, [short, pence]])


def _best_found(course: Course, choices: Sequence[Choices], known: Ints, settled: int) -> Found:
    """Settle for the best of a narrow search where a full one would take too much."""
    if settled < COMPANY_FROM:
        choices = _with_company(course, choices)
    race = _race(course, choices, known, (settled, STAGES[-1]))
    race = replace(race, choices=_merged(choices, race))
    rows = narrow_series(race)
    fine = [_fine(own, race, course.ledger) for own in choices]
    steps = tuple(Step(*(np.array([n]) for n in (0, row, 0))) for row in rows)
    cost, chosen = best_link(steps, fine, course.spots[0], course.first_day)
    levels = _values_of(course, choices, chosen)
    return _found(course, choices, chosen, (np.concatenate([levels, cost]), settled))


def _values_of(course: Course, choices: Sequence[Choices], chosen: Sequence[int]) -> Ints:
    """Add up one whole series and return its levels about people side by side."""
    ledger = course.ledger
    race = _race(course, choices, np.zeros(0, dtype=np.int64), (0, STAGES[-1]))
    rows = np.zeros((1, race.width), dtype=np.int64)
    for own, row, required in zip(choices, chosen, course.required, strict=True):
        more = own.rows[row] if row >= 0 else ledger.skipped(required=required)
        rows = race.added(rows, more[None, : race.width])
    values: Ints = race.open_values(rows)[0]
    return values


def _found(
    course: Course, choices: Sequence[Choices], rows: Sequence[int], reached: tuple[Ints, int]
) -> Found:
    sessions = tuple(
        None if row < 0 else (int(own.column[row]), own.coming[row])
        for own, row in zip(choices, rows, strict=True)
    )
    flat, proven = reached
    values: list[tuple[int, ...]] = []
    for concern in course.ledger.concerns:
        values.append(tuple(flat[: concern.width].tolist()))
        flat = flat[concern.width :]
    return Found(tuple(values), proven, sessions)


def fewest_missing(course: Course) -> int:
    """Return how many required sessions find no date however the series is chosen."""
    race = _race(course, _all_choices(course), np.zeros(0, dtype=np.int64), (0, STAGES[0]))
    return int(settle(replace(race, choices=_merged(race.choices, race)), Effort())[0])
