"""The rival: the model anybody would write first, settled level by level with CP-SAT."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from benchmarks.asked import Line
from benchmarks.naive_model import LATEST, Model, Switch, Term, Wish, reading, stated, total_of
from benchmarks.ours import peak_mb
from constraints import registry
from scheduler.choosing import Desk, desk_for
from scheduler.in_force import in_force
from scheduler.order import STEP_MINUTES, share_units_of, wanted
from scheduler.programme import Programme
from scheduler.put_first import class_of, classes_of
from scheduler.staffing import fees_and_hire

Ints = NDArray[np.int64]
Value = tuple[int, ...]

WORKERS = 2


class OutOfTimeError(Exception):
    """The clock ran out before a level was settled."""


@dataclass(frozen=True)
class Rival:
    """How far the naive model got."""

    values: tuple[Value, ...]
    """The levels it proved, in order."""
    seconds: float
    """Seconds to state and to solve it; reading the constraints is not counted."""
    build: float
    """How many of these went into stating it."""
    switches: int
    """How many starts and venues it chooses among, over all sessions."""
    finished: bool
    """Whether it proved every level."""
    peak_mb: int
    """Most memory its process held."""

    def line(self) -> Line:
        """Return it as figures by name."""
        return {
            "levels_proven": len(self.values),
            "finished": self.finished,
            "seconds": round(self.seconds, 2),
            "build_seconds": round(self.build, 2),
            "switches": self.switches,
            "peak_mb": self.peak_mb,
        }


def rival_of(programme: Programme, number: int, seconds: float) -> Rival:
    """Settle one project of a programme with the naive model, its candidates read anew."""
    project = programme.projects[number]
    return rival(desk_for(programme, project, in_force(registry(), programme, project)), seconds)


def rival(desk: Desk, seconds: float) -> Rival:
    """Settle the order of concern with the naive model, as far as the seconds last."""
    # Laid out before the clock starts: what the model reads is not counted.
    columns = desk.columns
    began = perf_counter()
    model = stated(desk, columns)
    built = perf_counter()
    clock = Clock(model, until=began + seconds)
    values: list[Value] = []
    levels = tuple(levels_of(model))
    with suppress(OutOfTimeError):
        for level in levels:
            values.append(level(clock))  # noqa: PERF401 - what was proven before the end is kept
    return Rival(
        values=tuple(values),
        seconds=perf_counter() - began,
        build=built - began,
        switches=sum(len(wish.taken) for wish in model.wishes),
        finished=len(values) == len(levels),
        peak_mb=peak_mb(),
    )


@dataclass(frozen=True, eq=False)
class Clock:
    """A model being settled, question after question, until its time is up."""

    model: Model
    until: float

    def least(self, term: Term) -> int:
        """Return the least a term can be, and hold every later question to it.

        Raises
        ------
        OutOfTimeError
            If that is not proven before the time is up.
        """
        left = self.until - perf_counter()
        if left <= 0:
            raise OutOfTimeError
        self.model.cp.minimize(term)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = WORKERS
        solver.parameters.max_time_in_seconds = left
        status = solver.solve(self.model.cp)
        if status in {cp_model.UNKNOWN, cp_model.FEASIBLE}:
            raise OutOfTimeError
        if status != cp_model.OPTIMAL:
            msg = f"the naive model is wrong: {solver.status_name(status)}"
            raise RuntimeError(msg)
        self._remember(solver)
        best = round(solver.objective_value)
        self.model.cp.add(term <= best)
        return best

    def _remember(self, solver: cp_model.CpSolver) -> None:
        """Begin the next question at the answer to this one."""
        self.model.cp.clear_hints()  # type: ignore[no-untyped-call]
        for wish in self.model.wishes:
            for switch in (*wish.taken, *wish.coming):
                self.model.cp.add_hint(switch, solver.value(switch))


Level = Callable[[Clock], Value]


def levels_of(model: Model) -> Iterator[Level]:
    """Give every level of the order of concern, first concern first, for a clock to settle."""
    for required in (True, False):
        yield partial(_least, _missing(model, required=required))
    for number in range(len(classes_of(model.desk.programme))):
        yield from _levels_of_people(model, number)
    # Rules about company only forbid in the projects this model takes, so nothing falls short.
    yield partial(_least, total_of(()))
    yield partial(_least, _changes(model))
    yield partial(_least, _pence(model))
    yield partial(_least, _last_day(model))


def _least(term: Term, clock: Clock) -> Value:
    return (clock.least(term),)


def _levels_of_people(model: Model, number: int) -> Iterator[Level]:
    programme, project = model.desk.programme, model.desk.project
    each_of = enumerate(programme.group(project))
    people = [p for p, person in each_of if class_of(programme, person) == number]
    own = [wish.columns for wish in model.wishes]
    put = [columns.put_to_it.astype(np.int64) for columns in own]
    bad = [columns.bad.astype(np.int64) for columns in own]
    steps = [-(-columns.minutes // STEP_MINUTES) for columns in own]
    yield partial(_worst_first, _missed(model, people))
    yield partial(_worst_first, _borne(model, people, put))
    yield partial(_worst_first, _borne(model, people, bad))
    yield partial(_least, _worst(model, people))
    yield partial(_least, total_of(tuple(_each(model, people, steps))))


def _missing(model: Model, *, required: bool) -> Term:
    sessions = model.desk.project.sessions
    asked = [w for w, s in zip(model.wishes, sessions, strict=True) if s.required == required]
    return total_of([1 - wish.held for wish in asked])


@dataclass(frozen=True, eq=False)
class Turns:
    """What people of a class bear, each their own number, to be compared worst first."""

    totals: Sequence[Switch]
    units: Sequence[int]
    """What one more counts for each."""
    most: int
    """The most that anybody's can be."""


