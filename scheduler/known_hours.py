"""Hours as far as they are known: when somebody is surely taken, and when nobody can say yet.

Days by name, such as terms, are known up to a day. Past it hours that go by them are neither a yes
nor a no: whoever may be concerned is asked, by a day that the plan names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scheduler.absence import cannot_come, would_rather_not
from scheduler.confirming import asked_by, confirmed_by
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.grid import Grid, Mask
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_day
from scheduler.taken import Taken, hours_of, journeys_mask, lies_within, starts_within


@dataclass(frozen=True)
class KnownHours:
    """Hours in two readings, the same but for days of which nobody knows yet."""

    surely: Taken = ()
    """When they hold, as far as is known."""
    perhaps: Taken = ()
    """When they hold or may hold."""


NEVER_ANY: Final = KnownHours()
"""The hours of somebody who has none."""


def known_hours(programme: Programme, patterns: tuple[str, ...], *, home: str = "") -> KnownHours:
    """Return hours and rotas over a programme's days and some beyond, as far as they are known.

    Parameters
    ----------
    home
        Where they live whose hours these are: days by name are those of that place or its council.
    """
    if not patterns:
        return NEVER_ANY
    surely, perhaps = (
        hours_of(programme, patterns, home=home, perhaps=reading) for reading in (False, True)
    )
    return KnownHours(surely, perhaps)


def not_known_yet(programme: Programme, person: Person, *, day: date) -> Objection:
    """Return the question whether somebody can come on a day that hangs on what is not known."""
    by = asked_by(day, planning_day=programme.planning_day)
    asks = f"Can {person.label} come on {spoken_day(day)}?"
    says = f"{asks} Nobody knows yet, to be confirmed by {spoken_day(by)}."
    return Objection(Degree.UNKNOWN, says, confirm_by=by)


def may_not_suit(programme: Programme, person: Person, *, day: date) -> Objection:
    """Return what is said where it is not known whether a day suits somebody who can come."""
    by = asked_by(day, planning_day=programme.planning_day)
    says = f"Whether {spoken_day(day)} suits {person.label} is not known yet"
    said = would_rather_not(person, f"{says}, to be confirmed by {spoken_day(by)}.")
    return Objection(said.degree, said.organiser, confirm_by=by)


def cannot_come_as_known(
    programme: Programme, person: Person, because: str, *, day: date
) -> Objection:
    """Return the objection that somebody cannot come, as far as their rota of a day is out.

    Where it comes out later they are only expected to be away, and asked by then.
    """
    by = confirmed_by(person.times, day, planning_day=programme.planning_day)
    if by is None:
        return cannot_come(person, because)
    said = cannot_come(person, f"{because} Expected, to be confirmed by {spoken_day(by)}.")
    return Objection(said.degree, said.organiser, confirm_by=by)


def kept_clear(grid: Grid, hours: Sequence[KnownHours], *, journeys: bool = True) -> Mask:
    """Return the mask of sessions that meet what takes each person, or may take them.

    Parameters
    ----------
    hours
        What takes each person, in the grid's order.
    journeys
        Whether the way there and back must keep clear of it too.
    """
    sure = journeys_mask(grid, [each.surely for each in hours], journeys=journeys)
    if all(each.surely == each.perhaps for each in hours):
        return sure
    asked = journeys_mask(
        grid, [each.perhaps for each in hours], journeys=journeys, degree=Degree.UNKNOWN
    )
    return Mask(np.maximum(sure.degrees, asked.degrees))


def is_within(hours: KnownHours, time: tuple[datetime, datetime]) -> bool | None:
    """Say whether hours hold the whole session; None where nobody knows yet."""
    if lies_within(hours.surely, time):
        return True
    return None if lies_within(hours.perhaps, time) else False


def outside(
    grid: Grid, hours: KnownHours, *, degree: Degree, not_known: Degree
) -> NDArray[np.uint8]:
    """Return a degree for each start at which hours do not hold the whole session, shape (S,).

    Parameters
    ----------
    not_known
        The degree where nobody knows yet whether they do.
    """
    degrees = np.full(len(grid.starts), degree, dtype=np.uint8)
    degrees[starts_within(grid, hours.perhaps)] = not_known
    degrees[starts_within(grid, hours.surely)] = 0
    return degrees
