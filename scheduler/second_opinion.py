"""A second opinion before anybody is told that something is impossible.

By plain checks and by another solver.
"""

from collections.abc import Sequence

import numpy as np

from scheduler.choosing import Desk
from scheduler.degree import Degree
from scheduler.demands import Demand
from scheduler.screen import Screened


class OpinionsDifferError(Exception):
    """Two methods disagree on whether something is possible: a fault of this programme."""


def opinions(desk: Desk, clash: Sequence[Demand]) -> tuple[str, ...]:
    """Return who else finds that it cannot be done.

    Raises
    ------
    OpinionsDifferError
        If one of them finds that it can.
    """
    # The solver takes most of a second to load and is needed only where nothing fits.
    from scheduler.model import is_impossible  # noqa: PLC0415

    for name in dict.fromkeys(demand.constraint for demand in clash):
        for screened in dict.fromkeys(desk.screened):
            _confirm(desk, screened, name)
    if not is_impossible(desk.columns, desk.ties):
        code = desk.project.code
        msg = f"{code}: one method finds a plan where another finds none; please report this."
        raise OpinionsDifferError(msg)
    return (
        "every series weighed exactly",
        "each clashing rule asked again, case by case",
        "CP-SAT",
    )


def _confirm(desk: Desk, screened: Screened, name: str) -> None:
    """Ask a constraint again, one case at a time, wherever its bulk form closes anything."""
    if name not in screened.masks:
        return
    rule = next(rule for rule in desk.rules if rule.name() == name)
    names, grid = rule.asks_for(), screened.grid
    degrees = screened.masks[name].degrees
    for start, venue, person in np.argwhere(degrees >= Degree.NEVER):
        at = {"start": int(start), "venue": int(venue), "person": int(person)}
        objection = rule.check(**grid.arguments(names, at))
        if objection is None or objection.degree < Degree.NEVER:
            when = grid.starts[start]
            msg = f"{name} closes {when} in bulk but not when asked; please report this."
            raise OpinionsDifferError(msg)
