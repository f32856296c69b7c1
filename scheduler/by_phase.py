"""One rule that is set differently in some phases of the work, asked as if it were one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from scheduler.calendars.tables import Table
from scheduler.constraint import Constraint, Objection, Relaxation
from scheduler.finished import Breach, Finished
from scheduler.grid import Degrees, Grid, Mask
from scheduler.programme import Programme, Project, Session
from scheduler.taking_part import TakingPart
from scheduler.ties import Follows, Ties, ties_of
from scheduler.work_phases import PHASES, PhaseName

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class InPhase:
    """A rule as one phase sets it."""

    phase: PhaseName
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

    So it is with two sessions in a row: the phase of the later one decides. Ties of another kind
    hold for the whole series, so they are always those of the usual settings.
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

    def screen_companies(self, grid: Grid, present: Bools) -> Degrees:
        """Ask the rule about companies as it is set in the phase."""
        rule = self.rule_in(grid.project, grid.session)
        return (
            rule.screen_companies(grid, present) if rule else np.zeros(len(present), dtype=np.uint8)
        )

    def welcomes_more(self) -> bool:
        """Say whether that holds however it is set."""
        return all(rule.welcomes_more() for rule in self.as_set())

    def does_not_suit(self, part: TakingPart) -> bool:
        """Ask the rule as it is set in the phase."""
        rule = self.rule_in(part.project, part.session)
        return rule is not None and rule.does_not_suit(part)

    def couple(self, ties: Ties) -> None:
        """State what ties two sessions in a row, phase by phase, and all else as it usually is."""
        places = {PHASES.index(each.phase): each.rule for each in self.own}
        for place, rule in places.items():
            own = ties_of(() if rule is None else (rule,))
            ties.follow.extend(_only_into(tie, (place,)) for tie in own.follow)
        usual = ties_of(() if self.usual is None else (self.usual,))
        others = tuple(place for place in range(len(PHASES)) if place not in places)
        ties.follow.extend(_only_into(tie, others) for tie in usual.follow)
        for name in ("shared_days", "stand_down", "deciding", "totals", "one_at_a_time"):
            getattr(ties, name).extend(getattr(usual, name))

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

    def as_set(self) -> tuple[Constraint, ...]:
        """Return the rule as it is set, the usual settings first, then phase by phase."""
        return tuple(rule for rule in (self.usual, *(each.rule for each in self.own)) if rule)

    def settings(self) -> dict[str, object]:
        """Return the usual settings, and those of each phase under its name."""
        usual = self.usual.settings() if self.usual else {}
        return {
            **usual,
            **{f"in {e.phase}": e.rule.settings() if e.rule else False for e in self.own},
        }


def _only_into(tie: Follows, places: tuple[int, ...]) -> Follows:
    """Return a tie that speaks only of sessions in some phases, by their place in the order."""

    def phases(before: Ints, after: Ints) -> Bools:
        into: Bools = np.isin(after, places)
        return into if tie.phases is None else into & tie.phases(before, after)

    return replace(tie, phases=phases)


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
