"""Have times confirmed that are only expected yet, because a rota comes out late."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np

from scheduler.confirming import confirmed_by, is_late
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.grid import Grid, Mask
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, on
from scheduler.spoken_days import spoken_day

LATE = ISHBEL.model_copy(
    update={
        "times": Times(
            expected_from=on("Tuesday 1 June 2027"), confirm_by=on("Saturday 8 May 2027")
        )
    }
)


@dataclass(frozen=True)
class LateRotas(Constraint):
    """Some rotas come out late: until then somebody is expected, and has to confirm.

    They are planned for, but not counted on for the fewest people a session needs; the plan says by
    when to ask them, and has a task for it.
    """

    counted_on: bool = False
    """Whether to count on people who are only expected; the task to ask them stays."""

    title: ClassVar[str] = "Have times confirmed that are only expected"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Her rota from June on comes out in May.",
            given={"day": on("Tuesday 8 June 2027"), "person": LATE},
            expects="Can Ishbel come on Tuesday 8 June 2027? Expected, to be confirmed by "
            "Saturday 8 May 2027.",
        ),
        Example(
            says="In May her rota is known.",
            given={"day": on("Tuesday 25 May 2027"), "person": LATE},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Count on people who are expected", {"counted_on": True}, price=3),
    )

    def check(self, day: date, programme: Programme, person: Person) -> Objection | None:
        """Ask where somebody's times of a day are only expected."""
        by = confirmed_by(person.times, day, planning_day=programme.planning_day)
        if by is None or self.counted_on or self.name() in person.come_anyway:
            return None
        expected = f"Expected, to be confirmed by {spoken_day(by)}."
        return Objection(
            Degree.UNKNOWN, f"Can {person.label} come on {spoken_day(day)}? {expected}"
        )

    def screen(self, grid: Grid) -> Mask:
        """Mark the days of which each person's times are only expected."""
        degrees = np.zeros((len(grid.days), grid.shape[2]), dtype=np.uint8)
        planned = grid.programme.planning_day
        for p, person in enumerate(grid.people):
            if self.counted_on or self.name() in person.come_anyway or not is_late(person.times):
                continue
            for d, day in enumerate(grid.days):
                if confirmed_by(person.times, day, planning_day=planned):
                    degrees[d, p] = Degree.UNKNOWN
        return grid.mask(degrees, ("day", "person"))
