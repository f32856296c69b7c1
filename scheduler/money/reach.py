"""How far the money for a project reaches: what it kept from happening, and what is left of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from scheduler.money.bill import Reach, SessionCosts
from scheduler.money.budgets import all_budgets_of, left_of, unpriced_of, what_for
from scheduler.money.less_money import less_does
from scheduler.money.raising import (
    PLENTY,
    Budget,
    Raising,
    Series,
    Sums,
    are_alike,
    cheapest,
    differences,
    is_same,
    told,
    used,
)
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.search import Effort
from scheduler.sentences import listed, pounds
from scheduler.solved import Solved

NOTHING_KEPT = "It keeps nothing from happening: with more money the plan would be the same."
NOTHING_MORE = "It keeps nothing from happening that more of it would bring."
NOT_ALONE = (
    "More of this money alone changes nothing, because the money for {other} stands as well."
)


@dataclass(frozen=True)
class Reaching:
    """Projects as they are planned, to see what money keeps each of them from."""

    programme: Programme
    effort: Effort
    solved: Sequence[Solved]

    def reaches(self, costs: Sequence[SessionCosts]) -> Iterator[Reach]:
        """Give for each project with money of its own how far that reaches.

        Parameters
        ----------
        costs
            What their sessions cost, line by line.
        """
        for one in self.solved:
            budgets = tuple(all_budgets_of(one.desk.rules))
            kept = Kept(Raising(self.programme, self.effort, one, self.solved), budgets)
            for own in budgets:
                tie, most = own
                pence = told(kept.raising.as_it_is, tie)
                code = one.desk.project.code
                unknown = unpriced_of(costs, code, what_for(tie))
                left = left_of(most, pence, what_for(tie), unknown=unknown)
                yield Reach(
                    project=code,
                    what=what_for(tie),
                    most_pence=most,
                    pence=pence,
                    says=(left, *kept.by(own)),
                )


@dataclass(frozen=True, eq=False)
class Kept:
    """What the money for one project keeps from happening."""

    raising: Raising
    budgets: Sequence[Budget]

    def by(self, own: Budget) -> Iterator[str]:
        """Say what planning again brings with a named sum of this money, all other as it is.

        Where that is nothing, what naming sums of as few others as may be besides brings, each of
        which is needed for it.
        """
        others = [budget for budget in self.budgets if budget is not own]
        sets = (some for many in range(len(others) + 1) for some in combinations(others, many))
        for some in sets:
            every = tuple(each for each in self.budgets if each is own or each in some)
            sums = self._named(every)
            if sums is not None:
                yield from self._brought(own, sums)
                return
        plenty = self.raising.having({own[0]: PLENTY})
        yield NOTHING_KEPT if is_same(plenty, self.raising.standing) else NOTHING_MORE

    def _named(self, budgets: Sequence[Budget]) -> Sums | None:
        """Return what would be used of some money were there plenty; None where it does not bind.

        Each of them is then needed: with no more of it than there is, that could not be.
        """
        plenty = self.raising.having({tie: PLENTY for tie, _ in budgets})
        sums = {tie: used(plenty, tie) for tie, _ in budgets}
        if any(sums[tie] <= most for tie, most in budgets):
            return None
        less = {tie: used(cheapest(plenty), tie) for tie, _ in budgets}
        if self._is_enough(less, plenty, budgets):
            sums = less
        same = is_same(self.raising.having(sums), self.raising.standing)
        return None if same else sums

    def _is_enough(self, less: Sums, plenty: Series, budgets: Sequence[Budget]) -> bool:
        """Say whether less money brings as much, people coming by cheaper ways."""
        enough = all(less[tie] > most for tie, most in budgets)
        return enough and are_alike(self.raising.having(less), plenty)

    def _brought(self, own: Budget, sums: Sums) -> Iterator[str]:
        """Say what planning again with some sums brings, and name them."""
        others = [what_for(tie) for tie in sums if tie is not own[0]]
        if others:
            yield NOT_ALONE.format(other=listed(others))
        keeps = "Together they keep" if others else "It keeps"
        yield from differences(self.raising.as_it_is, self.raising.having(sums), keeps)
        now, ties = self.raising.as_it_is, self.raising.one.desk.ties
        if not others and (less := less_does(now, ties, own, enough=sums[own[0]])):
            yield less
        only = not others and own[0].with_session
        said = [
            pounds(pence) if only else f"{pounds(pence)} for {what_for(tie)}"
            for tie, pence in sums.items()
        ]
        yield f"With {listed(said)} there would be money for all of that."


def with_reaches(plan: Plan, reaching: Reaching) -> Plan:
    """Return a plan that says how far the money for its projects reaches."""
    reaches = tuple(reaching.reaches(plan.costs.sessions))
    return plan.model_copy(update={"costs": plan.costs.model_copy(update={"reaches": reaches})})
