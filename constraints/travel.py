"""Ask nobody to travel further than they can, there and home again."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from scheduler.absence import cannot_come
from scheduler.accepted import is_accepted, unless_accepted
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.grid import Grid, Mask
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.samples import ISHBEL
from scheduler.taking_part import TakingPart
from scheduler.venues import Venue
from scheduler.way import MOST_CHANGES, MOST_MINUTES
from scheduler.ways import NO_WAY, NOT_KNOWN, Way

TO_ENTER = "Enter a journey there and back, or say yes to a taxi."
"""What to do where no way is known: the same of everybody, so that it tells nobody's need."""


@dataclass(frozen=True)
class Travel(Constraint):
    """Everybody has to get there and home again on the day, by a way they can bear.

    A way out without a way back is no way. The longer of the two legs counts. What a person said of
    their own limits goes before the settings here. Somebody asks where no way is known.
    """

    most_minutes: int = MOST_MINUTES
    """Longest journey each way for somebody who did not say."""
    most_changes: int = MOST_CHANGES
    """Most changes of vehicle each way for somebody who did not say."""

    title: ClassVar[str] = "Ask nobody to travel too far"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "easy to reach by accessible public transport",
            date(2026, 11, 23),
        ),
        Source(
            "Universal Credit Regulations 2013, regulation 97: 90 minutes, borrowed as the most",
            date(2026, 11, 23),
        ),
        Source("Own default: two changes", date(2026, 11, 23)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The bus there has no bus back.",
            given={"way": NO_WAY},
            expects="Ishbel cannot get to Glen Hall and home again that day.",
        ),
        Example(
            says="The way home takes two hours.",
            given={"way": Way(by="bus", out_minutes=80, back_minutes=120)},
            expects="Ishbel would travel 120 minutes one way to Glen Hall; 90 is the most.",
        ),
        Example(
            says="The way there has three changes.",
            given={"way": Way(by="bus", out_minutes=60, back_minutes=60, changes=3)},
            expects="Ishbel would change 3 times on the way to Glen Hall; 2 is the most.",
        ),
        Example(
            says="The bus has no way back, and the person keeps reasons private.",
            given={"way": NO_WAY, "person": ISHBEL.model_copy(update={"share_reasons": False})},
            expects="Ishbel cannot come then.",
        ),
        Example(
            says="Nobody knows a way.",
            given={"way": NOT_KNOWN},
            expects=f"How could Ishbel get to Glen Hall and home again? {TO_ENTER}",
        ),
        Example(
            says="The way takes an hour, with one change.",
            given={"way": Way(by="bus", out_minutes=60, back_minutes=60, changes=1)},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Let journeys take up to two hours each way",
            {"most_minutes": 120},
            price=30,
            unit="minutes",
        ),
        Relaxation("Let people change three times", {"most_changes": 3}, price=1, unit="changes"),
    )

    def check(
        self, programme: Programme, person: Person, venue: Venue, way: Way
    ) -> Objection | None:
        """Object where there is no way, or it asks too much; ask where none is known."""
        if way.exists and not way.is_known:
            asks = f"How could {person.label} get to {venue.label} and home again? {TO_ENTER}"
            question = Objection(Degree.UNKNOWN, asks)
            return unless_accepted(question, programme, constraint=self.name(), about=person.code)
        because = self._because(person, way, there=venue.label)
        if not because or self.name() in person.come_anyway:
            return None
        return cannot_come(person, because)

    def does_not_suit(self, part: TakingPart) -> bool:
        """Say whether there is no way, or it asks too much."""
        because = self._because(part.person, part.way, there=part.venue.label)
        return bool(because) and self.name() not in part.person.come_anyway

    def _because(self, person: Person, way: Way, *, there: str) -> str:
        """Say why a way does not do; nothing where it does."""
        minutes, changes = self._most(person)
        if not way.exists:
            return f"{person.label} cannot get to {there} and home again that day."
        if way.minutes > minutes:
            says = f"{person.label} would travel {way.minutes} minutes one way to {there}"
            return f"{says}; {minutes} is the most."
        if way.changes > changes:
            says = f"{person.label} would change {way.changes} times on the way to {there}"
            return f"{says}; {changes} is the most."
        return ""

    def _most(self, person: Person) -> tuple[int, int]:
        """Return the most minutes and changes each way: what they said, else the settings."""
        own = person.travel
        return (
            self.most_minutes if own.most_minutes is None else own.most_minutes,
            self.most_changes if own.most_changes is None else own.most_changes,
        )

    def screen(self, grid: Grid) -> Mask:
        """Judge each different way once for each person, then look it up."""
        judged = np.zeros((len(grid.ways.all), len(grid.people)), dtype=np.uint8)
        for p, person in enumerate(grid.people):
            judged[:, p] = self._judged(grid, person)
        return Mask(judged[grid.ways.number, np.arange(len(grid.people))])

    def _judged(self, grid: Grid, person: Person) -> NDArray[np.uint8]:
        """Return how strongly it objects to each way for one person, shape (number of ways,)."""
        exists, is_known, minutes, changes = map(
            grid.ways.values, ("exists", "is_known", "minutes", "changes")
        )
        most_minutes, most_changes = self._most(person)
        refused = (exists == 0) | (minutes > most_minutes) | (changes > most_changes)
        asked = (exists == 1) & (is_known == 0)
        never = 0 if self.name() in person.come_anyway else Degree.NEVER
        accepted = is_accepted(grid.programme, self.name(), about=person.code)
        unknown = 0 if accepted else Degree.UNKNOWN
        return np.where(asked, unknown, np.where(refused, never, 0)).astype(np.uint8)
