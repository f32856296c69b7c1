"""Do not recruit while the season of the land keeps everybody busy."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from scheduler.calendars.tables import Table
from scheduler.calendars.tied_seasons import each_window, of_calendar, season_tables
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.people import Season
from scheduler.programme import Programme, Project, Session
from scheduler.samples import PROJECT, on
from scheduler.spoken_days import spoken_days

TABLES = Path(__file__).with_name("data")
LAMBS = Season(activity="lambing_hill_blackface")
RECRUITING = PROJECT.model_copy(update={"phase": "recruit", "seasons": (LAMBS,)})


@dataclass(frozen=True)
class RecruitingSeason(Constraint):
    """In very rural areas nobody answers a call during lambing, so sessions that recruit wait.

    Workshops may run meanwhile: the people who lamb are kept clear one by one.
    """

    phases: tuple[str, ...] = ("recruit",)
    """Parts of the work that wait: recruit, prepare, workshops, share back."""
    closed: bool = True
    """Whether nothing is held then, rather than only if need be."""

    title: ClassVar[str] = "Do not recruit in lambing or another busy season"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018)",
            date(2026, 11, 23),
        ),
        Source(
            "Farming calendar: own compilation, a source in every row",
            date(2026, 11, 23),
            "CC0-1.0",
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Recruiting among hill farms in May.",
            given={"day": on("Tuesday 4 May 2027"), "project": RECRUITING},
            expects="Do not recruit in lambing, from Thursday 15 April to Thursday 20 May 2027.",
        ),
        Example(
            says="The same hills, with a group already found.",
            given={
                "day": on("Tuesday 4 May 2027"),
                "project": RECRUITING.model_copy(update={"phase": "workshops"}),
            },
        ),
        Example(
            says="Recruiting in June.",
            given={"day": on("Tuesday 8 June 2027"), "project": RECRUITING},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Recruit during the season if need be", {"closed": False}, price=10),
    )

    @classmethod
    def tables(cls, _programme: Programme, project: Project) -> tuple[Table, ...]:
        """Return what the seasons are taken from, where any holds the project back."""
        return season_tables(TABLES).rested_on(project.seasons) if project.seasons else ()

    def check(self, day: date, project: Project, session: Session) -> Objection | None:
        """Object where a season holds the whole project back on that day."""
        phase = project.phase_of(session).name
        if phase not in self.phases:
            return None
        act = "hold workshops" if phase == "workshops" else phase
        tables = season_tables(TABLES)
        for season, window in each_window(project.seasons, (day, day), tables=tables):
            usual = of_calendar(season, tables)
            what = usual.activity if usual else "the busy season"
            says = f"Do not {act} in {what}, {spoken_days(*window)}."
            return Objection(Degree.NEVER if self.closed else Degree.AVOID, says, says)
        return None
