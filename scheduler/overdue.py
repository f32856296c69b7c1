"""What was to be done by a day that has passed, for a session still to come."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scheduler.plan import Chosen, Task


def is_overdue(task: "Task", chosen: "Chosen", today: date) -> bool:
    """Say whether a task of a session should have been done before today, and still matters.

    Nothing says whether it was done. What a session needed that is over is told as it was.
    """
    return task.due < today <= chosen.start.date()
