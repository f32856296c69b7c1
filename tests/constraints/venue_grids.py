"""Grids around clock changes and the leap day, to compare the two forms of a constraint."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from scheduler.constraint import Constraint
from scheduler.grid import Grid, grid_for
from scheduler.people import Person
from scheduler.programme import AcceptedUnknown, Programme, Session
from scheduler.samples import ISHBEL, PROGRAMME, PROJECT, RORY
from scheduler.venues import Venue

WINDOWS = (
    (date(2027, 3, 25), date(2027, 3, 30)),
    (date(2027, 10, 29), date(2027, 11, 2)),
    (date(2028, 2, 27), date(2028, 3, 2)),
)
"""Days around the clocks going forward, the clocks going back, and 29 February."""

WISH = Session(length_minutes=90, setup_minutes=45, clear_up_minutes=30)


def a_programme(venues: Sequence[Venue], window: tuple[date, date] = WINDOWS[0]) -> Programme:
    """Return an invented programme at these venues over some days, at every hour of the day."""
    return PROGRAMME.model_copy(
        update={
            "venues": tuple(venues),
            "first_day": window[0],
            "last_day": window[1],
            "start_every_minutes": 60,
            "earliest": "00:00",
            "latest": "24:00",
        }
    )


def a_grid(
    programme: Programme, *, session: Session = WISH, people: Sequence[Person] = (ISHBEL, RORY)
) -> Grid:
    """Return the grid of one session wish of a group of these people."""
    project = PROJECT.model_copy(
        update={"members": tuple(person.code for person in people), "sessions": (session,)}
    )
    return grid_for(programme.model_copy(update={"people": tuple(people)}), project, session)


def accepting(programme: Programme, constraint: str, *, about: str) -> Programme:
    """Return the programme with something not known accepted in writing."""
    accepted = AcceptedUnknown(
        constraint=constraint, about=about, by="Mairi", on=date(2027, 1, 4), note="invented"
    )
    return programme.model_copy(update={"accepted_unknowns": (accepted,)})


def forms_agree(constraint: Constraint, grid: Grid) -> bool:
    """Say whether the form in bulk and the check asked cell by cell give the same degrees."""
    fast, plain = constraint.screen(grid).degrees, Constraint.screen(constraint, grid).degrees
    return np.array_equal(np.broadcast_to(fast, grid.shape), np.broadcast_to(plain, grid.shape))
