"""One project: the seconds to prove its best series, and how far a naive model gets with it."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

from benchmarks.asked import Asked, Line
from benchmarks.generator import a_programme
from benchmarks.machine import machine
from benchmarks.naive import Rival, rival_of
from benchmarks.ours import Timed, peak_mb, seconds_of, seconds_of_a_plan, timed
from benchmarks.spread import spread, spreads
from constraints import registry
from scheduler.files import read_programme
from scheduler.plan import Level
from scheduler.programme import Programme

P = ParamSpec("P")
T = TypeVar("T")

COLD = 5
"""How many projects are planned in a fresh process as well, where no table has been read yet."""
BAR_SECONDS = 1.0
"""What one project may take on two cores, from reading the constraints to the proof."""


class ValuesDifferError(Exception):
    """The naive model proved another value than the planner: one of them is wrong."""


@dataclass(frozen=True)
class Measured:
    """One project measured."""

    seconds: dict[str, float]
    """Seconds of each stage, tables already read."""
    columns: int
    """Candidates a session could be held at, enough people being there."""
    usable_days: int
    levels: tuple[Level, ...]
    plan_seconds: float | None
    """Seconds of a whole plan, audit included; None where it is one of several, or impossible."""
    peak_mb: int
    cold: dict[str, float] | None
    """Seconds of each stage in a fresh process; None where that was not asked."""
    rival: Rival | None

    @property
    def is_proven(self) -> bool:
        """Say whether every level is proven."""
        return all(level.proven for level in self.levels)

    @property
    def gap(self) -> list[int] | None:
        """How far the first level not proven is from its bound, number by number.

        Empty where all are proven, None where no bound is known.
        """
        first = next((level for level in self.levels if not level.proven), None)
        if first is None:
            return []
        return (
            [v - b for v, b in zip(first.value, first.bound, strict=True)] if first.bound else None
        )

    @property
    def ratio(self) -> float | None:
        """How many times as long the naive model took; where it did not finish, at least that."""
        return None if self.rival is None else self.rival.seconds / self.seconds["total"]

    def line(self) -> Line:
        """Return it as one line of figures."""
        return {
            "usable_days": self.usable_days,
            "columns": self.columns,
            "seconds": self.seconds,
            "plan_seconds": self.plan_seconds,
            "peak_mb": self.peak_mb,
            "cold_seconds": self.cold,
            "naive": None if self.rival is None else self.rival.line(),
            "ratio": None if self.ratio is None else round(self.ratio, 1),
            "gap": self.gap,
            "levels": [level.model_dump() for level in self.levels],
        }


def lines(asked: Asked, draw: Callable[[int], Programme] = a_programme) -> Iterator[Line]:
    """Measure project after project: give the machine, a line for each, and what they come to.

    Parameters
    ----------
    draw
        How the programme of a number is drawn.
    """
    yield {"machine": machine()}
    done: list[Measured] = []
    skipped = 0
    _read_every_table(asked)
    for name, programme in _programmes(asked, draw):
        for number in range(len(programme.projects)):
            own = timed(programme, programme.projects[number])
            about: Line = {"programme": name, "project": own.desk.project.code}
            if asked.file or own.is_worth_measuring:
                done.append(_measured(own, asked, cold=len(done) < COLD))
                yield about | done[-1].line()
            else:
                skipped += 1
                yield about | {"skipped": f"{own.usable_days} usable days"}
    yield {"sum": _sum(done, skipped), "machine": machine()}


def _programmes(asked: Asked, draw: Callable[[int], Programme]) -> Iterator[tuple[str, Programme]]:
    if asked.file:
        yield asked.file.name, read_programme(asked.file, registry())
        return
    for seed in asked.seeds:
        yield f"seed {seed}", draw(seed)


def _read_every_table(asked: Asked) -> None:
    """Plan a small programme that is not among those measured."""
    programme = a_programme(asked.seeds.stop, people=8, venues=8, sessions=2)
    timed(programme, programme.projects[0])


def _measured(own: Timed, asked: Asked, *, cold: bool) -> Measured:
    programme, project = own.desk.programme, own.desk.project
    number = programme.projects.index(project)
    plan_seconds = _plan_seconds(own)
    memory = peak_mb()
    opponent = _opponent(own, number, asked)
    return Measured(
        seconds=seconds_of(own),
        columns=sum(len(each) for each in set(own.desk.columns)),
        usable_days=own.usable_days,
        levels=own.levels,
        plan_seconds=plan_seconds,
        peak_mb=memory,
        cold=_elsewhere(cold_seconds, programme, number) if cold else None,
        rival=opponent,
    )


def _plan_seconds(own: Timed) -> float | None:
    is_possible = not any(own.found.values[0])
    if len(own.desk.programme.projects) > 1 or not is_possible:
        return None
    return round(seconds_of_a_plan(own.desk.programme), 3)


def cold_seconds(programme: Programme, number: int) -> dict[str, float]:
    """Return the seconds of each stage; meant for a process that has planned nothing yet."""
    return seconds_of(timed(programme, programme.projects[number]))


def _opponent(own: Timed, number: int, asked: Asked) -> Rival | None:
    """Let the naive model try; it has words only for what drawn programmes ask."""
    if asked.file or not asked.seconds:
        return None
    opponent = _elsewhere(rival_of, own.desk.programme, number, asked.seconds)
    _compare(own, opponent)
    return opponent


def _compare(own: Timed, opponent: Rival) -> None:
    """Hold every level the naive model proved against ours.

    Raises
    ------
    ValuesDifferError
        If they differ.
    """
    for ours, theirs, level in zip(own.found.values, opponent.values, own.levels, strict=False):
        if ours != theirs and level.proven:
            place = f"{own.desk.programme.name}, {level.name}"
            msg = f"{place}: the planner proves {ours}, the naive model {theirs}"
            raise ValuesDifferError(msg)


def _elsewhere(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do something in a fresh process, so that its memory and its tables are its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *args, **kwargs).result()


def _sum(done: Sequence[Measured], skipped: int) -> Line:
    rivals = [one.rival for one in done if one.rival]
    finished = [one for one in done if one.rival and one.rival.finished]
    beaten = [one for one in done if one.rival and not one.rival.finished]
    return {
        "measured": len(done),
        "skipped": skipped,
        "proven": sum(one.is_proven for one in done),
        "within_the_bar": sum(one.seconds["total"] < BAR_SECONDS for one in done),
        "warm": spreads([one.seconds for one in done]),
        "cold": spreads([one.cold for one in done if one.cold]),
        "plan_seconds": spread([one.plan_seconds for one in done if one.plan_seconds]),
        "naive_seconds": spread([rival.seconds for rival in rivals]),
        "ratio_where_naive_finished": spread([one.ratio for one in finished if one.ratio]),
        "ratio_at_least": spread([one.ratio for one in beaten if one.ratio]),
    }
