"""One rule that is set differently in some phases of the work, asked as if it were one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, ClassVar, Self

import numpy as np

from scheduler.calendars.tables import Table
from scheduler.constraint import Constraint, Objection, Relaxation
from scheduler.finished import Breach, Finished
from scheduler.grid import Grid, Mask
from scheduler.programme import Programme, Project, Session
from scheduler.ties import Ties


@dataclass(frozen=True)
class InPhase:
    """A rule as one phase sets it."""

    phase: str
    rule: Constraint | None
    """None where the phase switches it off."""
    sets: frozenset[str]
    """The settings the phase names itself; what gives elsewhere leaves them as they are."""

    def relaxed(self, relaxation: Relaxation) -> "InPhase":
        """Return the rule with what gives, as far as the phase leaves it open."""
        left = {name: to for name, to in relaxation.settings.items() if name not in self.sets}
        if self.rule is None:
            return self
        return replace(self, rule=self.rule.relaxed(replace(relaxation, settings=left)))


@dataclass(frozen=True)
class ByPhase(Constraint):
    """A rule that asks whichever of its settings hold in the phase of a session.

    Ties between sessions hold for the whole series, so they are always those of the usual settings.
    """

    usual: Constraint | None
    """The rule in every other phase; None where it is switched off."""
    own: tuple[InPhase, ...]
    """The rule in the phases that set it otherwise."""

    kind: ClassVar[type[Constraint]]

    @classmethod
    def name(cls) -> str:
        """Return the name of the rule."""
        return cls.kind.name()

    @classmethod
    def asks_for(cls) -> tuple[str, ...]:
        """Return what the rule asks for, and what tells the phase."""
        return tuple(dict.fromkeys((*cls.kind.asks_for(), "project", "session")))

    @classmethod
    def tables(cls, programme: Programme, project: Project) -> tuple[Table, ...]:
        """Return the dated tables the rule rests on."""
        return cls.kind.tables(programme, project)

    def rule_in(self, project: Project, session: Session) -> Constraint | None:
        """Return the rule as it is set in the phase of a session; None where it is off."""
        phase = project.phase_of(session).name
        return next((each.rule for each in self.own if each.phase == phase), self.usual)

    def check(self, *_: Any, **given: Any) -> Objection | None:  # noqa: ANN401 - as the rule asks
        """Ask the rule as it is set in the phase."""
        rule = self.rule_in(given["project"], given["session"])
        asked = {name: given[name] for name in self.kind.asks_for()}
        return rule.check(**asked) if rule else None

    def screen(self, grid: Grid) -> Mask:
        """Ask the rule in bulk as it is set in the phase."""
        rule = self.rule_in(grid.project, grid.session)
        return rule.screen(grid) if rule else Mask(np.zeros((1, 1, 1), dtype=np.uint8))

    def couple(self, ties: Ties) -> None:
        """State the ties of the usual settings."""
        if self.usual:
            self.usual.couple(ties)

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find what breaks the rule, each session in its own phase."""
        projects = {project.code: project for project in finished.programme.projects}
        for rule in (self.usual, *(each.rule for each in self.own)):
            for breach in rule.review(finished) if rule else ():
                project = projects[breach.project]
                if self.rule_in(project, project.sessions[breach.number - 1]) is rule:
                    yield breach

    def relaxed(self, relaxation: Relaxation) -> Self:
        """Return the rule with what gives, in every phase that leaves it open."""
        usual = self.usual and self.usual.relaxed(relaxation)
        own = tuple(each.relaxed(relaxation) for each in self.own)
        return replace(self, usual=usual, own=own)

    def settings(self) -> dict[str, object]:
        """Return the usual settings, and those of each phase under its name."""
        usual = self.usual.settings() if self.usual else {}
        return {
            **usual,
            **{f"in {e.phase}": e.rule.settings() if e.rule else False for e in self.own},
        }


def by_phase(
    kind: type[Constraint], usual: Constraint | None, own: tuple[InPhase, ...]
) -> Constraint | None:
    """Return the rule that differs by phase; None where it is off in all of them."""
    if usual is None and not any(each.rule for each in own):
        return None
    return _kind_of(kind)(usual, own)


@cache
def _kind_of(kind: type[Constraint]) -> type[ByPhase]:
    same = {name: getattr(kind, name) for name in ("title", "relaxations", "is_right", "__doc__")}
    return type(f"{kind.__name__}ByPhase", (ByPhase,), {"kind": kind, **same})
