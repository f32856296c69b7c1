"""Hold each session at the site it is for."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.accepted import unless_accepted
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.programme import Programme, Session
from scheduler.samples import HALL, WISH
from scheduler.venues import Venue

IN_TOWN = WISH.model_copy(update={"site": "town"})


@dataclass(frozen=True)
class OwnSite(Constraint):
    """A project at several sites takes turns: each session names the place it is to be held in.

    Any venue that stands there will do. A session that names no site may be held at any.
    """

    closed: bool = True
    """Whether nothing is held at another site, rather than only if need be."""

    title: ClassVar[str] = "Hold each session at its own site"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "be flexible with time and location",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="It is the turn of the town, and the hall is in the glen.",
            given={"session": IN_TOWN, "venue": HALL},
            expects="Glen Hall is in The Glen; this session is for The Town.",
        ),
        Example(
            says="Nobody told us where the hall is.",
            given={"session": IN_TOWN, "venue": HALL.model_copy(update={"place": ""})},
            expects="Is Glen Hall in The Town?",
        ),
        Example(
            says="The hall is where the session is to be held.",
            given={"session": WISH.model_copy(update={"site": "The Glen"}), "venue": HALL},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Hold a session at another site if need be", {"closed": False}, price=3),
    )

    def check(self, programme: Programme, session: Session, venue: Venue) -> Objection | None:
        """Object where the venue stands in another place than the session is for."""
        objection = self._elsewhere(programme, session, venue)
        return unless_accepted(objection, programme, constraint=self.name(), about=venue.code)

    def _elsewhere(self, programme: Programme, session: Session, venue: Venue) -> Objection | None:
        site, stands = programme.place(session.site), programme.place(venue.place)
        if site is None or venue.is_remote or stands == site:
            return None
        there = site.name or site.code
        if stands is None:
            asks = f"Is {venue.label} in {there}?"
            return Objection(Degree.UNKNOWN, asks, asks)
        says = f"{venue.label} is in {stands.name or stands.code}; this session is for {there}."
        return Objection(Degree.NEVER if self.closed else Degree.AVOID, says, says)
