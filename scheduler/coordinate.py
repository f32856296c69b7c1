"""What is left for a project when others' sessions stand, told without asking every rule again.

A room that is taken closes its own candidates. Only starts at which a worker the project needs is
no longer to be had, or near which one of its people is taken, are asked again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Desk, Pick
from scheduler.columns import Columns, columns_of, side_by_side
from scheduler.grid import Grid
from scheduler.lacking import needs_at
from scheduler.needed import around
from scheduler.programme import Programme
from scheduler.screen import Screened, screen
from scheduler.shared import Use, gap_of
from scheduler.staffing import free_together, missing
from scheduler.ties import Ties

Bools = NDArray[np.bool_]
KEPT = ("ends", "days", "day_of", "minute_of", "opens", "closes", "ways")
"""What a grid has worked out that does not change with what others take."""
NEAR_MINUTES = 36 * 60
"""How near a person's other session can matter: their journeys there and back are shorter."""


@dataclass(frozen=True, eq=False)
class Left:
    """What others' sessions leave of a project."""

    desk: Desk
    """The project as if there were no other."""
    programme: Programme
    """The programme as the project finds it, with what others need taken."""
    taken: Sequence[Use]
    """What others need."""
    ties: Ties
    """What the constraints of all projects tie together."""

    def over(self) -> Desk:
        """Return the project with the candidates that are left."""
        made: dict[int, Screened] = {}
        laid_out: dict[int, Columns] = {}
        for old, own in zip(self.desk.screened, self.desk.columns, strict=True):
            if id(old) not in made:
                moved = moved_screen(old, self.programme)
                made[id(old)] = moved
                laid_out[id(moved)] = self._columns(own, moved)
        screened = tuple(made[id(old)] for old in self.desk.screened)
        return replace(self.desk, programme=self.programme, screened=screened, laid_out=laid_out)

    def still(self, picks: Sequence[Pick], over: Desk) -> tuple[Pick, ...] | None:
        """Return the sessions chosen for it alone where they can all be had at the same price.

        They are best then too: what is left is a part of what there was, and nothing is cheaper.
        None where they cannot, or where somebody is in several projects: without them, a company
        may be possible that was not.
        """
        group = {person.code for person in self.programme.group(self.desk.project)}
        if any(use.kind == "person" and use.code in group for use in self.taken):
            return None
        found = [_same(pick, over.columns[pick.number - 1]) for pick in picks]
        kept = tuple(pick for pick in found if pick is not None)
        same = len(kept) == len(picks) and all(
            one.pence == other.pence for one, other in zip(kept, picks, strict=True)
        )
        return kept if same else None

    def _columns(self, own: Columns, moved: Screened) -> Columns:
        """Return the candidates of one session wish that are left, asking again where need be."""
        company = replace(own.company, grid=moved.grid)
        if moved.grid.session.is_promised:
            return self._asked(np.arange(len(moved.grid.starts)), own, moved)
        again = self._short_of_workers(own.grid, moved.grid) | self._near_people(own.grid)
        stands = ~again[own.start] & ~self._room_taken(own)
        kept = replace(own.kept(np.flatnonzero(stands)), screened=moved, company=company)
        if not again.any():
            return kept
        asked = self._asked(np.flatnonzero(again), own, moved)
        return side_by_side([kept, asked.kept(np.flatnonzero(~self._room_taken(asked)))])

    def _asked(self, starts: NDArray[np.int64], own: Columns, moved: Screened) -> Columns:
        """Ask every rule again about some starts."""
        grid = replace(moved.grid, starts=tuple(moved.grid.starts[s] for s in starts.tolist()))
        found = columns_of(screen(grid, self.desk.rules), self.desk.rules, self.desk.ties)
        company = replace(own.company, grid=moved.grid)
        return replace(found, screened=moved, company=company, start=starts[found.start])

    def _short_of_workers(self, before: Grid, now: Grid) -> Bools:
        """Say at which starts a need is unmet that was met before, shape (S,)."""
        unmet: list[NDArray[np.int64]] = []
        needs = needs_at(before)
        for grid in (before, now):
            sets, which = free_together(grid, needs)
            lacking = [sum(1 << needs.index(n) for n in set(missing(needs, s))) for s in sets]
            unmet.append(np.array(lacking, dtype=np.int64)[which])
        return np.not_equal(*unmet)

    def _near_people(self, grid: Grid) -> Bools:
        """Say which starts are so near to another session of somebody that it may matter."""
        codes = {person.code for person in grid.people}
        near = np.zeros(len(grid.starts), dtype=np.bool_)
        for use in self.taken:
            if use.kind == "person" and use.code in codes:
                begins, ends = use.begins - NEAR_MINUTES, use.ends + NEAR_MINUTES
                near |= (grid.opens < ends) & (grid.closes > begins)
        return near

    def _room_taken(self, own: Columns) -> Bools:
        """Say for which candidates the room is taken, shape (C,)."""
        grid, gap = own.grid, gap_of(self.ties, "venue") or 0
        before, after = around(grid.session)
        places = {venue.code: number for number, venue in enumerate(grid.venues)}
        taken = np.zeros(grid.shape[:2], dtype=np.bool_)
        for use in self.taken:
            if use.kind == "venue" and use.code in places:
                meets = (grid.opens - before < use.ends + gap) & (grid.closes + after > use.begins)
                taken[:, places[use.code]] |= meets
        found: Bools = taken[own.start, own.venue]
        return found


def moved_screen(screened: Screened, programme: Programme) -> Screened:
    """Return the same answers as of another programme, whose grid is laid out anew."""
    grid = _moved(screened.grid, programme)
    riding = {n: replace(own, grid=grid.riding(n)) for n, own in screened.riding.items()}
    return replace(screened, grid=grid, riding=riding)


def _moved(grid: Grid, programme: Programme) -> Grid:
    """Return the same starts, rooms and people as another programme has them."""
    moved = replace(
        grid,
        programme=programme,
        venues=programme.venues_for(grid.project, grid.session),
        people=programme.group(grid.project),
    )
    vars(moved).update({name: getattr(grid, name) for name in KEPT})
    return moved


def _same(pick: Pick, columns: Columns) -> Pick | None:
    """Return a session chosen with its candidate among others; None where it is not there."""
    there = (columns.start == pick.start) & (columns.venue == pick.venue)
    rows = np.flatnonzero(there & (columns.rides == pick.rides))
    return replace(pick, columns=columns, row=int(rows[0])) if len(rows) else None
