"""Let professionals never outnumber people with lived experience."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np

from scheduler.constraint import (
    Constraint,
    Degree,
    Example,
    Foreseen,
    Objection,
    Relaxation,
    Source,
)
from scheduler.finished import Breach, Finished
from scheduler.grid import Bools, Degrees, Grid
from scheduler.people import Person
from scheduler.samples import ISHBEL, RORY
from scheduler.ties import Ties

NOBODY_YET = Foreseen(
    "There is nobody with lived experience in this group yet, nor family or unpaid carers, "
    "so every professional would stand down.",
    "Invite them, or enter places to fill for them; or switch this rule off, "
    "for professionals to meet by themselves.",
)


@dataclass(frozen=True)
class Balance(Constraint):
    """At each session professionals are no more than the members with lived experience.

    Unpaid carers and family count with lived experience. Professionals stand down by turns, so one
    who becomes free never closes a session; only too few members with lived experience do. Without
    standing down, a session with more professionals is avoided, or never held if `hard` is on.
    """

    least_lived: int = 2
    """Fewest members with lived experience at a session, or all of them where there are fewer."""
    stand_down: bool = True
    """Whether professionals stand down by turns."""
    hard: bool = False
    """Without standing down: whether more professionals close a session."""

    title: ClassVar[str] = "Let professionals never be the majority"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "equal numbers of professionals and people with lived experience",
            date(2026, 11, 23),
        ),
        Source("Own default: nobody is the only one with lived experience", date(2026, 11, 23)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="One of three members with lived experience can come.",
            given={"group": (ISHBEL, ISHBEL, ISHBEL, RORY), "present": (ISHBEL, RORY)},
            expects="Only 1 of 3 members with lived experience can be there; 2 are needed.",
        ),
        Example(
            says="Nobody stands down, and two professionals would meet one other member.",
            given={"group": (ISHBEL, RORY, RORY), "present": (ISHBEL, RORY, RORY)},
            settings={"stand_down": False},
            expects="Professionals would outnumber members with lived experience, 2 to 1.",
        ),
        Example(
            says="There are only professionals in the group.",
            given={"group": (RORY, RORY), "present": (RORY, RORY)},
            expects="There is nobody with lived experience in this group yet, nor family or unpaid "
            "carers, so every professional would stand down. Invite them, or enter places to fill "
            "for them; or switch this rule off, for professionals to meet by themselves.",
        ),
        Example(
            says="The only member with lived experience can come, and a professional.",
            given={"group": (ISHBEL, RORY), "present": (ISHBEL, RORY)},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Meet with one member with lived experience", {"least_lived": 1}, price=1, unit="people"
        ),
    )

    def foresee(self, group: tuple[Person, ...]) -> Foreseen | None:
        """Say that professionals alone would all stand down, and what to do about it."""
        alone = self.stand_down and _professionals(group) and not _lived(group)
        return NOBODY_YET if alone else None

    def check(self, present: tuple[Person, ...], group: tuple[Person, ...]) -> Objection | None:
        """Object where too few bring lived experience, or are outnumbered and nobody may go."""
        able, every = _lived(present), _lived(group)
        alone = None if every else self.foresee(group)
        if alone:
            return Objection(Degree.NEVER, str(alone))
        needed = min(self.least_lived, every)
        if able < needed:
            says = f"Only {able} of {every} members with lived experience can be there"
            return Objection(Degree.NEVER, f"{says}; {needed} are needed.")
        if self.stand_down or _professionals(present) <= able:
            return None
        return Objection(Degree.NEVER if self.hard else Degree.AVOID, _outnumbered(present))

    def welcomes_more(self) -> bool:
        """Say so unless somebody more may outnumber others."""
        return self.stand_down or not self.hard

    def screen_companies(self, grid: Grid, present: Bools) -> Degrees:
        """Count both in all companies together."""
        able = present[:, [person.is_lived for person in grid.people]].sum(axis=1)
        others = present[:, [person.is_professional for person in grid.people]].sum(axis=1)
        needed, more = min(self.least_lived, _lived(grid.people)), others > able
        lopsided = (more & (not self.stand_down)) * (Degree.NEVER if self.hard else Degree.AVOID)
        alone = not needed and self.foresee(grid.people) is not None
        return np.where((able < needed) | alone, Degree.NEVER, lopsided).astype(np.uint8)

    def couple(self, ties: Ties) -> None:
        """Let professionals stand down by turns."""
        if self.stand_down:
            ties.may_stand_down(
                self.name(),
                who=lambda person: person.is_professional,
                than=lambda person: person.is_lived,
            )

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find sessions with too few, and those where more should have stood down."""
        yield from super().review(finished)
        for meeting in finished.meetings if self.stand_down else ():
            project, present = meeting.project.code, meeting.present
            if _professionals(present) > _lived(present) and not meeting.is_excused:
                yield Breach(self.name(), project, meeting.number, _outnumbered(present))


def _lived(people: Iterable[Person]) -> int:
    return len([person for person in people if person.is_lived])


def _professionals(people: Iterable[Person]) -> int:
    return len([person for person in people if person.is_professional])


def _outnumbered(present: tuple[Person, ...]) -> str:
    counts = f"{_professionals(present)} to {_lived(present)}"
    return f"Professionals would outnumber members with lived experience, {counts}."
