"""Makes a plan: asks every constraint, chooses the best series of every project.

And checks the result.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from scheduler.at_first import Work
from scheduler.audit import audit
from scheduler.choosing import Desk, Pick, desk_for
from scheduler.concerns import Ledger
from scheduler.constraint import Registry
from scheduler.coordinate import Left
from scheduler.course import course_of
from scheduler.finish import finished
from scheduler.in_force import Rules, in_force
from scheduler.joint_dates import dates_for_all, needed_at
from scheduler.jointly import planned_jointly
from scheduler.levels import somebody_is_shared
from scheduler.money.budgets import most_for
from scheduler.money.reach import Reaching, with_reaches
from scheduler.order import Value
from scheduler.plan import Plan
from scheduler.prechecks import obstacles_of
from scheduler.programme import Programme, Project
from scheduler.progress import Enough, Progress, Told, told_nothing
from scheduler.reviewed import with_broken_promises
from scheduler.search import Effort
from scheduler.sentences import counted
from scheduler.series import best_series
from scheduler.shared import Use, clashes, ties_of_all, uses, with_used
from scheduler.side_by_side import processors
from scheduler.solved import Solved
from scheduler.ties import Ties
from scheduler.unmet import Obstacle
from scheduler.whole_plan import values_of, whole_plan

FEW = 8
"""Up to how many projects are planned in several orders; of more, only hardest first."""


class UnsoundPlanError(Exception):
    """A plan the audit refuses.

    A fault of this programme, never of the one who asked for the plan.
    """


@dataclass(frozen=True, eq=False)
class Planner:
    """One programme being planned."""

    programme: Programme
    registry: Registry
    effort: Effort
    told: Told
    sessions_first: bool = False
    """Whether as many sessions are held as can be, also where a group put who comes first."""

    def rules(self, project: Project) -> Rules:
        """Return the constraints a project is planned under."""
        return in_force(self.registry, self.programme, project)

    def alone(self) -> tuple[Solved, ...]:
        """Plan every project as if there were no other."""
        return tuple(self.solved(self.programme, project) for project in self.programme.projects)

    def together(self, alone: Sequence[Solved]) -> tuple[Solved, ...]:
        """Plan projects one after another round what the others took, in several orders.

        And keep the best.
        """
        ties = ties_of_all({solved.desk.project.code: solved.desk.rules for solved in alone})
        if not clashes(uses([pick for solved in alone for pick in solved.picks], ties)):
            return tuple(alone)
        tried = [self.in_turn(order, alone) for order in _orders(alone)]
        best = min(tried, key=lambda solved: values_of(self.programme, solved))
        return self._with_dates_for_all(alone, ties, best=best)

    def _with_dates_for_all(
        self, alone: Sequence[Solved], ties: Ties, *, best: tuple[Solved, ...]
    ) -> tuple[Solved, ...]:
        """Return what was planned in turn, or a plan of dates for all where that misses them.

        Each project is then planned once more round the dates of the others: it has one left, and
        perhaps a better.
        """
        placed = dates_for_all(alone) if any(one.is_short for one in best) else None
        if placed is None:
            return best
        taken = {own.desk.project.code: needed_at(placed, own, ties) for own in alone}
        done: list[Solved] = []
        for own in alone:
            project = own.desk.project
            others = [
                use for code, own_uses in taken.items() if code != project.code for use in own_uses
            ]
            found = with_used(self.programme, project, found=others, ties=ties)
            solved = self._chosen(Left(own.desk, found, others, ties).over())
            taken[project.code] = uses(solved.picks, ties)
            done.append(solved)
        return min(best, tuple(done), key=lambda solved: values_of(self.programme, solved))

    def in_turn(self, order: Sequence[Project], alone: Sequence[Solved]) -> tuple[Solved, ...]:
        """Plan projects one after another, in some order, each round what those before it took."""
        done: list[Solved] = []
        by_itself = {solved.desk.project.code: solved for solved in alone}
        ties = ties_of_all({code: own.desk.rules for code, own in by_itself.items()})
        # What was promised to any project is taken before the first of them is planned.
        promised = (p for own in alone for p in own.picks if p.grid.session.is_promised)
        needed: list[Use] = list(uses(promised, ties))
        for project in order:
            self._tell(project, "Fitting it round what the others took.", 0)
            found = with_used(self.programme, project, found=needed, ties=ties)
            own = by_itself[project.code]
            solved = self._round(own, Left(own.desk, found, needed, ties))
            done.append(solved)
            needed += uses(solved.picks, ties)
        by_code = {solved.desk.project.code: solved for solved in done}
        return tuple(by_code[project.code] for project in self.programme.projects)

    def _round(self, alone: Solved, left: Left) -> Solved:
        """Plan one project round what others took."""
        desk = left.over()
        kept = None if alone.is_short else left.still(alone.picks, desk)
        if kept is not None:
            return Solved(desk, kept, alone.proven)
        return self.with_reasons(self._chosen(desk))

    def with_reasons(self, solved: Solved) -> Solved:
        """Plan a project once more where it is short.

        Why is told from what every rule says of the programme as it is found.
        """
        desk = solved.desk
        if not solved.is_short:
            return solved
        again = self._chosen(desk_for(desk.programme, desk.project, desk.rules))
        return replace(again, obstacles=solved.obstacles)

    def solved(self, programme: Programme, project: Project) -> Solved:
        """Plan one project as a programme stands: its own, or one where others took something."""
        self._tell(project, "Asking every rule about every date and room.", 0)
        desk = desk_for(programme, project, self.rules(project))
        return self._chosen(desk, obstacles_of(desk))

    def _chosen(self, desk: Desk, obstacles: tuple[Obstacle, ...] = ()) -> Solved:
        project = desk.project
        found_open = counted(
            sum(own.places for own in desk.columns), "date and room", "dates and rooms"
        )
        self._tell(project, f"Weighing {found_open} that nothing rules out.", 1)
        ledger = Ledger.of(self.programme, project)
        ties = desk.ties.with_sessions_first() if self.sessions_first else desk.ties
        found = best_series(course_of(desk.columns, ties, ledger), self.effort)
        picks = tuple(picks_of(desk, found.sessions))
        return Solved(desk, picks, found.proven, obstacles, found.bound, found.leaves_out)

    def _tell(self, project: Project, says: str, step: int) -> None:
        place = [each.code for each in self.programme.projects].index(project.code)
        self.told(Progress(project.label, says, 2 * place + step, 2 * len(self.programme.projects)))


def make_plan(
    programme: Programme,
    constraints: Registry,
    *,
    effort: Effort | None = None,
    told: Told | None = None,
    processes: int | None = None,
) -> Plan:
    """Return the best plan for a programme, checked by the audit.

    Where it is not possible, the best part and why.

    Parameters
    ----------
    processes
        In how many processes many projects are planned; as many as the machine has if not said.
        The plan is the same.

    Raises
    ------
    UnsoundPlanError
        If the audit finds anything in it that must not stand.
    """
    planner = Planner(programme, constraints, effort or Effort(), told or told_nothing)
    if len(programme.projects) > 1 and not somebody_is_shared(programme):
        return _made_jointly(planner, processes or processors())
    alone = planner.alone()
    return written_and_checked(planner, planner.together(alone), alone)


def _made_jointly(planner: Planner, processes: int) -> Plan:
    """Make a plan for many projects of which nobody is in two."""
    rules = {project.code: planner.rules(project) for project in planner.programme.projects}
    work = Work(planner.effort, planner.told, processes)
    ended = planned_jointly(planner.programme, rules, work)
    # Whoever has had enough is waiting for the plan: writing it down is no longer stopped.
    planner = replace(planner, told=partial(_tell_on, planner.told))
    solved, alone = finished(ended, planner.with_reasons)
    by_person, best_put = ended.by_person, ended.best_put
    del ended  # What was only needed to choose makes room for what is written.
    return written_and_checked(planner, solved, alone, by_person=by_person, best_put=best_put)


def _tell_on(told: Told, progress: Progress) -> None:
    with suppress(Enough):
        told(progress)


def written_and_checked(
    planner: Planner,
    solved: Sequence[Solved],
    alone: Sequence[Solved],
    *,
    by_person: bool = False,
    best_put: Value | None = None,
) -> Plan:
    """Return the plan of what was chosen, checked by the audit.

    Parameters
    ----------
    alone
        What is best for each project as if there were no other: the bounds of the plan.
    by_person
        Whether somebody had the search stop before it was done.
    best_put
        How often people are put to it in no plan less where none misses more than alone, if known.

    Raises
    ------
    UnsoundPlanError
        If the audit finds anything in it that must not stand.
    """
    rules = {one.desk.project.code: one.desk.rules for one in solved}
    programme = planner.programme
    written = whole_plan(programme, planner.told, solved, alone=alone, best_put=best_put)
    reaching = Reaching(programme, planner.effort, solved)
    plan = with_broken_promises(programme, with_reaches(written, reaching), rules)
    if by_person and plan.certificate.ended_by != "proof":
        ended = plan.certificate.model_copy(update={"ended_by": "person"})
        plan = plan.model_copy(update={"certificate": ended})
    breaches = audit(programme, plan, planner.registry)
    if breaches:
        lines = "\n".join(f"{b.constraint}, {b.project} {b.number}: {b.says}" for b in breaches)
        msg = f"The plan found does not pass its own check; please report this.\n{lines}"
        raise UnsoundPlanError(msg)
    return plan


def picks_of(desk: Desk, sessions: Sequence[tuple[int, object] | None]) -> Iterator[Pick]:
    """Give the sessions a search found a date for."""
    for number, found in enumerate(sessions, 1):
        if found is not None:
            yield Pick(number, desk.columns[number - 1], *found)  # type: ignore[arg-type]


def _how_hard(solved: Solved) -> tuple[bool, int]:
    """Return what sorts the hardest to plan first: where money is limited, then fewest dates."""
    has_plenty = most_for(solved.desk.rules) is None
    return has_plenty, sum(map(len, solved.desk.columns))


def _orders(alone: Sequence[Solved]) -> tuple[tuple[Project, ...], ...]:
    """Return the orders to try: fewest open dates first, as given, and the other way round.

    Of many projects only the first order: four orders take four times as long.
    """
    hardest = sorted(alone, key=_how_hard)
    orders = [hardest, list(alone), list(reversed(alone)), list(reversed(hardest))]
    if len(alone) > FEW:
        orders = orders[:1]
    different = {tuple(s.desk.project.code for s in order): order for order in orders}
    return tuple(tuple(solved.desk.project for solved in order) for order in different.values())
