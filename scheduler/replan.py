"""A new plan after something changed: the fewest changes, and nobody pays too much for them.

How many of their sessions people with lived experience miss stays under a floor.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

import numpy as np
from numpy.typing import NDArray

from scheduler.calmest import calmest, changes
from scheduler.columns import Columns
from scheduler.concerns import Ledger
from scheduler.constraint import Registry
from scheduler.course import course_of
from scheduler.figures import missed_by
from scheduler.order import wanted
from scheduler.plan import Chosen, Plan
from scheduler.planner import Planner, picks_of, written_and_checked
from scheduler.programme import Programme, Project
from scheduler.progress import Told, told_nothing
from scheduler.replanned import Replanned, Wish, told_of
from scheduler.search import Effort
from scheduler.series import Found, best_series
from scheduler.shared import clashes, ties_of_all, uses, with_taken
from scheduler.solved import Solved

Ints = NDArray[np.int64]

LEVELS = 2
"""What is asked first: sessions moved to another day, then to another hour or venue that day."""
FIRST = 2
"""How many levels, about sessions without a date, come before."""


@dataclass(frozen=True, eq=False)
class Kept:
    """One project with as much of its old plan kept as can be."""

    plain: Solved
    """What would be best for it if there were no old plan."""
    solved: Solved
    fewest: tuple[tuple[int, ...], ...]
    """Sessions without a date, and sessions moved, level by level."""
    share: Fraction
    """The floor: the largest share of their sessions anybody with lived experience may miss."""
    is_proven: bool
    """Whether no plan above the floor has fewer changes."""


def replan(
    programme: Programme,
    plan: Plan,
    constraints: Registry,
    *,
    before: Programme | None = None,
    told: Told = told_nothing,
) -> Replanned:
    """Return the plan of a changed programme that changes least of an earlier plan.

    Parameters
    ----------
    programme
        The programme as it is now.
    plan
        The plan made before it changed.
    before
        The programme as it was, where it is to be said which sessions lost a room they had booked,
        and who is fetched elsewhere.

    Raises
    ------
    UnsoundPlanError
        If the audit finds anything in the new plan that must not stand.
    """
    planner = Planner(programme, constraints, Effort(), told)
    replanner = Replanner(planner, plan)
    plain = planner.alone()
    kept = replanner.together([replanner.kept(one) for one in plain])
    new = written_and_checked(planner, [one.solved for one in kept], plain)
    return told_of(
        (before or programme, programme),
        (plan, new),
        proven=all(one.is_proven for one in kept),
        booked=_promised(before or programme) - _promised(programme),
    )


def _promised(programme: Programme) -> frozenset[Wish]:
    return frozenset(
        (project.code, number)
        for project in programme.projects
        for number, session in enumerate(project.sessions, 1)
        if session.is_promised
    )


@dataclass(frozen=True, eq=False)
class Replanner:
    """A changed programme and the plan it had."""

    planner: Planner
    plan: Plan

    def kept(self, plain: Solved) -> Kept:
        """Return a project's series with the fewest changes, given the best without an old plan."""
        share = max(self.share_before(plain.desk.project), self._share(plain))
        moved = tuple(map(_moved, plain.desk.columns, self._before(plain.desk.project)))
        most_missed = self._most_missed(plain.desk.project, share)
        ledger = Ledger.of(self.planner.programme, plain.desk.project)
        above = replace(ledger, most_missed=most_missed)
        calm = calmest(plain, moved, ledger=above, effort=self.planner.effort)
        if calm is not None:
            fewest = ((0,), (0,), *((many,) for many in changes(calm, moved)))
            return Kept(plain, replace(plain, picks=calm), fewest, share, is_proven=True)
        found = self._found(plain, most_missed, moved)
        picks = tuple(picks_of(plain.desk, found.sessions))
        return Kept(
            plain=plain,
            solved=replace(plain, picks=picks),
            fewest=found.values[: FIRST + LEVELS],
            share=share,
            is_proven=found.proven >= FIRST + LEVELS,
        )

    def together(self, alone: Sequence[Kept]) -> tuple[Kept, ...]:
        """Return all projects with the fewest changes, those that need none keeping theirs."""
        ties = ties_of_all({one.plain.desk.project.code: one.plain.desk.rules for one in alone})
        if not clashes(uses([pick for one in alone for pick in one.solved.picks], ties)):
            return tuple(alone)
        calmest = sorted(alone, key=lambda one: one.fewest)
        tried = [self._in_turn(order) for order in (calmest, calmest[::-1])]
        best = min(tried, key=_changes_together)
        is_least = all(
            (now.fewest, now.share) == (one.fewest, one.share)
            for now, one in zip(best, alone, strict=True)
        )
        return tuple(replace(one, is_proven=one.is_proven and is_least) for one in best)

    def share_before(self, project: Project) -> Fraction:
        """Return the largest share anybody with lived experience who is still there missed."""
        lived = {p.code for p in self.planner.programme.group(project) if p.is_lived}
        shares = (
            # What counts for nobody is missed by all, in the plan before as in the one to come.
            Fraction(missed_by(each) + each.not_counted, each.wanted)
            for each in self.plan.people
            if each.project == project.code and each.person in lived
        )
        return max(shares, default=Fraction(0))

    def _in_turn(self, order: Sequence[Kept]) -> tuple[Kept, ...]:
        programme, done = self.planner.programme, list[Kept]()
        ties = ties_of_all({one.plain.desk.project.code: one.plain.desk.rules for one in order})
        for one in order:
            project = one.plain.desk.project
            picks = [pick for each in done for pick in each.solved.picks]
            taken = with_taken(programme, project, picks=picks, ties=ties)
            is_free = taken is programme
            done.append(one if is_free else self.kept(self.planner.solved(taken, project)))
        by_code = {one.plain.desk.project.code: one for one in done}
        return tuple(by_code[project.code] for project in programme.projects)

    def _share(self, plain: Solved) -> Fraction:
        """Return the largest share missed with lived experience where a project is planned anew."""
        project = plain.desk.project
        came = sum((pick.coming.astype(np.int64) for pick in plain.picks), np.int64(0))
        group = self.planner.programme.group(project)
        each = np.broadcast_to(came, len(group)).tolist()
        shares = (
            Fraction(max(0, wanted(person, project) - times), wanted(person, project))
            for person, times in zip(group, each, strict=True)
            if person.is_lived
        )
        return max(shares, default=Fraction(0))

    def _before(self, project: Project) -> tuple[Chosen | None, ...]:
        """Return each session of a project as the earlier plan has it."""
        numbers = range(1, len(project.sessions) + 1)
        return tuple(self.plan.session(project.code, number) for number in numbers)

    def _most_missed(self, project: Project, share: Fraction) -> tuple[int, ...]:
        """Return how many sessions each of a group may miss at the most, places to spare among."""
        every = len(project.sessions)
        wants = [wanted(person, project) for person in self.planner.programme.group(project)]
        return tuple(every - want + floor(share * want) for want in wants)

    def _found(self, plain: Solved, most_missed: tuple[int, ...], moved: tuple[Ints, ...]) -> Found:
        desk = plain.desk
        ledger = replace(
            Ledger.of(self.planner.programme, desk.project, leading=LEVELS),
            most_missed=most_missed,
        )
        course = course_of(desk.columns, desk.ties, ledger, leading=moved)
        return best_series(course, self.planner.effort, unplaced=_unplaced(plain))


