"""How far the money for a project reaches: what it kept from happening, and what is left of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scheduler.choosing import Pick, desk_for
from scheduler.concerns import Ledger
from scheduler.course import course_of
from scheduler.money.bill import Reach
from scheduler.money.budgets import budgets_of, left_of
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.search import Effort
from scheduler.sentences import counted, listed, pounds
from scheduler.series import best_series
from scheduler.shared import ties_of_all, uses, with_used
from scheduler.solved import Solved
from scheduler.ties import Total

NOTHING_KEPT = "It keeps nothing from happening: with more money the plan would be the same."


@dataclass(frozen=True)
class Reaching:
    """Projects as they are planned, to see what money keeps each of them from."""

    programme: Programme
    effort: Effort
    solved: Sequence[Solved]

    def reaches(self) -> Iterator[Reach]:
        """Give for each project with money of its own how far that reaches."""
        for one in self.solved:
            for tie, most in budgets_of(one.desk.rules):
                pence = sum(pick.pence for pick in one.picks)
                says = left_of(most, pence), *self._kept(one, tie, most)
                yield Reach(project=one.desk.project.code, most_pence=most, pence=pence, says=says)

    def _kept(self, one: Solved, tie: Total, most: int) -> Iterator[str]:
        """Say what else there would be if money did not matter, others' sessions standing."""
        free = self._free(one, tie)
        found = tuple(_differences(one, free))
        cost = sum(pick.pence for pick in free.values())
        if not found or cost <= most:
            yield NOTHING_KEPT
            return
        yield from found
        yield f"With {pounds(cost)} there would be money for all of that."

    def _free(self, one: Solved, tie: Total) -> Mapping[int, Pick]:
        """Return the best series of a project whatever it costs, by number."""
        project, rules = one.desk.project, one.desk.rules
        ties = ties_of_all({each.desk.project.code: each.desk.rules for each in self.solved})
        others = uses((p for each in self.solved if each is not one for p in each.picks), ties)
        programme = with_used(self.programme, project, found=others, ties=ties)
        left = tuple(rule for rule in rules if rule.name() != tie.constraint)
        desk = desk_for(programme, project, left)
        ledger = Ledger.of(self.programme, project)
        found = best_series(course_of(desk.columns, desk.ties, ledger), self.effort)
        numbered = enumerate(found.sessions, 1)
        return {n: Pick(n, desk.columns[n - 1], *own) for n, own in numbered if own is not None}


def _differences(one: Solved, free: Mapping[int, Pick]) -> Iterator[str]:
    held = {pick.number: pick for pick in one.picks}
    lost = sorted(free.keys() - held.keys())
    if lost:
        which = "session" if len(lost) == 1 else "sessions"
        yield f"It keeps {which} {listed([str(n) for n in lost])} from having a date."
    both = [(held[n], free[n]) for n in sorted(held.keys() & free.keys())]
    away = sum(int(then.coming.sum()) - int(now.coming.sum()) for now, then in both)
    if away > 0:
        yield f"With more money somebody could come {counted(away, 'time')} more, in all."
    moved = [then.number for now, then in both if _where(now) != _where(then)]
    if moved:
        which = "Session" if len(moved) == 1 else "Sessions"
        told = listed([str(number) for number in moved])
        yield f"{which} {told} would be in another room or at another time."


def _where(pick: Pick) -> tuple[object, str]:
    return pick.grid.starts[pick.start], pick.grid.venues[pick.venue].code


def with_reaches(plan: Plan, reaching: Reaching) -> Plan:
    """Return a plan that says how far the money for its projects reaches."""
    reaches = tuple(reaching.reaches())
    return plan.model_copy(update={"costs": plan.costs.model_copy(update={"reaches": reaches})})
