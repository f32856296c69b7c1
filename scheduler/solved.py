"""One project with the series chosen for it."""

from dataclasses import dataclass

from scheduler.choosing import Desk, Pick
from scheduler.unmet import Obstacle


@dataclass(frozen=True, eq=False)
class Solved:
    """One project with the series chosen for it."""

    desk: Desk
    picks: tuple[Pick, ...]
    proven: int
    """How many levels of the order of concern are proven best for it alone."""
    obstacles: tuple[Obstacle, ...] = ()
    """What counting found in the way before the search."""
    bound: tuple[int, ...] = ()
    """The least that its first level not proven can come to; empty where that is not known."""
    leaves_out: bool = False
    """Whether more sessions could be held, and somebody would come to fewer for it."""

    @property
    def is_short(self) -> bool:
        """Say whether a required session has no date."""
        held = {pick.number for pick in self.picks}
        sessions = enumerate(self.desk.project.sessions, 1)
        return any(session.required and number not in held for number, session in sessions)
