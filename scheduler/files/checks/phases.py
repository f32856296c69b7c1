"""Phases of the work: each told once, in the order they happen, with days that can be."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from scheduler.constraint import Constraint, Registry
from scheduler.files.findings import Finding, Path
from scheduler.programme import Programme, Project
from scheduler.ties import Ties, ties_of
from scheduler.work_phases import PHASES, Phase

IN_ORDER = f"the order is {', '.join(PHASES)}"


def phase_faults(programme: Programme) -> Iterator[Finding]:
    """Find phases told twice or out of order, and sessions that go back to an earlier one."""
    for n, project in enumerate(programme.projects):
        path: Path = ("projects", n)
        for p, phase in enumerate(project.phases):
            if phase.first_day and phase.last_day and phase.last_day < phase.first_day:
                remedy = f"is before first_day {phase.first_day}; swap them or correct one"
                yield Finding((*path, "phases", p, "last_day"), str(phase.last_day), remedy)
        yield from _told_in_order((*path, "phases"), project)
        yield from _sessions_in_order((*path, "sessions"), project)


def phases_outside(programme: Programme) -> Iterator[Finding]:
    """Find phases that are over before the programme begins, or begin when it is over."""
    for n, project in enumerate(programme.projects):
        for p, phase in enumerate(project.phases):
            yield from _days(("projects", n, "phases", p), phase, programme=programme)


def phases_of_a_tie(programme: Programme, constraints: Registry) -> Iterator[Finding]:
    """Find rules set by phase although they hold for the whole series."""
    for n, project in enumerate(programme.projects):
        for p, phase in enumerate(project.phases):
            for name in phase.constraints:
                if name in constraints and not _can_differ(constraints[name]):
                    remedy = "holds for the whole series, so it cannot differ by phase; "
                    remedy += "set it for the project"
                    yield Finding(("projects", n, "phases", p, "constraints", name), name, remedy)


def _can_differ(kind: type[Constraint]) -> bool:
    """Say whether a rule ties nothing together, or only each session to the one before it."""
    follow = kind.couple is Constraint.couple or "earlier" in kind.asks_for()
    stated = ties_of((kind(),))
    return follow and stated == Ties(follow=stated.follow)


def _days(path: Path, phase: Phase, *, programme: Programme) -> Iterator[Finding]:
    first, last = phase.first_day, phase.last_day
    if first and first > programme.last_day:
        remedy = f"is after the programme's last day {programme.last_day}; correct one"
        yield Finding((*path, "first_day"), str(first), remedy)
    if last and last < programme.first_day:
        remedy = f"is before the programme's first day {programme.first_day}; correct one"
        yield Finding((*path, "last_day"), str(last), remedy)


def _told_in_order(path: Path, project: Project) -> Iterator[Finding]:
    for p, (before, after) in enumerate(pairwise(project.phases), 1):
        if PHASES.index(after.name) <= PHASES.index(before.name):
            remedy = f'cannot follow "{before.name}"; {IN_ORDER}, each once'
            yield Finding((*path, p, "name"), after.name, remedy)
        for name in ("first_day", "last_day"):
            yield from _not_before((*path, p, name), getattr(after, name), than=before)


def _not_before(path: Path, day: date | None, *, than: Phase) -> Iterator[Finding]:
    """Find a phase that begins or ends before the one before it does."""
    bound = getattr(than, str(path[-1]))
    if day and bound and day < bound:
        remedy = f'is before {path[-1]} {bound} of "{than.name}"; phases come in order'
        yield Finding(path, str(day), remedy)


def _sessions_in_order(path: Path, project: Project) -> Iterator[Finding]:
    names = [project.phase_of(session).name for session in project.sessions]
    for s, (before, after) in enumerate(pairwise(names), 1):
        if PHASES.index(after) < PHASES.index(before):
            remedy = f'cannot follow a session of "{before}"; {IN_ORDER}'
            yield Finding((*path, s, "phase"), after, remedy)
