"""Let whoever chose so join from elsewhere, where the room or the way there does not suit."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np

from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.grid import Grid, Mask
from scheduler.people import Person
from scheduler.samples import ISHBEL
from scheduler.venues import ONLINE, Venue
from scheduler.ways import Way

BY_PHONE = Way(by="by phone")
IF_NEED_BE = ISHBEL.model_copy(update={"other_ways": ("by phone",)})


@dataclass(frozen=True)
class JoiningIn(Constraint):
    """Somebody may choose to take part on-line or by phone where the room does not suit.

    So they do where they could not get there and home, where the room lacks what they need, or for
    a private need. They then have no journey and need no place in the room, and nothing is said of
    why. As they would rather be there, it counts as something that speaks against the room. Who
    chose to take part that way only is no worse off anywhere.
    """

    title: ClassVar[str] = "Meet where nobody has to join from elsewhere"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "if this does not work, an alternative approach",
            date(2026, 11, 24),
        ),
        Source("What each person chose, as entered", date(2026, 11, 24)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The hall does not suit, and she chose to ring in then.",
            given={"person": IF_NEED_BE, "way": BY_PHONE},
            expects="Ishbel takes part by phone, as they chose.",
        ),
        Example(
            says="She never travels, and rings in everywhere.",
            given={
                "person": IF_NEED_BE.model_copy(update={"other_ways_only": True}),
                "way": BY_PHONE,
            },
        ),
        Example(says="She drives to the hall.", given={"person": IF_NEED_BE}),
        Example(
            says="Everybody is on-line.",
            given={"person": IF_NEED_BE, "venue": ONLINE, "way": Way(by="on-line")},
        ),
    )

    def check(self, venue: Venue, person: Person, way: Way) -> Objection | None:
        """Object where somebody would join a room from elsewhere who would rather be there."""
        if venue.is_remote or not way.is_remote or not self._would_rather_come(person):
            return None
        return Objection(Degree.AVOID, f"{person.label} takes part {way.by}, as they chose.")

    def screen(self, grid: Grid) -> Mask:
        """Look up who joins which room from elsewhere."""
        if not any(person.other_ways for person in grid.people):
            return Mask(np.zeros((1, 1, 1), dtype=np.uint8))
        rooms = np.array([not venue.is_remote for venue in grid.venues], dtype=np.bool_)
        asked = np.array([self._would_rather_come(p) for p in grid.people], dtype=np.bool_)
        joins = grid.ways.numbers("is_remote") == 1
        return Mask((joins & rooms[:, None] & asked) * np.uint8(Degree.AVOID))

    def _would_rather_come(self, person: Person) -> bool:
        return not person.other_ways_only and self.name() not in person.come_anyway
