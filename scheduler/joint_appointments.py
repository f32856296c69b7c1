"""One session in the statement of several projects: when it begins, and what it needs then."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from ortools.sat.python import cp_model

from scheduler.grid import Grid
from scheduler.joint_parts import Part
from scheduler.joint_sides import Bools, Ints, Side

Literal = cp_model.IntVar


@dataclass(frozen=True, eq=False)
class Appointment:
    """One session in the model: when it begins, and whom and what it needs then."""

    side: Side
    number: int
    """Which session of its project, from 0."""
    taken: Sequence[Literal]
    """Whether each of its choices is taken."""
    begins: Literal
    """Minutes from the first moment anything may begin."""
    needs: dict[Part, Literal] = field(default_factory=dict)
    """Who comes, which workers are booked and which room is used, of what others need too."""
    away: dict[Part, Literal] = field(default_factory=dict)
    """Who could come and is at another project's session instead."""

    @property
    def grid(self) -> Grid:
        """The grid its choices come from."""
        return self.side.desk.columns[self.number].grid

    @property
    def project(self) -> str:
        """The code of its project."""
        return self.side.desk.project.code

    @property
    def starts(self) -> Ints:
        """Index of the start of each choice, shape (N,)."""
        starts: Ints = self.side.wide[self.number].columns.start[self._columns]
        return starts

    @property
    def venues(self) -> Ints:
        """Index of the venue of each choice, shape (N,)."""
        venues: Ints = self.side.wide[self.number].columns.venue[self._columns]
        return venues

    @property
    def _columns(self) -> Ints:
        return self.side.choices[self.number].column

    def where(self, which: Bools) -> list[Literal]:
        """Return the choices of which something is so."""
        return [self.taken[i] for i in np.flatnonzero(which).tolist()]

    def ends(self) -> cp_model.LinearExpr:
        """Return when it ends."""
        return self.begins + self.grid.session.length_minutes
