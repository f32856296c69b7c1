"""Dates for all projects at once, where planning them one after another leaves one without."""

from collections.abc import Sequence
from typing import Final

from scheduler.choosing import Desk
from scheduler.joint import Joint
from scheduler.joint_parts import Placed
from scheduler.joint_sides import TooManySharedError
from scheduler.model import NoAnswerError
from scheduler.shared import Use, uses_of
from scheduler.solved import Solved
from scheduler.ties import Ties

MOST: Final = 20_000
"""How many candidates of all groups together are looked at at once. Own default."""


def are_few(desks: Sequence[Desk], *, most: int = MOST) -> bool:
    """Say whether projects have so few candidates that all can be looked at at once."""
    return sum(len(own) for desk in desks for own in dict.fromkeys(desk.columns)) <= most


def dates_for_all(alone: Sequence[Solved]) -> tuple[Placed, ...] | None:
    """Return a date for every required session of all projects; None where none are found.

    Not looked for where a project lacks sessions by itself, or where there is too much to look at.
    """
    desks = [own.desk for own in alone]
    if any(own.is_short for own in alone) or not are_few(desks):
        return None
    try:
        return Joint(desks).placed()
    except (NoAnswerError, TooManySharedError):
        return None


def needed_at(placed: Sequence[Placed], own: Solved, ties: Ties) -> tuple[Use, ...]:
    """Return what one project needs at dates found for all, with the workers it is given there."""
    team = {worker.code: worker for worker in own.desk.programme.workers}
    mine = (each for each in placed if each.project == own.desk.project.code)
    return tuple(
        use
        for each in mine
        for use in uses_of(each.pick, ties, team=[team[code] for code in each.team])
    )
