"""Ask those a community trusts before dates are set."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import numpy as np

from scheduler.asked_first import (
    Asked,
    asked_first,
    go_betweens_of,
    holds,
    vetoes,
    was_asked,
)
from scheduler.constraint import Constraint, Degree, Example, Objection, Source
from scheduler.facts import Answer
from scheduler.go_betweens import GoBetween
from scheduler.grid import Grid, Mask
from scheduler.programme import Programme, Project, Session
from scheduler.samples import PROGRAMME, PROJECT, at, on
from scheduler.spoken_days import spoken_day
from scheduler.taken import starts_met
from scheduler.words import Days

FATIMA = GoBetween(code="fatima", name="Fatima", phone="01632 960150", asked=Answer.YES)
"""An invented go-between."""
WITH_HER = PROJECT.model_copy(update={"go_betweens": ("fatima",)})
TUESDAY = Days(first=on("Tuesday 8 June 2027"), last=on("Tuesday 8 June 2027"))


def _knowing(**given: object) -> Programme:
    return PROGRAMME.model_copy(update={"go_betweens": (FATIMA.model_copy(update=given),)})


@dataclass(frozen=True)
class GoBetweenAsked(Constraint):
    """A go-between knows what a community keeps, so they are asked before any date is told.

    What they rule out stays ruled out, and nobody has to say why. What they hold is asked about
    once more. Until they have been asked at all, no plan is final. A session already booked stands.
    """

    title: ClassVar[str] = "Ask go-betweens before dates are set"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "reach out to key community members",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="She ruled the day out.",
            given={"project": WITH_HER, "programme": _knowing(veto_days=(TUESDAY,))},
            expects="Fatima asked that nothing be held then.",
        ),
        Example(
            says="She wants to be asked about the day.",
            given={"project": WITH_HER, "programme": _knowing(hold_days=(TUESDAY,))},
            expects="Does Fatima (01632 960150) agree to Tuesday 8 June 2027?",
        ),
        Example(
            says="Nobody has asked her yet.",
            given={"project": WITH_HER, "programme": _knowing(asked=Answer.UNKNOWN)},
            expects="Does Fatima (01632 960150) agree to Tuesday 8 June 2027?",
        ),
        Example(
            says="She was asked, and has nothing against it.",
            given={"project": WITH_HER, "programme": _knowing()},
        ),
        Example(
            says="She holds another week.",
            given={
                "start": at("Tuesday 15 June 2027 11:00"),
                "project": WITH_HER,
                "programme": _knowing(hold_days=(TUESDAY,)),
            },
        ),
    )

    def check(
        self,
        start: datetime,
        end: datetime,
        programme: Programme,
        project: Project,
        session: Session,
    ) -> Objection | None:
        """Object where a go-between ruled the time out, or has yet to be asked about it."""
        if session.is_promised:
            return None
        said = tuple(asked_first(programme, project, start=start, end=end))
        vetoes = [each.label for each in said if each.rules_it_out]
        if vetoes:
            return Objection(Degree.NEVER, f"{vetoes[0]} asked that nothing be held then.")
        asks = [_question(each, start.date()) for each in said if each.is_open]
        return Objection(Degree.UNKNOWN, " ".join(asks)) if asks else None

    def screen(self, grid: Grid) -> Mask:
        """Mark at once every start that meets what a go-between ruled out, or is to be asked."""
        degrees = np.zeros(len(grid.starts), dtype=np.uint8)
        named = () if grid.session.is_promised else go_betweens_of(grid.programme, grid.project)
        for one in named:
            asks = starts_met(grid, holds(one, grid.programme)) | (not was_asked(one))
            np.maximum(degrees, asks * np.uint8(Degree.UNKNOWN), out=degrees)
            ruled_out = starts_met(grid, vetoes(one, grid.programme))
            np.maximum(degrees, ruled_out * np.uint8(Degree.NEVER), out=degrees)
        return grid.mask(degrees, ("start",))


def _question(asked: Asked, day: date) -> str:
    phone = f" ({asked.go_between.phone})" if asked.go_between.phone else ""
    return f"Does {asked.label}{phone} agree to {spoken_day(day)}?"
