"""Problem 46 of CSPLib stated in a few lines for CP-SAT alone: a check on what the planner says."""

from collections.abc import Collection
from itertools import combinations

from ortools.sat.python import cp_model

from benchmarks.csplib_meetings import Problem


class NoAnswerError(Exception):
    """The solver gave up."""


def fits(problem: Problem, *, meetings: Collection[int], agents: Collection[int]) -> bool:
    """Say whether some meetings can be held so that some agents can attend all theirs of these.

    Raises
    ------
    NoAnswerError
        If the solver gives up.
    """
    cp = cp_model.CpModel()
    slot = {number: cp.new_int_var(0, problem.slots - 1, "") for number in meetings}
    for one, other in _shared(problem, meetings, agents):
        apart, first = problem.travel[one][other] + 1, cp.new_bool_var("")
        cp.add(slot[other] >= slot[one] + apart).only_enforce_if(first)
        cp.add(slot[one] >= slot[other] + apart).only_enforce_if(~first)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = 60
    status = solver.solve(cp)
    if status == cp_model.UNKNOWN:
        msg = f"instance {problem.number}: the solver gave up"
        raise NoAnswerError(msg)
    return status != cp_model.INFEASIBLE


def _shared(
    problem: Problem, meetings: Collection[int], agents: Collection[int]
) -> set[tuple[int, int]]:
    """Return the pairs of meetings that an agent has to attend both of."""
    own = (sorted(set(problem.attends[agent]) & set(meetings)) for agent in agents)
    return {pair for each in own for pair in combinations(each, 2)}
