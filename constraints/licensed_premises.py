"""Keep away from places that serve alcohol."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

import numpy as np

from scheduler.accepted import unless_accepted
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.facts import UNKNOWN, YES
from scheduler.grid import Grid, Mask
from scheduler.places.kinds import kind_of, read_kinds
from scheduler.programme import Programme
from scheduler.samples import HALL, on
from scheduler.sentences import with_article
from scheduler.spoken_days import spoken_day
from scheduler.venues import DatedLicence, Venue

KINDS = read_kinds(Path(__file__).parent / "data" / "venue_kinds.csv")

WEDDING = DatedLicence(
    first=on("Friday 4 June 2027"), last=on("Saturday 5 June 2027"), what="a wedding"
)
"""An invented occasional licence, for the worked cases."""


@dataclass(frozen=True)
class LicensedPremises(Constraint):
    """Alcohol keeps people away who do not drink, must not, or fear those who do.

    A pub, a bar or a club is out even where nobody asked. Any other place is out if it serves
    alcohol, and on the days of an occasional licence or a function. Where nobody knows, somebody
    asks.
    """

    bar_may_be_closed: bool = False
    """Whether a place with a bar will do if it says in writing that the bar is closed and apart."""

    title: ClassVar[str] = "Keep away from places that serve alcohol"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
        Source(
            "Licensing (Scotland) Act 2005, Part 4: occasional licences of up to 14 days",
            date(2026, 11, 23),
            "OGL-UK-3.0",
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The hall has an occasional licence for a wedding that day.",
            given={
                "venue": HALL.model_copy(update={"licensed_days": (WEDDING,)}),
                "day": on("Saturday 5 June 2027"),
            },
            expects="Alcohol is served at Glen Hall on Saturday 5 June 2027 (a wedding).",
        ),
        Example(
            says="A pub, of which nobody asked anything.",
            given={
                "venue": HALL.model_copy(
                    update={"name": "Glen Inn", "kind": "pub", "licensed": UNKNOWN}
                )
            },
            expects="Glen Inn is a pub.",
        ),
        Example(
            says="Nobody has asked the hall about alcohol.",
            given={"venue": HALL.model_copy(update={"licensed": UNKNOWN})},
            expects="Does Glen Hall serve alcohol, "
            "and would the bar be open on Tuesday 8 June 2027?",
        ),
        Example(
            says="The bar is closed and apart, and the organiser lets that do.",
            given={"venue": HALL.model_copy(update={"licensed": YES, "bar_closed": YES})},
            settings={"bar_may_be_closed": True},
        ),
        Example(says="The hall said that it serves none.", given={"venue": HALL}),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Let a place with a bar do if it says in writing that the bar is closed and apart",
            {"bar_may_be_closed": True},
            price=1,
        ),
    )

    def check(self, day: date, programme: Programme, venue: Venue) -> Objection | None:
        """Object where alcohol is served that day, or where nobody knows."""
        if venue.is_remote:
            return None
        for licence in venue.licensed_days:
            if licence.first <= day <= licence.last:
                says = f"Alcohol is served at {venue.label} on {spoken_day(day)} ({licence.what})."
                return Objection(Degree.NEVER, says, says)
        return self._on_other_days(programme, venue, day=day)

    def _on_other_days(self, programme: Programme, venue: Venue, *, day: date) -> Objection | None:
        objection = self._if_licensed(venue) if venue.licensed.is_yes else _by_kind(venue, day)
        return unless_accepted(objection, programme, constraint=self.name(), about=venue.code)

    def _if_licensed(self, venue: Venue) -> Objection | None:
        bar = venue.bar_closed
        if not self.bar_may_be_closed or bar.is_no or _is_excluded(venue):
            says = f"{venue.label} serves alcohol."
            return Objection(Degree.NEVER, says, says)
        ask = f"Will {venue.label} say in writing that its bar is closed and apart meanwhile?"
        return None if bar.is_yes else Objection(Degree.UNKNOWN, ask)

    def screen(self, grid: Grid) -> Mask:
        """Ask each venue once, and then look at the days of its licences."""
        degrees = np.zeros((len(grid.days), len(grid.venues)), dtype=np.uint8)
        ordinals = np.array([day.toordinal() for day in grid.days], dtype=np.int64)
        for v, venue in enumerate(grid.venues if grid.days else ()):
            usual = (
                None
                if venue.is_remote
                else self._on_other_days(grid.programme, venue, day=grid.days[0])
            )
            degrees[:, v] = usual.degree if usual else 0
            for licence in () if venue.is_remote else venue.licensed_days:
                served = (ordinals >= licence.first.toordinal()) & (
                    ordinals <= licence.last.toordinal()
                )
                degrees[served, v] = Degree.NEVER
        return grid.mask(degrees, ("day", "venue"))


def _by_kind(venue: Venue, day: date) -> Objection | None:
    """Return what speaks against a place that has not said that it serves alcohol."""
    if venue.licensed.is_no:
        return None
    if _is_excluded(venue):
        says = f"{venue.label} is {with_article(venue.kind)}."
        return Objection(Degree.NEVER, says, says)
    ask = f"Does {venue.label} serve alcohol, and would the bar be open on {spoken_day(day)}?"
    is_clear = kind_of(venue.kind, KINDS).alcohol == "clear"
    return None if is_clear else Objection(Degree.UNKNOWN, ask)


def _is_excluded(venue: Venue) -> bool:
    return kind_of(venue.kind, KINDS).alcohol == "exclude"
