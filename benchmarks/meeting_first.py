"""A first timetable of a week in which nothing hard is broken, found by CP-SAT."""

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.meeting_week import Ints, Week

DETERMINISTIC_SECONDS = 60.0
"""How much work it may take; the published instances take a tenth of a second."""


class NoTimetableError(Exception):
    """No timetable was found that breaks nothing hard."""


def first_timetable(week: Week) -> Ints:
    """Return a start and a room for each meeting, shape (2, M).

    Raises
    ------
    NoTimetableError
        If there is none, or the solver gives up.
    """
    cp = cp_model.CpModel()
    starts = [cp.new_int_var_from_domain(_days(week, m), "") for m in range(len(week))]
    held = [
        cp.new_fixed_size_interval_var(start, int(long), "")
        for start, long in zip(starts, week.grains, strict=True)
    ]
    for person in week.required.T:
        cp.add_no_overlap([held[m] for m in np.flatnonzero(person).tolist()])
    rooms = [_rooms(cp, week, starts, room) for room in range(len(week.capacity))]
    for meeting in range(len(week)):
        cp.add_exactly_one(own[meeting] for own in rooms if meeting in own)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = DETERMINISTIC_SECONDS
    if solver.solve(cp) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        msg = f"{week.name}: no timetable was found in which nothing hard is broken"
        raise NoTimetableError(msg)
    where = [
        next(r for r, own in enumerate(rooms) if m in own and solver.boolean_value(own[m]))
        for m in range(len(week))
    ]
    return np.array([[solver.value(start) for start in starts], where])


def _days(week: Week, meeting: int) -> cp_model.Domain:
    return cp_model.Domain.from_values(week.starts(meeting).tolist())


def _rooms(
    cp: cp_model.CpModel, week: Week, starts: list[cp_model.IntVar], room: int
) -> dict[int, cp_model.IntVar]:
    """Return whether a room is used for each meeting that it holds, never for two at once."""
    used = {m: cp.new_bool_var("") for m in range(len(week)) if room in week.rooms(m)}
    cp.add_no_overlap(
        cp.new_optional_fixed_size_interval_var(starts[m], int(week.grains[m]), is_used, "")
        for m, is_used in used.items()
    )
    return used
