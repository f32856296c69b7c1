"""How far the money for a project reaches: what it kept from happening, and what is left of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scheduler.choosing import Desk, Pick, desk_for
from scheduler.concerns import Ledger
from scheduler.course import course_of
from scheduler.money.bill import Reach
from scheduler.money.budgets import all_budgets_of, left_of, taxis_told, what_for
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.search import Effort
from scheduler.sentences import counted, listed, pounds
from scheduler.series import best_series
from scheduler.shared import ties_of_all, uses, with_used
from scheduler.solved import Solved
from scheduler.ties import Total
from scheduler.written import team_of

NOTHING_KEPT = "It keeps nothing from happening: with more money the plan would be the same."
NOT_ALONE = (
    "More of this money alone changes nothing, because the money for {other} stands as well."
)

Budget = tuple[Total, int]


@dataclass(frozen=True)
class Reaching:
    """Projects as they are planned, to see what money keeps each of them from."""

    programme: Programme
    effort: Effort
    solved: Sequence[Solved]

    def reaches(self) -> Iterator[Reach]:
        """Give for each project with money of its own how far that reaches."""
        for one in self.solved:
            budgets = tuple(all_budgets_of(one.desk.rules))
            for own in budgets:
                tie, most = own
                pence = _used(one.picks, tie)
                left = left_of(most, pence, what_for(tie))
                yield Reach(
                    project=one.desk.project.code,
                    what=what_for(tie),
                    most_pence=most,
                    pence=pence,
                    says=(left, *self._kept(one, own, budgets)),
                )

    def _kept(self, one: Solved, own: Budget, every: Sequence[Budget]) -> Iterator[str]:
        """Say what else there would be if this money did not matter, others' sessions standing.

        Where that is nothing while other money is short, what all of it together keeps away.
        """
        found = self._with_more(one, (own,), "It keeps")
        others = [budget for budget in every if budget is not own]
        if found or not others:
            yield from found or (NOTHING_KEPT,)
            return
        together = self._with_more(one, every, "Together they keep")
        if together:
            yield NOT_ALONE.format(other=listed([what_for(tie) for tie, _ in others]))
        yield from together or (NOTHING_KEPT,)

    def _with_more(self, one: Solved, budgets: Sequence[Budget], keeps: str) -> tuple[str, ...]:
        """Say what there would be besides with as much money as anybody likes; nothing if nothing.

        With how much of each that could be paid.
        """
        free = tuple(self._free(one, {tie.constraint for tie, _ in budgets}).values())
        found = tuple(_differences(one, {pick.number: pick for pick in free}, keeps))
        needed = [(tie, _used(free, tie), most) for tie, most in budgets]
        if not found or all(cost <= most for _, cost, most in needed):
            return ()
        only = len(needed) == 1 and needed[0][0].with_session
        sums = [
            pounds(cost) if only else f"{pounds(max(cost, most))} for {what_for(tie)}"
            for tie, cost, most in needed
        ]
        return (*found, f"With {listed(sums)} there would be money for all of that.")

    def _free(self, one: Solved, lifted: Collection[str]) -> Mapping[int, Pick]:
        """Return the best series of a project whatever it costs, by number."""
        project, rules = one.desk.project, one.desk.rules
        ties = ties_of_all({each.desk.project.code: each.desk.rules for each in self.solved})
        others = uses((p for each in self.solved if each is not one for p in each.picks), ties)
        programme = with_used(self.programme, project, found=others, ties=ties)
        left = tuple(rule for rule in rules if rule.name() not in lifted)
        desk = desk_for(programme, project, left)
        return {pick.number: pick for pick in best_picks(self.programme, desk, self.effort)}


def best_picks(programme: Programme, desk: Desk, effort: Effort) -> tuple[Pick, ...]:
    """Return the best series of a project by itself."""
    ledger = Ledger.of(programme, desk.project)
    found = best_series(course_of(desk.columns, desk.ties, ledger), effort)
    numbered = enumerate(found.sessions, 1)
    return tuple(Pick(n, desk.columns[n - 1], *own) for n, own in numbered if own is not None)


def _used(picks: Sequence[Pick], tie: Total) -> int:
    """Return what sessions draw on a total."""
    if tie.with_session:
        return sum(pick.pence for pick in picks)
    return sum(_drawn(pick, tie) for pick in picks)


def _drawn(pick: Pick, tie: Total) -> int:
    grid = pick.grid
    ways = ((person, grid.way(pick.start, pick.venue, p)) for p, person in pick.people)
    return taxis_told(tie, grid.programme, grid.session, coming=ways, team=team_of(pick))


def _differences(one: Solved, free: Mapping[int, Pick], keeps: str) -> Iterator[str]:
    held = {pick.number: pick for pick in one.picks}
    lost = sorted(free.keys() - held.keys())
    if lost:
        which = "session" if len(lost) == 1 else "sessions"
        yield f"{keeps} {which} {listed([str(n) for n in lost])} from having a date."
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