def _unplaced(plain: Solved) -> tuple[int, ...]:
    """Return how many sessions, required and optional, find no date at the least, if proven.

    Nobody misses more of the best series without an old plan than the floor lets them, so that
    series is among those to choose from.
    """
    placed = {pick.number for pick in plain.picks}
    may_be_fewer = plain.desk.ties.people_first and len(placed) < len(plain.desk.project.sessions)
    if plain.proven < FIRST or may_be_fewer:
        return ()
    sessions = enumerate(plain.desk.project.sessions, 1)
    left = [session.required for number, session in sessions if number not in placed]
    return left.count(True), left.count(False)


def _moved(columns: Columns, before: Chosen | None) -> Ints:
    """Say how each candidate differs from where a session was, shape (C, levels)."""
    moved = np.zeros((len(columns), LEVELS), dtype=np.int64)
    if before is not None and len(columns):
        grid = columns.grid
        start = before.start.astimezone(grid.programme.tz)
        codes = np.array([venue.code for venue in grid.venues])
        is_there = codes[columns.venue] == before.venue
        is_then = columns.minute == start.hour * 60 + start.minute
        moved[:, 0] = columns.day != start.toordinal()
        moved[:, 1] = (moved[:, 0] == 0) & ~(is_there & is_then)
    return moved


def _changes_together(kept: Sequence[Kept]) -> tuple[int, ...]:
    return tuple(
        sum(sum(level) for level in levels)
        for levels in zip(*(one.fewest for one in kept), strict=True)
    )
