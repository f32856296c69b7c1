"""Keep every session within the days of its phase."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.programme import Project, Session
from scheduler.samples import CALLING, PROJECT, on
from scheduler.spoken_days import spoken_day
from scheduler.work_phases import SPOKEN, Phase

SPRING = Phase(
    name="workshops",
    first_day=on("Monday 3 May 2027"),
    last_day=on("Friday 28 May 2027"),
)
IN_SPRING = PROJECT.model_copy(update={"phases": (SPRING,)})


@dataclass(frozen=True)
class PhaseDates(Constraint):
    """Recruiting, preparing, workshops and sharing back each have their days.

    A session belongs to the phase it names, or to its project's. Sessions come in the order they
    are listed, so phases do too.
    """

    over_days: int = 0
    """How many days a phase may begin early or run over."""

    title: ClassVar[str] = "Keep each phase of the work to its days"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "to begin you need to recruit",
            date(2026, 11, 23),
        ),
        Source("Each project's own days for its phases, as entered", date(2026, 11, 24)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The workshops are to be over by the end of May.",
            given={"day": on("Tuesday 8 June 2027"), "project": IN_SPRING},
            expects="The days for workshops end on Friday 28 May 2027.",
        ),
        Example(
            says="The workshops have not begun.",
            given={"day": on("Tuesday 27 April 2027"), "project": IN_SPRING},
            expects="The days for workshops begin on Monday 3 May 2027.",
        ),
        Example(
            says="A session to recruit is no workshop.",
            given={"day": on("Tuesday 27 April 2027"), "project": IN_SPRING, "session": CALLING},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Let a phase begin a week early or run a week over",
            {"over_days": 7},
            price=7,
            unit="days",
        ),
    )

    def check(self, day: date, project: Project, session: Session) -> Objection | None:
        """Object where the phase of a session has not begun or is over."""
        phase = project.phase_of(session)
        over = timedelta(days=self.over_days)
        if phase.first_day and day + over < phase.first_day:
            return _outside(phase, "begin", phase.first_day)
        if phase.last_day and day - over > phase.last_day:
            return _outside(phase, "end", phase.last_day)
        return None


def _outside(phase: Phase, verb: str, bound: date) -> Objection:
    says = f"The days for {SPOKEN[phase.name]} {verb} on {spoken_day(bound)}."
    return Objection(Degree.NEVER, says, says)
