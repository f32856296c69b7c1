"""Meetings between which people travel (CSPLib 46): can all be held, and if not, which cannot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from benchmarks.asked import Asked, Line
from benchmarks.csplib_direct import fits
from benchmarks.csplib_meetings import Problem, a_programme_of, problems, with_local_rules
from benchmarks.machine import machine
from benchmarks.spread import spread
from scheduler.choosing import Desk, desk_for
from scheduler.in_force import in_force
from scheduler.joint import Joint, Standoff
from scheduler.joint_parts import Part, Placed
from scheduler.planner import Planner, written_and_checked
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.search import Effort
from scheduler.solved import Solved

BAR_SECONDS = 2.0
"""What the processor may work on one instance, conflict and its verification included."""


class WrongAnswerError(Exception):
    """What the planner says of an instance is not so."""


@dataclass(frozen=True)
class Answered:
    """One instance, answered and checked."""

    problem: Problem
    says_it_fits: bool
    standoff: Standoff | None
    seconds: float
    """What the processor worked on it, from asking every rule to the proof."""
    is_smallest: bool | None
    """Whether the conflict is one, and none without any part of it, by the direct statement."""

    @property
    def is_right(self) -> bool:
        """Say whether the answer is that of the authors of the problem."""
        return self.says_it_fits == self.problem.fits

    def line(self) -> Line:
        """Return it as one line of figures."""
        return {
            "instance": self.problem.number,
            "fits": self.says_it_fits,
            "right": self.is_right,
            "processor": round(self.seconds, 3),
            "meetings_in_conflict": len(self.standoff.projects) if self.standoff else None,
            "agents_in_conflict": len(self.standoff.shared) if self.standoff else None,
            "verified_minimal": self.is_smallest,
        }


def lines(asked: Asked) -> Iterator[Line]:
    """Answer instance after instance: give the machine, a line for each, and what they come to."""
    yield {"machine": machine()}
    every = problems(asked.data or Path())
    yield {"loading": round(_loaded(every[0]), 3)}
    done = []
    for problem in every:
        done.append(answered(problem))
        yield done[-1].line()
    yield {"sum": _sum(done), "machine": machine()}


def _loaded(problem: Problem) -> float:
    """Return what the processor works once in a process, whichever programme comes first.

    The tables behind the rules are read, and what is compiled is loaded to lay candidates out.
    Nothing is asked of several projects at once.
    """
    began = process_time()
    for desk in _desks(a_programme_of(problem)):
        desk.columns  # noqa: B018 - a plan has laid them out before anything is asked of several
    return process_time() - began


def answered(problem: Problem) -> Answered:
    """Answer an instance as the planner would, and check the answer.

    Raises
    ------
    WrongAnswerError
        If dates it gives break the problem's own rule.
    """
    began = process_time()
    programme = a_programme_of(problem)
    desks = _desks(programme)
    joint = Joint(desks)
    standoff = joint.standoff()
    placed = () if standoff else joint.placed() or ()
    seconds = process_time() - began
    if not standoff:
        _check(problem, placed)
        _write(programme, desks, placed)
    smallest = is_smallest(problem, standoff) if standoff else None
    return Answered(problem, standoff is None, standoff, seconds, smallest)


def is_smallest(problem: Problem, standoff: Standoff) -> bool:
    """Say whether a conflict is one and no part of it can be left out, by the direct statement."""
    others = (standoff.without(part) for part in standoff.parts)
    return not _fit(problem, standoff.parts) and all(_fit(problem, rest) for rest in others)


def _fit(problem: Problem, parts: Sequence[Part]) -> bool:
    numbers = [(part.kind, int(part.code[1:])) for part in parts]
    return fits(
        problem,
        meetings=[number for kind, number in numbers if kind == "project"],
        agents=[number for kind, number in numbers if kind == "person"],
    )


def _desks(programme: Programme) -> list[Desk]:
    rules = with_local_rules()
    return [
        desk_for(programme, project, in_force(rules, programme, project))
        for project in programme.projects
    ]


def _check(problem: Problem, placed: Sequence[Placed]) -> None:
    """Hold dates against the problem as its authors state it."""
    picks = {each.project: each.pick for each in placed}
    starts = (picks[f"M{number}"] for number in range(problem.meetings))
    if not problem.is_kept_by([problem.slot(p.grid.starts[p.start]) for p in starts]):
        msg = f"instance {problem.number}: the dates found break its rule"
        raise WrongAnswerError(msg)


def _write(programme: Programme, desks: Sequence[Desk], placed: Sequence[Placed]) -> None:
    """Put dates into a plan, which is refused if the audit finds anything in it."""
    picks = {each.project: each.pick for each in placed}
    solved = [Solved(desk, (picks[desk.project.code],), proven=0) for desk in desks]
    planner = Planner(programme, with_local_rules(), Effort(), told_nothing)
    written_and_checked(planner, solved, solved)


def _sum(done: Sequence[Answered]) -> Line:
    short = [one for one in done if one.standoff]
    return {
        "instances": len(done),
        "right": sum(one.is_right for one in done),
        "conflicts": len(short),
        "verified_minimal": sum(bool(one.is_smallest) for one in short),
        "within_the_bar": sum(one.seconds <= BAR_SECONDS for one in done),
        "processor_where_all_fits": spread([one.seconds for one in done if not one.standoff]),
        "processor_where_not": spread([one.seconds for one in short]),
    }
