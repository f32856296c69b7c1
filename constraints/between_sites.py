"""Leave time to get from one site to the next on a day that has two."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from scheduler.by_road import minutes_between
from scheduler.constraint import Constraint, Degree, Earlier, Example, Objection, Relaxation, Source
from scheduler.grid import utc_minute
from scheduler.programme import Programme, Session
from scheduler.samples import AFTERWARDS, HALL, at
from scheduler.taken import ENDLESS
from scheduler.ties import Read, SharedDay, Ties
from scheduler.venues import BY_PHONE, ONLINE, Venue

MORNING = Earlier(at("Tuesday 8 June 2027 09:00"), at("Tuesday 8 June 2027 11:00"), HALL)
TOWN_HALL = HALL.model_copy(update={"code": "far", "name": "Town Hall", "place": "town"})


@dataclass(frozen=True)
class BetweenSites(Constraint):
    """Where two sessions share a day, everybody has to get from one room to the other.

    The way is reckoned by road, as journeys nobody entered are, and people need a break besides.
    Nobody is asked to cross water, nor to go where nobody knows the way. Who has no car or lift
    needs one for that way, and somebody else sets up the other room.
    """

    break_minutes: int = 30
    """Minutes to rest and eat, beside the way from one room to the other."""

    title: ClassVar[str] = "Leave time from one site to the next"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("Own default: half an hour to rest and eat", date(2026, 11, 24)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The afternoon is in the town, an hour after the morning in the glen.",
            given={
                "start": at("Tuesday 8 June 2027 12:00"),
                "session": AFTERWARDS,
                "venue": TOWN_HALL,
                "earlier": MORNING,
            },
            expects="From Glen Hall to Town Hall it takes 38 minutes and a break of 30; "
            "there are 60.",
        ),
        Example(
            says="Nobody knows where the other room is.",
            given={
                "start": at("Tuesday 8 June 2027 14:00"),
                "session": AFTERWARDS,
                "venue": TOWN_HALL.model_copy(update={"place": ""}),
                "earlier": MORNING,
            },
            expects="Nobody knows the way by road from Glen Hall to Town Hall.",
        ),
        Example(
            says="There are two hours.",
            given={
                "start": at("Tuesday 8 June 2027 13:00"),
                "session": AFTERWARDS,
                "venue": TOWN_HALL,
                "earlier": MORNING,
            },
        ),
        Example(
            says="The two are on different days.",
            given={
                "start": at("Wednesday 9 June 2027 09:00"),
                "venue": TOWN_HALL,
                "earlier": replace(MORNING, session=AFTERWARDS),
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Leave no break between one site and the next",
            {"break_minutes": 0},
            price=30,
            unit="minutes",
        ),
    )

    def check(
        self,
        start: datetime,
        programme: Programme,
        session: Session,
        venue: Venue,
        earlier: Earlier,
    ) -> Objection | None:
        """Object where there is too little time from the session before, or nobody knows."""
        if not session.same_day or start.date() != earlier.start.date():
            return None
        gap = utc_minute(start) - utc_minute(earlier.end)
        minutes = minutes_between(programme, earlier.venue, venue)
        way = f"rom {earlier.venue.label} to {venue.label}"
        if minutes is None:
            says = f"Nobody knows the way by road f{way}."
            return Objection(Degree.NEVER, says, says)
        if gap >= minutes + self.break_minutes:
            return None
        needs = f"it takes {minutes} minutes and a break of {self.break_minutes}"
        says = f"F{way} {needs}; there are {gap}."
        return Objection(Degree.NEVER, says, says)

    def couple(self, ties: Ties) -> None:
        """Tie hour and room of a session that shares a day to those of the one before it."""
        ties.share_a_day(self._shared)

    def _shared(self, programme: Programme) -> SharedDay:
        venues = (*programme.venues, ONLINE, BY_PHONE)
        needed = np.array([[self._needed(programme, v, w) for w in venues] for v in venues])

        def accepts(before: Read, after: Read) -> NDArray[np.bool_]:
            gap = after("opens") - before("closes")
            enough = gap >= needed[before("venue"), after("venue")]
            allowed: NDArray[np.bool_] = np.logical_or(enough, before("day") != after("day"))
            return allowed

        return SharedDay(self.name(), ("day", "opens", "closes", "venue"), accepts)

    def _needed(self, programme: Programme, before: Venue, after: Venue) -> int:
        minutes = minutes_between(programme, before, after)
        return ENDLESS if minutes is None else minutes + self.break_minutes
