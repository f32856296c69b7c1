"""What was booked although it passes over somebody's right: it has to be settled, by everybody.

Which room is wrong for whom is never said: the same words stand whosever right it is.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from scheduler.plan import Chosen
from scheduler.programme import Programme

ROOM_NOTICE_DAYS: Final = 14
"""How long before a session another room has to be asked for at the latest. Own default."""
NOT_COUNTED: Final = "Not counted: it was promised against a rule that guards a right."
"""What is said of such a session wherever people would be counted."""
SETTLE: Final = (
    "Settle this session: as booked it breaks a rule that guards a right, so it counts for nobody. "
    "Ring everybody in the group, not one alone, and ask what would make it right for them. "
    "Look for another room or day meanwhile, and order no taxi before."
)
"""What has to be done, in the same words whosever right it is."""


def to_be_settled(programme: Programme, sessions: Sequence[Chosen]) -> tuple[Chosen, ...]:
    """Return the sessions booked, and not held yet, that count for nobody."""
    uncounted = (chosen for chosen in sessions if not chosen.counts)
    return tuple(chosen for chosen in uncounted if _is_booked(programme, chosen))


def settle_by(programme: Programme, day: date, *, notice_days: int) -> date:
    """Return the last day to settle a session, so that another room can still be had."""
    due = day - timedelta(days=max(notice_days, ROOM_NOTICE_DAYS))
    return max(due, programme.planning_day)


def _is_booked(programme: Programme, chosen: Chosen) -> bool:
    project = next(each for each in programme.projects if each.code == chosen.project)
    return project.sessions[chosen.number - 1].state == "booked"
