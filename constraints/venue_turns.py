"""Let venues follow one another as was agreed."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal

from scheduler.constraint import Constraint, Degree, Earlier, Example, Objection, Relaxation, Source
from scheduler.programme import Project, Session
from scheduler.samples import CALLING, HALL, at
from scheduler.ties import Ties, within_a_phase
from scheduler.venues import Venue

BEFORE = Earlier(at("Tuesday 1 June 2027 11:00"), at("Tuesday 1 June 2027 13:00"), HALL)
OTHER = HALL.model_copy(update={"code": "other-hall", "name": "Other Hall"})


@dataclass(frozen=True)
class VenueTurns(Constraint):
    """One venue is easy to find again; by turns nobody always has the longest way.

    The rule looks at a session and the one before it, where both are of one phase of the work.
    On-line counts as a venue, and so does by phone.
    """

    pattern: Literal["any", "same", "changing"] = "any"
    """Whether a session is held where the one before was, or never there."""
    kept: bool = True
    """Whether the pattern is kept."""

    title: ClassVar[str] = "Let venues follow as was agreed"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "be flexible with time and location",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Venues take turns, and this one was the last.",
            given={"venue": HALL, "earlier": BEFORE},
            settings={"pattern": "changing"},
            expects="The session before was at Glen Hall too.",
        ),
        Example(
            says="The group stays at one venue.",
            given={"venue": OTHER, "earlier": BEFORE},
            settings={"pattern": "same"},
            expects="The session before was at Glen Hall, not at Other Hall.",
        ),
        Example(
            says="Venues take turns, and this is another.",
            given={"venue": OTHER, "earlier": BEFORE},
            settings={"pattern": "changing"},
        ),
        Example(
            says="The session before was still to recruit, and the workshops begin.",
            given={"venue": HALL, "earlier": replace(BEFORE, session=CALLING)},
            settings={"pattern": "changing"},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Let venues follow in any order", {"kept": False}, price=2),
    )

    def check(
        self, venue: Venue, earlier: Earlier, project: Project, session: Session
    ) -> Objection | None:
        """Object where the venue may not follow that of the session before."""
        same = venue.code == earlier.venue.code
        one_phase = project.is_one_phase(earlier.session, session)
        asked = self._is_asked() and one_phase and not session.same_day
        if not asked or same == (self.pattern == "same"):
            return None
        says = f"The session before was at {earlier.venue.label}"
        says = f"{says} too." if same else f"{says}, not at {venue.label}."
        return Objection(Degree.NEVER, says, says)

    def couple(self, ties: Ties) -> None:
        """Tie each session's venue to that of the one before."""
        if self._is_asked():
            ties.follows(
                self.name(),
                "venue",
                lambda before, after: (before == after) == (self.pattern == "same"),
                phases=within_a_phase,
            )

    def _is_asked(self) -> bool:
        return self.kept and self.pattern != "any"
