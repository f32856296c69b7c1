"""Keep within the money there is for the room and the workers of a session."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import numpy as np

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.grid import Grid, Mask
from scheduler.money.heads import Prices
from scheduler.people import Person
from scheduler.programme import Programme, Session
from scheduler.samples import HALL
from scheduler.sentences import pounds
from scheduler.staffing import all_fees, team_for
from scheduler.ties import Ties
from scheduler.venues import Venue

NO_BUDGET = -1
DEAR = HALL.model_copy(update={"hire_pence": 12_000})


@dataclass(frozen=True)
class SessionBudget(Constraint):
    """The room and the workers of one session cost no more than there is for them.

    Workers are counted at the least that those free then ask for. What people's coming costs is
    not counted here, so nobody's fare, children or pay ever rules a date out. No session is held
    for which somebody with lived experience would come to fewer. What a room costs that nobody has
    asked yet is a question.
    """

    most_pence: int = NO_BUDGET
    """What the room and the workers of one session may cost.

    In pence; -1 for any amount.
    """

    title: ClassVar[str] = "Keep within the money for room and workers"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Own rule: whoever pays sets the amount, in the programme",
            date(2026, 11, 30),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="A hall that costs more than there is.",
            given={"venue": DEAR},
            expects="Glen Hall and the workers cost £120.00, and there is £100.00 for a session.",
            settings={"most_pence": 10_000},
        ),
        Example(
            says="Nobody has asked what the hall costs.",
            given={"venue": HALL.model_copy(update={"hire_pence": None})},
            expects="What does Glen Hall cost for a session? There is £100.00 for it and workers.",
            settings={"most_pence": 10_000},
        ),
        Example(
            says="As much as there is.", given={"venue": DEAR}, settings={"most_pence": 12_000}
        ),
        Example(says="No amount was set.", given={"venue": DEAR}),
    )

    def check(  # noqa: PLR0913, PLR0917 - what a session costs hangs on all of them
        self,
        start: datetime,
        end: datetime,
        venue: Venue,
        session: Session,
        programme: Programme,
        group: tuple[Person, ...],
    ) -> Objection | None:
        """Object where room and workers cost more than there is, or nobody knows."""
        if self.most_pence == NO_BUDGET or venue.is_remote:
            return None
        there_is = f"and there is {pounds(self.most_pence)} for a session"
        when = start, end
        team = team_for(programme, session, group, time=when, venue=venue) or ()
        prices = Prices(programme, session)
        cost = prices.around(venue) + prices.team(team)
        if cost > self.most_pence:
            says = f"{venue.label} and the workers cost {pounds(cost)}, {there_is}."
            return Objection(Degree.NEVER, says, says)
        if venue.hire_pence is None:
            asks = f"What does {venue.label} cost for a session?"
            asks = f"{asks} There is {pounds(self.most_pence)} for it and workers."
            return Objection(Degree.UNKNOWN, asks)
        return None

    def couple(self, ties: Ties) -> None:
        """Let no session be held in place of bringing somebody to another."""
        if self.most_pence != NO_BUDGET:
            ties.put_people_first()

    def screen(self, grid: Grid) -> Mask:
        """Add what each room costs to what the workers cost then."""
        if self.most_pence == NO_BUDGET:
            return grid.mask(np.zeros((), dtype=np.uint8), ())
        prices = Prices(grid.programme, grid.session)
        hire = np.array([prices.around(venue) for venue in grid.venues], dtype=np.int64)
        known = np.array([venue.hire_pence is not None for venue in grid.venues], dtype=np.bool_)
        room = np.array([not venue.is_remote for venue in grid.venues], dtype=np.bool_)
        over = all_fees(grid) + hire[None, :] > self.most_pence
        degrees = np.where(over, Degree.NEVER, np.where(known, 0, Degree.UNKNOWN)) * room
        return grid.mask(degrees.astype(np.uint8), ("start", "venue"))
