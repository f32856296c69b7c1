"""What projects of one programme would be told alike: asked once for all of them.

A rule that looks neither at the project nor at its people says the same of a start and a room
whoever meets there. So do the clock and the calendar.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scheduler.constraint import Constraint
from scheduler.grid import Grid, Mask, grid_for
from scheduler.in_force import Rules
from scheduler.programme import Programme, Project, Session
from scheduler.screen import Screened, with_riding

Degrees = NDArray[np.uint8]
Key = tuple[object, ...]

TIMES: Final = ("ends", "days", "day_of", "minute_of", "end_minute_of", "opens", "closes")
"""What a grid works out from its starts alone."""
WHOEVER_MEETS: Final = frozenset({"start", "end", "day", "programme", "session", "venue"})
"""What a rule may ask for to say the same to every project."""


@dataclass(frozen=True, eq=False)
class AskedOnce:
    """The times and the answers that projects of one programme have had already."""

    programme: Programme
    _grids: dict[Key, Grid] = field(default_factory=dict)
    _answers: dict[Key, Degrees] = field(default_factory=dict)
    """By rule, session and, where it looks at rooms, room: shape (S or 1,)."""

    def grid(self, project: Project, session: Session, rules: Rules) -> Grid:
        """Lay out every start and venue a session wish could have, with times known already.

        The rules say who takes part in another way than by coming.
        """
        when = (session.length_minutes, *_days(session))
        if when not in self._grids:
            self._grids[when] = grid_for(self.programme, project, session)
        known = self._grids[when]
        own = replace(
            known,
            project=project,
            session=session,
            venues=self.programme.venues_for(project, session),
            people=self.programme.group(project),
            rules=tuple(rules),
        )
        return _with_times(own, known)

    def screen(self, grid: Grid, constraints: Sequence[Constraint]) -> Screened:
        """Ask every constraint that can be asked of one candidate at a time."""
        asked = [constraint for constraint in constraints if constraint.is_screened()]
        screened = Screened(
            grid=grid,
            masks={rule.name(): self._mask(rule, grid) for rule in asked},
            personal=frozenset(rule.name() for rule in asked if rule.reads_person()),
            for_all=frozenset(rule.name() for rule in asked if rule.asks_for_all()),
        )
        return with_riding(screened, constraints)

    def _mask(self, rule: Constraint, grid: Grid) -> Mask:
        if not set(rule.asks_for()) <= WHOEVER_MEETS:
            return rule.screen(grid)
        key = (rule.name(), repr(rule.settings()), kind_of(grid.session))
        if "venue" in rule.asks_for():
            shares = any(venue.code in self._shared_rooms for venue in grid.venues)
            return self._by_venue(rule, grid, key) if shares else rule.screen(grid)
        if key not in self._answers:
            self._answers[key] = rule.screen(grid).degrees[:, 0, 0]
        return Mask(self._answers[key][:, None, None])

    def _by_venue(self, rule: Constraint, grid: Grid, key: Key) -> Mask:
        found = {
            venue.code: self._answers[*key, venue.code]
            for venue in grid.venues
            if (*key, venue.code) in self._answers
        }
        new = [venue for venue in grid.venues if venue.code not in found]
        if new:
            part = _with_times(replace(grid, venues=tuple(new)), grid)
            degrees = rule.screen(part).degrees
            for v, venue in enumerate(new):
                found[venue.code] = degrees[:, min(v, degrees.shape[1] - 1), 0]
        # Nobody asks again about a room that only one project could have.
        kept = (code for code in found if code in self._shared_rooms)
        self._answers.update({(*key, code): found[code] for code in kept})
        if not found:
            return rule.screen(grid)
        answers = [found[venue.code] for venue in grid.venues]
        return Mask(np.stack(np.broadcast_arrays(*answers), axis=1)[:, :, None])

    @cached_property
    def _shared_rooms(self) -> frozenset[str]:
        """Rooms that more than one project could have."""
        every = [venue.code for venue in self.programme.venues]
        named = [set(project.venues) or every for project in self.programme.projects]
        counts = Counter(code for own in named for code in own)
        return frozenset(code for code, many in counts.items() if many > 1)


def _days(session: Session) -> Key:
    days = session.day, session.first_day, session.last_day
    return *days, session.start, session.is_promised


def kind_of(session: Session) -> Session:
    """Return a session without what cannot change where and when it may be held."""
    return session.model_copy(
        update={"title": "", "required": True, "join_link": "", "join_phone": ""}
    )


def _with_times(grid: Grid, known: Grid) -> Grid:
    """Return a grid with the times another of the same starts has worked out."""
    vars(grid).update({name: getattr(known, name) for name in TIMES})
    return grid