def _missed(model: Model, people: Sequence[int]) -> Turns:
    """Return how many wanted sessions each person misses."""
    project, programme = model.desk.project, model.desk.programme
    group, units = programme.group(project), share_units_of(programme, project)
    missed: list[Switch] = []
    for p in people:
        mine = model.cp.new_int_var(0, len(model.wishes), "")
        came = total_of([wish.coming[p] for wish in model.wishes])
        model.cp.add(mine >= wanted(group[p], project) - came)
        missed.append(mine)
    return Turns(missed, [units[p] for p in people], len(model.wishes))


def _borne(model: Model, people: Sequence[int], figures: Sequence[Ints]) -> Turns:
    """Return what sessions ask of each person, by a figure of each session, shape (C, P)."""
    most = sum(int(figure[:, people].max(initial=0)) for figure in figures)
    totals: list[Switch] = []
    for p in people:
        total = model.cp.new_int_var(0, most, "")
        model.cp.add(total >= total_of(tuple(_each(model, [p], figures))))
        totals.append(total)
    return Turns(totals, [1] * len(people), most)


def _each(model: Model, people: Sequence[int], figures: Sequence[Ints]) -> Iterator[Term]:
    """Give what each session asks of some people, by a figure of each session, shape (C, P)."""
    for wish, figure in zip(model.wishes, figures, strict=True):
        sure = [p for p in people if p not in wish.may_stay_away]
        yield wish.total((figure * wish.columns.able)[:, sure].sum(axis=1))
        for p in set(people) - set(sure):
            yield _if_coming(model, wish, p, figure=figure[:, p])


def _if_coming(model: Model, wish: Wish, p: int, *, figure: Ints) -> Term:
    """Return a figure that counts only if somebody who may stay away comes."""
    most = int(figure.max(initial=0))
    asked = model.cp.new_int_var(0, most, "")
    model.cp.add(asked >= wish.total(figure) - most * (1 - wish.coming[p]))
    return asked


def _worst_first(turns: Turns, clock: Clock) -> Value:
    """Settle people's totals worst first: fewest at the largest value, then at the next."""
    values = {n * unit for unit in turns.units for n in range(1, turns.most + 1)}
    borne = tuple(zip(turns.totals, turns.units, strict=True))
    found: list[int] = []
    for value in sorted(values, reverse=True):
        reached = [_reaches(clock.model, total * unit, value) for total, unit in borne]
        at_least = clock.least(total_of(reached))
        found += [value] * (at_least - len(found))
    return (*found, *(0,) * (len(borne) - len(found)))


def _reaches(model: Model, total: Term, value: int) -> cp_model.IntVar:
    reached = model.cp.new_bool_var("")
    model.cp.add(total <= value - 1).only_enforce_if(~reached)
    return reached


def _worst(model: Model, people: Sequence[int]) -> Term:
    worst = model.cp.new_int_var(0, LATEST, "")
    for p in people:
        for asked in _each(model, [p], [wish.columns.minutes for wish in model.wishes]):
            model.cp.add(worst >= asked)
    return worst


def _changes(model: Model) -> Term:
    changed: list[Term] = []
    for name in ("weekday", "minute", "venue"):
        read = [reading(model.cp, w, w.columns.reading(name)) for w in model.wishes]
        for (one, other), both in model.neighbours.items():
            changes = model.cp.new_bool_var("")
            model.cp.add(read[one] == read[other]).only_enforce_if(both, ~changes)
            changed.append(changes)
    return total_of(changed)


def _pence(model: Model) -> Term:
    everybody = range(len(model.wishes[0].coming))
    fares = _each(model, everybody, [wish.columns.fares for wish in model.wishes])
    return total_of([*fares, *(wish.total(_fees(wish)) for wish in model.wishes)])


def _fees(wish: Wish) -> Ints:
    places = zip(wish.columns.start.tolist(), wish.columns.venue.tolist(), strict=True)
    fees = [fees_and_hire(wish.columns.grid, start, venue) for start, venue in places]
    return np.array(fees, dtype=np.int64)


def _last_day(model: Model) -> Term:
    last = model.cp.new_int_var(0, LATEST, "")
    first = model.desk.programme.first_day.toordinal()
    for wish in model.wishes:
        model.cp.add(last >= wish.total(wish.columns.day - first))
    return last
