"""Turns where sessions stand into what can be written down: every rule asked again about those."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scheduler.board import Board, Placed
from scheduler.choosing import Desk, Pick, desk_for
from scheduler.columns import Columns, columns_of
from scheduler.jointly import Ended
from scheduler.programme import Programme
from scheduler.screen import Screened, screen
from scheduler.shared import Use, uses, with_used
from scheduler.solved import Solved
from scheduler.unmet import Obstacle

Ints = NDArray[np.int64]
Told = Sequence[tuple[Obstacle, ...]]
"""What counting found in the way of each project."""


class UnheldError(Exception):
    """A session stands where the rules, asked again, do not let it: a fault of this programme."""


def finished(
    ended: Ended, again: Callable[[Solved], Solved]
) -> tuple[tuple[Solved, ...], tuple[Solved, ...]]:
    """Return every project as it is planned, and as it would be alone, to be written down.

    Parameters
    ----------
    again
        Plans a project once more where it is short, so that it is known why.
    """
    finish = Finish(ended.board, ended.obstacles, again)
    solved, alone = finish.solved(ended.plan), finish.as_if_alone(ended.alone)
    # Who stands in whose way is told from all that each could hold; else what was chosen will do.
    keep = _all_of if any(one.is_short for one in solved) else _chosen_of
    return solved, tuple(_with_few(one, keep) for one in alone)


@dataclass(frozen=True, eq=False)
class Finish:
    """All projects with their sessions, to be written down one after another."""

    board: Board
    obstacles: Told
    again: Callable[[Solved], Solved]
    """Plans a project once more where it is short, so that it is known why."""

    def as_if_alone(self, alone: Sequence[Placed]) -> tuple[Solved, ...]:
        """Return what is best for each project as if there were no other."""
        return tuple(
            Solved(self.board.desks[one.project], self.board.picks(one), one.proven, told)
            for one, told in zip(alone, self.obstacles, strict=True)
        )

    def solved(self, plan: Sequence[Placed]) -> tuple[Solved, ...]:
        """Return every project as it finds the programme, with the cheapest teams left to it."""
        needed = {one.project: one.uses for one in plan}
        found: list[Solved] = []
        for one in plan:
            others = [u for n, own in needed.items() if n != one.project for u in own]
            solved = self.again(self._solved(one, others))
            needed[one.project] = uses(solved.picks, self.board.ties)
            found.append(solved)
        return tuple(found)

    def _solved(self, one: Placed, others: Sequence[Use]) -> Solved:
        board, desk = self.board, self.board.desks[one.project]
        whole = len(one.sessions) == len(desk.project.sessions)
        others = _near(one, others) if whole else others
        programme = with_used(board.programme, desk.project, found=others, ties=board.ties)
        found = (
            self._again(one, programme) if whole else desk_for(programme, desk.project, desk.rules)
        )
        picks = tuple(_there(pick, found) for pick in board.picks(one))
        return Solved(found, picks, one.proven, self.obstacles[one.project])

    def _again(self, one: Placed, programme: Programme) -> Desk:
        """Ask every rule again, about the dates and rooms that were chosen alone."""
        desk = self.board.desks[one.project]
        made: dict[int, Screened] = {}
        for pick in self.board.picks(one):
            alike = [p for p in self.board.picks(one) if p.columns is pick.columns]
            starts = sorted({p.start for p in alike})
            rooms = sorted({p.venue for p in alike})
            known = programme.venues_for(desk.project, pick.grid.session)
            grid = replace(
                pick.columns.grid,
                programme=programme,
                starts=tuple(pick.grid.starts[start] for start in starts),
                venues=tuple(known[room] for room in rooms),
                people=programme.group(desk.project),
            )
            key = id(desk.screened[pick.number - 1])
            if key not in made:
                made[key] = screen(grid, desk.rules)
        screened = tuple(made[id(own)] for own in desk.screened)
        laid_out = {id(own): columns_of(own, desk.rules, desk.ties) for own in made.values()}
        return replace(desk, programme=programme, screened=screened, laid_out=laid_out)


def _all_of(_solved: Solved, own: Columns) -> Ints:
    return np.arange(len(own))


def _chosen_of(solved: Solved, own: Columns) -> Ints:
    return np.unique([pick.row for pick in solved.picks if pick.columns is own]).astype(np.int64)


def _with_few(solved: Solved, keep: Callable[[Solved, Columns], Ints]) -> Solved:
    """Return a project with some of its candidates, among them those chosen."""
    rows = {id(own): keep(solved, own) for own in solved.desk.columns}
    kept: dict[int, Columns] = {}
    for own in dict.fromkeys(solved.desk.columns):
        kept[id(own)] = own.kept(rows[id(own)])
        vars(kept[id(own)])["places"] = own.places
    both = zip(solved.desk.screened, solved.desk.columns, strict=True)
    desk = replace(solved.desk, laid_out={id(asked): kept[id(own)] for asked, own in both})
    picks = tuple(
        replace(
            pick,
            columns=kept[id(pick.columns)],
            row=int(np.searchsorted(rows[id(pick.columns)], pick.row)),
        )
        for pick in solved.picks
    )
    return replace(solved, desk=desk, picks=picks)


def _near(one: Placed, others: Sequence[Use]) -> list[Use]:
    """Return what others need on the days around a project's sessions, or of anybody in it."""
    days = {use.begins // 1440 + day for use in one.uses for day in (-2, -1, 0, 1, 2)}
    return [use for use in others if use.begins // 1440 in days]


def _there(pick: Pick, desk: Desk) -> Pick:
    """Return a session with its candidate among those of another desk."""
    columns = desk.columns[pick.number - 1]
    grid, start, room = columns.grid, pick.grid.starts[pick.start], pick.grid.venues[pick.venue]
    for row in range(len(columns)):
        same_time = grid.starts[int(columns.start[row])] == start
        same_rides = int(columns.rides[row]) == pick.rides
        if same_time and same_rides and grid.venues[int(columns.venue[row])].code == room.code:
            return replace(pick, columns=columns, row=row)
    msg = f"{desk.project.label}, session {pick.number}: {start} at {room.label} is not open"
    raise UnheldError(msg)
